/* SPDX-License-Identifier: ISC */
#include "register/form.h"

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
put_lines(struct sink *k, str text)
{
	str columns[2 * ROW_COLUMNS], rest = text;
	char separator = separator_of(text);
	struct arena *temp = arena_new();
	struct sink column = { 0 };
	size_t num = 0;
	bool last;

	while (rest.len != 0) {
		take_column(&rest, separator, &column, &last);
		if (num < (size_t)2 * ROW_COLUMNS)
			columns[num++] = str_trim(str_copy(temp,
			    sink_str(&column)));
		sink_reset(&column);
		if (last) {
			put_line(temp, k, columns, num);
			arena_reset(temp);
			num = 0;
		}
	}
	sink_free(&column);
	arena_free(temp);
}

/* Whether put_line() would write the line as it is. */
static bool
is_own_line(str line)
{
	struct date day;
	size_t num = 0;
	str column;

	while (str_cut(&line, '\t', &column)) {
		if (column.len == 0 || column.p[0] == '"' ||
		    str_find(column, '\r') != column.len ||
		    str_trim(column).len != column.len ||
		    (num == 0 && read_day(column, &day)))
			return false;
		num++;
	}
	return num != 0 && num <= ROW_COLUMNS;
}

/* A register whose rows were only moved or merged may be long: it is not
 * copied. */
static bool
is_own(str text)
{
	str line;
	bool own = separator_of(text) == '\t' && str_ends(text, S("\n")) &&
	    !str_starts(text, S("\xEF\xBB\xBF")) &&
	    str_utf8_fault(text) == text.len;

	while (own && str_line(&text, &line))
		own = is_own_line(line);
	return own;
}

str
form_letters(struct arena *a, str bytes)
{
	struct sink letters = { 0 };

	put_letters(&letters, bytes);
	return sink_take(&letters, a);
}

str
form_lines(struct arena *a, str bytes)
{
	struct sink letters = { 0 }, lines = { 0 };
	str text;

	if (is_own(bytes))
		return bytes;
	put_letters(&letters, bytes);
	put_lines(&lines, sink_str(&letters));
	text = str_copy(a, sink_str(&lines));
	sink_free(&letters);
	sink_free(&lines);
	return text;
}
