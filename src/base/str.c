/* SPDX-License-Identifier: ISC */
#include "base/str.h"

#include "base/arena.h"

str
str_of(const char *s)
{
	return (str){ s, s != NULL ? strlen(s) : 0 };
}

str
str_copy(struct arena *a, str s)
{
	if (s.len == 0)
		return S("");
	return (str){ str_c(a, s), s.len };
}

char *
str_c(struct arena *a, str s)
{
	char *p = arena_bytes(a, s.len + 1);

	if (s.len != 0)
		memcpy(p, s.p, s.len);
	p[s.len] = '\0';
	return p;
}

str
str_join_all(struct arena *a, const str *parts, size_t num)
{
	size_t i, len = 0;
	char *p;

	for (i = 0; i < num; i++)
		len += parts[i].len;
	p = arena_bytes(a, len + 1);
	p[len] = '\0';
	for (i = 0, len = 0; i < num; len += parts[i++].len)
		if (parts[i].len != 0)
			memcpy(p + len, parts[i].p, parts[i].len);
	return (str){ p, len };
}

str
str_shorten(struct arena *a, str s, size_t max)
{
	if (s.len <= max)
		return s;
	while (max > 0 && ((unsigned char)s.p[max] & 0xC0) == 0x80)
		max--;
	return str_join(a, str_upto(s, max), S("…"));
}

str
str_uint(struct arena *a, uintmax_t n)
{
	char digits[24];
	size_t at = sizeof(digits);

	do
		digits[--at] = (char)('0' + n % 10);
	while ((n /= 10) != 0);
	return str_copy(a, (str){ digits + at, sizeof(digits) - at });
}

int
str_cmp(str s, str t)
{
	size_t len = s.len < t.len ? s.len : t.len;
	int c = len != 0 ? memcmp(s.p, t.p, len) : 0;

	return c != 0 ? c : (s.len > t.len) - (s.len < t.len);
}

bool
str_ends(str s, str suffix)
{
	return s.len >= suffix.len &&
	    str_eq(str_from(s, s.len - suffix.len), suffix);
}

size_t
str_find(str s, char c)
{
	const char *at = s.len != 0 ? memchr(s.p, c, s.len) : NULL;

	return at != NULL ? (size_t)(at - s.p) : s.len;
}

size_t
str_rfind(str s, char c)
{
	size_t i;

	for (i = s.len; i != 0; i--)
		if (s.p[i - 1] == c)
			return i - 1;
	return s.len;
}

size_t
str_count(str s, char c)
{
	size_t at, num = 0;

	for (at = 0; (at += str_find(str_from(s, at), c)) < s.len; at++)
		num++;
	return num;
}

size_t
str_span(str s, char c)
{
	size_t i = 0;

	while (i < s.len && s.p[i] == c)
		i++;
	return i;
}

size_t
str_search(str s, str needle)
{
	size_t at = 0;

	if (needle.len == 0)
		return 0;
	/* The needle usually begins with a rare byte: memchr() is faster than
	 * memmem(). */
	while ((at += str_find(str_from(s, at), needle.p[0])) < s.len) {
		if (str_starts(str_from(s, at), needle))
			return at;
		at++;
	}
	return s.len;
}

str
str_rtrim(str s)
{
	while (s.len != 0 && char_is_space(s.p[s.len - 1]))
		s.len--;
	return s;
}

str
str_trim(str s)
{
	while (s.len != 0 && char_is_space(s.p[0]))
		s = str_from(s, 1);
	return str_rtrim(s);
}

bool
str_cut(str *rest, char c, str *part)
{
	size_t at;

	if (rest->len == 0)
		return false;
	at = str_find(*rest, c);
	*part = str_upto(*rest, at);
	*rest = str_from(*rest, at + 1);
	return true;
}

bool
str_line(str *rest, str *line)
{
	return str_cut(rest, '\n', line);
}

