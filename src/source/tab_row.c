/* SPDX-License-Identifier: ISC */
#include "source/tab_row.h"

#include "base/sink.h"

enum { ROW_LIMIT = 100, COLUMN_LIMIT = 100 };
/* So many blanks were typed to align what follows. */
enum { WIDE = 3 };

struct reader {
	struct doc		*doc;
	const struct extract	*extract;
	const struct paragraph	*paragraph;
};

/* Where the row begins in line n: a tab at the start of a line below the first
 * ends an empty cell. */
static size_t
row_start(const struct reader *r, size_t n)
{
	str line = extract_line_text(r->extract, n);
	size_t i = extract_indent(line);

	if (n == r->paragraph->first && r->paragraph->col > i)
		return r->paragraph->col - 1;
	while (i > 0 && line.p[i - 1] == '\t')
		i--;
	return i;
}

static str
typed_row(const struct reader *r, size_t n)
{
	return str_from(extract_line_text(r->extract, n), row_start(r, n));
}

/* The number of blanks at i, where they divide texts; else 0: before a colon,
 * which they align, and after “*”, which begins no list here. */
static size_t
count_blanks(str s, size_t i)
{
	size_t end = i;

	while (end < s.len && s.p[end] == ' ')
		end++;
	if (end - i < WIDE || end == s.len || s.p[end] == ':' ||
	    s.p[end] == '\t' || i == 0 || s.p[i - 1] == '\t' ||
	    (i == 1 && str_find(S("*-+"), s.p[0]) < 3))
		return 0;
	return end - i;
}

/* Many blanks, which are printed as one, divide as a tab does: it stands in
 * their place. */
static str
row_of(const struct reader *r, size_t n)
{
	str s = typed_row(r, n);
	struct sink k = { 0 };
	bool code = false;
	size_t i, wide;

	if (str_search(s, S("   ")) == s.len || str_starts(s, S("|")))
		return s;
	for (i = 0; i < s.len; i++) {
		code ^= s.p[i] == '`';
		wide = code ? 0 : count_blanks(s, i);
		sink_char(&k, wide != 0 ? '\t' : s.p[i]);
		i += wide != 0 ? wide - 1 : 0;
	}
	return sink_take(&k, r->doc->arena);
}

/* Whether a tab divides texts of the line, outside of code spans. */
static bool
has_tab(str s)
{
	str part;
	bool code = false;

	while (str_cut(&s, '`', &part)) {
		if (!code && str_find(part, '\t') < part.len)
			return true;
		code = !code;
	}
	return false;
}

/* The rows from line n on. */
static size_t
count_rows(const struct reader *r, size_t n)
{
	size_t num = 0;

	/* Above the first row, a tab at the start of a line is indentation. */
	if (!has_tab(str_trim(row_of(r, n))))
		return 0;
	do
		num++;
	while (n + num <= r->paragraph->last &&
	    has_tab(str_rtrim(row_of(r, n + num))));
	return num;
}

static size_t
count_columns(const struct reader *r, size_t n, size_t rows)
{
	size_t num, most = 0;

	for (; rows-- > 0; n++) {
		num = str_count(str_rtrim(row_of(r, n)), '\t') + 1;
		most = num > most ? num : most;
	}
	return most;
}

/* Puts “| a | b |”; a pipe in a cell is escaped. */
static void
put_row(struct sink *to, str row, size_t columns)
{
	str cell;
	size_t i, k;

	row = str_rtrim(row);
	sink_put(to, S("|"));
	for (i = 0; i < columns; i++) {
		if (!str_cut(&row, '\t', &cell))
			cell = S("");
		cell = str_trim(cell);
		sink_put(to, S(" "));
		for (k = 0; k < cell.len; k++) {
			if (cell.p[k] == '|' && (k == 0 || cell.p[k - 1] !=
			    '\\'))
				sink_char(to, '\\');
			sink_char(to, cell.p[k]);
		}
		sink_put(to, cell.len != 0 ? S(" |") : S("|"));
	}
}

static void
put_rule(struct sink *to, size_t columns)
{
	sink_put(to, S("|"));
	while (columns-- > 0)
		sink_put(to, S(" --- |"));
}

static void
report_rows(const struct reader *r, size_t n, size_t rows, size_t columns)
{
	size_t i;
	struct sink row = { 0 }, rule = { 0 };
	struct pos pos;

	put_rule(&rule, columns);
	for (i = 0; i < rows && i < ROW_LIMIT; i++) {
		row.len = 0;
		put_row(&row, row_of(r, n + i), columns);
		pos = extract_pos(r->extract, n + i, row_start(r, n + i) + 1);
		if (i == 0)
			doc_diag(r->doc, DIAG_TAB_TABLE, pos, sink_str(&row),
			    sink_str(&rule));
		else
			doc_diag(r->doc, DIAG_TAB_ROW, pos, sink_str(&row));
	}
	sink_free(&row);
	sink_free(&rule);
}

/* Reports what divides the texts of a single line. */
static void
report_text(const struct reader *r, size_t n)
{
	str row = typed_row(r, n);
	size_t at = str_find(row, '\t');
	enum diag id = at < row.len ? DIAG_TAB_TEXT : DIAG_SPACE_TEXT;

	if (id == DIAG_SPACE_TEXT)
		at = str_find(row_of(r, n), '\t');
	doc_diag(r->doc, id, extract_pos(r->extract, n, row_start(r, n) + at +
	    1), S(""));
}

void
tab_row_check(struct doc *doc, const struct extract *e,
    const struct paragraph *p)
{
	const struct reader r = { doc, e, p };
	size_t n, rows, columns;

	for (n = p->first; n <= p->last; n += rows != 0 ? rows : 1) {
		rows = count_rows(&r, n);
		columns = count_columns(&r, n, rows);
		if (rows > 1 && columns <= COLUMN_LIMIT)
			report_rows(&r, n, rows, columns);
		else if (rows != 0)
			report_text(&r, n);
	}
}
