/* SPDX-License-Identifier: ISC */
#include "layout/block.h"

#include <assert.h>
#include <math.h>

#include "base/arena.h"
#include "layout/box.h"
#include "layout/code_box.h"
#include "layout/contents.h"
#include "layout/figure.h"
#include "layout/generated.h"
#include "layout/list.h"
#include "layout/note_box.h"
#include "layout/shape.h"
#include "layout/signature.h"
#include "layout/table.h"
#include "layout/text.h"
#include "layout/text_lines.h"
#include "layout/turn.h"
#include "model/division.h"
#include "model/section.h"
#include "style/text_style.h"

/* A heading stays with HEADING_KEEPS strips of what follows. */
enum { HEADING_KEEPS = 2 };
/* A table whose text would be smaller, or its words divided at that size, gets
 * a landscape sheet [pt]. */
#define TEXT_MIN	8
/* The minimum space between the number of a footnote and its text [em]. */
#define NUMBER_GAP	0.4

/* --- Text */

static const struct style *
style_of(const struct builder *b, enum style_id id)
{
	return &b->job->styles->by_id[id];
}

/* The style in a division of right-aligned or centred lines; in others style
 * itself. In block_arena. */
static const struct style *
aligned(struct builder *b, const node *division, const struct style *style)
{
	bool right = division_is(division, DIVISION_RIGHT);
	struct style *s;

	if (!right && !division_is(division, DIVISION_CENTER))
		return style;
	s = arena_new_of(b->job->block_arena, struct style);
	*s = *style;
	s->align = right ? STYLE_ALIGN_END : STYLE_ALIGN_CENTER;
	s->hyphenate = false;
	return s;
}

static void
keep_all(struct strip *s)
{
	for (; s != NULL; s = s->next)
		s->keep = KEEP_FIRMLY;
}

static void
end_heading(struct builder *b, const struct style *style)
{
	b->owed = HEADING_KEEPS;
	b->space = style->after;
}

static void
put_heading(struct builder *b, const struct area *area, const node *n)
{
	const struct item *i = dom_item(n);
	int level = i->heading.level;
	const struct style *style = aligned(b, dom_parent(n), text_style_named(
	    b->job->styles, n));
	struct text *t = text_make(b->job, style, pdf_tag_add(area->tag,
	    (enum pdf_tag_type)(PDF_TAG_H1 + level - 1)));
	struct text_lines set;
	struct strip *first;

	if (i->heading.number.len != 0)
		text_words(t, str_join(b->job->arena, i->heading.number,
		    S("\u2002")), shape_place(b->job, i->pos));
	text_inlines(t, n);
	set = text_lines(t, area->width);
	builder_space(b, style->before);
	builder_heads(b);
	builder_owes_no_more(b);
	first = builder_lines(b, area, &set);
	if (first == NULL)
		return;
	frame_bookmark(b->job->arena, first, i->id, level,
	    section_label(b->job->arena, n));
	first->begins_section = true;
	keep_all(first);
	end_heading(b, style);
}

static void
put_paragraph(struct builder *b, const struct area *area, const node *n)
{
	builder_paragraph(b, area, n, pdf_tag_add(area->tag, PDF_TAG_P));
}

/* --- Boxes */

static void
put_blocks(struct builder *b, const struct area *area, const node *n)
{
	const node *child;

	for (child = dom_first(n); child != NULL; child = dom_next(child))
		block_put(b, area, child);
}

static void
put_quote(struct builder *b, const struct area *area, const node *n)
{
	const struct style *style = style_of(b, STYLE_QUOTE);
	struct area inner = *area;

	inner.left += style->indent;
	inner.width -= style->indent;
	inner.tag = pdf_tag_add(area->tag, PDF_TAG_QUOTE);
	inner.band = box_band(b, area, style, /*bar*/true);
	put_blocks(b, &inner, n);
	builder_space(b, style->after);
}

static void
put_note(struct builder *b, const struct area *area, const node *n)
{
	struct note_box box = note_box_begin(b, area, n);

	put_blocks(b, &box.inner, n);
	note_box_end(b, &box);
}

static void
put_table(struct builder *b, const struct area *area, const node *n)
{
	const struct style *style = style_of(b, STYLE_TABLE);
	struct strip *last = b->to->last, *s;
	struct area own = *area;
	struct table t = table_read(b->job, b->to, n, area->tag, area->left,
	    area->band);
	bool waits = false;

	if (turn_may(b, area, n) && table_is_wide(&t, TEXT_MIN, area->width,
	    style_measure(b->job->styles->turned)))
		waits = turn_table(b, &own);
	table_put(&t, own.width, fmax(b->space, style->before));
	s = last != NULL ? last->next : b->to->first;
	for (; s != NULL; s = s->next) {
		s->level = b->level;
		s->waits = waits;
	}
	b->owed = 0;
	b->space = style->after;
	b->has_heads = b->bound = false;
}

