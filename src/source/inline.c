/* SPDX-License-Identifier: ISC */
#include "source/inline.h"

#include "base/arena.h"
#include "model/dom.h"
#include "source/block_mark.h"

/* Of the author's text in a message [byte]. */
enum { SHOWN_LIMIT = 60 };

/* --- Positions */

/* The start of a node in the extract. For a link, cmark gives the line of its
 * end but the column of its start. */
static struct markdown_pos
start_of(struct inlines *in, markdown *n)
{
	struct markdown_pos at = markdown_start(n);
	markdown *child = markdown_first(n);

	if (child != NULL && markdown_start(child).line > 0)
		at.line = markdown_start(child).line;
	position_correct(&in->block, &at.line, &at.col);
	return at;
}

static struct pos
pos_of(struct inlines *in, markdown *n)
{
	struct markdown_pos at = start_of(in, n);

	return extract_pos(in->extract, at.line, at.col);
}

/* cmark gives a line end no position: it is where the previous node ends. */
static struct pos
line_end_pos(struct inlines *in, markdown *n)
{
	markdown *prev = markdown_prev(n);

	if (prev == NULL)
		return position_start(&in->block);
	return position_line_end(&in->block, markdown_end(prev).line,
	    markdown_end(prev).col, markdown_kind(n) == MARKDOWN_SOFT_BREAK);
}

/* --- Blocks */

void
inline_begin(struct inlines *in, markdown *block)
{
	in->block = position_of(in->extract, markdown_start(block).line,
	    markdown_start(block).col, markdown_end(block).line,
	    markdown_kind(block) == MARKDOWN_PARAGRAPH);
	in->cell = in->skip_first = in->skip_line = false;
}

void
inline_begin_cell(struct inlines *in, markdown *block)
{
	inline_begin(in, block);
	in->cell = in->skip_first = true;
}

void
inline_skip_line(struct inlines *in)
{
	in->skip_line = true;
}

/* --- Inlines */

static void
put_text(struct inlines *in, markdown *n, node *to)
{
	struct markdown_pos at = start_of(in, n);
	struct prose prose = { in->doc, in->extract, in->footnotes, in->link };

	prose_put(&prose, to, markdown_literal(n), at.line, at.col,
	    in->skip_first);
	in->skip_first = false;
}

void
inline_picture(struct inlines *in, markdown *image, struct item *item)
{
	struct arena *a = in->doc->arena;

	item->picture.src = str_copy(a, markdown_url(image));
	item->picture.alt = str_trim(markdown_words(a, image));
	item->picture.title = str_copy(a, markdown_title(image));
}

static void	put_children(struct inlines *, markdown *, node *);

static void
put_link(struct inlines *in, markdown *n, node *to)
{
	str href = str_copy(in->doc->arena, markdown_url(n));
	bool is_reference = str_starts(href, S("#"));
	node *link = dom_add(in->doc, to, is_reference ? KIND_REFERENCE :
	    KIND_LINK, pos_of(in, n));

	if (is_reference)
		dom_item(link)->id = str_from(href, 1);
	else {
		dom_item(link)->link.href = href;
		dom_item(link)->link.title = str_copy(in->doc->arena,
		    markdown_title(n));
	}
	in->link = link;
	put_children(in, n, link);
	in->link = NULL;
}

static void
put_picture(struct inlines *in, markdown *n, node *to)
{
	inline_picture(in, n, dom_item(dom_add(in->doc, to, KIND_PICTURE,
	    pos_of(in, n))));
}

/* Code has no escapes, but a table row has: “\|” is a pipe in a cell. */
static str
without_escapes(struct arena *a, str s)
{
	char *to = arena_alloc(a, s.len + 1);
	size_t i, n = 0;

	for (i = 0; i < s.len; i++)
		if (!str_starts(str_from(s, i), S("\\|")))
			to[n++] = s.p[i];
	return (str){ to, n };
}

/* cmark gives code the position after its opening backticks. */
static void
put_literal(struct inlines *in, markdown *n, node *to)
{
	struct markdown_pos at = start_of(in, n);
	str line = extract_line_text(in->extract, at.line);
	str s = markdown_literal(n);
	size_t col = at.col;

	/* After some link definitions, cmark's column is past the line. */
	while (col > 1 && col <= line.len + 1 && line.p[col - 2] == '`')
		col--;
	if (in->cell)
		s = without_escapes(in->doc->arena, s);
	dom_add_text(in->doc, dom_add(in->doc, to, KIND_LITERAL,
	    extract_pos(in->extract, at.line, col)), s,
	    extract_pos(in->extract, at.line, at.col));
}

static void
put_html(struct inlines *in, markdown *n)
{
	str html = markdown_literal(n);
	bool is_break = str_starts(html, S("<br")) &&
	    (html.len <= 3 || !char_is_alnum(html.p[3]));

	if (block_mark_report(in->doc, in->extract, n, pos_of(in, n)))
		return;
	doc_diag(in->doc, is_break ? DIAG_HTML_BREAK : DIAG_HTML_RAW,
	    pos_of(in, n), str_shorten(in->doc->arena, html, SHOWN_LIMIT));
}

static void
put_one(struct inlines *in, markdown *n, node *to)
{
	switch (markdown_kind(n)) {
	case MARKDOWN_TEXT:
		put_text(in, n, to);
		break;
	case MARKDOWN_SOFT_BREAK:
		dom_add(in->doc, to, in->keep_lines ? KIND_HARD_BREAK :
		    KIND_SOFT_BREAK, line_end_pos(in, n));
		break;
	case MARKDOWN_HARD_BREAK:
		dom_add(in->doc, to, KIND_HARD_BREAK, line_end_pos(in, n));
		break;
	case MARKDOWN_LITERAL:
		put_literal(in, n, to);
		break;
	case MARKDOWN_HTML:
		put_html(in, n);
		break;
	case MARKDOWN_EMPHASIS:
		put_children(in, n, dom_add(in->doc, to, KIND_EMPHASIS,
		    pos_of(in, n)));
		break;
	case MARKDOWN_STRONG:
		put_children(in, n, dom_add(in->doc, to, KIND_STRONG,
		    pos_of(in, n)));
		break;
	case MARKDOWN_LINK:
		put_link(in, n, to);
		break;
	case MARKDOWN_PICTURE:
		put_picture(in, n, to);
		break;
	default:
		break;
	}
}

static bool
ends_line(markdown *n)
{
	return markdown_kind(n) == MARKDOWN_SOFT_BREAK ||
	    markdown_kind(n) == MARKDOWN_HARD_BREAK;
}

static void
put_children(struct inlines *in, markdown *parent, node *to)
{
	markdown *n;

	for (n = markdown_first(parent); n != NULL; n = markdown_next(n)) {
		if (!in->skip_line)
			put_one(in, n, to);
		else if (ends_line(n))
			in->skip_line = false;
	}
}

void
inline_put(struct inlines *in, markdown *block, node *to)
{
	put_children(in, block, to);
}
