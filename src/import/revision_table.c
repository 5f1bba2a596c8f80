/* SPDX-License-Identifier: ISC */
#include "import/revision_table.h"

#include "base/arena.h"
#include "base/turkish.h"
#include "import/contents.h"
#include "import/grid.h"
#include "import/head_words.h"

enum {
	TITLE_WORDS = 6,		/* at most, in the line above */
	/* [byte] of what becomes front matter, at most: source/front_matter.c
	 * reads 16 KiB in all. */
	ROOM = 8 << 10,
	ROW_ROOM = 64			/* of its keys */
};

struct table_reader {
	struct document	*document;
	struct arena	*arena;
	size_t		 columns[WHATS];	/* those of the table: none */
	struct earlier	*rows;		/* in the order of the table */
	struct earlier	*newest;
	bool		 whole;		/* they say all that it says */
	size_t		 room;
};

/* --- The head of the table */

/* Notes where number, date and change stand; false where this is no head of a
 * revision table, which has a number and a change. */
static bool
find_columns(struct table_reader *r, const struct table *t,
    const struct table_row *row)
{
	const struct cell *c;
	enum what what;
	size_t i;

	for (i = 0; i < WHATS; i++)
		r->columns[i] = t->columns;
	r->whole = true;
	for (c = row != NULL ? row->first : NULL; c != NULL; c = c->next) {
		what = head_words_column(blocks_lines(r->arena, &c->blocks));
		if (what == WHATS || r->columns[what] != t->columns)
			r->whole = false;
		else
			r->columns[what] = c->column;
	}
	for (i = 0; i < WHATS; i++)
		r->whole &= r->columns[i] == t->columns || i == REVISION ||
		    i == REVISED || i == CHANGE;
	return r->columns[REVISION] != t->columns && r->columns[CHANGE] !=
	    t->columns;
}

/* “REVİZYON TAKİP TABLOSU”, “Değişiklikler” */
static bool
is_title(str words)
{
	size_t i, blanks = 0;

	for (i = 0; i < words.len; i++)
		blanks += char_is_space(words.p[i]);
	return blanks < TITLE_WORDS && !str_ends(words, S(".")) &&
	    head_words_have_revision(words);
}

/* Whether all of the first row is one title. */
static bool
is_title_row(struct table_reader *r, const struct table_row *row)
{
	const struct cell *c = row->first;

	if (c == NULL || !is_title(blocks_lines(r->arena, &c->blocks)))
		return false;
	while ((c = c->next) != NULL)
		if (!grid_is_blank(c))
			return false;
	return true;
}

/* Returns the row of the heads; NULL: it is no revision table. */
static const struct table_row *
find_head(struct table_reader *r, const struct block *b)
{
	const struct table_row *row;

	if (b->table == NULL || !grid_make(r->arena, b->table,
	    &r->document->reading->losses, S("")))
		return NULL;
	row = b->table->first;
	if (row != NULL && is_title_row(r, row))
		row = row->next;
	return find_columns(r, b->table, row) ? row : NULL;
}

/* --- Its rows */

/* Whether the cell has nothing but letters. */
static bool
is_text(const struct cell *c)
{
	const struct block *b;
	const struct run *r;

	for (b = c->blocks.first; b != NULL; b = b->next) {
		if (b->table != NULL || b->counted)
			return false;
		for (r = b->runs.first; r != NULL; r = r->next)
			if ((r->kind != RUN_TEXT && r->kind != RUN_BREAK) ||
			    r->link.len != 0)
				return false;
	}
	return c->merge == CELL_OWN;
}

static void
use_room(struct table_reader *r, size_t size)
{
	r->room -= size < r->room ? size : r->room;
}

/* Takes what the cell says; what it cannot take leaves the table in the
 * text. */
