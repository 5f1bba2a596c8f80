/* SPDX-License-Identifier: ISC */
#include "attachment.h"

#include "../base/arena.h"
#include "../base/inflate.h"

enum { ATTACHMENT_LIMIT = 8 << 20 };	/* [byte] */

/* The number behind the key in a dictionary of the press: “/Size 12”. */
static bool
number_of(str dict, str key, size_t *number)
{
	size_t at = str_search(dict, key);
	str s = str_from(dict, at + key.len);

	*number = 0;
	while (s.len != 0 && s.p[0] == ' ')
		s = str_from(s, 1);
	if (at == dict.len || s.len == 0 || !char_is_digit(s.p[0]))
		return false;
	for (; s.len != 0 && char_is_digit(s.p[0]) &&
	    *number < ATTACHMENT_LIMIT; s = str_from(s, 1))
		*number = *number * 10 + (size_t)(s.p[0] - '0');
	return true;
}

bool
attachment_read(struct arena *a, str pdf, str *bytes)
{
	str s = str_from(pdf, str_search(pdf, S("/Type/EmbeddedFile"))), dict;
	size_t at = str_search(s, S("stream\n")), size, length;

	dict = str_upto(s, at);
	s = str_from(s, at + S("stream\n").len);
	if (!number_of(dict, S("/Size"), &size) ||
	    !number_of(dict, S("/Length"), &length) ||
	    length > s.len || size > ATTACHMENT_LIMIT)
		return false;
	s = str_upto(s, length);
	if (str_search(dict, S("/FlateDecode")) != dict.len)
		return inflate_zlib(a, s, size, bytes);
	*bytes = str_copy(a, s);
	return size == length;
}