static void
put_rule(struct builder *b, const struct area *area)
{
	const struct style *style = style_of(b, STYLE_RULE);
	struct strip *s;
	struct frame *f;

	builder_space(b, style->before);
	s = builder_strip(b, area);
	s->height = style->border;
	f = frame_add(b->job->arena, s, FRAME_RULE);
	f->x = area->left;
	f->width = area->width;
	f->border = style->border;
	f->colour = style->border_colour;
	b->space = style->after;
}

/* --- Footnotes */

/* Puts the number beside the text that the footnote begins with. */
static void
put_number(struct builder *b, const struct area *area,
    const struct frame *label)
{
	if (b->to->first == NULL)
		builder_strip(b, area)->height = label->height;
	frame_copy(b->job->arena, b->to->first, label, 0, 0);
}

/* The room for the widest number of all, and a gap [pt]. */
static double
footnote_indent(const struct layout_job *j, const struct style *style)
{
	struct shape_source source = shape_source(shape_own(), S(""));
	double w = shape_word(j, style->chains[style->variant], str_uint(
	    j->arena, j->num_footnotes), &source)->width;

	return fmax(style->indent, (w + NUMBER_GAP) * style->size);
}

static void
put_footnote(struct layout_job *j, const node *n, struct pdf_tag *parent)
{
	const struct style *style = text_style_named(j->styles, n);
	const struct item *i = dom_item(n);
	double indent = footnote_indent(j, style);
	struct builder b = { .job = j, .to = &j->footnotes[i->number - 1] };
	struct pdf_tag *tag = pdf_tag_add(parent, PDF_TAG_NOTE);
	struct area area = { indent,
		style_measure(j->styles) - indent, tag, style,
		style->after, NULL };
	str number = str_uint(j->arena, i->number);
	struct text *t = text_make(j, style, pdf_tag_add(tag, PDF_TAG_LABEL));
	struct text_lines label;
	struct strip *strip = NULL;
	const node *first = dom_first(n);

	text_back(t, str_join(j->arena, S("m_ref-"), number), number,
	    shape_place(j, i->pos));
	label = text_lines(t, area.width);
	if (first == NULL || dom_kind(first) != KIND_PARAGRAPH)
		strip = builder_label(&b, &area);
	put_blocks(&b, &area, n);
	if (strip != NULL)
		builder_label_line(&b, strip, &label.lines[0], 0);
	else
		put_number(&b, &area, &label.lines[0]);
	b.to->first->before = 0;
	frame_bookmark(j->arena, b.to->first, str_join(j->arena, S("m_note-"),
	    number), 0, S(""));
}

static void
put_footnotes(struct layout_job *j, const node *n)
{
	struct arena_state state;
	const node *child;

	for (child = dom_first(n); child != NULL; child = dom_next(child)) {
		state = arena_state(j->block_arena);
		put_footnote(j, child, pdf_tag_root(j->pdf->tags));
		arena_rewind(j->block_arena, state);
	}
}

static size_t
count_children(const node *n)
{
	size_t num = 0;

	for (n = dom_first(n); n != NULL; n = dom_next(n))
		num++;
	return num;
}

/* --- Blocks */

/* Blocks of the document, an annex or a landscape block: they may begin
 * sheets. */
static void
put_top_block(struct builder *b, struct area *area, const node *n)
{
	turn_sheets(b, area, turn_is_wanted(n));
	block_put(b, area, n);
}

static void
put_top_blocks(struct builder *b, const struct area *area, const node *n)
{
	struct area inner = *area;

	for (n = dom_first(n); n != NULL; n = dom_next(n))
		put_top_block(b, &inner, n);
}

/* The number of an annex that has no heading. */
static void
put_annex_label(struct builder *b, const struct area *area, const node *n)
{
	const struct item *i = dom_item(n);
	str label = division_label(b->job->doc, i->number);
	const struct style *style = style_of(b, STYLE_HEADING_2);
	struct text *t = text_make(b->job, style, pdf_tag_add(area->tag,
	    PDF_TAG_P));
	struct text_lines set;
	struct strip *s;

	text_words(t, label, shape_place(b->job, i->pos));
	set = text_lines(t, area->width);
	builder_heads(b);
	s = builder_lines(b, area, &set);
	frame_bookmark(b->job->arena, s, i->id, /*level*/2, label);
	s->begins_section = true;
	keep_all(s);
	end_heading(b, style);
}

static void
put_annex(struct builder *b, const struct area *area, const node *n)
{
	struct area inner = *area;

	inner.tag = pdf_tag_add(area->tag, PDF_TAG_SECT);
	b->to->fresh = true;
	if (dom_item(n)->id.len != 0)
		put_annex_label(b, &inner, n);
	put_top_blocks(b, &inner, n);
	/* What follows is no part of the annex. */
	b->to->fresh = true;
}

static void
put_aligned(struct builder *b, const struct area *area, const node *n)
{
	struct area inner = *area;

	inner.style = aligned(b, n, area->style);
	put_blocks(b, &inner, n);
}

/* What the institution fills in is shaded. */
static void
put_office(struct builder *b, const struct area *area, const node *n)
{
	const struct style *style = style_of(b, STYLE_CODE);
	struct area inner = *area;
	struct band *band = box_band(b, area, style, /*bar*/false);
	struct strip *first;

	inner.left += style->padding;
	inner.width -= 2 * style->padding;
	first = box_begin(b, &inner, band, style);
	put_blocks(b, &inner, n);
	box_end(b, &inner, band, first, style);
}

