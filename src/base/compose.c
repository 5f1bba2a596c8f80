/* SPDX-License-Identifier: ISC */
#include "base/compose.h"

#include <utf8proc.h>

#include "base/arena.h"

/* The first byte of every combining mark that European writing uses (U+0300 to
 * U+036F) is CC or CD; texts without one are composed as they are. Others
 * whose form would change (the sign for ohm, say) stay as typed. */
static bool
may_change(str s)
{
	return str_find(s, '\xCC') != s.len || str_find(s, '\xCD') != s.len;
}

/* A letter with more marks counts as it is [rune]. */
enum { LETTER_LIMIT = 32 };

#define FORM ((utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE))

str
compose(struct arena *a, str s)
{
	const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)s.p;
	utf8proc_ssize_t num, room;
	utf8proc_int32_t *runes;

	if (!may_change(s))
		return s;
	/* The buffer holds code points, then the text, with a byte at its end
	 * that utf8proc writes. */
	room = utf8proc_decompose(bytes, (utf8proc_ssize_t)s.len, NULL, 0,
	    FORM);
	runes = arena_array(a, utf8proc_int32_t, (size_t)room + 1);
	utf8proc_decompose(bytes, (utf8proc_ssize_t)s.len, runes, room, FORM);
	num = utf8proc_reencode(runes, room, FORM);
	return (str){ (const char *)runes, (size_t)num };
}

/* The length of a letter with its marks at the start of a text. */
static size_t
letter_length(str s)
{
	size_t i, len;
	uint32_t c;

	str_rune(s, &i);
	for (; i < s.len; i += len) {
		c = str_rune(str_from(s, i), &len);
		if (c < 0x300 || c > 0x36F)
			break;
	}
	return i;
}

static size_t
composed_length(str letter)
{
	utf8proc_int32_t runes[LETTER_LIMIT + 1];
	utf8proc_ssize_t num = utf8proc_decompose(
	    (const utf8proc_uint8_t *)letter.p, (utf8proc_ssize_t)letter.len,
	    runes, LETTER_LIMIT, FORM);

	if (num > LETTER_LIMIT)
		return letter.len;
	return (size_t)utf8proc_reencode(runes, num, FORM);
}

size_t
compose_column(str text, size_t col)
{
	size_t i = 0, composed = 1, len;

	while (i < text.len && composed < col) {
		len = letter_length(str_from(text, i));
		composed += composed_length((str){ text.p + i, len });
		i += len;
	}
	return i + 1 + (col - composed);
}
