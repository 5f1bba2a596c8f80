/* SPDX-License-Identifier: ISC */
#include "edition/list_columns.h"

#include "base/arena.h"
#include "base/message.h"

static const struct {
	enum word	 head;
	const char	*key;
} columns[LIST_COLUMNS] = {
	[LIST_WORK] = { WORD_NUMBER, "work" },
	[LIST_TITLE] = { WORD_DOCUMENT, "title" },
	[LIST_UNIT] = { WORD_UNIT, "unit" },
	[LIST_OWNER] = { WORD_LIST_OWNER, "owner" },
	[LIST_REVISION] = { WORD_REVISION, "revision" },
	[LIST_FIRST] = { WORD_PUBLISHED, "published" },
	[LIST_DATE] = { WORD_REVISED, "revised" },
	[LIST_STATE] = { WORD_STATUS, "status" },
	[LIST_REVIEW] = { WORD_LIST_REVIEW, "review" },
	[LIST_END] = { WORD_LIST_ENDED, "ended" },
	[LIST_NOTE] = { WORD_LIST_NOTE, "note" },
	[LIST_EDITION] = { WORD_LIST_IDENTITY, "edition" },
	[LIST_SUCCESSOR] = { WORD_LIST_SUCCESSOR, "successor" },
};

static const struct {
	enum word	 head;
	const char	*key;
} notes[] = {
	[LIST_OF_NOTES] = { WORD_LIST_NOTE, "note" },
	[LIST_OF_SOURCES] = { WORD_LIST_OUTSIDE, "source" },
	[LIST_OF_ORIGINALS] = { WORD_LIST_ORIGINAL, "original" },
};

/* The declared rows, the unique ones or the others; *row is 0 at first. */
static bool
next_row(const struct list_columns *l, bool unique, size_t *row)
{
	const struct header_rows *h = &l->collection->header_rows;

	while (*row < h->num)
		if (h->rows[(*row)++].declared &&
		    h->rows[*row - 1].unique == unique)
			return true;
	return false;
}

static void
add_fixed(struct list_columns *l, size_t column, enum word head)
{
	l->columns[l->num++] = (struct list_column){
	    lang_word(message_language(), head),
	    str_of(columns[column].key), .hidden = column == LIST_UNIT ||
	    column == LIST_EDITION || column == LIST_SUCCESSOR, .above = column == LIST_WORK ||
	    column == LIST_TITLE, .below = column == LIST_NOTE };
}

/* Adds the declared rows; returns how many. */
static size_t
add_rows(struct list_columns *l, bool unique)
{
	const struct header_rows *h = &l->collection->header_rows;
	size_t row = 0, before = l->num;

	while (next_row(l, unique, &row))
		l->columns[l->num++] = (struct list_column){
		    header_row_label(h, row - 1, message_language()).text,
		    header_row_key(&h->rows[row - 1]), .declared = true,
		    .hidden = !unique };
	return l->num - before;
}

void
list_columns_make(struct list_columns *l, struct arena *a,
    const struct collection *c, enum list_about about)
{
	struct list_column *note;
	size_t i, number;

	*l = (struct list_columns){ .collection = c,
	    .columns = arena_array(a, struct list_column,
	    LIST_COLUMNS + c->header_rows.num) };
	add_fixed(l, LIST_WORK, header_row_find(&c->header_rows, S("number"),
	    &number) ? WORD_WORK : WORD_NUMBER);
	l->unique = add_rows(l, true);
	for (i = LIST_WORK + 1; i < LIST_COLUMNS; i++)
		add_fixed(l, i, columns[i].head);
	note = &l->columns[l->num - (LIST_COLUMNS - LIST_NOTE)];
	note->head = lang_word(message_language(), notes[about].head);
	note->key = str_of(notes[about].key);
	add_rows(l, false);
}

static str *
put_values(const struct list_columns *l, const struct card *card, bool unique,
    str *to)
{
	size_t row = 0;
	str value;

	while (next_row(l, unique, &row)) {
		value = collection_declared(l->collection, card->declared,
		    card->ident->subject, row - 1).text;
		*to++ = value.len != 0 ? value : S("–");
	}
	return to;
}

str *
list_columns_cells(const struct list_columns *l, struct arena *a,
    const struct card *card, const str cells[LIST_COLUMNS])
{
	str *all = arena_array(a, str, l->num), *to = all;

	*to++ = cells[LIST_WORK];
	to = put_values(l, card, true, to);
	memcpy(to, cells + 1, (LIST_COLUMNS - 1) * sizeof(*to));
	put_values(l, card, false, to + LIST_COLUMNS - 1);
	return all;
}
