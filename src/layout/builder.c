/* SPDX-License-Identifier: ISC */
#include "layout/builder.h"

#include <math.h>

#include "layout/field.h"
#include "layout/text.h"
#include "layout/text_lines.h"
#include "layout/text_width.h"
#include "model/division.h"

/*
 * What stays together
 * -------------------
 * A sheet may break after every strip whose `keep` is KEEP_NOT. These rules set
 * `keep`; paginate() obeys it, but gives up a loose link (KEEP_LOOSELY) where a
 * large part of the sheet would stay empty. A firm link always replaces a loose
 * one. These links are firm, because a sheet would look wrong without them:
 * lines of headings, a heading and the first strip after it, widows and
 * orphans, what has a caption, a head or a label, signature blocks.
 *
 * - Widows and orphans: the first two lines of a paragraph stay together, and
 *   so do its last two (builder_lines). Paragraphs of two and three lines are
 *   thus never divided.
 * - A heading stays with the first HEADING_KEEPS strips that follow, with the
 *   second loosely (layout/block.c). `owed` counts them down: builder_strip()
 *   sets `keep` on each strip but the last of them. After a figure, a table,
 *   a signature block, another heading or the header table nothing is owed: a
 *   section of one line needs no line of the next one. Headings that follow
 *   one another form one group.
 * - A paragraph that introduces the next block stays loosely with it. The
 *   next block is a list, table, code block, quote, note, figure, or
 *   right-aligned or centred lines; and the paragraph ends in a colon, or it is
 *   the short first paragraph of a list entry and no figure follows. If it has
 *   at most TOGETHER lines, it stays whole, loosely.
 * - A signature block stays with the strip before it, unless that is a figure,
 *   and with a paragraph before it as if that introduced it. A row of
 *   signatories is one strip, or several if it is too high; the block stays
 *   whole if it is at most a third of a sheet high.
 * - A line that ends in a hyphen stays loosely with the next one: no word is
 *   divided between two sheets.
 * - Of the entries of a list that are single lines the first two stay loosely
 *   together, and the last two (layout/list.c).
 * - Nothing stays with a strip that begins a sheet (frame_begins_sheet).
 * - A label (the number of a list entry or a footnote) that stands beside a
 *   first block other than a paragraph has a strip of its own, which stays with
 *   that block.
 * - A table's caption stays with its first row, the head with the first body
 *   row; the first two body rows stay loosely together, and the last two,
 *   unless such a pair is high or its lower row has several strips (grid_keep
 *   in layout/grid.c). The rows of the header table all stay together.
 * - The padding of a box stays with the strip beside it. A note, a code block
 *   or an office block that is at most a third of a sheet high stays loosely
 *   whole (layout/box.c), and firmly where it begins a group (is_loose in
 *   layout/paginate.c).
 * - A figure is one strip with its caption. It may wait for the next sheet
 *   while text passes it, except inside a list entry (since dialect 2) and
 *   where the paragraph before it introduces it (`bound`, which becomes
 *   `stays` of the strip).
 * - The identity at the end stays with the last strip of the text, unless that
 *   is a figure or high (generated_end in layout/generated.c).
 *
 * One `keep` follows another: a heading, its introduction and the table's
 * first rows may form one group. A group that no sheet can hold is divided
 * anyway, after a loose link or, where none fits, after the last strip that
 * fits, so every document can be set.
 */

/* A first paragraph of an entry with at most SHORT lines introduces what
 * follows even without a colon. A paragraph that introduces something and has
 * at most TOGETHER lines stays on one sheet. */
enum { SHORT = 2, TOGETHER = 4 };

/* --- Strips */

void
builder_space(struct builder *b, double space)
{
	b->space = fmax(b->space, space);
}

void
builder_heads(struct builder *b)
{
	if (!b->has_heads)
		b->before_heads = b->to->last;
	b->has_heads = true;
}

struct strip *
builder_strip(struct builder *b, const struct area *area)
{
	struct strip *s = frame_strip(b->job->arena, b->to);

	s->before = b->space;
	s->band = area->band;
	s->level = b->level;
	b->space = 0;
	if (b->owed > 0 && --b->owed > 0)
		s->keep = KEEP_LOOSELY;
	return s;
}

void
builder_owes_no_more(struct builder *b)
{
	struct strip *last = b->to->last;

	if (b->owed > 0 && last->keep == KEEP_LOOSELY)
		last->keep = KEEP_NOT;
	b->owed = 0;
}

struct strip *
builder_lines(struct builder *b, const struct area *area,
    const struct text_lines *set)
{
	struct strip *s, *first = NULL;
	size_t i;

	for (i = 0; i < set->num; i++) {
		s = builder_strip(b, area);
		s->height = set->lines[i].height;
		s->footnote_refs = set->footnote_refs[i];
		if (i + 1 < set->num && (i == 0 || i + 2 == set->num))
			s->keep = KEEP_FIRMLY;
		else if (set->lines[i].divided)
			frame_keep_loosely(s);
		frame_copy(b->job->arena, s, &set->lines[i], area->left, 0);
		if (first == NULL)
			first = s;
	}
	return first;
}

bool
builder_has_line(const struct strip *s)
{
	return s != NULL && s->frames != NULL && s->frames->kind == FRAME_LINE;
}

/* --- Labels */

/* The strip of a label is none of the strips that stay with the heading before
 * it: `owed` counts the lines beside it. */
