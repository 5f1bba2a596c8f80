/* SPDX-License-Identifier: ISC */
#include "source/tag.h"

#include "base/arena.h"
#include "base/language_tag.h"
#include "model/dom.h"

/* Of the author's text in a message [byte]. */
enum { SHOWN_LIMIT = 60 };
/* The maximum number of tags that are open at once: renderers recurse. */
enum { DEPTH_LIMIT = 16 };

static const struct {
	const char	*name;
	enum kind	 kind;
} elements[] = {
	{ "sub", KIND_SUBSCRIPT },
	{ "sup", KIND_SUPERSCRIPT },
	{ "u", KIND_UNDERLINE },
	{ "kbd", KIND_KEYSTROKE },
	{ "s", KIND_STRUCK },
	{ "span", KIND_SPAN },
};

static const char *
name_of(enum kind kind)
{
	size_t i = 0;

	while (elements[i].kind != kind)
		i++;
	return elements[i].name;
}

/* --- Reading */

static bool
is_comment(str html)
{
	return str_starts(html, S("<!--"));
}

/* Reads “<name”, “</name” and their end; rest: what stands before the end. */
static struct tag
read_form(str html, str *rest)
{
	struct tag t = { .type = TAG_OPEN, .html = html };
	str s = str_from(str_upto(html, html.len - 1), 1);
	size_t i, end;

	if (str_starts(s, S("/"))) {
		t.type = TAG_CLOSE;
		s = str_from(s, 1);
	}
	for (end = 0; end < s.len && char_is_alnum(s.p[end]); end++)
		;
	*rest = str_trim(str_from(s, end));
	s = str_upto(s, end);
	if (str_eq(s, S("br")) && t.type == TAG_OPEN)
		return (struct tag){ .type = TAG_BREAK, .html = html };
	for (i = 0; i < sizeof(elements) / sizeof(elements[0]); i++)
		if (str_eq(s, str_of(elements[i].name))) {
			t.kind = elements[i].kind;
			return t;
		}
	return (struct tag){ .type = TAG_NONE, .html = html };
}

/* Reads “lang="xx"”, the only attribute. */
static bool
read_lang(str rest, str *lang)
{
	char quote;

	if (!str_starts(rest, S("lang")))
		return false;
	rest = str_trim(str_from(rest, 4));
	if (!str_starts(rest, S("=")))
		return false;
	rest = str_trim(str_from(rest, 1));
	quote = rest.len != 0 ? rest.p[0] : '\0';
	if (quote == '"' || quote == '\'') {
		if (str_find(str_from(rest, 1), quote) != rest.len - 2)
			return false;
		rest = str_upto(str_from(rest, 1), rest.len - 2);
	}
	*lang = rest;
	return str_find(rest, ' ') == rest.len;
}

/* Returns what is wrong with a tag's attributes, or DIAG_COUNT. */
static enum diag
check_rest(struct tag *t, str rest)
{
	if (t->type == TAG_BREAK && str_eq(rest, S("/")))
		rest = S("");
	if (t->type != TAG_OPEN || t->kind != KIND_SPAN)
		return rest.len == 0 ? DIAG_COUNT : DIAG_HTML_ATTRIBUTE;
	if (!read_lang(rest, &t->lang))
		return DIAG_HTML_ATTRIBUTE;
	return language_tag_is_valid(t->lang) ? DIAG_COUNT : DIAG_HTML_LANG;
}

/* Reads a tag; fault: what is wrong with it, or DIAG_COUNT. */
static struct tag
read(const struct doc *doc, str html, enum diag *fault)
{
	struct tag t = { .type = TAG_COMMENT, .html = html };
	str rest;

	*fault = DIAG_HTML_RAW;
	if (doc->dialect < 2)
		t.type = TAG_NONE;
	else if (is_comment(html))
		*fault = DIAG_HTML_COMMENT;
	else {
		t = read_form(html, &rest);
		if (t.type != TAG_NONE)
			*fault = check_rest(&t, rest);
	}
	return t;
}

struct tag
tag_read(struct doc *doc, struct tag_faults *faults, str html, struct pos pos)
{
	enum diag fault;
	struct tag t = read(doc, html, &fault);

	if (fault == DIAG_HTML_LANG)
		doc_diag(doc, fault, pos, t.lang);
	else if (fault == DIAG_HTML_COMMENT)
		doc_diag(doc, fault, pos, tag_fault_shown(doc, html));
	else if (fault != DIAG_COUNT)
		tag_fault_add(doc, faults, fault, pos, html);
	t.lang = str_copy(doc->arena, t.lang);
	return t;
}

enum tag_type
tag_type(const struct doc *doc, str html)
{
	enum diag fault;

	return read(doc, html, &fault).type;
}

/* --- Pairs */

/* Returns the innermost element of the tag's kind that tags have opened, or
 * NULL. */
