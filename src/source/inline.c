/* SPDX-License-Identifier: ISC */
#include "source/inline.h"

#include "base/arena.h"
#include "base/sink.h"
#include "model/dom.h"
#include "model/picture_width.h"
#include "source/block_mark.h"
#include "source/field_mask.h"
#include "source/field_read.h"
#include "source/strike.h"
#include "source/tag.h"

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

/* The line of the source from the node on. */
static str
source_of(struct inlines *in, markdown *n)
{
	struct markdown_pos at = start_of(in, n);

	return str_from(extract_line_text(in->extract, at.line), at.col - 1);
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
	in->cell = in->skip_first = in->skip_line = in->tags_reported = false;
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

void
inline_picture(struct inlines *in, markdown *image, struct item *item)
{
	struct arena *a = in->doc->arena;

	item->picture.src = str_copy(a, markdown_url(image));
	item->picture.alt = field_mask_off(a, str_trim(markdown_words(a,
	    image)));
	item->picture.title = str_copy(a, markdown_title(image));
}

static void
put_picture(struct inlines *in, markdown *n, node *to)
{
	inline_picture(in, n, dom_item(dom_add(in->doc, to, KIND_PICTURE,
	    pos_of(in, n))));
}

/* Whether the previous inline, perhaps on the line above, is a picture. */
static bool
follows_picture(const node *last)
{
	if (last != NULL && dom_kind(last) == KIND_SOFT_BREAK)
		last = dom_prev(last);
	return last != NULL && dom_kind(last) == KIND_PICTURE;
}

size_t
inline_width(struct inlines *in, markdown *text, struct item *picture)
{
	if (in->doc->dialect < 2)
		return 0;
	return picture_width_read(in->doc, markdown_literal(text),
	    source_of(in, text), pos_of(in, text), picture);
}

/* Returns the length of the width after a picture; reports one that does not
 * stand there. */
static size_t
take_width(struct inlines *in, markdown *text, node *to)
{
	node *last = dom_last(to);
	size_t len = 0;

	if (in->doc->dialect < 2 || !follows_picture(last))
		return 0;
	if (dom_kind(last) == KIND_PICTURE)
		len = inline_width(in, text, dom_item(last));
	if (len == 0)
		picture_width_check(in->doc, markdown_literal(text),
		    source_of(in, text), pos_of(in, text));
	return len;
}

/* Whether n is a comment that ends in its line. */
static bool
is_comment(struct inlines *in, markdown *n)
{
	return n != NULL && markdown_kind(n) == MARKDOWN_HTML &&
	    tag_type(in->doc, markdown_literal(n)) == TAG_COMMENT &&
	    str_count(markdown_literal(n), '\n') == 0;
}

/* The next text of the line, after a comment; or NULL. */
static markdown *
text_behind(struct inlines *in, markdown *n)
{
	n = markdown_next(n);
	if (!is_comment(in, n))
		return NULL;
	while (is_comment(in, n))
		n = markdown_next(n);
	return n != NULL && markdown_kind(n) == MARKDOWN_TEXT ? n : NULL;
}

/* The text before and after comments is one. Moves n to its last part. */
static str
whole_text(struct inlines *in, markdown **n)
{
	str s = markdown_literal(*n);
	struct sink k = { 0 };
	markdown *next;

	if (text_behind(in, *n) == NULL)
		return s;
	sink_put(&k, s);
	while ((next = text_behind(in, *n)) != NULL) {
		while ((*n = markdown_next(*n)) != next)
			tag_read(in->doc, &in->tag_faults,
			    markdown_literal(*n), pos_of(in, *n));
		sink_put(&k, markdown_literal(next));
	}
	return sink_take(&k, in->doc->arena);
}

/* Puts a text and those that are one with it; returns the last of them. */
static markdown *
put_text(struct inlines *in, markdown *n, node *to)
{
	struct markdown_pos at = start_of(in, n);
	struct prose prose = { in->doc, in->extract, in->footnotes, in->link };
	size_t skip = in->skip_first + take_width(in, n, to);
	str text = field_mask_off(in->doc->arena, whole_text(in, &n));

	prose_put(&prose, to, text, at.line, at.col, skip);
	in->skip_first = false;
	return n;
}

static void	put_children(struct inlines *, markdown *, node *);

static void
put_link(struct inlines *in, markdown *n, node *to)
{
	str href = str_copy(in->doc->arena, field_mask_off(in->doc->arena,
	    markdown_url(n)));
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
	str s = field_mask_off(in->doc->arena, markdown_literal(n));
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

/* Puts the tag; returns the node to which what follows belongs. Texts on both
 * sides of what leaves no node must not become one: each knows its source. */
static node *
put_html(struct inlines *in, markdown *n, node *base, node *to)
{
	struct pos pos = pos_of(in, n);
	const node *last = dom_last(to);
	markdown *next = markdown_next(n);
	struct tag tag;

	if (block_mark_report(in->doc, in->extract, n, pos))
		return to;
	tag = tag_read(in->doc, &in->tag_faults, markdown_literal(n), pos);
	if (last != NULL && dom_kind(last) == KIND_TEXT && next != NULL &&
	    markdown_kind(next) == MARKDOWN_TEXT && (tag.type == TAG_NONE ||
	    tag.type == TAG_COMMENT || (tag.type == TAG_CLOSE && to == base)))
		dom_add(in->doc, to, KIND_SOFT_BREAK, pos);
	return tag_put(in->doc, &tag, pos, base, to, &in->tags_reported);
}

/* A line that ends in “<br>” ends once. */
static void
put_soft_break(struct inlines *in, markdown *n, node *to)
{
	struct pos pos = line_end_pos(in, n);
	const node *last = dom_last(to);

	if (last == NULL || dom_kind(last) != KIND_HARD_BREAK)
		dom_add(in->doc, to, in->keep_lines ? KIND_HARD_BREAK :
		    KIND_SOFT_BREAK, pos);
}

static void
put_one(struct inlines *in, markdown *n, node *to)
{
	switch (markdown_kind(n)) {
	case MARKDOWN_SOFT_BREAK:
		put_soft_break(in, n, to);
		break;
	case MARKDOWN_HARD_BREAK:
		dom_add(in->doc, to, KIND_HARD_BREAK, line_end_pos(in, n));
		break;
	case MARKDOWN_LITERAL:
		put_literal(in, n, to);
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
put_children(struct inlines *in, markdown *parent, node *base)
{
	node *to = base;
	markdown *n;

	for (n = markdown_first(parent); n != NULL; n = markdown_next(n)) {
		if (in->skip_line)
			in->skip_line = !ends_line(n);
		else if (markdown_kind(n) == MARKDOWN_TEXT)
			n = put_text(in, n, to);
		else if (markdown_kind(n) == MARKDOWN_HTML)
			to = put_html(in, n, base, to);
		else
			put_one(in, n, to);
		/* The next one may ask where this one ends. */
		while (markdown_prev(n) != NULL)
			markdown_drop(markdown_prev(n));
	}
	tag_end(in->doc, base, to, &in->tags_reported);
}

void
inline_put(struct inlines *in, markdown *block, node *to)
{
	put_children(in, block, to);
	markdown_drop_children(block);
	if (in->doc->dialect >= 2) {
		strike_put(in->doc, to);
		field_read(in->doc, to);
	}
}