struct strip *
builder_label(struct builder *b, const struct area *area)
{
	unsigned owed = b->owed;
	struct strip *s = builder_strip(b, area);

	s->keep = KEEP_FIRMLY;
	b->owed = owed;
	return s;
}

/* The base line of the first text from the strip on; where a picture comes
 * first, the label stands at its upper edge. False where there is neither. */
static bool
find_base(const struct strip *s, const struct frame *label, double *base)
{
	const struct frame *f;
	double y = 0;

	for (; s != NULL && s->frames == NULL; s = s->next)
		y += s->height + (s->next != NULL ? s->next->before : 0);
	for (f = s != NULL ? s->frames : NULL; f != NULL; f = f->next)
		if (f->kind == FRAME_LINE || f->kind == FRAME_PICTURE) {
			*base = y + f->y + (f->kind == FRAME_LINE ?
			    f->base : label->base);
			return true;
		}
	return false;
}

void
builder_label_line(struct builder *b, struct strip *s,
    const struct frame *label, double x)
{
	double base = label->base;

	if (find_base(s->next, label, &base)) {
		s->before = fmax(s->before, s->next->before);
		s->next->before = 0;
	} else {
		s->height = label->height;
		s->keep = s->next != NULL ? KEEP_FIRMLY : KEEP_NOT;
	}
	frame_copy(b->job->arena, s, label, x, base - label->base);
}

/* --- Paragraphs */

/* Whether the paragraph introduces the next block: it ends in a colon, or it
 * is short, first in its entry, and no figure follows. */
static bool
introduces(const struct builder *b, const node *n, size_t lines)
{
	const node *next = dom_next(n), *in = dom_parent(n);

	if (next == NULL)
		return false;
	switch (kind_block(dom_kind(next))) {
	case BLOCK_LIST:
	case BLOCK_TABLE:
	case BLOCK_CODE:
	case BLOCK_QUOTE:
	case BLOCK_NOTE:
		if (dom_kind(in) == KIND_ENTRY && n == dom_first(in) &&
		    lines <= SHORT)
			return true;
		break;
	case BLOCK_FIGURE:
		break;
	case BLOCK_DIVISION:
		if (division_is(next, DIVISION_SIGNATURE))
			return true;
		if (dom_item(next)->division.type > DIVISION_SIGNATURE)
			return false;
		break;
	case BLOCK_DOCUMENT:
	case BLOCK_HEADING:
	case BLOCK_PARAGRAPH:
	case BLOCK_ENTRY:
	case BLOCK_RULE:
	case BLOCK_CAPTION:
	case BLOCK_ROW:
	case BLOCK_CELL:
	case BLOCK_GROUP:
	case BLOCK_PAGE_BREAK:
	case BLOCK_FOOTNOTES:
	case BLOCK_FOOTNOTE:
		return false;
	}
	return str_ends(str_rtrim(dom_words(b->job->block_arena, n)), S(":"));
}

/* Keeps the strips of a paragraph with what follows: the last strip, or all of
 * them where the paragraph has few lines. */
static void
keep_paragraph(struct strip *s, size_t lines)
{
	for (; s != NULL; s = s->next)
		if (lines <= TOGETHER || s->next == NULL)
			frame_keep_loosely(s);
}

void
builder_destination(struct builder *b, const struct strip *last,
    const struct item *i)
{
	struct strip *first = last != NULL ? last->next : b->to->first;

	if (i->id.len != 0 && first != NULL)
		frame_bookmark(b->job->arena, first, i->id, 0, S(""));
}

/* --- Blanks of paragraphs that follow each other begin in one column */

/* Whether the paragraph has a blank in its first line. */
static bool
has_blank(const node *n)
{
	if (n == NULL || dom_kind(n) != KIND_PARAGRAPH)
		return false;
	for (n = dom_first(n); n != NULL && dom_kind(n) != KIND_HARD_BREAK;
	    n = dom_next(n))
		if (dom_kind(n) == KIND_FIELD)
			return !field_is_box(dom_item(n)->field.facts);
	return false;
}

/* The column that the paragraph alone would have. */
static double
own_tab(struct builder *b, const struct area *area, const node *n)
{
	struct pdf_tag *tag = pdf_tag_add(area->tag, PDF_TAG_SPAN);
	struct text *t = text_make(b->job, area->style, tag);

	text_inlines(t, n);
	pdf_tag_drop(tag);
	return text_width_tab(t, area->width);
}

static double
tab_of(struct builder *b, const struct area *area, const node *n)
{
	if (!has_blank(n))
		return 0;
	if (b->tab_last == NULL && has_blank(dom_next(n))) {
		b->tab = own_tab(b, area, n);
		for (b->tab_last = n; has_blank(dom_next(b->tab_last));) {
			b->tab_last = dom_next(b->tab_last);
			b->tab = fmax(b->tab, own_tab(b, area, b->tab_last));
		}
	}
	if (b->tab_last == NULL)
		return 0;
	if (b->tab_last == n)
		b->tab_last = NULL;
	return b->tab;
}

void
builder_paragraph(struct builder *b, const struct area *area,
    const node *n, struct pdf_tag *tag)
{
	struct text *t = text_make(b->job, area->style, tag);
	struct strip *first;
	struct text_lines set;

	text_inlines(t, n);
	if (text_is_empty(t))
		return;
	text_tab(t, tab_of(b, area, n));
	set = text_lines(t, area->width);
	first = builder_lines(b, area, &set);
	builder_space(b, area->gap);
	b->bound = introduces(b, n, set.num);
	if (b->bound)
		keep_paragraph(first, set.num);
}
