/* SPDX-License-Identifier: ISC */
#include "import/table_writer.h"

#include "import/escape.h"

enum { DASHES = 72, FEWEST = 4 };

static void	put_blocks(struct line_writer *, struct sink *,
		    const struct blocks *, size_t start);

/* A table in a cell: its cells one after the other. */
static void
put_inner(struct line_writer *w, struct sink *to, const struct table *t,
    size_t start)
{
	const struct table_row *r;
	const struct cell *c;

	losses_add(w->losses, PHRASE_LOSS_NESTED, S(""), w->place);
	for (r = t->first; r != NULL; r = r->next)
		for (c = r->first; c != NULL; c = c->next)
			put_blocks(w, to, &c->blocks, start);
}

static void
put_label(struct sink *to, const struct block *b)
{
	if (b->label.len == 0)
		return;
	escape_text(to, b->bullet ? S("•") : b->label, ' ');
	sink_char(to, ' ');
}

static void
put_block(struct line_writer *w, struct sink *to, const struct block *b)
{
	struct line_writer inner = *w;

	if (b->label.len != 0 && !b->bullet && b->counted)
		losses_added(w->losses, b->label);
	put_label(to, b);
	inner.in_cell = true;
	inner.at_start = false;
	if (b->kind == IS_FIGURE)
		line_writer_picture(w, to, b->runs.first->picture, S(""));
	else
		line_writer_put(&inner, to, &b->runs);
}

static void
put_blocks(struct line_writer *w, struct sink *to, const struct blocks *blocks,
    size_t start)
{
	const struct block *b;

	for (b = blocks->first; b != NULL; b = b->next) {
		if (b->table == NULL && blocks_are_blank(&b->runs))
			continue;
		if (to->len != start && b->table == NULL)
			sink_puts(to, "<br>");
		if (b->table != NULL)
			put_inner(w, to, b->table, start);
		else
			put_block(w, to, b);
	}
}

static void
put_cell(struct line_writer *w, struct sink *to, const struct cell *c,
    bool header)
{
	struct line_writer own = *w;
	size_t i, start;

	sink_char(to, ' ');
	start = to->len;
	if (header)
		own.without |= LOOK_BOLD;
	if (c->merge == CELL_CONTINUES)
		sink_puts(to, "^^");
	else
		put_blocks(&own, to, &c->blocks, start);
	sink_puts(to, to->len != start ? " |" : "|");
	for (i = 1; i < c->columns; i++)
		sink_char(to, '|');
}

static void
put_row(struct line_writer *w, struct sink *to, const struct table_row *r)
{
	const struct cell *c;

	sink_char(to, '|');
	for (c = r->first; c != NULL; c = c->next)
		put_cell(w, to, c, r->header);
	sink_char(to, '\n');
}

/* How all cells of a column are aligned that have a text and no header; left
 * where they differ. */
static enum block_align
align_of(const struct table *t, size_t column)
{
	const struct table_row *r;
	const struct cell *c;
	enum block_align align = PLACE_LEFT;
	bool any = false;

	for (r = t->first; r != NULL; r = r->next)
		for (c = r->first; c != NULL; c = c->next) {
			if (c->column != column || r->header ||
			    c->blocks.first == NULL ||
			    blocks_are_blank(&c->blocks.first->runs))
				continue;
			if (any && c->blocks.first->align != align)
				return PLACE_LEFT;
			align = c->blocks.first->align;
			any = true;
		}
	return align;
}

/* As many dashes as a column's share of the width; few where all are as wide:
 * nobody has chosen that. */
static unsigned
dashes_of(const struct table *t, size_t column)
{
	unsigned long all = 0;
	bool equal = true;
	size_t i;

	for (i = 0; i < t->columns; i++) {
		all += t->widths[i];
		equal &= t->widths[i] == t->widths[0];
		if (t->widths[i] == 0)
			return 3;
	}
	if (equal)
		return 3;
	i = (size_t)(t->widths[column] * (unsigned long)DASHES / all);
	return i < FEWEST ? FEWEST : (unsigned)i;
}

static void
put_delimiters(struct sink *to, const struct table *t)
{
	enum block_align align;
	unsigned n;
	size_t i;

	sink_char(to, '|');
	for (i = 0; i < t->columns; i++) {
		align = align_of(t, i);
		n = dashes_of(t, i);
		if (align == PLACE_CENTER)
			sink_char(to, ':');
		sink_indent(to, (int)(n - (align == PLACE_CENTER) -
		    (align != PLACE_LEFT)), '-');
		sink_puts(to, align != PLACE_LEFT ? ":|" : "|");
	}
	sink_char(to, '\n');
}

void
table_writer_put(struct line_writer *w, struct sink *to,
    const struct table *t)
{
	const struct table_row *r = t->first;
	size_t i;

	if (r != NULL && r->header) {
		put_row(w, to, r);
		r = r->next;
	} else {
		sink_char(to, '|');
		for (i = 0; i < t->columns; i++)
			sink_puts(to, " |");
		sink_char(to, '\n');
	}
	put_delimiters(to, t);
	for (; r != NULL; r = r->next)
		put_row(w, to, r);
}
