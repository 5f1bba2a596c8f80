/* SPDX-License-Identifier: ISC */
#include "edition/fill_table.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/nearest.h"
#include "base/phrase.h"
#include "base/turkish.h"

enum { NAME_LIMIT = 100 };		/* [byte] */

static struct pos
pos_of(size_t row, size_t column)
{
	return (struct pos){ (unsigned)row, (unsigned)column + 1 };
}

/* --- The heads */

static const struct entry *
find_entry(const struct fill_table *t, str name)
{
	size_t i;

	for (i = 0; i < t->form->entries.num; i++)
		if (str_eq(t->form->entries.items[i].name, name))
			return &t->form->entries.items[i];
	return NULL;
}

static str
nearest_name(const struct fill_table *t, str name)
{
	struct nearest n = nearest_to(name);
	str slug = turkish_slug(t->arena, name);
	size_t i;

	/* The field's label, as the form shows it. */
	if (find_entry(t, slug) != NULL)
		return slug;

	for (i = 0; i < t->form->entries.num; i++)
		nearest_offer(&n, t->form->entries.items[i].name);
	return nearest_best(&n);
}

static bool
is_repeated(const str *names, size_t i)
{
	size_t j;

	for (j = 0; j < i; j++)
		if (str_eq(names[j], names[i]))
			return true;
	return false;
}

static bool
is_column(const struct fill_table *t, const struct entry *e)
{
	size_t i;

	for (i = 0; i < t->num_columns; i++)
		if (t->columns[i] == e)
			return true;
	return false;
}

/* Whether a person must fill it in, who is the reader of the form. */
static bool
is_required(const struct entry *e)
{
	return (e->flags & ENTRY_REQUIRED) != 0 &&
	    (e->flags & ENTRY_READ_ONLY) == 0;
}

/* Reports required fields that the table has no column for. */
static void
check_required(const struct fill_table *t, const struct csv_row *head)
{
	const struct entry *e = t->form->entries.items;
	size_t i;

	for (i = 0; i < t->form->entries.num; i++, e++)
		if (is_required(e) && !is_column(t, e))
			diag(t->diags, DIAG_FILL_REQUIRED, pos_of(head->number,
			    0), t->path, e->name);
}

static void
read_heads(struct fill_table *t, const struct csv_row *head, str name)
{
	str *names = arena_array(t->arena, str, head->num);
	size_t i;

	t->names = names;
	t->num_columns = head->num;
	t->columns = arena_array(t->arena, const struct entry *, head->num);
	for (i = 0; i < head->num; i++) {
		names[i] = str_trim(head->cells[i]);
		t->columns[i] = find_entry(t, names[i]);
		if (name.len != 0 && str_eq(names[i], name))
			t->name_column = i + 1;
		else if (names[i].len != 0 && t->columns[i] == NULL)
			diag(t->diags, DIAG_FILL_COLUMN, pos_of(head->number,
			    i), t->path, names[i], nearest_name(t, names[i]));
		if (names[i].len != 0 && is_repeated(names, i))
			diag(t->diags, DIAG_FILL_TABLE, pos_of(head->number,
			    i), t->path, phrase_text(PHRASE_FILL_TWICE));
	}
	check_required(t, head);
	if (name.len != 0 && t->name_column == 0)
		diag(t->diags, DIAG_FILL_TABLE, pos_of(head->number, 0),
		    t->path, str_join(t->arena, phrase_text(
		    PHRASE_FILL_NO_COLUMN), S(" "), name));
}

/* --- The cells */

static str
why(const struct fill_table *t, enum filling_fault fault, str detail)
{
	static const enum phrase reasons[] = {
		[FILLING_LOCKED] = PHRASE_FILL_LOCKED,
		[FILLING_SIGNATURE] = PHRASE_FILL_SIGNATURE,
		[FILLING_MARK] = PHRASE_FILL_MARK,
		[FILLING_CHOICE] = PHRASE_FILL_CHOICE,
		[FILLING_LINES] = PHRASE_FILL_LINES,
		[FILLING_LETTER] = PHRASE_FILL_LETTER,
		[FILLING_LONG] = PHRASE_FILL_LONG,
		[FILLING_DATE] = PHRASE_FILL_DATE,
		[FILLING_SPACE] = PHRASE_FILL_SPACE,
	};

	return str_join(t->arena, phrase_text(reasons[fault]),
	    detail.len != 0 ? S(" ") : S(""), detail);
}

static str
cell_of(const struct csv_row *row, size_t column)
{
	return column < row->num ? row->cells[column] : S("");
}

