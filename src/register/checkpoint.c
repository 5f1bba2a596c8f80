/* SPDX-License-Identifier: ISC */
#include "register/checkpoint.h"

#include "base/arena.h"
#include "base/sink.h"

#define FIRST	"matbu register "

enum { ROWS_DIGITS = 10 };

/* --- Writing */

struct checkpoint
checkpoint_of(struct arena *a, const struct reg *reg, str origin)
{
	if (origin.len == 0 || !row_is_clean(origin))
		origin = S("–");
	return (struct checkpoint){ str_shorten(a, origin,
	    CHECKPOINT_ORIGIN_LIMIT), reg->num, register_chain(reg) };
}

str
checkpoint_text(struct arena *a, const struct checkpoint *c)
{
	str first = str_join(a, S(FIRST), c->origin, S("\n"));
	str rows = str_join(a, str_uint(a, c->rows), S("\n"));

	return str_join(a, first, rows, c->chain, S("\n"));
}

/* --- Reading */

static bool
read_rows(str s, size_t *rows)
{
	size_t i;

	*rows = 0;
	if (s.len == 0 || s.len > ROWS_DIGITS || s.p[0] == '0')
		return false;
	for (i = 0; i < s.len; i++) {
		if (!char_is_digit(s.p[i]))
			return false;
		*rows = *rows * 10 + (size_t)(s.p[i] - '0');
	}
	return true;
}

bool
checkpoint_read(struct checkpoint *c, str bytes)
{
	str rest = bytes, first, rows;

	*c = (struct checkpoint){ .rows = 0 };
	if (bytes.len > CHECKPOINT_LIMIT || !str_ends(bytes, S("\n")) ||
	    !str_line(&rest, &first) || !str_starts(first, S(FIRST)) ||
	    !row_is_clean(first) || !str_line(&rest, &rows) ||
	    !str_line(&rest, &c->chain) || rest.len != 0)
		return false;
	c->origin = str_from(first, sizeof(FIRST) - 1);
	return c->origin.len != 0 && read_rows(rows, &c->rows) &&
	    row_is_digest(c->chain);
}

bool
checkpoint_read_copy(struct checkpoint *c, struct arena *a, str bytes)
{
	struct sink k = { 0 };
	str rest = bytes, line, text;

	if (str_starts(rest, S("\xEF\xBB\xBF")))
		rest = str_from(rest, 3);
	rest = str_trim(rest);
	while (str_line(&rest, &line)) {
		sink_put(&k, str_ends(line, S("\r")) ?
		    str_upto(line, line.len - 1) : line);
		sink_char(&k, '\n');
	}
	text = sink_take(&k, a);
	return bytes.len <= CHECKPOINT_LIMIT && checkpoint_read(c, text);
}

/* --- Comparing */

bool
checkpoint_fits(const struct checkpoint *c, const struct reg *reg)
{
	return c->rows != 0 && c->rows <= reg->num &&
	    str_eq(reg->rows[c->rows - 1].chain, c->chain);
}

/* The bytes are compared, because a broken row is not among reg->rows. */
size_t
checkpoint_first_other(const struct reg *reg, const struct reg *copy)
{
	str rest = reg->bytes, line;
	size_t i;

	str_line(&rest, &line);
	for (i = 0; i < copy->num; i++)
		if (!str_line(&rest, &line) ||
		    !str_eq(line, copy->rows[i].line))
			break;
	return i + 1;
}
