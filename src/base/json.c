/* SPDX-License-Identifier: ISC */
#include "base/json.h"

#include "base/arena.h"
#include "base/sink.h"

enum { DEPTH = 200 };

struct reader {
	struct arena	*arena;
	str		 rest;
	int		 depth;
};

static struct json *read_value(struct reader *);

static void
skip_space(struct reader *r)
{
	size_t i = 0;

	while (i < r->rest.len && char_is_space(r->rest.p[i]))
		i++;
	r->rest = str_from(r->rest, i);
}

/* Takes the character, with space around it. */
static bool
take(struct reader *r, char c)
{
	skip_space(r);
	if (r->rest.len == 0 || r->rest.p[0] != c)
		return false;
	r->rest = str_from(r->rest, 1);
	skip_space(r);
	return true;
}

static bool
read_string(struct reader *r, str *text)
{
	size_t i = 0;

	if (r->rest.len == 0 || r->rest.p[0] != '"')
		return false;
	r->rest = str_from(r->rest, 1);
	while (i < r->rest.len && r->rest.p[i] != '"')
		i += r->rest.p[i] == '\\' ? 2 : 1;
	if (i >= r->rest.len)
		return false;
	*text = str_upto(r->rest, i);
	r->rest = str_from(r->rest, i + 1);
	return true;
}

/* A number, true, false or null. */
static bool
read_other(struct reader *r, str *text)
{
	size_t i = 0;

	while (i < r->rest.len && (char_is_alnum(r->rest.p[i]) ||
	    r->rest.p[i] == '-' || r->rest.p[i] == '+' ||
	    r->rest.p[i] == '.'))
		i++;
	*text = str_upto(r->rest, i);
	r->rest = str_from(r->rest, i);
	return i != 0;
}

static struct json *
read_member(struct reader *r, bool keyed)
{
	struct json *value;
	str key = S("");

	skip_space(r);
	if (keyed && (!read_string(r, &key) || !take(r, ':')))
		return NULL;
	value = read_value(r);
	if (value != NULL)
		value->key = key;
	return value;
}

static bool
read_members(struct reader *r, struct json *v, char end)
{
	struct json **last = &v->first;

	if (take(r, end))
		return true;
	do {
		*last = read_member(r, end == '}');
		if (*last == NULL)
			return false;
		last = &(*last)->next;
	} while (take(r, ','));
	return take(r, end);
}

static bool
read_into(struct reader *r, struct json *v)
{
	if (take(r, '{')) {
		v->kind = JSON_OBJECT;
		return read_members(r, v, '}');
	}
	if (take(r, '[')) {
		v->kind = JSON_ARRAY;
		return read_members(r, v, ']');
	}
	v->kind = JSON_STRING;
	if (r->rest.len != 0 && r->rest.p[0] == '"')
		return read_string(r, &v->text);
	v->kind = JSON_OTHER;
	return read_other(r, &v->text);
}

static struct json *
read_value(struct reader *r)
{
	struct json *v = arena_new_of(r->arena, struct json);
	bool whole;

	if (r->depth == DEPTH)
		return NULL;
	r->depth++;
	whole = read_into(r, v);
	r->depth--;
	return whole ? v : NULL;
}

struct json *
json_read(struct arena *a, str bytes)
{
	struct reader r = { .arena = a, .rest = bytes };
	struct json *v;

	/* RFC 8259, 8.1. */
	if (str_utf8_fault(bytes) != bytes.len)
		return NULL;
	skip_space(&r);
	v = read_value(&r);
	skip_space(&r);
	return r.rest.len == 0 ? v : NULL;
}

const struct json *
json_get(const struct json *v, str key)
{
	const struct json *c;

	if (v == NULL || v->kind != JSON_OBJECT)
		return NULL;
	for (c = v->first; c != NULL; c = c->next)
		if (str_eq(c->key, key))
			return c;
	return NULL;
}

bool
json_is(const struct json *v, str text)
{
	return v != NULL && v->kind == JSON_STRING && str_eq(v->text, text);
}

bool
json_eq(const struct json *v, const struct json *w)
{
	const struct json *c, *d;

	if (v == NULL || w == NULL || v->kind != w->kind ||
	    !str_eq(v->text, w->text))
		return v == w;
	for (c = v->first, d = w->first; c != NULL && d != NULL;
	    c = c->next, d = d->next)
		if (!str_eq(c->key, d->key) || !json_eq(c, d))
			return false;
	return c == d;
}

/* --- Escapes (RFC 8259, 7) */

/* The four digits of “\uXXXX” after *s; 0xFFFD where they are none. */
static uint32_t
take_hex(str *s)
{
	uint32_t c = 0;
	size_t i;
	char d;

	for (i = 0; i < 4; i++) {
		d = i < s->len ? s->p[i] : '\0';
		if (char_is_digit(d))
			c = c * 16 + (uint32_t)(d - '0');
		else if ((d | 0x20) >= 'a' && (d | 0x20) <= 'f')
			c = c * 16 + (uint32_t)((d | 0x20) - 'a') + 10;
		else
			return 0xFFFD;
	}
	*s = str_from(*s, 4);
	return c;
}

static bool
is_half(uint32_t c, uint32_t first)
{
	return c >= first && c < first + 0x400;
}

static uint32_t
take_unicode(str *s)
{
	uint32_t c = take_hex(s), low;
	str rest = *s;

	if (is_half(c, 0xD800) && str_starts(rest, S("\\u"))) {
		rest = str_from(rest, 2);
		low = take_hex(&rest);
		if (is_half(low, 0xDC00)) {
			*s = rest;
			return 0x10000 + ((c - 0xD800) << 10) + low - 0xDC00;
		}
	}
	return is_half(c, 0xD800) || is_half(c, 0xDC00) ? 0xFFFD : c;
}

static uint32_t
take_escape(str *s)
{
	static const char names[] = "bfnrt", values[] = "\b\f\n\r\t";
	const char *at;
	char c = s->len > 1 ? s->p[1] : '\\';

	*s = str_from(*s, 2);
	if (c == 'u')
		return take_unicode(s);
	at = c != '\0' ? strchr(names, c) : NULL;
	return at != NULL ? (uint32_t)values[at - names] : (unsigned char)c;
}

str
json_decode(struct arena *a, str s)
{
	struct sink k = { 0 };
	size_t plain;

	while (s.len != 0) {
		plain = str_find(s, '\\');
		sink_put(&k, str_upto(s, plain));
		s = str_from(s, plain);
		if (s.len != 0)
			sink_rune(&k, take_escape(&s));
	}
	return sink_take(&k, a);
}
