/* SPDX-License-Identifier: ISC */
#include "import/grid.h"

#include "base/arena.h"

bool
grid_is_blank(const struct cell *c)
{
	const struct block *b;

	for (b = c->blocks.first; b != NULL; b = b->next)
		if (b->table != NULL || b->kind == IS_FIGURE ||
		    b->label.len != 0 || !blocks_are_blank(&b->runs))
			return false;
	return true;
}

/* Where each cell begins. */
static void
set_columns(struct table *t)
{
	struct table_row *r;
	struct cell *c;
	size_t at;

	t->columns = 0;
	for (r = t->first; r != NULL; r = r->next) {
		for (at = 0, c = r->first; c != NULL; c = c->next) {
			c->column = at;
			at += c->columns;
		}
		if (at > t->columns)
			t->columns = at;
	}
}

static void
fill_rows(struct arena *a, struct table *t)
{
	struct table_row *r;
	struct cell *c;
	size_t end;

	for (r = t->first; r != NULL; r = r->next) {
		end = r->last != NULL ? r->last->column + r->last->columns : 0;
		for (; end < t->columns; end++) {
			c = blocks_cell(a, r);
			c->column = end;
		}
	}
}

/* A continued cell has the columns of the one above, and no text. */
static void
check_merges(struct table *t)
{
	const struct table_row *above = NULL;
	const struct cell *up;
	struct table_row *r;
	struct cell *c;

	for (r = t->first; r != NULL; above = r, r = r->next) {
		up = above != NULL ? above->first : NULL;
		for (c = r->first; c != NULL; c = c->next) {
			while (up != NULL && up->column < c->column)
				up = up->next;
			if (c->merge == CELL_CONTINUES && (up == NULL ||
			    up->column != c->column ||
			    up->columns != c->columns || !grid_is_blank(c)))
				c->merge = CELL_OWN;
		}
	}
}

static bool
has_own(const struct table_row *r)
{
	const struct cell *c;

	for (c = r->first; c != NULL; c = c->next)
		if (c->merge == CELL_OWN)
			return true;
	return false;
}

/* A row in which no cell begins is the lower part of the one above. */
static void
drop_rows(struct table *t)
{
	struct table_row *r, *last = NULL;

	for (r = t->first; r != NULL; r = r->next)
		if (has_own(r)) {
			*(last != NULL ? &last->next : &t->first) = r;
			last = r;
		}
	*(last != NULL ? &last->next : &t->first) = NULL;
	t->last = last;
}

/* Takes out the columns in which no cell begins. */
static void
drop_columns(struct table *t)
{
	bool begins[GRID_COLUMNS + 1] = { false };
	struct table_row *r;
	struct cell *c;
	size_t i, n, kept = 0;

	for (r = t->first; r != NULL; r = r->next)
		for (c = r->first; c != NULL; c = c->next)
			begins[c->column] |= c->merge == CELL_OWN;
	for (r = t->first; r != NULL; r = r->next)
		for (c = r->first; c != NULL; c = c->next) {
			for (n = 0, i = c->column; i < c->column + c->columns;
			    i++)
				n += begins[i];
			c->columns = n;
		}
	for (i = 0; i < t->columns; i++) {
		if (begins[i])
			t->widths[kept++] = t->widths[i];
		else if (kept != 0)
			t->widths[kept - 1] += t->widths[i];
	}
	set_columns(t);
}

static bool
is_bold(const struct table_row *r)
{
	const struct cell *c;
	const struct block *b;
	const struct run *run;
	bool any = false;

	for (c = r->first; c != NULL; c = c->next)
		for (b = c->blocks.first; b != NULL; b = b->next)
			for (run = b->runs.first; run != NULL; run = run->next)
				if (run->kind == RUN_TEXT &&
				    str_trim(run->text).len != 0) {
					if ((run->look & LOOK_BOLD) == 0)
						return false;
					any = true;
				}
	return any;
}

static bool
reaches_down(const struct table_row *r)
{
	const struct cell *c = r->next != NULL ? r->next->first : NULL;

	for (; c != NULL; c = c->next)
		if (c->merge == CELL_CONTINUES)
			return true;
	return false;
}

/* The header is the first row, or there is none. */
static void
set_header(struct table *t, struct losses *losses, str place)
{
	struct table_row *r = t->first;
	bool header = r != NULL && r->next != NULL && (r->header ||
	    is_bold(r));

	if (header && (reaches_down(r) || (r->next->header && r->header)))
		losses_add(losses, PHRASE_LOSS_HEADERS, S(""), place);
	for (; r != NULL; r = r->next)
		r->header = header && r == t->first && !reaches_down(r);
}

bool
grid_make(struct arena *a, struct table *t, struct losses *losses, str place)
{
	if (t->made)
		return true;
	t->made = true;
	set_columns(t);
	if (t->columns > GRID_COLUMNS)
		return false;
	fill_rows(a, t);
	check_merges(t);
	drop_rows(t);
	drop_columns(t);
	set_header(t, losses, place);
	return true;
}
