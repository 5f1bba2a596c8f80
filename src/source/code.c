/* SPDX-License-Identifier: ISC */
#include "source/code.h"

#include "base/arena.h"
#include "model/dom.h"
#include "model/indented_prose.h"

/* A MARKDOWN_CODE. */
struct block {
	struct doc		*doc;
	const struct extract	*extract;
	str			 text;
	size_t			 line;	/* of the extract: its first one */
	size_t			 last;
	struct pos		 pos;
	str			 opening;	/* its first line from pos on */
	bool			 fenced;
};

/* --- Fences */

static bool
is_fence(str line)
{
	return str_starts(line, S("```")) || str_starts(line, S("~~~"));
}

/* Whether it is a fence that begins the block. In indented code the first line
 * is also the first one of the text; after a fence with an info string, such
 * a line may follow as well. */
static bool
is_fenced(markdown *n, str opening, str text)
{
	str line = S("");

	return is_fence(opening) && (markdown_info(n).len != 0 ||
	    !str_line(&text, &line) || !str_eq(str_rtrim(line), opening));
}

/* Whether the line is a closing fence of at least len characters c. */
static bool
is_closing_fence(str line, char c, size_t len)
{
	str s = str_trim(str_from(line, extract_indent(line)));
	size_t n = str_span(s, c);

	return n >= len && n == s.len;
}

/* cmark closes an open fence at the end of the text. */
static void
check_fence(const struct block *b)
{
	char c = b->opening.p[0];
	size_t len = str_span(b->opening, c);

	if (b->last <= b->line || !is_closing_fence(extract_line_text(
	    b->extract, b->last), c, len))
		doc_diag(b->doc, DIAG_FENCE_OPEN, b->pos,
		    str_upto(b->opening, len));
}

/* --- Lines */

/* The column of a line of the text in line n. */
static size_t
column(const struct block *b, size_t n, str line)
{
	str whole = extract_line_text(b->extract, n);

	/* cmark replaces a tab of which a part is indentation. */
	return str_ends(whole, line) ? whole.len - line.len + 1 :
	    extract_indent(whole) + 1;
}

static const struct pos *
list_lines(const struct block *b)
{
	struct pos *lines = arena_array(b->doc->arena, struct pos,
	    str_count(b->text, '\n') + 1);
	str line, rest = b->text;
	size_t i, first = b->line + b->fenced;

	for (i = 0; str_line(&rest, &line); i++)
		lines[i] = extract_pos(b->extract, first + i, column(b,
		    first + i, line));
	return lines;
}

/* Reports indented code that was meant as a paragraph or as fenced code. */
static void
check_indented(const struct block *b, const struct pos *lines)
{
	str line, rest = b->text;
	size_t i;

	for (i = 0; str_line(&rest, &line); i++)
		if (is_fence(str_trim(line))) {
			doc_diag(b->doc, DIAG_FENCE_INDENTED, lines[i],
			    str_upto(str_trim(line), 3));
			return;
		}
	if (indented_prose(b->doc->arena, b->text))
		doc_diag(b->doc, DIAG_CODE_PASTED, b->pos, S(""));
}

/* --- Code blocks */

void
code_put(struct doc *doc, const struct extract *e, markdown *n, node *to)
{
	struct markdown_pos at = markdown_start(n);
	struct block b = { .doc = doc, .extract = e, .line = at.line,
	    .last = markdown_end(n).line, .text = markdown_literal(n),
	    .pos = extract_pos(e, at.line, at.col) };
	node *code = dom_add(doc, to, KIND_CODE, b.pos);
	struct item *item = dom_item(code);

	b.opening = str_trim(str_from(extract_line_text(e, at.line), at.col -
	    1));
	b.fenced = is_fenced(n, b.opening, b.text);
	item->code.info = str_copy(doc->arena, markdown_info(n));
	item->code.lines = list_lines(&b);
	dom_add_text(doc, code, b.text, b.pos);
	if (b.fenced)
		check_fence(&b);
	else
		check_indented(&b, item->code.lines);
}
