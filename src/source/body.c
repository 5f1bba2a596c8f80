/* SPDX-License-Identifier: ISC */
#include "source/body.h"

#include "base/arena.h"
#include "model/dom.h"
#include "source/block_mark.h"
#include "source/code.h"
#include "source/control_check.h"
#include "source/definition_check.h"
#include "source/foreign.h"
#include "source/heading.h"
#include "source/inline.h"
#include "source/joined_line.h"
#include "source/line_sign.h"
#include "source/list_part.h"
#include "source/parse.h"
#include "source/pipe_tree.h"
#include "source/tab_row.h"
#include "source/tag.h"

/* No document is deeper than this: the functions below may recurse. */
enum { DEPTH_LIMIT = 64 };

struct body {
	struct doc	*doc;
	struct parse	 parse;
	/* The block quotes after the text: footnotes first, then tables. */
	markdown	**appended;
	size_t		 num_appended;
	size_t		 num_tables;	/* in the tree so far */
	struct inlines	 inlines;
};

static void	put_blocks(struct body *, markdown *, node *);

static struct pos
pos_of(const struct body *b, markdown *n)
{
	return extract_pos(&b->parse.extract, markdown_start(n).line,
	    markdown_start(n).col);
}

/* The first line of a block, from the block's first byte. */
static str
first_line(const struct body *b, markdown *n)
{
	struct markdown_pos at = markdown_start(n);

	return str_from(extract_line_text(&b->parse.extract, at.line),
	    at.col - 1);
}

static void
put_inlines(struct body *b, markdown *block, node *to)
{
	inline_begin(&b->inlines, block);
	inline_put(&b->inlines, block, to);
}

/* --- Figures and paragraphs */

/* Whether an image is all of the paragraph, apart from its width. */
static bool
is_figure(const struct body *b, markdown *paragraph)
{
	markdown *n = markdown_first(paragraph), *rest;
	str s;

	if (n == NULL || markdown_kind(n) != MARKDOWN_PICTURE)
		return false;
	rest = markdown_next(n);
	if (rest == NULL)
		return true;
	s = markdown_literal(rest);
	return b->doc->dialect >= 2 && markdown_next(rest) == NULL &&
	    markdown_kind(rest) == MARKDOWN_TEXT && str_starts(s, S("{")) &&
	    str_find(s, '}') == s.len - 1;
}

static void
put_figure(struct body *b, markdown *paragraph, node *to)
{
	markdown *image = markdown_first(paragraph);
	str caption = markdown_title(image);
	struct pos pos = pos_of(b, image);
	node *figure = dom_add(b->doc, to, KIND_FIGURE, pos);

	inline_picture(&b->inlines, image, dom_item(figure));
	if (markdown_next(image) != NULL) {
		inline_begin(&b->inlines, paragraph);
		inline_width(&b->inlines, markdown_next(image),
		    dom_item(figure));
	}
	if (caption.len != 0)
		dom_add_text(b->doc, dom_add(b->doc, figure, KIND_CAPTION, pos),
		    caption, pos);
}

/* Link definitions before its text are no part of the paragraph: moves its
 * position to the text. */
static void
move_to_text(node *paragraph)
{
	if (dom_first(paragraph) != NULL)
		dom_item(paragraph)->pos = dom_item(dom_first(paragraph))->pos;
}

/* Reports lines of the paragraph, without its first ones, that were not meant
 * to run on. */
static void
check_lines(const struct body *b, markdown *n, size_t without,
    const node *in)
{
	struct paragraph p = { markdown_start(n).line + without,
	    markdown_end(n).line, markdown_start(n).col, false,
	    dom_kind(in) == KIND_ENTRY };

	if (b->doc->dialect < 2 || b->doc->diags == NULL || p.first > p.last)
		return;
	tab_row_check(b->doc, &b->parse.extract, &p);
	if (!b->inlines.keep_lines)
		joined_line_check(b->doc, &b->parse.extract, &p);
}

