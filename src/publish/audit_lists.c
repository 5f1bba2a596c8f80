/* SPDX-License-Identifier: ISC */
#include "publish/audit_lists.h"

#include "base/arena.h"
#include "edition/master_list.h"
#include "publish/audit_reviews.h"

str
audit_lists_file(enum audit_list list)
{
	static const str files[AUDIT_LISTS] = { S("guncel"), S("iptal"),
	    S("dis-kaynakli"), S("gozden-gecirme") };

	return files[list];
}

str
audit_lists_title(enum audit_list list, enum lang lang)
{
	switch (list) {
	case AUDIT_CURRENT:
		return master_list_title(lang, "in-force");
	case AUDIT_ENDED:
		return master_list_title(lang, "withdrawn");
	case AUDIT_OUTSIDE:
		return master_list_title(lang, "outside");
	default:
		return lang_word(lang, WORD_AUDIT_REVIEWS);
	}
}

static str
day_text(const struct audit_doc *d, struct date day)
{
	return date_dotted(d->doc.arena, day);
}

static str
word(const struct audit_doc *d, enum word w)
{
	return lang_word(d->doc.lang, w);
}

static void
put_names(const struct audit_state *s, struct audit_doc *d,
    const struct card *card)
{
	audit_doc_names(d, &s->ws->in.collection, card,
	    audit_state_is_inside(s, card));
}

/* --- The documents in force */

static void
put_warnings(struct audit_doc *d, const struct edition_status *status)
{
	struct arena *a = d->doc.arena;
	size_t i;

	for (i = 0; i < status->num_warnings; i++)
		audit_doc_line(d, str_join(a, word(d, WORD_STATUS_WARNING),
		    S(" ("), day_text(d, status->warnings[i].day), S("): "),
		    status->warnings[i].text));
}

static void
put_status(const struct audit_state *s, struct audit_doc *d,
    const struct card *card)
{
	struct date erased = s->erased[card - s->ws->in.collection.cards];

	audit_doc_cell(d, word(d, WORD_STATUS_IN_FORCE));
	put_warnings(d, &card->status);
	if (date_is_set(erased))
		audit_doc_line(d, audit_doc_phrase(d, WORD_AUDIT_ERASED_LATER,
		    day_text(d, erased), S("")));
	else if (card->status.record.len == 0)
		audit_doc_line(d, word(d, WORD_AUDIT_NO_RECORD));
}

static void
put_current_row(const struct audit_state *s, struct audit_doc *d,
    const struct card *card)
{
	const struct collection *c = &s->ws->in.collection;

	audit_doc_row(d);
	put_names(s, d, card);
	audit_doc_day(d, collection_published(c, card, card->earlier));
	audit_doc_cell(d, str_uint(d->doc.arena, card->ident->revision));
	audit_doc_day(d, collection_revised(c, card, card->earlier));
	audit_doc_cell(d, card->prepared_by);
	audit_doc_cell(d, card->approved_by);
	audit_doc_day(d, card->status.review);
	if (card->status.overdue)
		audit_doc_line(d, word(d, WORD_AUDIT_LATE));
	put_status(s, d, card);
}

static size_t
put_current(const struct audit_state *s, struct audit_doc *d)
{
	static const enum word heads[] = { WORD_NUMBER, WORD_DOCUMENT,
	    WORD_PUBLISHED, WORD_REVISION, WORD_REVISED, WORD_PREPARED_BY,
	    WORD_APPROVED_BY, WORD_AUDIT_NEXT, WORD_STATUS };
	const struct collection *c = &s->ws->in.collection;
	size_t i, num = 0;

	for (i = 0; i < c->num_cards; i++) {
		if (!audit_state_has(s, &c->cards[i]) ||
		    c->cards[i].status.state != STATE_IN_FORCE)
			continue;
		if (num++ == 0)
			audit_doc_table(d, heads, sizeof(heads) /
			    sizeof(heads[0]));
		put_current_row(s, d, &c->cards[i]);
	}
	audit_doc_end_table(d, num);
	return num;
}

/* --- What is in force no more */

static void
put_successor(const struct audit_state *s, struct audit_doc *d,
    const struct card *card)
{
	const struct collection *c = &s->ws->in.collection;
	const struct card *next;

	if (card->status.state == STATE_SUPERSEDED) {
		next = collection_after(c, card);
		audit_doc_cell(d, str_join(d->doc.arena, word(d,
		    WORD_STATUS_REVISION), S(" "), str_uint(d->doc.arena,
		    next->ident->revision), S(", "), day_text(d,
		    next->ident->date)));
		return;
	}
	next = audit_state_page(s, card->status.successor);
	if (next == NULL) {
		audit_doc_cell(d, card->status.successor);
		return;
	}
	audit_doc_title(d, next, /*inside*/true);
	audit_doc_line(d, next->ident->work);
}

static str
reason_of(const struct audit_state *s, const struct audit_doc *d,
    const struct card *card)
{
	const struct edition_status *status = &card->status;

	if (status->state == STATE_SUPERSEDED)
		return collection_after(&s->ws->in.collection,
		    card)->status.note;
	return !status->erased ? status->reason : str_join(d->doc.arena,
	    word(d, WORD_AUDIT_ERASED), S(": "), status->reason);
}

static size_t
put_ended_of(const struct audit_state *s, struct audit_doc *d,
    enum edition_state state, enum word note)
{
	const enum word heads[] = { WORD_NUMBER, WORD_DOCUMENT, WORD_REVISION,
	    WORD_AUDIT_FROM, WORD_LIST_ENDED, note, WORD_LIST_SUCCESSOR };
	const struct collection *c = &s->ws->in.collection;
	const struct card *card = c->cards;
	size_t num = 0;

	for (; card < c->cards + c->num_cards; card++) {
		if (!audit_state_has(s, card) || card->status.state != state)
			continue;
		if (num++ == 0)
			audit_doc_table(d, heads, sizeof(heads) /
			    sizeof(heads[0]));
		audit_doc_row(d);
		put_names(s, d, card);
		audit_doc_cell(d, str_uint(d->doc.arena,
		    card->ident->revision));
		audit_doc_day(d, card->ident->date);
		audit_doc_day(d, card->status.since);
		audit_doc_cell(d, reason_of(s, d, card));
		put_successor(s, d, card);
	}
	audit_doc_end_table(d, num);
	return num;
}

static size_t
put_ended(const struct audit_state *s, struct audit_doc *d)
{
	size_t num;

	audit_doc_heading(d, word(d, WORD_AUDIT_ENDED));
	num = put_ended_of(s, d, STATE_WITHDRAWN, WORD_STATUS_REASON);
	audit_doc_heading(d, master_list_title(d->doc.lang,
	    "superseded"));
	return num + put_ended_of(s, d, STATE_SUPERSEDED, WORD_AUDIT_CHANGE);
}

size_t
audit_lists_put(enum audit_list list, const struct audit_state *s,
    const struct audit_outside *o, struct audit_doc *d)
{
	switch (list) {
	case AUDIT_CURRENT:
		return put_current(s, d);
	case AUDIT_ENDED:
		return put_ended(s, d);
	case AUDIT_OUTSIDE:
		return audit_outside_put(o, s, d);
	default:
		return audit_reviews_put(s, d);
	}
}
