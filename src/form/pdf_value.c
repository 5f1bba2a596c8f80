/* SPDX-License-Identifier: ISC */
#include "form/pdf_value.h"

#include "base/arena.h"
#include "pdf/token.h"
#include "register/foreign_pdf.h"

enum { UNKNOWN = 0xFFFD };

/* --- Encodings */

/* PDFDocEncoding where it is not Latin-1 (ISO 32000-1, D.2). */
static const uint16_t low[8] = { 0x2D8, 0x2C7, 0x2C6, 0x2D9, 0x2DD, 0x2DB,
	0x2DA, 0x2DC };
static const uint16_t high[33] = { 0x2022, 0x2020, 0x2021, 0x2026, 0x2014,
	0x2013, 0x192, 0x2044, 0x2039, 0x203A, 0x2212, 0x2030, 0x201E, 0x201C,
	0x201D, 0x2018, 0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02, 0x141, 0x152,
	0x160, 0x178, 0x17D, 0x131, 0x142, 0x153, 0x161, 0x17E, UNKNOWN,
	0x20AC };

static void
put_pdf_doc(struct sink *k, str s)
{
	unsigned char c;
	size_t i;

	for (i = 0; i < s.len; i++) {
		c = (unsigned char)s.p[i];
		if (c >= 0x18 && c < 0x20)
			sink_rune(k, low[c - 0x18]);
		else if (c >= 0x80 && c <= 0xA0)
			sink_rune(k, high[c - 0x80]);
		else
			sink_rune(k, c == 0xAD ? UNKNOWN : c);
	}
}

static void
put_utf8(struct sink *k, str s)
{
	size_t len;

	for (; s.len != 0; s = str_from(s, len))
		sink_rune(k, str_rune(s, &len));
}

static uint32_t
take_unit(str *s, bool little)
{
	unsigned char a = (unsigned char)s->p[0], b = (unsigned char)s->p[1];

	*s = str_from(*s, 2);
	return little ? (uint32_t)(b << 8 | a) : (uint32_t)(a << 8 | b);
}

static void
put_utf16(struct sink *k, str s, bool little)
{
	uint32_t c, d;
	str rest;

	while (s.len >= 2) {
		c = take_unit(&s, little);
		rest = s;
		d = c >= 0xD800 && c < 0xDC00 && s.len >= 2 ?
		    take_unit(&rest, little) : 0;
		if (d >= 0xDC00 && d < 0xE000) {
			c = 0x10000 + ((c - 0xD800) << 10) + d - 0xDC00;
			s = rest;
		}
		sink_rune(k, c >= 0xD800 && c < 0xE000 ? UNKNOWN : c);
	}
	if (s.len != 0)
		sink_rune(k, UNKNOWN);
}

str
pdf_value_bytes(struct arena *a, str s)
{
	struct sink k = { 0 };

	if (str_starts(s, S("\xFE\xFF")) || str_starts(s, S("\xFF\xFE")))
		put_utf16(&k, str_from(s, 2), s.p[0] == '\xFF');
	else if (str_starts(s, S("\xEF\xBB\xBF")))
		put_utf8(&k, str_from(s, 3));
	else
		put_pdf_doc(&k, s);
	return sink_take(&k, a);
}

/* --- The values of qpdf */

