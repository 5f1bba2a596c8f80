/* SPDX-License-Identifier: ISC */
#include "model/reliance.h"

static const char *const schemes[] = { "https://", "http://" };

/* ASCII letters alone have a case here. */
static bool
starts_with(str s, str scheme)
{
	size_t i;

	for (i = 0; i < scheme.len; i++)
		if (i >= s.len || (s.p[i] | 0x20) != (scheme.p[i] | 0x20))
			return false;
	return true;
}

bool
reliance_is_address(str s)
{
	size_t i, scheme;

	for (i = 0; i < s.len; i++)
		if ((unsigned char)s.p[i] <= ' ' || s.p[i] == 0x7F)
			return false;
	for (i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		scheme = str_of(schemes[i]).len;
		if (starts_with(s, str_of(schemes[i])) && s.len > scheme &&
		    s.p[scheme] != '/')
			return true;
	}
	return false;
}

bool
reliance_is_phrase(str s)
{
	size_t i;

	if (s.len > RELIANCE_PHRASE_LIMIT)
		return false;
	for (i = 0; i < s.len; i++)
		if (char_is_letter(s.p[i]) || char_is_digit(s.p[i]))
			return true;
	return false;
}
