/* SPDX-License-Identifier: ISC */
#include "publish/audit_outside.h"

#include "base/arena.h"
#include "base/path.h"
#include "links/hosts.h"

/* Of a work that was not yet, or no longer, in force on the day a line of
 * dayanak.tsv says nothing. The states of links may be lost. */
static bool
is_fault(const void *context, str path, enum diag id)
{
	(void)context;
	(void)path;
	return id != DIAG_RELIES_WORK && id != DIAG_RELIES_WITHDRAWN &&
	    id != DIAG_LINKS_LINE;
}

void
audit_outside_read(struct audit_outside *o, const struct audit_state *s)
{
	struct input *in = &s->ws->in;

	wanted_read(&o->wanted, s->ws, in->diags);
	link_state_read(&o->links, in->arena, in->tree.root, in->day,
	    in->diags);
	diags_keep(in->diags, is_fault, NULL);
}

/* --- The table */

/* A page on which the text relies is not listed again without the phrase:
 * phrases follow the address itself. */
static bool
is_repeated(const struct wanted_list *l, size_t i)
{
	const struct wanted *w = &l->items[i];
	size_t j;

	if (w->phrase.len != 0)
		return false;
	for (j = i + 1; j < l->num && str_eq(l->items[j].address,
	    w->address); j++)
		if (l->items[j].card == w->card &&
		    l->items[j].phrase.len != 0)
			return true;
	return false;
}

/* The same link may stand in the text and in dayanak.tsv. */
static bool
is_shown(const struct audit_outside *o, const struct audit_state *s, size_t i)
{
	const struct wanted *w = &o->wanted.items[i];

	return w->card != NULL && audit_state_is_inside(s, w->card) &&
	    !is_repeated(&o->wanted, i);
}

/* What was known of it on the day: later failures are left out. */
static void
put_failure(const struct audit_outside *o, const struct audit_state *s,
    struct audit_doc *d, const struct wanted *w)
{
	const struct link_row *row = w->phrase.len != 0 ?
	    link_state_find(&o->links, w->address, w->phrase) : NULL;

	if (row == NULL)
		row = link_state_find(&o->links, w->address, S(""));
	if (row == NULL || date_cmp(row->first, s->day) > 0) {
		audit_doc_cell(d, S(""));
		return;
	}
	audit_doc_cell(d, audit_doc_phrase(d, WORD_AUDIT_FAILS_SINCE,
	    hosts_reason(d->doc.lang, row->reason), date_dotted(d->doc.arena,
	    row->first)));
}

static void
put_row(const struct audit_outside *o, const struct audit_state *s,
    struct audit_doc *d, const struct wanted *w)
{
	str stated = path_last(w->place.path);

	audit_doc_row(d);
	audit_doc_link(d, w->address, w->address);
	audit_doc_cell(d, w->phrase);
	audit_doc_title(d, w->card, /*inside*/true);
	audit_doc_line(d, w->card->ident->work);
	audit_doc_cell(d, str_ends(stated, S(".tsv")) ? stated :
	    lang_word(d->doc.lang, WORD_AUDIT_IN_TEXT));
	put_failure(o, s, d, w);
}

size_t
audit_outside_put(const struct audit_outside *o, const struct audit_state *s,
    struct audit_doc *d)
{
	static const enum word heads[] = { WORD_LIST_OUTSIDE,
	    WORD_AUDIT_PHRASE, WORD_DOCUMENT, WORD_AUDIT_STATED,
	    WORD_AUDIT_FAILURE };
	size_t i, num = 0;

	audit_doc_paragraph(d, lang_word(d->doc.lang,
	    WORD_AUDIT_OUTSIDE_NOTE));
	for (i = 0; i < o->wanted.num; i++) {
		if (!is_shown(o, s, i))
			continue;
		if (num++ == 0)
			audit_doc_table(d, heads, sizeof(heads) /
			    sizeof(heads[0]));
		put_row(o, s, d, &o->wanted.items[i]);
	}
	audit_doc_end_table(d, num);
	return num;
}