static void
put_paragraph(struct body *b, markdown *n, node *to)
{
	node *p;

	if (is_figure(b, n)) {
		put_figure(b, n, to);
		return;
	}
	p = dom_add(b->doc, to, KIND_PARAGRAPH, pos_of(b, n));
	put_inlines(b, n, p);
	move_to_text(p);
	check_lines(b, n, 0, to);
}

/* --- Lists, block quotes, notes */

static void	put_block(struct body *, markdown *, node *);

static void
put_entry(struct body *b, const struct list_entry *e, node *list)
{
	node *entry = dom_add(b->doc, list, KIND_ENTRY, e->pos);
	markdown *n;

	dom_item(entry)->entry.label = e->label;
	dom_item(entry)->entry.number = e->number;
	put_blocks(b, e->entry, entry);
	for (n = e->rest; n != NULL; n = markdown_next(n))
		put_block(b, n, entry);
}

static void
put_list_part(struct body *b, const struct list_part *part, node *to)
{
	node *list = dom_add(b->doc, to, KIND_LIST, pos_of(b, part->first));
	markdown *entry;
	struct list_entry e;
	unsigned n = 0;

	list_part_fill(part, dom_item(list));
	for (entry = part->first; entry != part->end; entry =
	    markdown_next(entry)) {
		e = list_part_entry(part, dom_item(list), entry, n++);
		put_entry(b, &e, list);
	}
	dom_item(list)->pos = dom_item(dom_first(list))->pos;
}

/* Puts a list of CommonMark, as one list or as several. */
static void
put_list(struct body *b, markdown *n, node *to)
{
	struct list_part part = list_part(&b->parse.extract, b->doc, n);

	do
		put_list_part(b, &part, to);
	while (list_part_next(&part));
}

/* Reads the type of a note: the block quote begins with a line “[!TYPE]”.
 * Reports an unknown type. */
static bool
read_note(struct body *b, markdown *quote, enum note_type *type)
{
	static const char *const types[][2] = {
#define X(id, turkish, english) { english, turkish },
#include "model/notes.def"
#undef X
	};
	markdown *first = markdown_first(quote);
	size_t i, end;
	str line, rest;

	if (first == NULL || markdown_kind(first) != MARKDOWN_PARAGRAPH)
		return false;
	line = str_trim(first_line(b, first));
	end = str_find(line, ']');
	if (!str_starts(line, S("[!")) || end == line.len)
		return false;
	rest = str_from(line, end + 1);
	line = str_from(str_upto(line, end), 2);
	if (rest.len != 0) {
		if (rest.p[0] == ' ')
			doc_diag(b->doc, DIAG_NOTE_LINE, pos_of(b, first),
			    line);
		return false;
	}
	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (str_eq(line, str_of(types[i][0])) || (b->doc->dialect >=
		    2 && str_eq(line, str_of(types[i][1])))) {
			*type = (enum note_type)i;
			return true;
		}
	doc_diag(b->doc, DIAG_NOTE_TYPE, pos_of(b, first), line);
	return false;
}

/* Puts a paragraph without its first line. */
static void
put_rest(struct body *b, markdown *paragraph, node *to)
{
	node *p = dom_add(b->doc, to, KIND_PARAGRAPH, pos_of(b, paragraph));

	inline_begin(&b->inlines, paragraph);
	inline_skip_line(&b->inlines);
	inline_put(&b->inlines, paragraph, p);
	move_to_text(p);
	check_lines(b, paragraph, 1, to);
	if (dom_first(p) == NULL)
		dom_remove(p);
}

static void	put_siblings(struct body *, markdown *, node *);

static void
put_quote(struct body *b, markdown *n, node *to)
{
	markdown *child = markdown_first(n);
	enum note_type type;
	node *note;

	if (!read_note(b, n, &type)) {
		put_blocks(b, n, dom_add(b->doc, to, KIND_QUOTE, pos_of(b, n)));
		return;
	}
	note = dom_add(b->doc, to, KIND_NOTE, pos_of(b, n));
	dom_item(note)->note.type = type;
	put_rest(b, child, note);
	put_siblings(b, markdown_next(child), note);
}

