/* SPDX-License-Identifier: ISC */
#include "diff/cells.h"

#include "base/arena.h"
#include "diff/flat_word.h"
#include "diff/lcs.h"

static size_t *
first_rows(struct arena *a, const struct flat *f)
{
	size_t i, num = 0, *rows;
	const struct flat_block *b = f->blocks;

	for (i = 0; i < f->num_blocks; i++)
		if (b[i].table != FLAT_NONE && b[i].table >= num)
			num = b[i].table + 1;
	rows = arena_array(a, size_t, num + 1);
	for (i = f->num_blocks; i-- > 0;)
		if (b[i].kind == FLAT_ROW)
			rows[b[i].table] = i;
	return rows;
}

struct cells
cells_make(struct changes *c, struct script_sides *sides,
    const struct matches *m)
{
	return (struct cells){ .changes = c, .sides = sides, .m = m,
	    .old_tables = first_rows(c->arena, c->old),
	    .new_tables = first_rows(c->arena, c->new) };
}

bool
cells_are_heads(const struct cells *c, size_t i, size_t j)
{
	return c->old_tables[c->changes->old->blocks[i].table] == i &&
	    c->new_tables[c->changes->new->blocks[j].table] == j;
}

/* The hash of each cell: of its words. */
static struct lcs_row
hash_cells(struct arena *a, const struct flat *f, const struct flat_block *b)
{
	struct lcs_row row = { .num = b->num_cells };
	uint64_t *items = arena_array(a, uint64_t, b->num_cells + 1);
	struct flat_span s;
	size_t i;

	for (i = 0; i < b->num_cells; i++) {
		s = b->cells[i];
		items[i] = s.end - s.start;
		for (; s.start < s.end; s.start++)
			items[i] = items[i] * 31 + f->words[s.start].hash;
	}
	row.items = items;
	row.common = arena_array(a, bool, b->num_cells + 1);
	return row;
}

/* Returns for each cell of the new row that of the old one, or FLAT_NONE: cells
 * with equal words, and between these, where as many are left on both sides,
 * the next ones. */
static size_t *
pair_cells(struct cells *c, const struct flat_block *x,
    const struct flat_block *y)
{
	struct arena *a = c->changes->arena;
	struct lcs_row old = hash_cells(a, c->changes->old, x);
	struct lcs_row new = hash_cells(a, c->changes->new, y);
	size_t *pairs = arena_array(a, size_t, new.num + 1);
	size_t i = 0, j = 0, i_end, j_end, k;

	lcs_find(a, old, new, &c->sides->budget);
	while (j < new.num) {
		for (i_end = i; i_end < old.num && !old.common[i_end]; i_end++)
			;
		for (j_end = j; j_end < new.num && !new.common[j_end]; j_end++)
			;
		for (k = j; k < j_end; k++)
			pairs[k] = k - j < i_end - i ? i + (k - j) : FLAT_NONE;
		if (j_end < new.num)
			pairs[j_end] = i_end;
		i = i_end + 1;
		j = j_end + 1;
	}
	return pairs;
}

/* The columns of the tables decide, where the rows have as many cells. */
static size_t *
find_pairs(struct cells *c, const struct flat_block *x,
    const struct flat_block *y)
{
	const struct flat_block *old = &c->changes->old->blocks[
	    c->old_tables[x->table]];
	const struct flat_block *new = &c->changes->new->blocks[
	    c->new_tables[y->table]];
	size_t *pairs, j;

	if (x->num_cells != y->num_cells && old->num_cells == x->num_cells &&
	    new->num_cells == y->num_cells)
		return pair_cells(c, old, new);
	if (x->num_cells != y->num_cells)
		return pair_cells(c, x, y);
	pairs = arena_array(c->changes->arena, size_t, y->num_cells + 1);
	for (j = 0; j < y->num_cells; j++)
		pairs[j] = j;
	return pairs;
}

/* Whether an unpaired cell is one of an added or removed column. */
static bool
is_column(const struct cells *c, const struct flat_block *x,
    const struct flat_block *y)
{
	size_t i = c->old_tables[x->table], j = c->new_tables[y->table];

	return c->m->old[i].partner == j &&
	    c->changes->old->blocks[i].num_cells == x->num_cells &&
	    c->changes->new->blocks[j].num_cells == y->num_cells;
}

static struct flat_span
cell_of(const struct flat_block *b, size_t i)
{
	return i != FLAT_NONE ? b->cells[i] : (struct flat_span){ 0, 0 };
}

struct change_part *
cells_compare(struct cells *c, size_t i, size_t j, size_t *num)
{
	const struct flat_block *x = &c->changes->old->blocks[i];
	const struct flat_block *y = &c->changes->new->blocks[j];
	size_t *pairs = find_pairs(c, x, y), next = 0, k;
	struct change_part *parts = arena_array(c->changes->arena,
	    struct change_part, x->num_cells + y->num_cells + 1);
	bool column = is_column(c, x, y);

	*num = 0;
	for (k = 0; k <= y->num_cells; k++) {
		size_t end = k == y->num_cells ? x->num_cells : pairs[k];

		for (; end != FLAT_NONE && next < end; next++)
			parts[(*num)++] = (struct change_part){ script_make(
			    c->sides, x->cells[next], cell_of(y, FLAT_NONE)),
			    column ? CHANGE_COLUMN_REMOVED : CHANGE_NONE,
			    next };
		if (k == y->num_cells)
			break;
		parts[(*num)++] = (struct change_part){ script_make(c->sides,
		    cell_of(x, pairs[k]), y->cells[k]),
		    pairs[k] == FLAT_NONE && column ? CHANGE_COLUMN_ADDED :
		    CHANGE_NONE, k };
		if (end != FLAT_NONE)
			next = end + 1;
	}
	return parts;
}
