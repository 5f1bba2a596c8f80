/* SPDX-License-Identifier: ISC */
#include "diff/flat_word.h"

#include "base/digest.h"

size_t
flat_word_space(str s)
{
	size_t len;
	uint32_t c;

	if (char_is_space(s.p[0]))
		return 1;
	if ((unsigned char)s.p[0] < 0xC2)
		return 0;
	c = str_rune(s, &len);
	return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
	    c == 0x205F || c == 0x3000 ? len : 0;
}

uint64_t
flat_word_hash(uint64_t start, str s)
{
	struct digest_fingerprint f = digest_fingerprint(s);

	return (start * 0x9E3779B97F4A7C15u) ^ f.parts[0] ^
	    (start << 7 | start >> 57);
}

static bool
has_digit(str s)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if (char_is_digit(s.p[i]))
			return true;
	return false;
}

/* Whether it has the form 15.01.2019, 15/1/2019 or 2019-01-15, whatever stands
 * around it. */
static bool
is_date(str s)
{
	size_t i, marks = 0, digits = 0, longest = 0;

	for (i = 0; i < s.len && !char_is_digit(s.p[i]); i++)
		;
	for (; i < s.len; i++) {
		if (char_is_digit(s.p[i])) {
			digits++;
			longest = digits > longest ? digits : longest;
			continue;
		}
		if (digits == 0 || strchr("./-", s.p[i]) == NULL)
			break;
		marks++;
		digits = 0;
	}
	return (marks == 2 || (marks == 3 && digits == 0)) && longest == 4;
}

/* Whether letters, a full stop and two letters stand in it: “ktun.edu”. */
static bool
is_host(str s)
{
	size_t i;

	for (i = 1; i + 2 < s.len; i++)
		if (s.p[i] == '.' && char_is_alnum(s.p[i - 1]) &&
		    char_is_lower(s.p[i + 1]) && char_is_lower(s.p[i + 2]))
			return true;
	return false;
}

/* “Ocak”, “Şubat’ta” */
static bool
is_month(str s)
{
	static const char *const months[] = { "Ocak", "Şubat", "Mart", "Nisan",
		"Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim",
		"Kasım", "Aralık", "January", "February", "March", "April",
		"May", "June", "July", "August", "September", "October",
		"November", "December" };
	size_t i, j;

	for (i = 0; i < sizeof(months) / sizeof(months[0]); i++) {
		j = strlen(months[i]);
		if (str_starts(s, str_of(months[i])) && (s.len == j ||
		    !char_is_letter(s.p[j]) ||
		    str_starts(str_from(s, j), S("’"))))
			return true;
	}
	return false;
}

unsigned
flat_word_kinds(str s)
{
	unsigned kinds = 0;

	if (has_digit(s))
		kinds |= WORD_IS_NUMBER;
	if (is_date(s) || is_month(s))
		kinds |= WORD_IS_DATE;
	if (str_search(s, S("://")) != s.len || str_find(s, '@') != s.len ||
	    is_host(s))
		kinds |= WORD_IS_ADDRESS;
	return kinds;
}
