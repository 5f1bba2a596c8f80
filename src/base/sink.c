/* SPDX-License-Identifier: ISC */
#include "base/sink.h"

#include <string.h>

#include "base/mem.h"

enum {
	SINK_MIN = 256,
	MOVED = 1 << 20			/* [byte] at once */
};

void
sink_free(struct sink *k)
{
	mem_free(k->p);
	*k = (struct sink){ 0 };
}

void
sink_reset(struct sink *k)
{
	k->len = 0;
}

str
sink_str(const struct sink *k)
{
	return (str){ k->p, k->len };
}

static void
make_room(struct sink *k, size_t len)
{
	size_t cap = k->cap != 0 ? k->cap : SINK_MIN;

	if (k->cap - k->len >= len)
		return;
	while (cap - k->len < len)
		cap *= 2;
	k->p = mem_realloc(k->p, cap);
	k->cap = cap;
}

char *
sink_room(struct sink *k, size_t len)
{
	if (k->cap - k->len < len + 1) {
		k->cap = k->len + len + 1;
		k->p = mem_realloc(k->p, k->cap);
	}
	return k->p + k->len;
}

void
sink_fit(struct sink *k)
{
	if (k->cap == 0)
		return;
	k->cap = k->len + 1;
	k->p = mem_realloc(k->p, k->cap);
}

str
sink_take(struct sink *k, struct arena *a)
{
	str s = str_copy(a, sink_str(k));

	sink_free(k);
	return s;
}

void
sink_put(struct sink *k, str s)
{
	make_room(k, s.len + 1);
	if (s.len != 0)
		memcpy(k->p + k->len, s.p, s.len);
	k->len += s.len;
}

void
sink_move(struct sink *k, str s)
{
	str piece;

	sink_room(k, s.len);
	for (; s.len != 0; s = str_from(s, piece.len)) {
		piece = str_upto(s, MOVED);
		sink_put(k, piece);
		mem_forget(piece.p, piece.len);
	}
}

void
sink_puts(struct sink *k, const char *s)
{
	sink_put(k, str_of(s));
}

void
sink_char(struct sink *k, char c)
{
	sink_put(k, (str){ &c, 1 });
}

void
sink_rune(struct sink *k, uint32_t c)
{
	char bytes[4];

	sink_put(k, (str){ bytes, str_put_rune(bytes, c) });
}

void
sink_uint(struct sink *k, uintmax_t n)
{
	sink_uint_wide(k, n, /*width*/1);
}

void
sink_octal(struct sink *k, unsigned n)
{
	if (n >= 8)
		sink_octal(k, n / 8);
	sink_char(k, (char)('0' + n % 8));
}

void
sink_uint_wide(struct sink *k, uintmax_t n, int width)
{
	char digits[24];
	size_t at = sizeof(digits);

	do {
		digits[--at] = (char)('0' + n % 10);
		n /= 10;
		width--;
	} while (n != 0 || width > 0);
	sink_put(k, (str){ digits + at, sizeof(digits) - at });
}

void
sink_indent(struct sink *k, int depth, char c)
{
	while (depth-- > 0)
		sink_char(k, c);
}

static const char *
entity(char c, bool attr)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	default:
		return attr ? "&quot;" : "\"";
	}
}

/* Puts text without special characters as a whole: pages are mostly text. */
static void
put_escaped(struct sink *k, str s, bool attr)
{
	static const bool special[256] = { ['&'] = true, ['<'] = true,
	    ['>'] = true, ['"'] = true };
	size_t i = 0, done = 0;

	if (s.len == 0)		/* it may be NULL, which has no offsets */
		return;
	for (;; done = ++i) {
		while (i < s.len && !special[(unsigned char)s.p[i]])
			i++;
		sink_put(k, (str){ s.p + done, i - done });
		if (i == s.len)
			return;
		sink_puts(k, entity(s.p[i], attr));
	}
}

void
sink_xml(struct sink *k, str s)
{
	put_escaped(k, s, /*attr*/false);
}

void
sink_xml_attr(struct sink *k, str s)
{
	put_escaped(k, s, /*attr*/true);
}
