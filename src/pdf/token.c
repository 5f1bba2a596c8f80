/* SPDX-License-Identifier: ISC */
#include "pdf/token.h"

#include <assert.h>
#include <math.h>
#include <string.h>

/* [UTF-16 unit] in a text string; ISO 19005-3, 6.1.13. */
enum { TEXT_MAX = 16000 };

/* A space where the token before it would merge with this one. */
static void
put_gap(struct sink *k)
{
	char c;

	if (k->len == 0)
		return;
	c = k->p[k->len - 1];
	if (strchr(" \n[]<>()/", c) == NULL || c == '\0')
		sink_char(k, ' ');
}

void
pdf_token_name(struct sink *k, const char *name)
{
	sink_char(k, '/');
	sink_puts(k, name);
}

void
pdf_token_word(struct sink *k, const char *word)
{
	put_gap(k);
	sink_puts(k, word);
}

void
pdf_token_int(struct sink *k, long long n)
{
	pdf_token_fixed(k, n, /*decimals*/0);
}

void
pdf_token_fixed(struct sink *k, long long value, int decimals)
{
	unsigned long long n = value < 0 ? -(unsigned long long)value :
	    (unsigned long long)value;
	unsigned long long unit = 1;

	while (decimals > 0 && n % 10 == 0) {
		n /= 10;
		decimals--;
	}
	for (int i = 0; i < decimals; i++)
		unit *= 10;
	put_gap(k);
	if (value < 0)
		sink_char(k, '-');
	if (n / unit != 0 || decimals == 0)
		sink_uint(k, n / unit);
	if (decimals == 0)
		return;
	sink_char(k, '.');
	sink_uint_wide(k, n % unit, decimals);
}

void
pdf_token_real(struct sink *k, double v)
{
	assert(isfinite(v) && fabs(v) < 2e9);	/* 19005-3, 6.1.13 */
	pdf_token_fixed(k, llround(v * 1000), /*decimals*/3);
}

void
pdf_token_ref(struct sink *k, unsigned object)
{
	assert(object != 0);
	pdf_token_int(k, object);
	sink_puts(k, " 0 R");
}

/* 7.3.4.2: parentheses and backslash; a bare CR would be read as LF. */
static void
put_byte(struct sink *k, char c)
{
	if (c == '(' || c == ')' || c == '\\')
		sink_char(k, '\\');
	else if (c == '\r') {
		sink_puts(k, "\\r");
		return;
	}
	sink_char(k, c);
}

void
pdf_token_bytes(struct sink *k, str s)
{
	size_t i;

	sink_char(k, '(');
	for (i = 0; i < s.len; i++)
		put_byte(k, s.p[i]);
	sink_char(k, ')');
}

static void
put_unit(struct sink *k, uint32_t unit)
{
	put_byte(k, (char)(unit >> 8 & 0xFF));
	put_byte(k, (char)(unit & 0xFF));
}

static bool
is_plain(str s)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if (s.p[i] < ' ' || s.p[i] == 0x7F)
			return false;
	return true;
}

/* 7.9.2.2; truncated to the maximum of 19005-3, 6.1.13. */
void
pdf_token_text(struct sink *k, str s)
{
	size_t len, units;
	uint32_t c;

	if (is_plain(s)) {
		pdf_token_bytes(k, str_upto(s, TEXT_MAX));
		return;
	}
	sink_char(k, '(');
	put_unit(k, 0xFEFF);
	for (units = 0; s.len != 0 && units < TEXT_MAX; units += 2) {
		c = str_rune(s, &len);
		s = str_from(s, len);
		if (c > 0xFFFF) {
			put_unit(k, 0xD7C0 + (c >> 10));
			c = 0xDC00 + (c & 0x3FF);
		}
		put_unit(k, c);
	}
	sink_char(k, ')');
}

void
pdf_token_hex(struct sink *k, str s)
{
	static const char digits[] = "0123456789ABCDEF";
	size_t i;

	sink_char(k, '<');
	for (i = 0; i < s.len; i++) {
		sink_char(k, digits[(unsigned char)s.p[i] >> 4]);
		sink_char(k, digits[(unsigned char)s.p[i] & 15]);
	}
	sink_char(k, '>');
}

/* “(D:20190115000000Z)” (7.9.4) */
static void
put_date(struct sink *k, struct date d)
{
	sink_puts(k, "(D:");
	sink_uint_wide(k, (uintmax_t)d.year, 4);
	sink_uint_wide(k, (uintmax_t)d.month, 2);
	sink_uint_wide(k, (uintmax_t)d.day, 2);
	sink_puts(k, "000000Z)");
}

/* --- Entries of a dictionary (7.3.7) --- */

void
pdf_token_put_int(struct sink *k, const char *key, long long n)
{
	pdf_token_name(k, key);
	pdf_token_int(k, n);
}

void
pdf_token_put_ref(struct sink *k, const char *key, unsigned object)
{
	pdf_token_name(k, key);
	pdf_token_ref(k, object);
}

void
pdf_token_put_text(struct sink *k, const char *key, str s)
{
	if (s.len == 0)
		return;
	pdf_token_name(k, key);
	pdf_token_text(k, s);
}

void
pdf_token_put_date(struct sink *k, const char *key, struct date d)
{
	pdf_token_name(k, key);
	put_date(k, d);
}