/* --- Blocks */

/* Puts the next table, which a heading has replaced. */
static void
put_table(struct body *b, node *to)
{
	size_t i = b->parse.footnotes.num + b->num_tables;

	pipe_tree_put(&b->parse.tables.list[b->num_tables++], &b->inlines,
	    i < b->num_appended ? b->appended[i] : NULL, to);
}

/* The underline is the line after the heading's text. */
static void
check_underline(struct body *b, markdown *n, node *heading)
{
	size_t line = markdown_start(n).line + 1;
	const node *i;
	str s;

	if (markdown_level(n) != 2 || str_starts(first_line(b, n), S("#")))
		return;
	for (i = heading; i != NULL; i = dom_walk(heading, i))
		line += dom_kind(i) == KIND_SOFT_BREAK ||
		    dom_kind(i) == KIND_HARD_BREAK;
	s = extract_line_text(&b->parse.extract, line);
	s = str_trim(str_from(s, extract_indent(s)));
	if (s.len != 0 && str_span(s, '-') == s.len)
		heading_check_underline(b->doc, heading, s.len);
}

static void
put_heading(struct body *b, markdown *n, node *to)
{
	const struct pipe_tables *tables = &b->parse.tables;
	node *heading;

	if (b->num_tables < tables->num &&
	    tables->list[b->num_tables].line == markdown_start(n).line) {
		put_table(b, to);
		return;
	}
	heading = dom_add(b->doc, to, KIND_HEADING, pos_of(b, n));
	dom_item(heading)->heading.level = markdown_level(n);
	put_inlines(b, n, heading);
	heading_take_attributes(b->doc, heading);
	check_underline(b, n, heading);
}

static void
put_block(struct body *b, markdown *n, node *to)
{
	line_sign_check(b->doc, &b->parse.extract, n);
	switch (markdown_kind(n)) {
	case MARKDOWN_QUOTE:
		put_quote(b, n, to);
		break;
	case MARKDOWN_LIST:
		put_list(b, n, to);
		break;
	case MARKDOWN_CODE:
		code_put(b->doc, &b->parse.extract, n, to);
		break;
	case MARKDOWN_HTML:
		tag_block(b->doc, &b->parse.extract, n);
		break;
	case MARKDOWN_PARAGRAPH:
		put_paragraph(b, n, to);
		break;
	case MARKDOWN_HEADING:
		put_heading(b, n, to);
		break;
	case MARKDOWN_RULE:
		dom_add(b->doc, to, KIND_RULE, pos_of(b, n));
		break;
	default:
		break;
	}
}

static bool
is_appended(const struct body *b, markdown *n)
{
	return b->parse.extract.appended != 0 && markdown_start(n).line >=
	    b->parse.extract.appended;
}

/* Whether the author's line ends count in the node: it stands in a block of
 * right-aligned or centred lines, or of signatures. */
static bool
keeps_lines(const struct doc *doc, const node *n)
{
	for (; n != doc->root; n = dom_parent(n))
		if (dom_kind(n) == KIND_DIVISION &&
		    dom_item(n)->division.type <= DIVISION_SIGNATURE)
			return true;
	return false;
}

/* Puts n and the blocks after it that have the same parent. */
static void
put_siblings(struct body *b, markdown *n, node *to)
{
	struct block_marks marks = block_mark_begin(b->doc, &b->parse.extract,
	    to);
	bool appended = n != NULL && is_appended(b, n);

	for (; n != NULL && is_appended(b, n) == appended;
	    n = markdown_next(n)) {
		if (block_mark_take(&marks, n))
			b->inlines.keep_lines = keeps_lines(b->doc, marks.to);
		else
			put_block(b, n, marks.to);
	}
	block_mark_end(&marks);
	b->inlines.keep_lines = keeps_lines(b->doc, to);
}

