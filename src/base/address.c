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
	return *len < s.len && char_is_word(s.p[*len]);
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

/* Returns the address s, of which len bytes are known. */
static str
whole(str s, size_t len)
{
	size_t n;

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

static bool
follows_word(str text, size_t i)
{
	return i > 0 && char_is_word(text.p[i - 1]);
}

str
address_at(str text, size_t i)
{
	str s = str_from(text, i);
	size_t len;

	if ((i > 0 && char_is_alnum(text.p[i - 1])) || !begins(s, &len))
		return S("");
	return whole(s, len);
}

/* A machine has a point in its name, besides that of www. */
str
address_www_at(str text, size_t i)
{
	str s = str_from(text, i), host;

	if (follows_word(text, i) || (i > 0 && (text.p[i - 1] == '/' ||
	    text.p[i - 1] == '.' || text.p[i - 1] == '@' ||
	    text.p[i - 1] == '\\')) || !str_starts(s, S("www.")) ||
	    s.len == 4 || s.p[4] == '.' || s.p[4] == ' ')
		return S("");
	s = whole(s, 4);
	host = str_upto(s, str_find(s, '/'));
	return str_count(host, '.') >= 2 ? s : S("");
}

/* --- Mailboxes */

static bool
is_local(char c)
{
	return char_is_alnum(c) || c == '.' || c == '_' || c == '-' || c == '+';
}

/* Returns the length of a machine's name with a point in it, whose last part
 * has letters alone; or 0. */
static size_t
host_length(str s)
{
	size_t len = 0, last;

	while (len < s.len && len < ADDRESS_LIMIT && (char_is_alnum(s.p[len]) ||
	    s.p[len] == '-' || s.p[len] == '.'))
		len++;
	while (len > 0 && !char_is_alnum(s.p[len - 1]))
		len--;
	s = str_upto(s, len);
	last = str_rfind(s, '.');
	if (last == len || last == 0 || len - last < 3 ||
	    str_search(s, S("..")) != len)
		return 0;
	while (++last < len)
		if (char_is_digit(s.p[last]))
			return 0;
	return len;
}

str
address_mail_at(str text, size_t from, size_t i)
{
	size_t start = i, len = host_length(str_from(text, i + 1));
	str rest = str_from(text, i + 1 + len);

	while (start > from && i - start < ADDRESS_LIMIT &&
	    is_local(text.p[start - 1]))
		start--;
	while (start < i && !char_is_alnum(text.p[start]))
		start++;
	/* “git@host:path”, “a@b@c” and letters that no address has. */
	if (start == i || len == 0 || follows_word(text, start) ||
	    (rest.len > 1 && rest.p[0] == ':' && !char_is_space(rest.p[1])) ||
	    (rest.len != 0 && (rest.p[0] == '@' || rest.p[0] == '/' ||
	    rest.p[0] == '_')) || (start > from && (text.p[start - 1] == '@' ||
	    text.p[start - 1] == '/')))
		return S("");
	return (str){ text.p + start, i + 1 + len - start };
}
