/* SPDX-License-Identifier: ISC */
#include "layout/markup.h"

#include "layout/atom.h"
#include "layout/job.h"

/* How far a subscript is lowered, as a part of the size around. */
#define LOWERED_BY	0.16

/* Room beside the box of a key, at the end of what stands before it. */
static void
make_room(struct text *t, double size)
{
	if (t->num != 0)
		t->atoms[t->num - 1].width += size * 2 * RUN_BESIDE;
}

static void
mark(struct text *t, enum run_marks marks, enum pdf_decoration decoration)
{
	t->now.marks |= marks;
	pdf_tag_decoration(t->elem, decoration);
}

static void
raise(struct text *t, double by)
{
	pdf_tag_shift(t->elem, t->now.size * by);
	t->now.rise += t->now.size * by;
	t->now.size *= ATOM_RAISED_SIZE;
}

static void
begin_key(struct text *t, const node *n)
{
	const struct style *s;

	t->now.text_style = text_style_in(t->job->styles, t->now.text_style, n);
	s = t->now.text_style.style;
	t->now.size = s->scale > 0 ? t->now.size * s->scale : s->size;
	t->now.marks |= RUN_BOXED;
	t->now.foreign = true;
	make_room(t, t->now.size);
}

/* Words of another language are hyphenated by its patterns, or not at all. */
static void
begin_span(struct text *t, str tag)
{
	pdf_tag_lang(t->elem, tag);
	t->now.foreign = !lang_read(str_upto(tag, str_find(tag, '-')),
	    &t->now.lang);
	if (t->now.foreign)
		t->now.lang = lang_neutral();
}

struct pdf_tag *
markup_begin(struct text *t, const node *n)
{
	struct pdf_tag *around = atom_enter(t, PDF_TAG_SPAN);

	switch (dom_kind(n)) {
	case KIND_STRUCK:
		mark(t, RUN_STRUCK, PDF_DECORATION_THROUGH);
		break;
	case KIND_SUBSCRIPT:
		raise(t, -LOWERED_BY);
		break;
	case KIND_SUPERSCRIPT:
		raise(t, ATOM_RAISED_BY);
		break;
	case KIND_UNDERLINE:
		mark(t, RUN_UNDERLINED, PDF_DECORATION_UNDERLINE);
		break;
	case KIND_KEYSTROKE:
		begin_key(t, n);
		break;
	default:
		begin_span(t, dom_item(n)->span.lang);
		break;
	}
	return around;
}

void
markup_end(struct text *t, const node *n, struct pdf_tag *around)
{
	if (dom_kind(n) == KIND_KEYSTROKE)
		make_room(t, t->now.size);
	atom_leave(t, around);
}
