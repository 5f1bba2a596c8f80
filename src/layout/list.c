/* SPDX-License-Identifier: ISC */
#include "layout/list.h"

#include <math.h>

#include "base/arena.h"
#include "layout/block.h"
#include "layout/shape.h"
#include "layout/text.h"
#include "layout/text_lines.h"
#include "model/form.h"

/* The space between the number or bullet of an entry and its text [pt]. */
#define LABEL_GAP	5.

/* The label of entries inside so many lists of bullets; static. */
static str
bullet_at(int depth)
{
	static const str bullets[] = { { "•", 3 }, { "–", 3 }, { "▪", 3 } };

	return bullets[depth % 3];
}

/* ISO 32000-1, table 347. */
static enum pdf_numbering
numbering_of(const struct builder *b, const struct item *list)
{
	static const enum pdf_numbering bullets[] = { PDF_NUMBERING_DISC,
	    PDF_NUMBERING_CIRCLE, PDF_NUMBERING_SQUARE };

	if (!list->list.ordered)
		return bullets[b->depth % 3];
	switch (list->list.numbering) {
	case NUMBERING_DECIMAL:		break;
	case NUMBERING_LETTER:		return PDF_NUMBERING_LOWER_ALPHA;
	case NUMBERING_UPPER_LETTER:	return PDF_NUMBERING_UPPER_ALPHA;
	case NUMBERING_ROMAN:		return PDF_NUMBERING_LOWER_ROMAN;
	case NUMBERING_UPPER_ROMAN:	return PDF_NUMBERING_UPPER_ROMAN;
	}
	return PDF_NUMBERING_DECIMAL;
}

static str
label_of(struct builder *b, const node *entry, unsigned number)
{
	if (!dom_item(dom_parent(entry))->list.ordered)
		return bullet_at(b->depth);
	if (dom_item(entry)->entry.label.len != 0)
		return dom_item(entry)->entry.label;
	return str_join(b->job->arena, str_uint(b->job->arena, number),
	    S("."));
}

/* The width of the widest label. Numbers of our own grow: the last one. */
static double
label_width(struct builder *b, const struct area *area, const node *list)
{
	const struct style *style = area->style;
	struct shape_source source;
	double width = 0;
	unsigned number = dom_item(list)->list.start;
	const node *n;

	for (n = dom_first(list); n != NULL; n = dom_next(n), number++) {
		if (dom_next(n) != NULL && !dom_item(list)->list.labelled)
			continue;
		source = shape_source(shape_place(b->job, dom_item(n)->pos),
		    S(""));
		width = fmax(width, shape_word(b->job,
		    style->chains[style->variant], label_of(b, n, number +
		    !dom_item(list)->list.labelled), &source)->width);
	}
	return width * style->size;
}

/* The room for the widest label; the style's indent at least. */
static double
label_room(struct builder *b, const struct area *area, const node *list)
{
	return fmax(b->job->styles->by_id[STYLE_LIST].indent,
	    label_width(b, area, list) + LABEL_GAP);
}

/* Whether a box or button takes the place of the bullet. */
static bool
has_box(const node *entry)
{
	return !dom_item(dom_parent(entry))->list.ordered &&
	    form_box(entry) != NULL;
}

static struct text_lines
make_label(struct builder *b, const struct area *area,
    struct pdf_tag *tag, str words, const node *list)
{
	struct text *t;
	struct style *style = arena_new_of(b->job->block_arena, struct style);

	*style = *area->style;
	style->align = STYLE_ALIGN_START;
	t = text_make(b->job, style, pdf_tag_add(tag, PDF_TAG_LABEL));
	text_words(t, words, shape_place(b->job, dom_item(list)->pos));
	return text_lines(t, area->width);
}

/* In a tight list the first paragraph of an entry has no tag of its own: its
 * words go directly into the entry's body. */
static void
put_entry_blocks(struct builder *b, const struct area *area,
    const node *entry, bool tight)
{
	const node *n = dom_first(entry);

	if (n != NULL && tight && dom_kind(n) == KIND_PARAGRAPH) {
		builder_paragraph(b, area, n, area->tag);
		n = dom_next(n);
	}
	for (; n != NULL; n = dom_next(n))
		block_put(b, area, n);
}

static void
put_entry(struct builder *b, const struct area *area,
    const node *entry, str words, double room)
{
	struct arena_state state = arena_state(b->job->block_arena);
	struct pdf_tag *tag = pdf_tag_add(area->tag, PDF_TAG_ENTRY);
	struct text_lines label = { 0 };
	struct area inner = *area;
	struct strip *last = b->to->last;
	const node *first = dom_first(entry);
	const struct item *list = dom_item(dom_parent(entry));
	struct strip *strip = NULL;
	double x = area->left;

	if (!has_box(entry))
		label = make_label(b, area, tag, words, dom_parent(entry));
	/* Numbers and bullets of our own end before the gap. */
	if (!list->list.labelled && label.num != 0)
		x += room - LABEL_GAP - label.lines[0].width;
	inner.left += room;
	inner.width -= room;
	inner.tag = pdf_tag_add(tag, PDF_TAG_BODY);
	b->level++;
	if (label.num != 0 && (first == NULL ||
	    dom_kind(first) != KIND_PARAGRAPH))
		strip = builder_label(b, area);
	b->bound = strip != NULL;
	/* Only lists with bullets count: the bullet depends on the depth. */
	b->depth += !list->list.ordered;
	put_entry_blocks(b, &inner, entry, list->list.tight);
	b->depth -= !list->list.ordered;
	b->level--;
	if (strip != NULL)
		builder_label_line(b, strip, &label.lines[0], x);
	else if (label.num != 0 && builder_has_line(last != NULL ? last->next : b->to->first))
		frame_copy(b->job->arena, last != NULL ? last->next :
		    b->to->first, &label.lines[0], x, 0);
	builder_destination(b, last, dom_item(entry));
	arena_rewind(b->job->block_arena, state);
}

/* The strip of the entry that was put after `last`, where it is a single line;
 * else NULL. */
static struct strip *
only_line(const struct builder *b, const struct strip *last)
{
	struct strip *s = last != NULL ? last->next : b->to->first;

	return s == b->to->last && builder_has_line(s) ? s : NULL;
}

/* Puts the entries. Of those that are single lines neither the first nor the
 * last stands alone on a sheet, as no line of a paragraph does. */
static void
put_entries(struct builder *b, const struct area *area, const node *list,
    double room)
{
	unsigned number = dom_item(list)->list.start;
	struct strip *above = NULL, *last, *line;
	const node *n;

	for (n = dom_first(list); n != NULL; n = dom_next(n), number++) {
		last = b->to->last;
		put_entry(b, area, n, label_of(b, n, number), room);
		line = only_line(b, last);
		if (above != NULL && line != NULL && (dom_next(n) == NULL ||
		    dom_prev(n) == dom_first(list)))
			frame_keep_loosely(above);
		above = line;
	}
}

void
list_put(struct builder *b, const struct area *area, const node *list)
{
	const struct item *i = dom_item(list);
	struct area inner = *area;
	double room = label_room(b, area, list);

	inner.tag = pdf_tag_add(area->tag, PDF_TAG_LIST);
	pdf_tag_numbering(inner.tag, numbering_of(b, i));
	if (i->list.tight)
		inner.gap = b->job->styles->by_id[STYLE_LIST].after;
	put_entries(b, &inner, list, room);
	builder_space(b, area->gap);
}
