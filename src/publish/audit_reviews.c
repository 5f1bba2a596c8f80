/* SPDX-License-Identifier: ISC */
#include "publish/audit_reviews.h"

#include <stdlib.h>

#include "base/arena.h"
#include "duty/duty.h"
#include "model/owner.h"

/* A review that is overdue or near. */
struct due {
	const struct card *card;
	struct date	 last;		/* the last review; or unset */
};

static void
put_names(const struct audit_state *s, struct audit_doc *d,
    const struct card *card)
{
	audit_doc_names(d, &s->ws->in.collection, card,
	    audit_state_is_inside(s, card));
}

/* The card of a review that the lists may show, or NULL: a released edition
 * whose file is missing was reported as an error before. */
static const struct card *
reviewed(const struct audit_state *s, const struct row *row)
{
	const struct card *card;

	if (row->event != EVENT_REVIEW || date_cmp(row_day(row), s->day) > 0)
		return NULL;
	card = collection_card(&s->ws->in.collection, row->edition);
	return card != NULL && audit_state_has(s, card) ? card : NULL;
}

/* --- Due */

/* The last review of each card; unset: none. */
static struct date *
find_last(const struct audit_state *s, struct arena *a)
{
	const struct collection *c = &s->ws->in.collection;
	struct date *last = arena_array(a, struct date, c->num_cards);
	const struct row *row = s->ws->in.reg.rows;
	const struct card *card;
	size_t i;

	for (i = 0; i < s->rows; i++, row++) {
		card = reviewed(s, row);
		if (card != NULL)
			last[card - c->cards] = row_day(row);
	}
	return last;
}

static int
cmp_due(const void *a, const void *b)
{
	const struct due *x = a, *y = b;
	int c = date_cmp(x->card->status.review, y->card->status.review);

	return c != 0 ? c : ident_cmp(x->card->ident, y->card->ident);
}

static struct due *
find_due(const struct audit_state *s, struct arena *a, size_t *num)
{
	const struct collection *c = &s->ws->in.collection;
	struct due *due = arena_array(a, struct due, c->num_cards);
	struct date ahead = date_add_days(s->day, DUTY_AHEAD);
	const struct date *last = find_last(s, a);
	const struct card *card = c->cards;

	*num = 0;
	for (; card < c->cards + c->num_cards; card++)
		if (audit_state_has(s, card) &&
		    card->status.state == STATE_IN_FORCE &&
		    date_is_set(card->status.review) &&
		    date_cmp(card->status.review, ahead) <= 0)
			due[(*num)++] = (struct due){ card,
			    last[card - c->cards] };
	if (*num != 0)
		qsort(due, *num, sizeof(*due), cmp_due);
	return due;
}

static size_t
put_due(const struct audit_state *s, struct audit_doc *d)
{
	static const enum word heads[] = { WORD_NUMBER, WORD_DOCUMENT,
	    WORD_LIST_OWNER, WORD_AUDIT_LAST, WORD_AUDIT_DUE_ON,
	    WORD_STATUS };
	size_t i, num;
	struct due *due = find_due(s, d->doc.arena, &num);

	if (num != 0)
		audit_doc_table(d, heads, sizeof(heads) / sizeof(heads[0]));
	for (i = 0; i < num; i++) {
		audit_doc_row(d);
		put_names(s, d, due[i].card);
		audit_doc_cell(d, owner_of(&s->ws->in.collection,
		    due[i].card));
		audit_doc_day(d, due[i].last);
		audit_doc_day(d, due[i].card->status.review);
		audit_doc_cell(d, lang_word(d->doc.lang,
		    due[i].card->status.overdue ? WORD_AUDIT_LATE :
		    WORD_AUDIT_SOON));
	}
	audit_doc_end_table(d, num);
	return num;
}

/* --- Made */

static size_t
put_made(const struct audit_state *s, struct audit_doc *d)
{
	static const enum word heads[] = { WORD_DATE, WORD_NUMBER,
	    WORD_DOCUMENT, WORD_REVISION, WORD_AUDIT_BY,
	    WORD_AUDIT_EVIDENCE };
	const struct row *row = s->ws->in.reg.rows;
	const struct card *card;
	size_t i, num = 0;

	for (i = 0; i < s->rows; i++, row++) {
		card = reviewed(s, row);
		if (card == NULL)
			continue;
		if (num++ == 0)
			audit_doc_table(d, heads, sizeof(heads) /
			    sizeof(heads[0]));
		audit_doc_row(d);
		audit_doc_day(d, row_day(row));
		put_names(s, d, card);
		audit_doc_cell(d, str_uint(d->doc.arena,
		    card->ident->revision));
		audit_doc_cell(d, row->by);
		audit_doc_cell(d, row_text(row));
	}
	audit_doc_end_table(d, num);
	return num;
}

size_t
audit_reviews_put(const struct audit_state *s, struct audit_doc *d)
{
	size_t num;

	audit_doc_heading(d, audit_doc_phrase(d, WORD_AUDIT_DUE, str_uint(
	    d->doc.arena, DUTY_AHEAD), S("")));
	num = put_due(s, d);
	audit_doc_heading(d, lang_word(d->doc.lang, WORD_AUDIT_DONE));
	return num + put_made(s, d);
}
