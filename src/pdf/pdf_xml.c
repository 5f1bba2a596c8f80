/* SPDX-License-Identifier: ISC */
#include "pdf_xml.h"

#include <string.h>

#include "../base/arena.h"
#include "../base/sink.h"

/* Deeper than this, no sheet is meant. */
enum { DEPTH = 32 };

struct reader {
	struct arena	*arena;
	str		 text;
	size_t		 at;		/* [byte] */
	size_t		 line_start;	/* [byte] */
	unsigned	 line;
	struct diags	*diags;
	str		 path;
	bool		 failed;
};

static struct pos
here(const struct reader *r)
{
	return (struct pos){ r->line, (unsigned)(r->at - r->line_start) + 1 };
}

static void
fail(struct reader *r, str what)
{
	if (!r->failed)
		diag(r->diags, DIAG_TEMPLATE_XML, here(r), r->path, what);
	r->failed = true;
}

static char
peek(const struct reader *r)
{
	return r->at < r->text.len ? r->text.p[r->at] : '\0';
}

static void
advance(struct reader *r, size_t num)
{
	size_t end = r->at + num;

	if (end > r->text.len)
		end = r->text.len;
	for (; r->at < end; r->at++)
		if (r->text.p[r->at] == '\n') {
			r->line++;
			r->line_start = r->at + 1;
		}
}

static bool
take(struct reader *r, str s)
{
	if (!str_starts(str_from(r->text, r->at), s))
		return false;
	advance(r, s.len);
	return true;
}

static void
skip_space(struct reader *r)
{
	while (char_is_space(peek(r)))
		advance(r, 1);
}

/* To behind the end mark. */
static void
skip_past(struct reader *r, str end)
{
	str rest = str_from(r->text, r->at);
	size_t i = str_search(rest, end);

	if (i == rest.len)
		fail(r, end);
	advance(r, i + end.len);
}

/* Comments and processing instructions. */
static bool
skip_aside(struct reader *r)
{
	if (take(r, S("<!--")))
		skip_past(r, S("-->"));
	else if (take(r, S("<?")))
		skip_past(r, S("?>"));
	else
		return false;
	return true;
}

static bool
is_name(char c)
{
	return char_is_alnum(c) || c == '-' || c == '_' || c == ':' || c == '.';
}

static str
read_name(struct reader *r)
{
	size_t from = r->at;

	while (is_name(peek(r)))
		r->at++;
	if (r->at == from)
		fail(r, S("<…>"));
	return str_upto(str_from(r->text, from), r->at - from);
}

/* &amp; and its like, &#x2013; */
static void
read_entity(struct reader *r, struct sink *k)
{
	static const struct { str name; char c; } named[] = {
		{ { "&amp;", 5 }, '&' }, { { "&lt;", 4 }, '<' },
		{ { "&gt;", 4 }, '>' }, { { "&quot;", 6 }, '"' },
		{ { "&apos;", 6 }, '\'' }
	};
	size_t i;
	uint32_t c = 0;
	char digit;

	for (i = 0; i < sizeof(named) / sizeof(*named); i++)
		if (take(r, named[i].name)) {
			sink_char(k, named[i].c);
			return;
		}
	if (!take(r, S("&#x"))) {
		fail(r, S("&"));
		return;
	}
	while ((digit = peek(r)) != ';' && c < 0x110000) {
		const char *hex = "0123456789abcdef";
		const char *at = digit == '\0' ? NULL :
		    strchr(hex, digit | 0x20);
		if (at == NULL) {
			fail(r, S("&#x"));
			return;
		}
		c = c * 16 + (uint32_t)(at - hex);
		r->at++;
	}
	advance(r, 1);
	sink_rune(k, c);
}

