/* SPDX-License-Identifier: ISC */
#include "source/pipe_row.h"

str
pipe_row_begin(str line)
{
	line = str_trim(line);
	if (str_starts(line, S("|")))
		line = str_from(line, 1);
	return line;
}

/* A cell ends before a “|” without “\” before it. */
bool
pipe_row_next(str *row, str *cell, enum pipe_mark *mark)
{
	size_t i;

	if (row->len == 0)
		return false;
	for (i = 0; i < row->len && row->p[i] != '|'; i++)
		if (row->p[i] == '\\' && i + 1 < row->len)
			i++;
	*cell = str_trim(str_upto(*row, i));
	*mark = i == 0 ? PIPE_WIDENS : str_eq(*cell, S("^^")) ?
	    PIPE_CONTINUES : PIPE_TEXT;
	if (cell->len == 0)
		cell->p = row->p + i;
	*row = str_from(*row, i + 1);
	return true;
}

bool
pipe_row_is_plain(str cell)
{
	static const bool plain[256] = { [' '] = true, [','] = true,
	    ['.'] = true, ['-'] = true, ['/'] = true, ['('] = true,
	    [')'] = true, ['%'] = true, ['+'] = true };
	size_t i;

	for (i = 0; i < cell.len; i++)
		if (!plain[(unsigned char)cell.p[i]] &&
		    !char_is_alnum(cell.p[i]) && (unsigned char)cell.p[i] <
		    0x80)
			return false;
	/* A bare address; radio buttons. */
	return str_search(cell, S("www.")) == cell.len &&
	    str_search(cell, S("( )")) == cell.len;
}

size_t
pipe_row_count(str line)
{
	str row = pipe_row_begin(line), cell;
	enum pipe_mark mark;
	size_t num = 0;

	while (pipe_row_next(&row, &cell, &mark))
		num++;
	return num;
}

bool
pipe_row_is_blank(str line)
{
	str row = pipe_row_begin(line), cell;
	enum pipe_mark mark;

	while (pipe_row_next(&row, &cell, &mark))
		if (cell.len != 0)
			return false;
	return true;
}

/* --- Delimiter rows */

static bool
read_column(str cell, struct pipe_column *column)
{
	bool left = str_starts(cell, S(":")), right = str_ends(cell, S(":"));
	size_t i, end = cell.len - (right && cell.len != 0);

	for (i = left; i < end; i++)
		if (cell.p[i] != '-')
			return false;
	if (end <= left)
		return false;
	column->align = left && right ? ALIGN_CENTER : left ? ALIGN_LEFT :
	    right ? ALIGN_RIGHT : ALIGN_NONE;
	column->dashes = (unsigned)(end - left);
	column->length = (unsigned)cell.len;
	return true;
}

size_t
pipe_row_delimiter(str line, struct pipe_column *columns)
{
	struct pipe_column unused;
	enum pipe_mark mark;
	size_t num = 0;
	str row, cell;

	if (str_find(line, '|') == line.len || str_find(line, '-') == line.len)
		return 0;
	for (row = pipe_row_begin(line); pipe_row_next(&row, &cell, &mark);
	    num++)
		if (!read_column(cell, columns != NULL ? &columns[num] :
		    &unused))
			return 0;
	return num;
}

/* A row needs no more dashes than that. */
enum { FEW_DASHES = 3 };

static unsigned
part_of(const struct pipe_column *c)
{
	return c->dashes > FEW_DASHES ? c->dashes : FEW_DASHES;
}

const unsigned char *
pipe_row_widths(struct arena *a, const struct pipe_column *columns, size_t num)
{
	unsigned char *widths;
	bool parts = false, lengths = false;
	unsigned long long sum = 0, so_far = 0, before, now;
	size_t c;

	for (c = 0; c < num; c++) {
		parts |= part_of(&columns[c]) != part_of(&columns[0]);
		lengths |= columns[c].length != columns[0].length;
		sum += part_of(&columns[c]);
	}
	if (!parts || !lengths)
		return NULL;
	widths = arena_array(a, unsigned char, num);
	for (c = 0; c < num; c++) {
		before = (so_far * 100 + sum / 2) / sum;
		so_far += part_of(&columns[c]);
		now = (so_far * 100 + sum / 2) / sum;
		widths[c] = (unsigned char)(now - before);
	}
	return widths;
}
