/* SPDX-License-Identifier: ISC */
#include "model/address_check.h"

#include "base/arena.h"

static bool
is_hex(char c)
{
	return char_is_digit(c) || (c >= 'a' && c <= 'f') ||
	    (c >= 'A' && c <= 'F');
}

static bool
is_encoded(str s, size_t i)
{
	return i + 2 < s.len && is_hex(s.p[i + 1]) && is_hex(s.p[i + 2]);
}

/* The address with “%25” for a lone “%” and “%23” for a second “#”. */
static str
encoded(struct arena *a, str href)
{
	char *to = arena_alloc(a, href.len * 3 + 1);
	size_t i, n = 0, hash = str_find(href, '#');

	for (i = 0; i < href.len; i++) {
		to[n++] = href.p[i];
		if ((href.p[i] != '%' || is_encoded(href, i)) &&
		    (href.p[i] != '#' || i <= hash))
			continue;
		to[n - 1] = '%';
		to[n++] = '2';
		to[n++] = href.p[i] == '%' ? '5' : '3';
	}
	return (str){ to, n };
}

static bool
is_port(str s)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if (!char_is_digit(s.p[i]))
			return false;
	return s.len <= 5;
}

static bool
is_name(str host)
{
	size_t i;

	for (i = 0; i < host.len; i++)
		if (!char_is_alnum(host.p[i]) && (host.p[i] & 0x80) == 0 &&
		    host.p[i] != '.' && host.p[i] != '-' && host.p[i] != '_' &&
		    host.p[i] != '%')
			return false;
	return host.len != 0 && host.p[0] != '.';
}

/* “name”, “name:80”; a user and a password do not belong on a page. */
static bool
is_host(str s)
{
	size_t end = str_find(s, ':');

	return is_name(str_upto(s, end)) && is_port(str_from(s, end + 1));
}

/* The part of the address between “//” and the path. */
static str
authority(str s)
{
	size_t i;

	s = str_from(s, 2);
	for (i = 0; i < s.len && s.p[i] != '/' && s.p[i] != '?' &&
	    s.p[i] != '#'; i++)
		;
	return str_upto(s, i);
}

static bool
has_place(str href, size_t scheme)
{
	str rest = str_from(href, scheme);

	if (scheme != 0 && href.p[0] != 'h' && href.p[0] != 'H')
		return rest.len != 0;
	return str_starts(rest, S("//")) && is_host(authority(rest));
}

void
address_check(struct doc *doc, struct pos pos, str href, size_t scheme)
{
	str fixed = encoded(doc->arena, href);

	if (!has_place(href, scheme))
		doc_diag(doc, DIAG_ADDRESS_HOST, pos, href);
	else if (fixed.len != href.len)
		doc_diag(doc, DIAG_ADDRESS_SIGN, pos, href, fixed);
}
