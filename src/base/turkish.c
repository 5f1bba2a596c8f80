/* SPDX-License-Identifier: ISC */
#include "base/turkish.h"

#include <string.h>

#include "base/arena.h"

uint32_t
turkish_lower(uint32_t c)
{
	if (c == 'I')
		return 0x131;			/* ı */
	if (c == 0x130)				/* İ */
		return 'i';
	if (c >= 'A' && c <= 'Z')
		return c + 0x20;
	if (c >= 0xC0 && c <= 0xDE && c != 0xD7)
		return c + 0x20;
	/* Latin Extended-A pairs an even capital with the next letter, except
	 * in two ranges, where the capital is odd. */
	if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177))
		return c | 1;
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E))
		return c + (c & 1);
	return c == 0x178 ? 0xFF : c;
}

bool
turkish_is_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

bool
turkish_has_capital(str s)
{
	size_t len;
	uint32_t c = s.len != 0 ? str_rune(s, &len) : 0;

	return turkish_lower(c) != c;
}

uint32_t
turkish_base(uint32_t c)
{
	switch (c) {
	case 0xE7:
		return 'c';
	case 0x11F:
		return 'g';
	case 0x131:
	case 0xEE:
		return 'i';
	case 0xF6:
		return 'o';
	case 0x15F:
		return 's';
	case 0xFC:
	case 0xFB:
		return 'u';
	case 0xE2:
		return 'a';
	default:
		return c;
	}
}

/* A letter and a combining mark after it (as in archives from a Mac) count as
 * the composed letter: an “s” with a cedilla is an “s”; a letter with a mark
 * that Turkish does not have is no letter. Adds the mark to *len [byte]. */
static uint32_t
with_mark(uint32_t letter, str rest, size_t *len)
{
	static const struct {
		char		letters[4];
		uint32_t	mark;
	} marks[] = { { "cs", 0x327 }, { "g", 0x306 }, { "ou", 0x308 },
		{ "aiu", 0x302 }, { "i", 0x307 } };
	size_t i, mark_len;
	uint32_t mark = rest.len != 0 ? str_rune(rest, &mark_len) : 0;

	if (mark < 0x300 || mark > 0x36F)
		return letter;
	*len += mark_len;
	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (marks[i].mark == mark && letter < 0x80 &&
		    strchr(marks[i].letters, (int)letter) != NULL)
			return letter;
	return mark;
}

str
turkish_slug(struct arena *a, str s)
{
	char *to = arena_alloc(a, s.len + 1);
	size_t i, len, n = 0;
	bool gap = false;
	uint32_t c;

	for (i = 0; i < s.len; i += len) {
		c = turkish_base(turkish_lower(str_rune(str_from(s, i), &len)));
		c = with_mark(c, str_from(s, i + len), &len);
		if (c >= 0x80 || !(char_is_lower((char)c) ||
		    char_is_digit((char)c))) {
			gap = true;
			continue;
		}
		if (gap && n != 0)
			to[n++] = '-';
		gap = false;
		to[n++] = (char)c;
	}
	return (str){ to, n };
}

/* The position of a letter in the Turkish alphabet: a letter that English does
 * not have is half a step after its base letter; ı is before i. */
static uint32_t
weight(uint32_t c)
{
	c = turkish_lower(c);
	switch (c) {
	case 0xE2:
		return 'a' * 2;
	case 0xE7:
		return 'c' * 2 + 1;
	case 0x11F:
		return 'g' * 2 + 1;
	case 0x131:
		return 'i' * 2 - 1;
	case 0xEE:
		return 'i' * 2;
	case 0xF6:
		return 'o' * 2 + 1;
	case 0x15F:
		return 's' * 2 + 1;
	case 0xFC:
		return 'u' * 2 + 1;
	case 0xFB:
		return 'u' * 2;
	default:
		return c * 2;
	}
}

int
turkish_cmp(str s, str t)
{
	size_t i = 0, j = 0, m, n;
	uint32_t x, y;

	while (i < s.len && j < t.len) {
		x = weight(str_rune(str_from(s, i), &m));
		y = weight(str_rune(str_from(t, j), &n));
		if (x != y)
			return x < y ? -1 : 1;
		i += m;
		j += n;
	}
	if (i < s.len || j < t.len)
		return i < s.len ? 1 : -1;
	return str_cmp(s, t);
}

bool
turkish_equals(str s, str t)
{
	size_t m, n;

	while (s.len != 0 && t.len != 0 && turkish_lower(str_rune(s, &m)) ==
	    turkish_lower(str_rune(t, &n))) {
		s = str_from(s, m);
		t = str_from(t, n);
	}
	return s.len == 0 && t.len == 0;
}