static void
put_blocks(struct body *b, markdown *parent, node *to)
{
	put_siblings(b, markdown_first(parent), to);
}

/* --- Footnotes */

/* Puts the footnotes in order of first mention; one may mention others. */
static void
put_footnotes(struct body *b)
{
	const struct footnotes *f = &b->parse.footnotes;
	const struct footnote *footnote;
	node *footnotes, *n;
	size_t i, index;

	if (f->num_mentioned == 0)
		return;
	footnotes = dom_add(b->doc, b->doc->root, KIND_FOOTNOTES,
	    f->mentioned[0]->pos);
	for (i = 0; i < f->num_mentioned; i++) {
		footnote = f->mentioned[i];
		index = (size_t)(footnote - f->list);
		n = dom_add(b->doc, footnotes, KIND_FOOTNOTE,
		    footnote->pos);
		dom_item(n)->id = footnote->label;
		dom_item(n)->number = footnote->number;
		if (index < b->num_appended)
			put_blocks(b, b->appended[index], n);
	}
	/* All mentions are counted now. */
	for (i = 0, n = dom_first(footnotes); n != NULL; n = dom_next(n))
		dom_item(n)->footnote.uses = f->mentioned[i++]->uses;
}

/* --- Reading */

/* Lists the block quotes after the text. */
static void
list_appended(struct body *b, markdown *root)
{
	size_t max = b->parse.extract.quotes;
	markdown *n;

	b->appended = arena_array(b->doc->arena, markdown *, max);
	for (n = markdown_first(root); n != NULL; n = markdown_next(n))
		if (is_appended(b, n) && b->num_appended < max)
			b->appended[b->num_appended++] = n;
}

/* Whether the heading stands for a table. */
static bool
is_table(const struct body *b, markdown *n)
{
	size_t i;

	for (i = 0; i < b->parse.tables.num; i++)
		if (b->parse.tables.list[i].line == markdown_start(n).line)
			return true;
	return false;
}

/* The title of the front matter, or of the unit, stands above the text, which
 * may have its own. */
static void
put_title(struct body *b, markdown *root)
{
	markdown *n = markdown_first(root);

	if (b->doc->front_matter.title.text.len == 0 &&
	    b->doc->unit_title.text.len == 0)
		return;
	while (n != NULL && (markdown_kind(n) != MARKDOWN_HEADING ||
	    markdown_level(n) != 1 || is_table(b, n)))
		n = markdown_next(n);
	heading_put_title(b->doc, n != NULL ? pos_of(b, n).line : 0,
	    n != NULL ? markdown_words(b->doc->arena, n) : S(""));
}

static void
put_document(struct body *b, markdown *root)
{
	markdown *deep = markdown_too_deep(root, DEPTH_LIMIT);

	if (deep != NULL) {
		doc_diag(b->doc, DIAG_TEXT_DEEP, pos_of(b, deep), S(""));
		b->doc->unread = true;
		return;
	}
	list_appended(b, root);
	footnote_index(&b->parse.footnotes, b->doc);
	definition_check(b->doc, &b->parse.extract, root);
	put_title(b, root);
	put_blocks(b, root, b->doc->root);
	put_footnotes(b);
	tag_fault_end(b->doc, &b->inlines.tag_faults);
	/* An open code block contains all that is appended to the text. */
	if (b->num_appended == b->parse.extract.quotes)
		footnote_check(&b->parse.footnotes, b->doc);
}

void
body_read(struct doc *doc, unsigned lines)
{
	struct body b = { .doc = doc, .parse.doc = doc };
	str line, text = doc->text;
	markdown *root;
	unsigned i;

	for (i = 0; i < lines; i++)
		str_line(&text, &line);
	dom_open(doc);
	b.inlines = (struct inlines){ .doc = doc, .extract = &b.parse.extract,
	    .footnotes = &b.parse.footnotes };
	root = parse_text(&b.parse, text, lines);
	put_document(&b, root);
	markdown_free(root);
	control_check(doc);
	foreign_check(doc);
}