static node *
opened(const struct tag *t, node *base, node *to)
{
	for (; to != base; to = dom_parent(to))
		if (dom_kind(to) == t->kind)
			return to;
	return NULL;
}

static str
opening(struct doc *doc, const node *n)
{
	return str_join3(doc->arena, S("<"), str_of(name_of(dom_kind(n))),
	    S(">"));
}

static node *
close_tag(struct doc *doc, const struct tag *t, struct pos pos, node *base,
    node *to, bool *reported)
{
	node *n = opened(t, base, to);

	if (n == to)
		return dom_parent(n);
	if (!*reported && n == NULL)
		doc_diag(doc, DIAG_HTML_UNOPENED, pos, t->html);
	else if (!*reported)
		doc_diag(doc, DIAG_HTML_CROSSED, pos, t->html,
		    opening(doc, to));
	*reported = true;
	return n != NULL ? dom_parent(n) : to;
}

static node *
open_tag(struct doc *doc, const struct tag *t, struct pos pos, node *base,
    node *to)
{
	unsigned depth = 0;
	node *n;

	for (n = to; n != base; n = dom_parent(n))
		depth++;
	if (depth == DEPTH_LIMIT) {
		doc_diag(doc, DIAG_TEXT_DEEP, pos, S(""));
		doc->unread = true;
	}
	if (depth >= DEPTH_LIMIT) {
		/* Else all texts would become one, again and again. */
		dom_add(doc, to, KIND_SOFT_BREAK, pos);
		return to;
	}
	n = dom_add(doc, to, t->kind, pos);
	if (t->kind == KIND_SPAN)
		dom_item(n)->span.lang = t->lang;
	return n;
}

node *
tag_put(struct doc *doc, const struct tag *t, struct pos pos, node *base,
    node *to, bool *reported)
{
	switch (t->type) {
	case TAG_OPEN:
		return open_tag(doc, t, pos, base, to);
	case TAG_CLOSE:
		return close_tag(doc, t, pos, base, to, reported);
	case TAG_BREAK:
		dom_add(doc, to, KIND_HARD_BREAK, pos);
		return to;
	default:
		return to;
	}
}

void
tag_end(struct doc *doc, node *base, node *to, bool *reported)
{
	if (to == base || *reported)
		return;
	*reported = true;
	doc_diag(doc, DIAG_HTML_UNCLOSED, dom_item(to)->pos, opening(doc, to),
	    str_of(name_of(dom_kind(to))));
}

/* --- Blocks */

/* Moves s after the comment that it begins with; false if it does not end. */
static bool
skip_comment(str *s)
{
	size_t end = 2 + str_search(str_from(*s, 2), S("-->"));

	if (end == s->len)
		return false;
	*s = str_from(*s, end + 3);
	return true;
}

/* An open comment contains what is appended to the text. (cmark puts the end of
 * a block of HTML one line too high.) */
static bool
reaches_appended(const struct extract *e, markdown *n)
{
	return e->appended != 0 && markdown_start(n).line +
	    str_count(str_rtrim(markdown_literal(n)), '\n') >= e->appended;
}

/* To CommonMark all of the line in which a comment ends is HTML. */
static void
put_comments(struct doc *doc, const struct extract *e, markdown *n, str html,
    struct pos pos)
{
	str rest = html;
	size_t line, col;

	doc_diag(doc, DIAG_HTML_COMMENT, pos, tag_fault_shown(doc, str_upto(html,
	    str_search(html, S("-->")) + 3)));
	while (is_comment(rest)) {
		if (reaches_appended(e, n) || !skip_comment(&rest)) {
			doc_diag(doc, DIAG_HTML_COMMENT_OPEN, pos, S(""));
			return;
		}
		rest = str_trim(rest);
	}
	if (rest.len == 0)
		return;
	line = markdown_start(n).line + str_count(str_upto(html,
	    (size_t)(rest.p - html.p)), '\n');
	col = str_rtrim(extract_line_text(e, line)).len - rest.len + 1;
	doc_diag(doc, DIAG_HTML_AFTER_COMMENT, extract_pos(e, line, col),
	    str_shorten(doc->arena, rest, SHOWN_LIMIT));
}

void
tag_block(struct doc *doc, const struct extract *e, markdown *n)
{
	str html = markdown_literal(n), first = str_trim(html);
	struct pos pos = extract_pos(e, markdown_start(n).line,
	    markdown_start(n).col);

	if (doc->dialect >= 2 && is_comment(first)) {
		put_comments(doc, e, n, first, pos);
		return;
	}
	first = str_upto(first, str_find(first, '>') + 1);
	doc_diag(doc, tag_type(doc, first) != TAG_NONE ? DIAG_HTML_ALONE :
	    DIAG_HTML_RAW, pos, tag_fault_shown(doc, html));
}
