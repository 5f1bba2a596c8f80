/* SPDX-License-Identifier: ISC */
#include "register/repair.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/sink.h"
#include "register/row.h"

/* --- Letters: UTF-16 (“Unicode text”) and Windows-1254 to UTF-8 */

static uint32_t
unit_at(str s, size_t i)
{
	return (uint32_t)(unsigned char)s.p[i] |
	    (uint32_t)(unsigned char)s.p[i + 1] << 8;
}

static void
put_utf16(struct sink *k, str s)
{
	size_t i;
	uint32_t c;

	for (i = 2; i + 1 < s.len; i += 2) {
		c = unit_at(s, i);
		if (c >= 0xD800 && c < 0xDC00 && i + 3 < s.len) {
			c = 0x10000 + ((c & 0x3FF) << 10) +
			    (unit_at(s, i + 2) & 0x3FF);
			i += 2;
		}
		sink_rune(k, c);
	}
}

static uint32_t
rune_1254(unsigned char c)
{
	static const struct {
		unsigned char	byte;
		uint32_t	rune;
	} runes[] = { { 0x80, 0x20AC }, { 0x85, 0x2026 }, { 0x91, 0x2018 },
	    { 0x92, 0x2019 }, { 0x93, 0x201C }, { 0x94, 0x201D },
	    { 0x95, 0x2022 }, { 0x96, 0x2013 }, { 0x97, 0x2014 },
	    { 0xD0, 0x11E }, { 0xDD, 0x130 }, { 0xDE, 0x15E },
	    { 0xF0, 0x11F }, { 0xFD, 0x131 }, { 0xFE, 0x15F } };
	size_t i;

	for (i = 0; i < sizeof(runes) / sizeof(runes[0]); i++)
		if (runes[i].byte == c)
			return runes[i].rune;
	return c;
}

static void
put_letters(struct sink *k, str s)
{
	size_t i;

	if (str_starts(s, S("\xFF\xFE"))) {
		put_utf16(k, s);
		return;
	}
	if (str_starts(s, S("\xEF\xBB\xBF")))
		s = str_from(s, 3);
	if (str_utf8_fault(s) == s.len) {
		sink_put(k, s);
		return;
	}
	for (i = 0; i < s.len; i++)
		sink_rune(k, rune_1254((unsigned char)s.p[i]));
}

/* --- Columns: separators, quotes, days */

static char
separator_of(str text)
{
	size_t at = str_search(text, S("date"));
	str after = str_from(text, at + 4);

	if (at < text.len && after.len != 0 && after.p[0] == '"')
		after = str_from(after, 1);
	return after.len != 0 && (after.p[0] == ';' || after.p[0] == ',') ?
	    after.p[0] : '\t';
}

/* Removes one column from *rest and puts it without its quotes; sets *last
 * where it is the last of its line. */
static void
take_column(str *rest, char separator, struct sink *k, bool *last)
{
	bool quoted = rest->len != 0 && rest->p[0] == '"';
	size_t i = quoted;

	for (; i < rest->len; i++) {
		char c = rest->p[i];

		if (quoted && c == '"' && i + 1 < rest->len &&
		    rest->p[i + 1] == '"')
			sink_char(k, rest->p[i++]);
		else if (quoted && c == '"')
			quoted = false;
		else if (!quoted && (c == separator || c == '\n'))
			break;
		else if (c != '\r')
			sink_char(k, c);
	}
	*last = i == rest->len || rest->p[i] == '\n';
	*rest = str_from(*rest, i + 1);
}

/* 5.1.2026, 05/01/2026 */
static bool
read_day(str s, struct date *d)
{
	int *parts[] = { &d->day, &d->month, &d->year };
	int part = 0;
	size_t i;

	*d = (struct date){ 0, 0, 0 };
	for (i = 0; i < s.len; i++) {
		if (char_is_digit(s.p[i]) && *parts[part] < 1000)
			*parts[part] = *parts[part] * 10 + (s.p[i] - '0');
		else if ((s.p[i] == '.' || s.p[i] == '/') && part < 2)
			part++;
		else
			return false;
	}
	return part == 2 && date_is_real(*d);
}

static void
put_line(struct arena *a, struct sink *k, const str *columns, size_t num)
{
	struct date day;
	size_t i;

	while (num != 0 && columns[num - 1].len == 0)
		num--;
	for (i = 0; i < num; i++) {
		if (i != 0)
			sink_char(k, '\t');
		if (i == 0 && read_day(columns[0], &day))
			sink_put(k, date_iso(a, day));
		else
			sink_put(k, columns[i]);
	}
	if (num != 0)
		sink_char(k, '\n');
}

