/* SPDX-License-Identifier: ISC */
#include "base/address.h"

/* The maximum length of an address; it limits the time for hostile input. */
enum { ADDRESS_LIMIT = 2048 };

static bool
begins(str s, size_t *len)
{
	if (str_starts(s, S("https://")))
		*len = 8;
	else if (str_starts(s, S("http://")))
		*len = 7;
	else
		return false;
	return *len < s.len && (char_is_alnum(s.p[*len]) ||
	    (unsigned char)s.p[*len] >= 0x80);
}

static bool
ends(uint32_t c)
{
	/* General punctuation: “ ” ’ – … and every odd space. */
	return c <= ' ' || c == '<' || c == '>' || c == '"' || c == '\'' ||
	    c == '`' || (c >= 0x2000 && c <= 0x206F) || c == 0xA0 ||
	    c == 0xAB || c == 0xBB;
}

/* Parentheses are part of an address only in pairs. */
static bool
has_unpaired_end(str s)
{
	size_t i;
	long open = 0;

	for (i = 0; i < s.len; i++)
		open += s.p[i] == '(' ? 1 : s.p[i] == ')' ? -1 : 0;
	return open < 0;
}

static bool
ends_sentence(str s)
{
	switch (s.p[s.len - 1]) {
	case '?':
	case '!':
	case '.':
	case ',':
	case ':':
	case ';':
	case '*':
	case '_':
	case '~':
	case ']':
		return true;
	case ')':
		return has_unpaired_end(s);
	default:
		return false;
	}
}

str
address_at(str text, size_t i)
{
	str s = str_from(text, i);
	size_t len, n;

	if ((i > 0 && char_is_alnum(text.p[i - 1])) || !begins(s, &len))
		return S("");
	while (len < s.len && len <= ADDRESS_LIMIT &&
	    !ends(str_rune(str_from(s, len), &n)))
		len += n;
	if (len > ADDRESS_LIMIT)
		return S("");
	s.len = len;
	while (ends_sentence(s))
		s.len--;
	return s;
}
