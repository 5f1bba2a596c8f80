/* SPDX-License-Identifier: ISC */
#include "layout/text_link.h"

#include "base/arena.h"
#include "layout/atom.h"
#include "layout/link_uri.h"
#include "layout/shape.h"
#include "model/linked_file.h"

/* The space between two markers of footnotes, as a part of the size around. */
#define MARKERS_APART	0.25

/* The text that a link is read out as: its words, else the alternative text
 * of its picture, else its target. Never empty (14289-1, 7.18.5). */
static str
contents_of(const struct text *t, const node *link, str target)
{
	str words = str_trim(dom_words(t->job->arena, link));
	const node *n;

	for (n = link; n != NULL && words.len == 0; n = dom_walk(link, n))
		if (dom_kind(n) == KIND_PICTURE)
			words = str_trim(dom_item(n)->picture.alt);
	return words.len != 0 ? words : target;
}

static struct link_target *
make_link(struct text *t, str contents)
{
	struct link_target *l = arena_new_of(t->job->arena, struct link_target);

	l->tag = t->elem;
	l->contents = contents;
	return l;
}

/* The next words look like a link. */
static void
show_link(struct text *t, struct link_target *l)
{
	const struct style *s = &t->job->styles->by_id[STYLE_LINK];

	l->underlined = s->border > 0;
	t->now.colour = s->colour;
}

void
text_link_put(struct text *t, const node *n)
{
	const struct item *i = dom_item(n);
	struct text_setting before = t->now;
	struct pdf_tag *around;
	struct link_target *l;
	str uri;

	if (i->link.target == TARGET_NONE) {
		text_inlines(t, n);
		return;
	}
	uri = link_uri(t->job, i);
	around = atom_enter(t, PDF_TAG_LINK);
	l = make_link(t, contents_of(t, n, uri));
	l->uri = uri;
	show_link(t, l);
	t->now.link = l;
	text_inlines(t, n);
	t->now = before;
	atom_leave(t, around);
	if (i->link.target == TARGET_FILE)
		text_words(t, str_join3(t->job->arena, S(" ("),
		    linked_file_facts(t->job->arena, i), S(")")),
		    shape_own());
}

/* Opens Reference <- Link to a destination of this document; returns the
 * element around it. shown: it looks like a link, where its words do not name
 * a number. */
static struct pdf_tag *
enter_reference(struct text *t, str id, str contents, bool shown)
{
	struct pdf_tag *around = atom_enter(t, PDF_TAG_REFERENCE);
	struct link_target *l;

	atom_enter(t, PDF_TAG_LINK);
	l = make_link(t, contents);
	l->id = id;
	if (shown)
		show_link(t, l);
	t->now.link = l;
	return around;
}

void
text_link_reference(struct text *t, const node *n)
{
	const struct item *i = dom_item(n);
	struct text_setting before = t->now;
	struct pdf_tag *around;

	if (i->reference.target == NULL) {
		text_inlines(t, n);
		return;
	}
	around = enter_reference(t, i->reference.target->id,
	    contents_of(t, n, i->reference.target->id),
	    i->reference.target->number == 0);
	text_inlines(t, n);
	t->now = before;
	atom_leave(t, around);
}

void
text_link_footnote(struct text *t, const node *n)
{
	const struct item *i = dom_item(n);
	struct arena *a = t->job->arena;
	struct text_setting before = t->now;
	str number = str_uint(a, i->number);
	struct pdf_tag *around = enter_reference(t,
	    str_join(a, S("m_note-"), number), str_join3(a,
	    lang_word(t->job->doc->lang, WORD_FOOTNOTE), S(" "), number),
	    /*shown*/false);

	/* Footnotes 2 and 1 must not look like footnote 21. */
	if (t->marker_end != 0 && t->marker_end == t->num)
		t->atoms[t->num - 1].width += t->now.size * MARKERS_APART;
	t->now.rise = t->now.size * ATOM_RAISED_BY;
	t->now.size *= ATOM_RAISED_SIZE;
	text_words(t, number, shape_place(t->job, i->pos));
	t->marker_end = t->num;
	if (i->footnote_ref.use == 1)
		t->atoms[t->num - 1].footnote = i->number;
	t->now = before;
	atom_leave(t, around);
}

void
text_link_back(struct text *t, str id, str words, struct place place)
{
	struct text_setting before = t->now;
	struct pdf_tag *around = enter_reference(t, id, words,
	    /*shown*/false);

	text_words(t, words, place);
	t->now = before;
	atom_leave(t, around);
}