/* The length that a UTF-8 lead byte announces, and its bits of the code. */
static size_t
lead(unsigned char c, uint32_t *bits)
{
	if (c < 0x80)
		return *bits = c, 1;
	if (c >= 0xC2 && c <= 0xDF)
		return *bits = c & 0x1FU, 2;
	if (c >= 0xE0 && c <= 0xEF)
		return *bits = c & 0x0FU, 3;
	if (c >= 0xF0 && c <= 0xF4)
		return *bits = c & 0x07U, 4;
	return 0;
}

static bool
is_scalar(uint32_t c, size_t len)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };

	return c >= least[len] && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

uint32_t
str_rune(str s, size_t *len)
{
	uint32_t c = 0;
	size_t i, n = lead((unsigned char)s.p[0], &c);

	*len = 1;
	if (n == 1)
		return c;
	if (n == 0 || n > s.len)
		return 0xFFFD;
	for (i = 1; i < n; i++) {
		if (((unsigned char)s.p[i] & 0xC0) != 0x80)
			return 0xFFFD;
		c = c << 6 | ((unsigned char)s.p[i] & 0x3FU);
	}
	if (!is_scalar(c, n))
		return 0xFFFD;
	*len = n;
	return c;
}

/* Whether the eight bytes at p are all ASCII. */
static bool
is_ascii8(const char *p)
{
	uint64_t bytes;

	memcpy(&bytes, p, sizeof(bytes));
	return (bytes & 0x8080808080808080U) == 0;
}

/* The length of a letter of two bytes, frequent in Turkish, or 0. */
static size_t
pair(str s, size_t i)
{
	unsigned char c = (unsigned char)s.p[i];

	return c >= 0xC2 && c <= 0xDF && s.len - i >= 2 &&
	    ((unsigned char)s.p[i + 1] & 0xC0) == 0x80 ? 2 : 0;
}

size_t
str_count_runes(str s)
{
	size_t len, num = 0;

	for (; s.len != 0; num++) {
		str_rune(s, &len);
		s = str_from(s, len);
	}
	return num;
}

size_t
str_utf8_fault(str s)
{
	size_t i, len;

	for (i = 0; i < s.len; i += len) {
		len = 1;
		if ((unsigned char)s.p[i] < 0x80) {
			if (s.len - i >= 8 && is_ascii8(s.p + i))
				len = 8;
		} else if ((len = pair(s, i)) == 0 &&
		    str_rune(str_from(s, i), &len) == 0xFFFD && len == 1)
			return i;
	}
	return s.len;
}

/* The compiler vectorises a loop over a known number of bytes. */
enum { STRETCH = 32 };			/* [byte] */

static bool
is_odd(unsigned char c)
{
	return c < 0x20 || c == 0x7F || c == 0xC2 || c == 0xEF;
}

static bool
has_odd(const char *p)
{
	unsigned char c, odd = 0;
	size_t i;

	for (i = 0; i < STRETCH; i++) {
		c = (unsigned char)p[i];
		odd |= (c < 0x20) | (c == 0x7F) | (c == 0xC2) | (c == 0xEF);
	}
	return odd != 0;
}

size_t
str_find_odd(str s, size_t i)
{
	while (s.len - i >= STRETCH && !has_odd(s.p + i))
		i += STRETCH;
	while (i < s.len && !is_odd((unsigned char)s.p[i]))
		i++;
	return i;
}

size_t
str_put_rune(char *to, uint32_t c)
{
	if (c < 0x80) {
		to[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		to[0] = (char)(0xC0 | c >> 6);
		to[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		to[0] = (char)(0xE0 | c >> 12);
		to[1] = (char)(0x80 | (c >> 6 & 0x3F));
		to[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	to[0] = (char)(0xF0 | c >> 18);
	to[1] = (char)(0x80 | (c >> 12 & 0x3F));
	to[2] = (char)(0x80 | (c >> 6 & 0x3F));
	to[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}
