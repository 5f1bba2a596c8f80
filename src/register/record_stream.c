/* SPDX-License-Identifier: ISC */
#include "register/record_stream.h"

enum { NUMBER_LIMIT = 1 << 27 };

bool
record_stream_number(str dict, str key, size_t *number)
{
	size_t at = str_search(dict, key);
	str s = str_from(dict, at + key.len);

	*number = 0;
	while (s.len != 0 && s.p[0] == ' ')
		s = str_from(s, 1);
	if (at == dict.len || s.len == 0 || !char_is_digit(s.p[0]))
		return false;
	for (; s.len != 0 && char_is_digit(s.p[0]) &&
	    *number < NUMBER_LIMIT / 10; s = str_from(s, 1))
		*number = *number * 10 + (size_t)(s.p[0] - '0');
	return true;
}

bool
record_stream_next(str *rest, str type, struct record_stream *stream)
{
	str begin = S("stream\n");
	str s = str_from(*rest, str_search(*rest, type));
	size_t length, at = str_search(s, begin);

	stream->dict = str_upto(s, at);
	s = str_from(s, at + begin.len);
	if (!record_stream_number(stream->dict, S("/Length"), &length) ||
	    length > s.len)
		return false;
	stream->packed = str_upto(s, length);
	*rest = str_from(s, length);
	return true;
}

bool
record_stream_is_packed(const struct record_stream *s)
{
	return str_search(s->dict, S("/FlateDecode")) != s->dict.len;
}