static void	put_block(struct builder *, const struct area *, const node *);

/* Only paragraphs sign. What else stands among them is an error of the text,
 * but a dump shows it. */
static void
put_signatures(struct builder *b, const struct area *area, const node *n)
{
	signature_put(b, area, n);
	for (n = dom_first(n); n != NULL; n = dom_next(n))
		if (dom_kind(n) != KIND_PARAGRAPH)
			put_block(b, area, n);
}

static void
put_division(struct builder *b, const struct area *area, const node *n)
{
	enum division_type type = dom_item(n)->division.type;
	struct area inner = *area;

	if (type == DIVISION_ANNEX) {
		put_annex(b, area, n);
		return;
	}
	inner.tag = pdf_tag_add(area->tag, PDF_TAG_DIV);
	if (type == DIVISION_OFFICE)
		put_office(b, &inner, n);
	else if (type == DIVISION_SIGNATURE)
		put_signatures(b, &inner, n);
	else if (type == DIVISION_LANDSCAPE)
		put_top_blocks(b, &inner, n);
	else
		put_aligned(b, &inner, n);
}

static void
put_block(struct builder *b, const struct area *area, const node *n)
{
	if (dom_kind(n) != KIND_HEADING && dom_kind(n) != KIND_TABLE)
		b->has_heads = false;
	if (dom_kind(n) != KIND_FIGURE && dom_kind(n) != KIND_TABLE)
		b->bound = false;
	switch (kind_block(dom_kind(n))) {
	case BLOCK_HEADING:	put_heading(b, area, n); break;
	case BLOCK_PARAGRAPH:	put_paragraph(b, area, n); break;
	case BLOCK_LIST:	list_put(b, area, n); break;
	case BLOCK_QUOTE:	put_quote(b, area, n); break;
	case BLOCK_NOTE:	put_note(b, area, n); break;
	case BLOCK_CODE:	code_box_put(b, area, n); break;
	case BLOCK_RULE:	put_rule(b, area); break;
	case BLOCK_FIGURE:	figure_put(b, area, n); break;
	case BLOCK_TABLE:	put_table(b, area, n); break;
	case BLOCK_DIVISION:	put_division(b, area, n); break;
	case BLOCK_GROUP:	put_blocks(b, area, n); break;
	case BLOCK_PAGE_BREAK:	b->to->fresh = true; break;
	/* block_document() puts them after the other blocks. */
	case BLOCK_FOOTNOTES:	break;
	/* The block around them puts them. */
	case BLOCK_DOCUMENT:
	case BLOCK_ENTRY:
	case BLOCK_CAPTION:
	case BLOCK_ROW:
	case BLOCK_CELL:
	case BLOCK_FOOTNOTE:
		assert(false && "no block of its own");
		break;
	}
}

/* The strips are in another arena, so the block_arena is rewound after every
 * block: a long list takes no more memory there than its longest entry. */
void
block_put(struct builder *b, const struct area *area, const node *n)
{
	struct arena_state state = arena_state(b->job->block_arena);
	const struct strip *last = b->to->last;

	put_block(b, area, n);
	if (dom_kind(n) == KIND_PARAGRAPH)
		builder_destination(b, last, dom_item(n));
	arena_rewind(b->job->block_arena, state);
}

static const node *
find_footnotes(const node *root)
{
	const node *n = dom_last(root);

	return n != NULL && dom_kind(n) == KIND_FOOTNOTES ? n : NULL;
}

/* Returns the line about stars, or NULL. */
static struct strip *
put_head(struct builder *b, const struct area *area)
{
	generated_header_table(b, area);
	contents_make(b, area);
	b->has_heads = false;
	return generated_star(b, area);
}

void
block_document(struct layout_job *j)
{
	const struct style *style = &j->styles->by_id[STYLE_PARAGRAPH];
	struct builder b = { .job = j, .to = &j->body };
	struct area area = { 0, style_measure(j->styles),
		pdf_tag_root(j->pdf->tags), style, style->after, NULL };
	const node *footnotes = find_footnotes(j->doc->root), *n;
	struct strip *star = NULL;
	bool turned;

	if (footnotes != NULL) {
		j->num_footnotes = count_children(footnotes);
		j->footnotes = arena_array(j->arena, struct strips,
		    j->num_footnotes);
	}
	if (j->doc->title == NULL)
		star = put_head(&b, &area);
	for (n = dom_first(j->doc->root); n != NULL; n = dom_next(n)) {
		put_top_block(&b, &area, n);
		if (n == j->doc->title)
			star = put_head(&b, &area);
	}
	if (star != NULL)
		generated_star_into_space(star);
	turned = b.to->turned;
	turn_sheets(&b, &area, false);
	if (footnotes != NULL)
		put_footnotes(j, footnotes);
	/* The end stands on the last sheet. */
	turn_sheets(&b, &area, turned);
	b.to->fresh = false;
	generated_end(&b, &area);
	turn_sheets(&b, &area, false);
	contents_decide(j);
}
