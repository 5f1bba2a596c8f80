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

str
compose(struct arena *a, str s)
{
	const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)s.p;
	const utf8proc_option_t form = (utf8proc_option_t)(UTF8PROC_STABLE |
	    UTF8PROC_COMPOSE);
	utf8proc_ssize_t num, room;
	utf8proc_int32_t *runes;

	if (!may_change(s))
		return s;
	/* The buffer holds code points, then the text, with a byte at its end
	 * that utf8proc writes. */
	room = utf8proc_decompose(bytes, (utf8proc_ssize_t)s.len, NULL, 0,
	    form);
	runes = arena_array(a, utf8proc_int32_t, (size_t)room + 1);
	utf8proc_decompose(bytes, (utf8proc_ssize_t)s.len, runes, room, form);
	num = utf8proc_reencode(runes, room, form);
	return (str){ (const char *)runes, (size_t)num };
}