static int
hex_digit(str s, size_t i)
{
	char c = i < s.len ? s.p[i] : '\0';

	if (char_is_digit(c))
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static str
bytes_of_hex(struct arena *a, str s)
{
	char *to = arena_bytes(a, s.len / 2 + 1);
	size_t i, n = 0;

	for (i = 0; i + 1 < s.len && hex_digit(s, i) >= 0 &&
	    hex_digit(s, i + 1) >= 0; i += 2)
		to[n++] = (char)(hex_digit(s, i) << 4 | hex_digit(s, i + 1));
	return (str){ to, n };
}

/* Without “/” and “#xx”. */
static str
bytes_of_name(struct arena *a, str s)
{
	char *to = arena_bytes(a, s.len + 1);
	size_t i, n = 0;

	for (i = 1; i < s.len; i++) {
		to[n++] = s.p[i];
		if (s.p[i] == '#' && hex_digit(s, i + 1) >= 0 &&
		    hex_digit(s, i + 2) >= 0) {
			to[n - 1] = (char)(hex_digit(s, i + 1) << 4 |
			    hex_digit(s, i + 2));
			i += 2;
		}
	}
	return (str){ to, n };
}

bool
pdf_value_is_name(const struct json *v)
{
	return v != NULL && v->kind == JSON_STRING &&
	    (str_starts(v->text, S("/")) || str_starts(v->text, S("n:/")));
}

str
pdf_value_name(struct arena *a, const struct json *v)
{
	str s = json_decode(a, v->text);
	struct sink k = { 0 };
	size_t i;

	if (str_starts(s, S("n:")))
		return str_from(s, 2);
	sink_char(&k, '/');
	for (i = 1; i < s.len; i++)
		if (char_is_alnum(s.p[i]) || (s.p[i] != '\0' &&
		    strchr("#_-+.,:;!$&'*=?@^`|~\"", s.p[i]) != NULL))
			sink_char(&k, s.p[i]);
		else {
			static const char digits[] = "0123456789ABCDEF";

			sink_char(&k, '#');
			sink_char(&k, digits[(unsigned char)s.p[i] >> 4]);
			sink_char(&k, digits[(unsigned char)s.p[i] & 15]);
		}
	return sink_take(&k, a);
}

str
pdf_value_text(struct arena *a, const struct json *v)
{
	str s;

	if (v == NULL || v->kind != JSON_STRING)
		return S("");
	s = json_decode(a, v->text);
	if (str_starts(s, S("u:")))
		return str_from(s, 2);
	if (str_starts(s, S("b:")))
		return pdf_value_bytes(a, bytes_of_hex(a, str_from(s, 2)));
	if (!pdf_value_is_name(v))
		return S("");
	s = bytes_of_name(a, str_starts(s, S("n:")) ? str_from(s, 2) : s);
	return str_utf8_fault(s) == s.len ? s : pdf_value_bytes(a, s);
}

bool
pdf_value_number(const struct json *v, size_t *n)
{
	size_t i;

	*n = 0;
	if (v == NULL || v->kind != JSON_OTHER || v->text.len == 0)
		return false;
	for (i = 0; i < v->text.len; i++) {
		if (!char_is_digit(v->text.p[i]) || *n > SIZE_MAX / 100)
			return false;
		*n = *n * 10 + (size_t)(v->text.p[i] - '0');
	}
	return true;
}

/* --- Writing */

static void
write_string(struct sink *k, struct arena *a, const struct json *v)
{
	str s = json_decode(a, v->text);

	if (str_starts(s, S("u:")))
		pdf_token_text(k, str_from(s, 2));
	else if (str_starts(s, S("b:")))
		pdf_token_hex(k, bytes_of_hex(a, str_from(s, 2)));
	else if (pdf_value_is_name(v)) {
		sink_put(k, pdf_value_name(a, v));
	} else {
		sink_char(k, ' ');
		sink_put(k, s);
	}
}

void
pdf_value_write(struct sink *k, struct arena *a, const struct json *v)
{
	const struct json *c;

	switch (v->kind) {
	case JSON_STRING:
		write_string(k, a, v);
		break;
	case JSON_OTHER:
		sink_char(k, ' ');
		sink_put(k, v->text);
		break;
	case JSON_ARRAY:
		sink_char(k, '[');
		for (c = v->first; c != NULL; c = c->next)
			pdf_value_write(k, a, c);
		sink_char(k, ']');
		break;
	case JSON_OBJECT:
		sink_puts(k, "<<");
		for (c = v->first; c != NULL; c = c->next) {
			sink_put(k, pdf_value_name(a, &(struct json){
			    .kind = JSON_STRING, .text = c->key }));
			pdf_value_write(k, a, c);
		}
		sink_puts(k, ">>");
		break;
	}
}
