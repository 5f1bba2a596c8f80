/* SPDX-License-Identifier: ISC */
#include "font/whole.h"

#include "base/turkish.h"
#include "font/hyphen.h"

/* An identity has four parts: class, unit, subject, name. */
enum { PARTS = 4 };
/* A number of a document is not longer [byte]. */
enum { NUMBER_MAX = 48 };

/* The letters of an identity; “_” only in its last part. */
static bool
is_identity_char(char c, size_t part)
{
	return (c >= 'a' && c <= 'z') || char_is_digit(c) || c == '-' ||
	    (c == '_' && part == PARTS - 1);
}

/* frm/bim/e-posta/imapsmtp_20190115_1, up to a sign that no identity has. */
static bool
is_identity(str s)
{
	size_t part = 0, len = 0, i = 0;

	while (i < s.len && !is_identity_char(s.p[i], 0))
		i++;
	for (; i < s.len && part < PARTS; i++) {
		if (s.p[i] == '/' && len > 0) {
			part++;
			len = 0;
		} else if (is_identity_char(s.p[i], part)) {
			len++;
		} else {
			break;
		}
	}
	return part == PARTS - 1 && len > 0;
}

/* Of a suffix after an apostrophe nothing is known: “KTÜN-FR-012’nin”. */
static bool
ends_number(uint32_t c)
{
	return c == '\'' || c == 0x2019;
}

/* Capitals and digits with signs between them: KTÜN-FR-012, BİM/2024/7. */
static bool
is_number(str s)
{
	size_t i, len, letters = 0, digits = 0;
	uint32_t c;

	if (s.len > NUMBER_MAX || str_find(s, ':') != s.len)
		return false;
	for (i = 0; i < s.len; i += len) {
		c = str_rune(str_from(s, i), &len);
		if (ends_number(c) && i > 0)
			break;
		if (c < 0x80 && char_is_digit((char)c))
			digits++;
		else if (turkish_lower(c) != c)
			letters++;
		else if (c >= 'a' && (c <= 'z' || c > 0xBF) && c < 0x2000)
			return false;
	}
	return digits > 0 && letters > 0;
}

bool
whole_is_kept(str s)
{
	if (str_search(s, S("://")) != s.len)
		return false;
	return str_find(s, '@') != s.len || is_number(s) || is_identity(s);
}