/* Text up to one of the two characters. In arena. */
static str
read_text(struct reader *r, char end, char other)
{
	struct sink k = { 0 };
	str s;

	while (r->at < r->text.len && peek(r) != end && peek(r) != other &&
	    !r->failed)
		if (peek(r) == '&') {
			read_entity(r, &k);
		} else {
			sink_char(&k, peek(r));
			advance(r, 1);
		}
	s = str_copy(r->arena, sink_str(&k));
	sink_free(&k);
	return s;
}

static void
read_attr(struct reader *r, struct pdf_xml_attr **to)
{
	struct pdf_xml_attr *a = arena_new_of(r->arena, struct pdf_xml_attr);
	char quote;

	a->pos = here(r);
	a->name = read_name(r);
	skip_space(r);
	if (!take(r, S("=")))
		fail(r, S("="));
	skip_space(r);
	quote = peek(r);
	if (quote != '"' && quote != '\'')
		fail(r, S("\""));
	advance(r, 1);
	a->value = read_text(r, quote, '<');
	if (peek(r) != quote)
		fail(r, S("\""));
	advance(r, 1);
	*to = a;
}

static struct pdf_xml *
add_kid(struct reader *r, struct pdf_xml ***tail)
{
	struct pdf_xml *x = arena_new_of(r->arena, struct pdf_xml);

	x->pos = here(r);
	**tail = x;
	*tail = &x->next;
	return x;
}

/* Runs of white space count as one space. */
static str
squeeze(struct arena *a, str s)
{
	char *to = arena_alloc(a, s.len + 1);
	size_t i, n = 0;

	for (i = 0; i < s.len; i++)
		if (!char_is_space(s.p[i]))
			to[n++] = s.p[i];
		else if (n == 0 || to[n - 1] != ' ')
			to[n++] = ' ';
	return (str){ to, n };
}

static void	read_element(struct reader *, struct pdf_xml *, int depth);

static void
read_kids(struct reader *r, struct pdf_xml *x, int depth)
{
	struct pdf_xml **tail = &x->first, *kid;

	while (!r->failed && !str_starts(str_from(r->text, r->at), S("</"))) {
		if (r->at == r->text.len) {
			fail(r, x->name);
		} else if (skip_aside(r)) {
			continue;
		} else if (peek(r) == '<') {
			kid = add_kid(r, &tail);
			read_element(r, kid, depth + 1);
		} else {
			kid = add_kid(r, &tail);
			kid->text = squeeze(r->arena, read_text(r, '<', '<'));
		}
	}
}

static void
read_end(struct reader *r, const struct pdf_xml *x)
{
	if (r->failed || !take(r, S("</")))
		return;
	if (!str_eq(read_name(r), x->name))
		fail(r, x->name);
	skip_space(r);
	if (!take(r, S(">")))
		fail(r, S(">"));
}

static void
read_element(struct reader *r, struct pdf_xml *x, int depth)
{
	struct pdf_xml_attr **tail = &x->attrs;

	advance(r, 1);
	x->name = read_name(r);
	if (depth > DEPTH)
		fail(r, x->name);
	for (skip_space(r); !r->failed && is_name(peek(r)); skip_space(r)) {
		read_attr(r, tail);
		tail = &(*tail)->next;
	}
	if (r->failed || take(r, S("/>")))
		return;
	if (!take(r, S(">")))
		fail(r, S(">"));
	read_kids(r, x, depth);
	read_end(r, x);
}

struct pdf_xml *
pdf_xml_read(struct arena *a, str text, struct diags *ds, str path)
{
	struct reader r = { .arena = a, .text = text, .line = 1,
		.diags = ds, .path = path };
	struct pdf_xml *x = arena_new_of(a, struct pdf_xml);

	do
		skip_space(&r);
	while (skip_aside(&r));
	x->pos = here(&r);
	if (peek(&r) != '<')
		fail(&r, S("<"));
	else
		read_element(&r, x, 0);
	do
		skip_space(&r);
	while (!r.failed && skip_aside(&r));
	if (!r.failed && r.at != text.len)
		fail(&r, S("<"));
	return r.failed ? NULL : x;
}