static void
check_cell(struct fill_table *t, struct arena *scratch,
    const struct csv_row *row, size_t i)
{
	const struct entry *e = t->columns[i];
	struct filling_value v;
	enum filling_fault fault;
	str detail, cell = cell_of(row, i);

	if (e == NULL)
		return;
	if (cell.len == 0) {
		if (is_required(e))
			diag(t->diags, DIAG_FILL_REQUIRED, pos_of(row->number,
			    i), t->path, t->names[i]);
		return;
	}
	fault = filling_read(t->form, scratch, &v, e, cell, &detail);
	if (fault != FILLING_FINE)
		diag(t->diags, DIAG_FILL_VALUE, pos_of(row->number, i),
		    t->path, t->names[i], why(t, fault, detail));
}

/* Cells without a head: the row has a separator too many, and its values may
 * stand in wrong columns. */
static void
check_rest(struct fill_table *t, const struct csv_row *row)
{
	size_t i;

	for (i = 0; i < row->num; i++)
		if (row->cells[i].len != 0 && (i >= t->num_columns ||
		    t->names[i].len == 0))
			diag(t->diags, DIAG_FILL_TABLE, pos_of(row->number, i),
			    t->path, phrase_text(PHRASE_FILL_HEADLESS));
}

static void
check_name(struct fill_table *t, struct map *names, size_t i)
{
	const struct csv_row *row = &t->rows[i];
	str name = fill_table_name(t, t->arena, i);
	struct map_slot *slot;

	if (name.len == 0) {
		diag(t->diags, DIAG_FILL_TABLE, pos_of(row->number,
		    t->name_column - 1), t->path,
		    phrase_text(PHRASE_FILL_NAMELESS));
		return;
	}
	slot = map_slot(names, name);
	if (slot->number != 0)
		diag(t->diags, DIAG_FILL_TABLE, pos_of(row->number,
		    t->name_column - 1), t->path, str_join(t->arena,
		    phrase_text(PHRASE_FILL_SAME_NAME), S(" "),
		    str_uint(t->arena, slot->number)));
	else
		slot->number = row->number;
}

static void
check_rows(struct fill_table *t)
{
	struct arena *scratch = arena_new();
	struct map names = map_make(t->arena);
	size_t i, j;

	for (i = 0; i < t->num; i++) {
		for (j = 0; j < t->num_columns; j++)
			check_cell(t, scratch, &t->rows[i], j);
		check_rest(t, &t->rows[i]);
		if (t->name_column != 0)
			check_name(t, &names, i);
		arena_reset(scratch);
	}
	arena_free(scratch);
}

bool
fill_table_read(struct fill_table *t, struct arena *a,
    const struct filling *form, struct diags *ds, str path, str bytes,
    const char *name)
{
	static const enum phrase reasons[] = {
		[CSV_ENCODING] = PHRASE_FILL_ENCODING,
		[CSV_QUOTE] = PHRASE_FILL_QUOTE,
		[CSV_LARGE] = PHRASE_FILL_LARGE,
	};
	struct csv csv;
	size_t row;
	enum csv_fault fault = csv_read(&csv, a, bytes, &row);

	*t = (struct fill_table){ .arena = a, .form = form, .diags = ds,
	    .path = path };
	if (fault != CSV_FINE || csv.num < 2) {
		diag(ds, DIAG_FILL_TABLE, pos_of(fault == CSV_QUOTE ? row : 1,
		    0), path, phrase_text(fault != CSV_FINE ? reasons[fault] :
		    PHRASE_FILL_EMPTY));
		return false;
	}
	t->rows = csv.rows + 1;
	t->num = csv.num - 1;
	read_heads(t, &csv.rows[0], str_of(name != NULL ? name : ""));
	check_rows(t);
	return true;
}

/* --- What is written */

size_t
fill_table_values(const struct fill_table *t, struct arena *a, size_t row,
    struct filling_value **values)
{
	size_t i, num = 0;
	str cell, detail;

	*values = arena_array(a, struct filling_value, t->num_columns);
	for (i = 0; i < t->num_columns; i++) {
		cell = cell_of(&t->rows[row], i);
		if (t->columns[i] != NULL && cell.len != 0 &&
		    filling_read(t->form, a, &(*values)[num], t->columns[i],
		    cell, &detail) == FILLING_FINE)
			num++;
	}
	return num;
}

str
fill_table_name(const struct fill_table *t, struct arena *a, size_t row)
{
	struct sink k = { 0 };

	if (t->name_column != 0)
		return str_upto(turkish_slug(a, cell_of(&t->rows[row],
		    t->name_column - 1)), NAME_LIMIT);
	sink_uint_wide(&k, row + 1, 4);
	return sink_take(&k, a);
}
