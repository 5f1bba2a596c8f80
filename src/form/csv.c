/* SPDX-License-Identifier: ISC */
#include "form/csv.h"

#include "base/arena.h"
#include "base/compose.h"
#include "base/sink.h"
#include "pdf/form_font.h"

enum { ROWS_LIMIT = 100000, CELLS_LIMIT = 4096 };

struct reader {
	struct arena	*arena;
	str		 rest;
	char		 separator;
	str		*cells;		/* of the current row */
	size_t		 num;
	struct sink	 cell;
	bool		 quoted;	/* and not closed yet */
};

/* --- Letters */

static bool
decode(struct arena *a, str *bytes)
{
	struct sink k = { 0 };
	uint32_t c;
	size_t i;

	if (str_starts(*bytes, S("\xEF\xBB\xBF")))
		*bytes = str_from(*bytes, 3);
	if (str_find(*bytes, '\0') != bytes->len)
		return false;
	if (str_utf8_fault(*bytes) == bytes->len)
		return true;
	for (i = 0; i < bytes->len; i++) {
		c = (unsigned char)bytes->p[i];
		c = c >= 0x80 ? pdf_form_font_letter(c) : c;
		if (c == 0) {
			sink_free(&k);
			return false;
		}
		sink_rune(&k, c);
	}
	*bytes = sink_take(&k, a);
	return true;
}

static char
find_separator(str bytes)
{
	str line = str_upto(bytes, str_find(bytes, '\n'));
	size_t tabs = str_count(line, '\t'), commas = str_count(line, ',');

	if (str_find(line, ';') != line.len || tabs + commas == 0)
		return ';';
	return tabs >= commas ? '\t' : ',';
}

/* --- Cells */

static str
take_cell(struct reader *r)
{
	str s = sink_take(&r->cell, r->arena);

	if (s.len > 1 && s.p[0] == '\'' && strchr("=+-@\t\r", s.p[1]) != NULL)
		s = str_from(s, 1);
	return compose(r->arena, s);
}

/* Takes a cell up to the separator or line end behind it. */
static void
read_cell(struct reader *r)
{
	str s = r->rest;
	size_t i = 0;

	r->quoted = str_starts(s, S("\""));
	for (i = r->quoted; i < s.len; i++) {
		if (r->quoted && str_starts(str_from(s, i), S("\"\"")))
			i++;
		else if (r->quoted && s.p[i] == '"') {
			r->quoted = false;
			continue;
		} else if (!r->quoted && (s.p[i] == r->separator ||
		    s.p[i] == '\n' || s.p[i] == '\r'))
			break;
		sink_char(&r->cell, s.p[i]);
	}
	r->rest = str_from(s, i);
	if (r->num < CELLS_LIMIT)
		r->cells[r->num++] = take_cell(r);
}

static bool
take(struct reader *r, char c)
{
	bool there = r->rest.len != 0 && r->rest.p[0] == c;

	r->rest = str_from(r->rest, there);
	return there;
}

static void
read_row(struct reader *r)
{
	r->num = 0;
	do
		read_cell(r);
	while (take(r, r->separator));
	/* CR, LF or both. */
	take(r, '\r');
	take(r, '\n');
}

static bool
is_empty(const struct reader *r)
{
	size_t i;

	for (i = 0; i < r->num; i++)
		if (r->cells[i].len != 0)
			return false;
	return true;
}

static void
add_row(struct csv *csv, struct reader *r, size_t number)
{
	struct csv_row *row = &csv->rows[csv->num++];

	row->cells = arena_array(r->arena, str, r->num);
	memcpy(row->cells, r->cells, r->num * sizeof(*r->cells));
	row->num = r->num;
	row->number = number;
}

enum csv_fault
csv_read(struct csv *csv, struct arena *a, str bytes, size_t *row)
{
	struct reader r = { .arena = a };

	*row = 1;
	*csv = (struct csv){ .num = 0 };
	if (!decode(a, &bytes))
		return CSV_ENCODING;
	r.rest = bytes;
	r.separator = find_separator(bytes);
	r.cells = arena_array(a, str, CELLS_LIMIT);
	csv->rows = arena_array(a, struct csv_row, str_count(bytes, '\n') +
	    str_count(bytes, '\r') + 1);
	for (; r.rest.len != 0; ++*row) {
		read_row(&r);
		if (r.quoted)
			return CSV_QUOTE;
		if (r.num == CELLS_LIMIT || csv->num == ROWS_LIMIT)
			return CSV_LARGE;
		if (!is_empty(&r))
			add_row(csv, &r, *row);
	}
	return CSV_FINE;
}
