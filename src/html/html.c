/* SPDX-License-Identifier: ISC */
#include "html/html.h"

#include <assert.h>
#include <string.h>

#include "html/scope.h"

enum model { VOID, PHRASE, LINE, BLOCK, MIXED };

static const struct {
	str		name;
	enum model	model;
} elements[] = {
#define X(id, name, model) { { name, sizeof(name) - 1 }, model },
#include "html/elements.def"
#undef X
};

struct html
html_begin(struct sink *k)
{
	return (struct html){ .sink = k };
}

struct html
html_begin_in(struct sink *k, const struct html_scope *scope)
{
	return (struct html){ .sink = k, .scope = scope };
}

void
html_end(struct html *h)
{
	assert(h->depth == 0 && !h->in_tag);
	(void)h;
}

static void
end_tag_start(struct html *h)
{
	if (h->in_tag)
		sink_char(h->sink, '>');
	h->in_tag = false;
}

/* Whether the innermost open element contains only phrases. */
static bool
in_line(const struct html *h)
{
	enum model m = h->depth != 0 ? elements[h->open[h->depth - 1]].model :
	    MIXED;

	return m == LINE || m == PHRASE;
}

static bool
begins_line(enum elem e)
{
	return elements[e].model == LINE || elements[e].model == BLOCK ||
	    elements[e].model == MIXED || e == ELEM_HR;
}

/* Starts a new line before a block, to keep the source readable: white space
 * between blocks has no meaning. */
static void
break_line(struct html *h)
{
	if (h->sink->len != 0 && h->sink->p[h->sink->len - 1] != '\n')
		sink_char(h->sink, '\n');
}

void
html_open(struct html *h, enum elem e)
{
	assert(!begins_line(e) || !in_line(h));
	end_tag_start(h);
	if (begins_line(e))
		break_line(h);
	sink_char(h->sink, '<');
	sink_put(h->sink, elements[e].name);
	h->in_tag = true;
	if (elements[e].model == VOID)
		return;
	assert(h->depth < HTML_DEPTH);
	h->open[h->depth++] = e;
}

void
html_attr(struct html *h, const char *name, str value)
{
	assert(h->in_tag);
	if (h->scope != NULL)
		value = html_scope_attr(h->scope, name, value);
	sink_char(h->sink, ' ');
	sink_puts(h->sink, name);
	sink_puts(h->sink, "=\"");
	sink_xml_attr(h->sink, value);
	sink_char(h->sink, '"');
}

void
html_attr_uint(struct html *h, const char *name, uintmax_t n)
{
	assert(h->in_tag);
	sink_char(h->sink, ' ');
	sink_puts(h->sink, name);
	sink_puts(h->sink, "=\"");
	sink_uint(h->sink, n);
	sink_char(h->sink, '"');
}

static bool
is_url_char(char c)
{
	return char_is_alnum(c) || (c != '\0' &&
	    strchr("-_.+!*(),%#@?=;:/$~'", c) != NULL);
}

static void
put_percent(struct sink *k, char c)
{
	static const char hex[] = "0123456789ABCDEF";

	sink_char(k, '%');
	sink_char(k, hex[(unsigned char)c >> 4]);
	sink_char(k, hex[c & 15]);
}

void
html_uri_value(struct sink *k, str value)
{
	size_t i;
	char c;

	for (i = 0; i < value.len; i++) {
		c = value.p[i];
		if (char_is_alnum(c) || (c != '\0' && strchr("-._~", c) != NULL))
			sink_char(k, c);
		else
			put_percent(k, c);
	}
}

void
html_attr_url(struct html *h, const char *name, str value)
{
	size_t i;

	if (h->scope != NULL)
		value = html_scope_url(h->scope, value);
	html_attr(h, name, S(""));
	h->sink->len--;				/* the closing quote */
	for (i = 0; i < value.len; i++) {
		if (is_url_char(value.p[i]))
			sink_char(h->sink, value.p[i]);
		else if (value.p[i] == '&')
			sink_puts(h->sink, "&amp;");
		else
			put_percent(h->sink, value.p[i]);
	}
	sink_char(h->sink, '"');
}

void
html_text(struct html *h, str s)
{
	end_tag_start(h);
	sink_xml(h->sink, s);
}

void
html_close(struct html *h, enum elem e)
{
	end_tag_start(h);
	if (elements[e].model == VOID)
		return;
	assert(h->depth != 0 && h->open[h->depth - 1] == e);
	h->depth--;
	sink_puts(h->sink, "</");
	sink_put(h->sink, elements[e].name);
	sink_char(h->sink, '>');
	if (begins_line(e))
		sink_char(h->sink, '\n');
}

enum elem
html_heading(int level)
{
	assert(level >= 1 && level <= 6);
	return (enum elem)(ELEM_H1 + level - 1);
}