static void
take_cell(struct table_reader *r, struct earlier *e, const struct cell *c)
{
	str words = head_words_one_line(r->arena, blocks_lines(r->arena,
	    &c->blocks));

	use_room(r, words.len);
	r->whole &= is_text(c) && c->columns <= 1 && r->room != 0;
	if (words.len == 0 || str_eq(words, S("-")) || str_eq(words, S("–")))
		return;
	if (c->column == r->columns[REVISION])
		e->number.text = words;
	else if (c->column == r->columns[CHANGE])
		e->change.text = words;
	else
		r->whole &= c->column == r->columns[REVISED] &&
		    head_words_is_day(words, &e->date);
}

static bool
says_nothing(const struct earlier *e)
{
	return e->number.text.len == 0 && e->change.text.len == 0 &&
	    !date_is_set(e->date);
}

/* Reads the rows; an empty one stands for nothing. */
static void
read_rows(struct table_reader *r, const struct table_row *row)
{
	struct earlier **to = &r->rows, *e;
	const struct cell *c;

	for (; row != NULL; row = row->next) {
		e = arena_new_of(r->arena, struct earlier);
		use_room(r, ROW_ROOM);
		for (c = row->first; c != NULL; c = c->next)
			take_cell(r, e, c);
		if (says_nothing(e))
			continue;
		r->whole &= e->number.text.len != 0 || date_is_set(e->date);
		*to = e;
		to = &e->next;
	}
}

static bool
is_newer(const struct earlier *e, const struct earlier *than)
{
	unsigned x, y;
	str rest;

	if (date_is_set(e->date) && date_is_set(than->date))
		return date_cmp(e->date, than->date) > 0;
	return head_words_revision(e->number.text, &x, &rest) &&
	    head_words_revision(than->number.text, &y, &rest) && x > y;
}

/* Some offices write the newest row first. */
static void
order(struct table_reader *r)
{
	struct earlier *e, *next, *last = r->rows;
	bool turned;

	while (last != NULL && last->next != NULL)
		last = last->next;
	turned = last != NULL && is_newer(r->rows, last);
	r->newest = turned ? r->rows : last;
	if (!turned)
		return;
	for (e = r->rows, r->rows = NULL; e != NULL; e = next) {
		next = e->next;
		e->next = r->rows;
		r->rows = e;
	}
}

/* --- The table */

/* Whether a new part of the text begins: what stands below the title of the
 * table is the table alone. */
static bool
is_part(const struct block *b)
{
	return b == NULL || b->kind == IS_HEADING || b->kind >= IS_PAGE ||
	    (b->table == NULL && b->runs.first != NULL &&
	    (b->runs.first->look & LOOK_BOLD) != 0);
}

static bool
ends_part(const struct block *table)
{
	const struct block *b = table->next;

	while (b != NULL && b->table == NULL && b->kind <= IS_ITEM &&
	    blocks_are_blank(&b->runs))
		b = b->next;
	return is_part(b);
}

/* Leaves all but the newest row, which is the last. */
static struct earlier *
others(struct table_reader *r)
{
	struct earlier **e = &r->rows;

	while (*e != r->newest)
		e = &(*e)->next;
	*e = NULL;
	return r->rows;
}

static void
read_table(struct table_reader *r, const struct table_row *head)
{
	r->rows = r->newest = NULL;
	r->room = ROOM;
	read_rows(r, head->next);
	order(r);
}

bool
revision_table_is(struct document *d, const struct block *b)
{
	struct table_reader r = { .document = d, .arena = d->reading->arena };

	return find_head(&r, b) != NULL;
}

void
revision_table_read(struct document *d, struct revision_table *t)
{
	struct table_reader r = { .document = d, .arena = d->reading->arena };
	struct block *b, *above = NULL;
	const struct table_row *head;

	*t = (struct revision_table){ 0 };
	for (b = d->blocks.first; b != NULL && !t->whole; b = b->next) {
		if ((head = find_head(&r, b)) != NULL) {
			read_table(&r, head);
			if (r.newest != NULL)
				*t = (struct revision_table){ r.newest,
				    others(&r), r.whole && !b->has_caption, b,
				    ends_part(b) ? above : NULL };
		}
		if (b->table != NULL || !blocks_are_blank(&b->runs))
			above = b->table == NULL && is_title(blocks_words(
			    r.arena, &b->runs)) ? b : NULL;
	}
}
