/* SPDX-License-Identifier: ISC */
#include "layout/note_box.h"

#include "layout/box.h"
#include "layout/shape.h"
#include "layout/text.h"
#include "layout/text_lines.h"
#include "style/text_style.h"

/* The sign before the title: its size, its room, and how far it reaches below
 * the base line [em]. */
#define SIGN_SIZE	1.15
#define SIGN_ROOM	1.6
#define SIGN_BELOW	0.22

/* Between the text and the frame, beside the padding [pt]. */
#define BESIDE		2

static void
put_title(struct builder *b, const struct area *area, const node *n)
{
	const struct style *style = &b->job->styles->by_id[STYLE_NOTE_TITLE];
	struct text *t = text_make(b->job, style, pdf_tag_add(area->tag,
	    PDF_TAG_P));
	enum note_type type = dom_item(n)->note.type;
	double room = style->size * SIGN_ROOM, size = style->size * SIGN_SIZE;
	struct area inner = *area;
	struct text_lines set;
	struct strip *s;

	inner.left += room;
	inner.width -= room;
	text_words(t, lang_word(b->job->doc->lang, (enum word)(WORD_NOTE +
	    type)), shape_place(b->job, dom_item(n)->pos));
	set = text_lines(t, inner.width);
	s = builder_lines(b, &inner, &set);
	if (s != NULL)
		frame_sign(b->job->arena, s, (enum frame_sign)type, area->left,
		    s->frames->base - size + style->size * SIGN_BELOW, size,
		    style->colour);
	for (; s != NULL; s = s->next)
		s->keep = KEEP_FIRMLY;
}

/* Warnings have a heavier frame. */
static const struct style *
frame_style(const struct builder *b, const node *n)
{
	enum note_type type = dom_item(n)->note.type;
	const struct style *heavy = &b->job->styles->by_id[STYLE_WARNING];

	return heavy->border > 0 && (type == NOTE_WARNING ||
	    type == NOTE_CAUTION) ? heavy :
	    text_style_named(b->job->styles, n);
}

struct note_box
note_box_begin(struct builder *b, const struct area *area, const node *n)
{
	struct note_box box = { .inner = *area, .style = text_style_named(
	    b->job->styles, n), .band = box_band(b, area, frame_style(b, n),
	    /*bar*/false) };
	struct area *inner = &box.inner;

	inner->left += box.style->padding + BESIDE;
	inner->width -= 2 * (box.style->padding + BESIDE);
	inner->tag = pdf_tag_add(area->tag, PDF_TAG_DIV);
	inner->style = box.style;
	inner->gap = box.style->leading * 0.4;
	box.first = box_begin(b, inner, box.band, box.style);
	put_title(b, inner, n);
	return box;
}

void
note_box_end(struct builder *b, const struct note_box *box)
{
	box_end(b, &box->inner, box->band, box->first, box->style);
}