static void
put_lines(struct arena *a, struct sink *k, str text)
{
	str columns[2 * ROW_COLUMNS], rest = text;
	char separator = separator_of(text);
	struct sink column = { 0 };
	size_t num = 0;
	bool last;

	while (rest.len != 0) {
		take_column(&rest, separator, &column, &last);
		if (num < (size_t)2 * ROW_COLUMNS)
			columns[num++] = str_trim(str_copy(a,
			    sink_str(&column)));
		sink_reset(&column);
		if (last) {
			put_line(a, k, columns, num);
			num = 0;
		}
	}
	sink_free(&column);
}

/* --- Order: each row follows the one whose chain it contains */

/* A million rows are tried in a second. */
enum { TRIES_MAX = 4000000, DATE_LEN = 10 };

struct line {
	str	text;
	size_t	row;			/* where it stood */
	size_t	before, after;		/* not put yet; both ends: none */
};

static int
cmp_date(const void *a, const void *b)
{
	const struct line *x = a, *y = b;
	int order = str_cmp(str_upto(x->text, DATE_LEN),
	    str_upto(y->text, DATE_LEN));

	return order != 0 ? order : (x->row > y->row) - (x->row < y->row);
}

/* Days never go back, so the rows are sorted by day first: then each row
 * follows near the last one. lines[0] and lines[num + 1] are the ends. */
static void
sort_days(struct line *lines, size_t num)
{
	size_t i;

	if (num != 0)
		qsort(lines + 1, num, sizeof(*lines), cmp_date);
	for (i = 0; i < num + 2; i++) {
		lines[i].before = i - (i != 0);
		lines[i].after = i + (i <= num);
	}
}

/* Returns the row that follows the chain, or 0: tries the next ones and the
 * previous ones of the last row in turn, as a program may have reversed them.
 * Where rows of one day are in no order at all, it gives up. */
static size_t
find_next(const struct line *lines, size_t num, size_t last, str chain,
    size_t *tries)
{
	size_t up = lines[last].after, down = lines[last].before;

	while ((up <= num || down != 0) && *tries != 0) {
		--*tries;
		if (up <= num && row_is_chained(lines[up].text, chain))
			return up;
		if (down != 0 && row_is_chained(lines[down].text, chain))
			return down;
		up = lines[up].after;
		down = lines[down].before;
	}
	return 0;
}

static void
put_text(struct sink *k, struct line *lines, size_t at)
{
	lines[lines[at].before].after = lines[at].after;
	lines[lines[at].after].before = lines[at].before;
	sink_put(k, lines[at].text);
	sink_char(k, '\n');
}

/* Puts rows that follow none at the end: there the caller finds the fault. */
static void
put_sorted(struct sink *k, struct line *lines, size_t num, bool *sorted)
{
	size_t i, at = 0, tries = num + TRIES_MAX;
	str chain = S("chain");

	sort_days(lines, num);
	for (i = 0; i < num; i++) {
		at = find_next(lines, num, at, chain, &tries);
		if (at == 0)
			break;
		*sorted = *sorted || lines[at].row != i;
		put_text(k, lines, at);
		chain = str_from(lines[at].text, lines[at].text.len -
		    ROW_DIGITS);
	}
	while (lines[0].after <= num)
		put_text(k, lines, lines[0].after);
}

static size_t
count_lines(str text)
{
	size_t num = 0;
	str line;

	while (str_line(&text, &line))
		num++;
	return num;
}

/* Puts the rows in the order of their chains. The header may be at any line:
 * a program that sorts the rows moves it too. */
static str
order_rows(struct arena *a, str text, bool *sorted)
{
	struct line *lines = arena_array(a, struct line, count_lines(text) + 2);
	struct sink k = { 0 };
	size_t num = 0, row = 0;
	str line, whole;

	while (str_line(&text, &line)) {
		if (!str_starts(line, S("date\t"))) {
			lines[num + 1] = (struct line){ line, num, 0, 0 };
			num++;
		} else {
			sink_put(&k, line);
			sink_char(&k, '\n');
			*sorted = *sorted || row != 0;
		}
		row++;
	}
	put_sorted(&k, lines, num, sorted);
	whole = str_copy(a, sink_str(&k));
	sink_free(&k);
	return whole;
}

str
repair_text(struct arena *a, str bytes, bool *sorted)
{
	struct sink letters = { 0 }, lines = { 0 };
	str text;

	*sorted = false;
	put_letters(&letters, bytes);
	put_lines(a, &lines, sink_str(&letters));
	text = str_copy(a, sink_str(&lines));
	sink_free(&letters);
	sink_free(&lines);
	return order_rows(a, text, sorted);
}
