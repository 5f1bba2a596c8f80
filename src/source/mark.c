/* SPDX-License-Identifier: ISC */
#include "mark.h"

#include <cmark.h>
#include <string.h>

#include "../base/arena.h"
#include "../base/mem.h"
#include "../model/dom.h"
#include "cut.h"
#include "inline.h"

/* Deeper than this no document is; every walk below may recurse. */
enum { DEPTH_LIMIT = 64, SHOWN_LIMIT = 40 };

struct mark {
	struct doc	*doc;
	struct cut	 cut;
	/* The quotations behind the text: footnotes first, then tables. */
	cmark_node	**behind;
	size_t		 num_behind;
	size_t		 tables;	/* met so far */
	struct inlines	 inlines;
};

static void	put_blocks(struct mark *, cmark_node *, node *);

static struct pos
place(const struct mark *m, cmark_node *n)
{
	return cut_place(&m->cut, (size_t)cmark_node_get_start_line(n),
	    (size_t)cmark_node_get_start_column(n));
}

/* The source line where the block begins, from its first byte. */
static str
first_line(const struct mark *m, cmark_node *n)
{
	return str_from(cut_line_text(&m->cut,
	    (size_t)cmark_node_get_start_line(n)),
	    (size_t)cmark_node_get_start_column(n) - 1);
}

static void
put_inlines(struct mark *m, cmark_node *block, node *to)
{
	inline_begin(&m->inlines, block);
	inline_put(&m->inlines, block, to);
}

/* --- Figures and paragraphs */

static bool
is_figure(cmark_node *paragraph)
{
	cmark_node *n = cmark_node_first_child(paragraph);

	return n != NULL && cmark_node_get_type(n) == CMARK_NODE_IMAGE &&
	    cmark_node_next(n) == NULL;
}

static void
put_figure(struct mark *m, cmark_node *paragraph, node *to)
{
	cmark_node *image = cmark_node_first_child(paragraph);
	str caption = str_of(cmark_node_get_title(image));
	struct pos pos = place(m, image);
	node *figure = dom_add(m->doc, to, KIND_FIGURE, pos);

	inline_picture(&m->inlines, image, dom_item(figure));
	if (caption.len != 0)
		dom_add_text(m->doc, dom_add(m->doc, figure, KIND_CAPTION, pos),
		    caption, pos);
}

/* Link definitions before it are not the paragraph's. */
static void
put_paragraph(struct mark *m, cmark_node *n, node *to)
{
	node *p;

	if (is_figure(n)) {
		put_figure(m, n, to);
		return;
	}
	p = dom_add(m->doc, to, KIND_PARAGRAPH, place(m, n));
	put_inlines(m, n, p);
	if (dom_first(p) != NULL)
		dom_item(p)->pos = dom_item(dom_first(p))->pos;
}

/* --- Tables */

/* Whether the paragraph above begins with “Tablo:” or “Table:”; then its
 * length. */
static size_t
caption_mark(str s)
{
	if (str_starts(s, S("Tablo:")) || str_starts(s, S("Table:")))
		return 6;
	return 0;
}

/* Makes the paragraph above the table's caption. */
static void
take_caption(struct mark *m, node *table)
{
	node *above = dom_prev(table), *text, *caption, *n;
	size_t len;
	str s;

	if (above == NULL || dom_kind(above) != KIND_PARAGRAPH)
		return;
	text = dom_first(above);
	if (text == NULL || dom_kind(text) != KIND_TEXT)
		return;
	s = dom_text(text);
	len = caption_mark(s);
	if (len == 0)
		return;
	caption = dom_add(m->doc, table, KIND_CAPTION, dom_item(above)->pos);
	while ((n = dom_first(above)) != NULL)
		dom_move(n, caption);
	while (len < s.len && char_is_space(s.p[len]))
		len++;
	s = str_copy(m->doc->arena, str_from(s, len));
	dom_item(text)->pos.col += (unsigned)len;
	if (s.len != 0)
		dom_set_text(text, s);
	else
		dom_remove(text);
	dom_remove(above);
}

/* The cell's paragraph begins with “.”, which is not the author's. */
static void
put_cell(struct mark *m, cmark_node *paragraph, node *row,
    const struct cut_table *t, size_t column)
{
	struct pos pos = dom_item(row)->pos;
	node *cell;

	if (paragraph != NULL) {
		pos = place(m, paragraph);
		pos.col++;
	}
	cell = dom_add(m->doc, row, KIND_CELL, pos);
	dom_item(cell)->cell.align = t->align[column];
	if (paragraph == NULL)
		return;
	inline_begin_cell(&m->inlines, paragraph);
	inline_put(&m->inlines, paragraph, cell);
}

static str
number(struct mark *m, size_t n)
{
	return str_uint(m->doc->arena, n);
}

/* Takes the row's cells from *paragraph on. */
static void
put_row(struct mark *m, cmark_node **paragraph, node *table,
    const struct cut_table *t, size_t i)
{
	const struct cut_row *r = &t->rows[i];
	node *row = dom_add(m->doc, table, KIND_ROW, r->pos);
	size_t column;

	dom_item(row)->row.header = i == 0;
	if (r->cells > t->columns)
		doc_diag(m->doc, DIAG_TABLE_CELLS, r->pos, number(m,
		    t->columns), number(m, r->cells));
	for (column = 0; column < t->columns || column < r->cells; column++) {
		if (column < t->columns)
			put_cell(m, column < r->cells ? *paragraph : NULL, row,
			    t, column);
		if (column < r->cells && *paragraph != NULL)
			*paragraph = cmark_node_next(*paragraph);
	}
}

static void
put_table(struct mark *m, node *to)
{
	const struct cut_table *t = &m->cut.tables[m->tables];
	size_t i, behind = m->cut.num_footnotes + m->tables++;
	cmark_node *paragraph = NULL;
	node *table;

	if (behind < m->num_behind)
		paragraph = cmark_node_first_child(m->behind[behind]);
	table = dom_add(m->doc, to, KIND_TABLE, t->pos);
	dom_item(table)->table.columns = t->columns;
	dom_item(table)->table.align = t->align;
	take_caption(m, table);
	for (i = 0; i < t->num; i++)
		put_row(m, &paragraph, table, t, i);
}

/* --- Code */

static size_t
run_length(str s, char c)
{
	size_t n = 0;

	while (n < s.len && s.p[n] == c)
		n++;
	return n;
}

static bool
closes(str line, char c, size_t len)
{
	str s = str_trim(str_from(line, cut_indent(line)));
	size_t n = run_length(s, c);

	return n >= len && n == s.len;
}

/* cmark takes a fence that never ends for one that ends with the text. */
static void
check_fence(struct mark *m, cmark_node *n, str line)
{
	size_t len = run_length(line, line.p[0]);
	int first = cmark_node_get_start_line(n);
	int last = cmark_node_get_end_line(n);

	if (last > first && closes(cut_line_text(&m->cut, (size_t)last),
	    line.p[0], len))
		return;
	doc_diag(m->doc, DIAG_FENCE_OPEN, place(m, n), str_upto(line, len));
}

static bool
is_letter(char c)
{
	return (char_is_alnum(c) && !char_is_digit(c)) ||
	    (unsigned char)c >= 0x80;
}

/* A sentence: three words or more, nothing but letters and what prose is
 * punctuated with; a capital first and a full stop last, or either and five
 * words with a letter beyond ASCII. Commands and columns are none. */
static bool
is_sentence(str line)
{
	size_t i, words = 1, odd = 0, wide = 0;
	bool capital, stop;

	for (i = 0; i < line.len; i++) {
		if (i > 0 && line.p[i] == ' ' && line.p[i - 1] == ' ')
			return false;
		words += line.p[i] == ' ';
		wide += (unsigned char)line.p[i] >= 0x80;
		odd += !is_letter(line.p[i]) && strchr(" ,.;:?!'()0123456789",
		    line.p[i]) == NULL;
	}
	if (line.len < 2 || !is_letter(line.p[0]))
		return false;
	capital = !char_is_lower(line.p[0]) && (char_is_lower(line.p[1]) ||
	    (unsigned char)line.p[1] >= 0x80);
	stop = str_ends(line, S(".")) || str_ends(line, S(":"));
	return words >= 3 && odd * 20 <= line.len && ((capital && stop) ||
	    ((capital || stop) && words >= 5 && wide != 0));
}

/* A paragraph made code is so from its first line. */
static bool
looks_like_prose(str code)
{
	str line = S("");

	while (str_line(&code, &line) && str_trim(line).len == 0)
		;
	return is_sentence(str_trim(line));
}

static void
put_code(struct mark *m, cmark_node *n, node *to)
{
	struct pos pos = place(m, n);
	str text = str_of(cmark_node_get_literal(n));
	str line = str_trim(first_line(m, n));
	node *code = dom_add(m->doc, to, KIND_CODE, pos);

	dom_item(code)->code.info = str_copy(m->doc->arena,
	    str_of(cmark_node_get_fence_info(n)));
	dom_add_text(m->doc, code, text, pos);
	if (str_starts(line, S("```")) || str_starts(line, S("~~~")))
		check_fence(m, n, line);
	else if (looks_like_prose(text))
		doc_diag(m->doc, DIAG_CODE_PASTED, pos, S(""));
}

/* --- Lists, quotations, notes */

static void
put_list(struct mark *m, cmark_node *n, node *to)
{
	node *list = dom_add(m->doc, to, KIND_LIST, place(m, n));
	struct item *item = dom_item(list);
	cmark_node *entry;

	item->list.ordered =
	    cmark_node_get_list_type(n) == CMARK_ORDERED_LIST;
	item->list.tight = cmark_node_get_list_tight(n) != 0;
	item->list.start = (unsigned)cmark_node_get_list_start(n);
	for (entry = cmark_node_first_child(n); entry != NULL;
	    entry = cmark_node_next(entry))
		put_blocks(m, entry, dom_add(m->doc, list, KIND_ENTRY,
		    place(m, entry)));
}

/* The type of the note, when the quotation begins with a line “[!TYPE]”. */
static bool
read_note(struct mark *m, cmark_node *quote, enum note *type)
{
	static const str types[] = { { "NOTE", 4 }, { "TIP", 3 },
	    { "IMPORTANT", 9 }, { "WARNING", 7 }, { "CAUTION", 7 } };
	cmark_node *first = cmark_node_first_child(quote);
	size_t i, end;
	str line, rest;

	if (first == NULL || cmark_node_get_type(first) != CMARK_NODE_PARAGRAPH)
		return false;
	line = str_trim(first_line(m, first));
	end = str_find(line, ']');
	if (!str_starts(line, S("[!")) || end == line.len)
		return false;
	rest = str_from(line, end + 1);
	line = str_from(str_upto(line, end), 2);
	if (rest.len != 0) {
		if (rest.p[0] == ' ')
			doc_diag(m->doc, DIAG_NOTE_LINE, place(m, first), line);
		return false;
	}
	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (str_eq(line, types[i])) {
			*type = (enum note)i;
			return true;
		}
	doc_diag(m->doc, DIAG_NOTE_TYPE, place(m, first), line);
	return false;
}

/* The paragraph without its first line. */
static void
put_rest(struct mark *m, cmark_node *paragraph, node *to)
{
	node *p = dom_add(m->doc, to, KIND_PARAGRAPH, place(m, paragraph));

	inline_begin(&m->inlines, paragraph);
	inline_skip_line(&m->inlines);
	inline_put(&m->inlines, paragraph, p);
	if (dom_first(p) == NULL)
		dom_remove(p);
	else
		dom_item(p)->pos = dom_item(dom_first(p))->pos;
}

static void	put_block(struct mark *, cmark_node *, node *);

static void
put_quote(struct mark *m, cmark_node *n, node *to)
{
	cmark_node *child = cmark_node_first_child(n);
	enum note type;
	node *note;

	if (!read_note(m, n, &type)) {
		put_blocks(m, n, dom_add(m->doc, to, KIND_QUOTE, place(m, n)));
		return;
	}
	note = dom_add(m->doc, to, KIND_NOTE, place(m, n));
	dom_item(note)->note.type = type;
	put_rest(m, child, note);
	while ((child = cmark_node_next(child)) != NULL)
		put_block(m, child, note);
}

/* --- Blocks */

static void
put_heading(struct mark *m, cmark_node *n, node *to)
{
	size_t line = (size_t)cmark_node_get_start_line(n);
	node *heading;

	if (m->tables < m->cut.num_tables &&
	    m->cut.tables[m->tables].line == line) {
		put_table(m, to);
		return;
	}
	heading = dom_add(m->doc, to, KIND_HEADING, place(m, n));
	dom_item(heading)->heading.level = cmark_node_get_heading_level(n);
	put_inlines(m, n, heading);
}

static void
refuse_html(struct mark *m, cmark_node *n)
{
	str html = str_of(cmark_node_get_literal(n)), line = S("");

	str_line(&html, &line);
	doc_diag(m->doc, DIAG_HTML_RAW, place(m, n),
	    str_shorten(m->doc->arena, line, SHOWN_LIMIT));
}

static void
put_block(struct mark *m, cmark_node *n, node *to)
{
	switch (cmark_node_get_type(n)) {
	case CMARK_NODE_BLOCK_QUOTE:
		put_quote(m, n, to);
		break;
	case CMARK_NODE_LIST:
		put_list(m, n, to);
		break;
	case CMARK_NODE_CODE_BLOCK:
		put_code(m, n, to);
		break;
	case CMARK_NODE_HTML_BLOCK:
		refuse_html(m, n);
		break;
	case CMARK_NODE_PARAGRAPH:
		put_paragraph(m, n, to);
		break;
	case CMARK_NODE_HEADING:
		put_heading(m, n, to);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		dom_add(m->doc, to, KIND_RULE, place(m, n));
		break;
	default:
		break;
	}
}

static void
put_blocks(struct mark *m, cmark_node *parent, node *to)
{
	cmark_node *n;

	for (n = cmark_node_first_child(parent); n != NULL;
	    n = cmark_node_next(n))
		put_block(m, n, to);
}

/* --- Footnotes */

/* Sets the bodies in order of first mention; one may mention others. */
static void
put_footnotes(struct mark *m)
{
	struct inlines *in = &m->inlines;
	node *footnotes, *body;
	size_t i, which;

	if (in->num_mentioned == 0)
		return;
	footnotes = dom_add(m->doc, m->doc->root, KIND_FOOTNOTES,
	    m->cut.footnotes[in->mentioned[0]].pos);
	for (i = 0; i < in->num_mentioned; i++) {
		which = in->mentioned[i];
		body = dom_add(m->doc, footnotes, KIND_FOOTNOTE,
		    m->cut.footnotes[which].pos);
		dom_item(body)->id = m->cut.footnotes[which].label;
		dom_item(body)->number = (unsigned)i + 1;
		if (which < m->num_behind)
			put_blocks(m, m->behind[which], body);
		in->bodies[which] = dom_item(body);
	}
	for (i = 0; i < in->num_mentioned; i++) {
		which = in->mentioned[i];
		in->bodies[which]->footnote.uses = in->uses[which];
	}
}

static void
check_footnotes(struct mark *m)
{
	size_t i;

	/* An open code block has swallowed what stands behind the text. */
	if (m->num_behind < m->cut.num_footnotes + m->cut.num_tables)
		return;
	for (i = 0; i < m->cut.num_footnotes; i++)
		if (m->inlines.uses[i] == 0 && !m->inlines.twice[i])
			doc_diag(m->doc, DIAG_FOOTNOTE_UNUSED,
			    m->cut.footnotes[i].pos,
			    m->cut.footnotes[i].label);
}

/* --- Reading */

static cmark_node *
parse(str text)
{
	static cmark_mem memory = { mem_calloc, mem_realloc, mem_free };
	cmark_parser *p = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
	cmark_node *root;

	if (text.len != 0)
		cmark_parser_feed(p, text.p, text.len);
	root = cmark_parser_finish(p);
	cmark_parser_free(p);
	return root;
}

/* “===” or “---” below a heading's text. */
static bool
is_underline(const struct mark *m, size_t n)
{
	str line = cut_line_text(&m->cut, n);

	line = str_trim(str_from(line, cut_indent(line)));
	return line.len != 0 && (line.p[0] == '=' || line.p[0] == '-') &&
	    run_length(line, line.p[0]) == line.len;
}

static struct cut_paragraph
paragraph_of(const struct mark *m, cmark_node *n)
{
	struct cut_paragraph p = {
		(size_t)cmark_node_get_start_line(n),
		(size_t)cmark_node_get_end_line(n),
		(size_t)cmark_node_get_start_column(n),
	};

	if (cmark_node_get_type(n) != CMARK_NODE_HEADING)
		return p;
	/* cmark ends an underlined heading where the next block begins. */
	while (p.last > p.first && !is_underline(m, p.last))
		p.last--;
	p.last--;
	return p;
}

/* Lists what CommonMark takes for paragraphs: tables are among them. */
static size_t
list_paragraphs(struct mark *m, cmark_node *root,
    struct cut_paragraph **paragraphs)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	cmark_node *n;
	size_t num = 0, cap = 64;
	struct cut_paragraph *list = mem_calloc(cap, sizeof(*list));

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		n = cmark_iter_get_node(iter);
		if (event != CMARK_EVENT_ENTER ||
		    (cmark_node_get_type(n) != CMARK_NODE_PARAGRAPH &&
		    cmark_node_get_type(n) != CMARK_NODE_HEADING))
			continue;
		if (num == cap)
			list = mem_realloc(list, (cap *= 2) * sizeof(*list));
		list[num++] = paragraph_of(m, n);
	}
	cmark_iter_free(iter);
	*paragraphs = arena_array(m->doc->arena, struct cut_paragraph, num);
	if (num != 0)
		memcpy(*paragraphs, list, num * sizeof(*list));
	mem_free(list);
	return num;
}

/* Reads the text, cutting out what cmark would misread. */
static cmark_node *
parse_cut(struct mark *m)
{
	struct cut_paragraph *paragraphs;
	cmark_node *root;
	size_t num;

	cut_footnotes(&m->cut, m->doc);
	root = parse(m->cut.text);
	if (!cut_may_have_tables(m->cut.text))
		return root;
	num = list_paragraphs(m, root, &paragraphs);
	if (!cut_tables(&m->cut, m->doc, paragraphs, num))
		return root;
	cmark_node_free(root);
	return parse(m->cut.text);
}

/* Whether a node makes what it holds one deeper. */
static bool
is_level(cmark_node *n)
{
	switch (cmark_node_get_type(n)) {
	case CMARK_NODE_BLOCK_QUOTE:
	case CMARK_NODE_ITEM:
	case CMARK_NODE_EMPH:
	case CMARK_NODE_STRONG:
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		return cmark_node_first_child(n) != NULL;
	default:
		return false;
	}
}

/* The first node that lies too deep, or NULL. */
static cmark_node *
find_too_deep(cmark_node *root)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	cmark_node *n, *deep = NULL;
	int depth = 0;

	while (deep == NULL &&
	    (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		n = cmark_iter_get_node(iter);
		if (!is_level(n))
			continue;
		depth += event == CMARK_EVENT_ENTER ? 1 : -1;
		if (depth > DEPTH_LIMIT)
			deep = n;
	}
	cmark_iter_free(iter);
	return deep;
}

/* The line of the first quotation behind the text. */
static size_t
first_behind(const struct cut *c)
{
	if (c->num_footnotes != 0)
		return c->footnotes[0].line;
	return c->num_tables != 0 ? c->tables[0].cells_line : SIZE_MAX;
}

/* Sets the quotations apart from the text; they leave the tree. */
static void
set_apart(struct mark *m, cmark_node *root)
{
	size_t first = first_behind(&m->cut);
	cmark_node *n = cmark_node_first_child(root);

	m->behind = arena_array(m->doc->arena, cmark_node *,
	    m->cut.num_footnotes + m->cut.num_tables);
	for (; n != NULL; n = cmark_node_next(n))
		if ((size_t)cmark_node_get_start_line(n) >= first &&
		    m->num_behind < m->cut.num_footnotes + m->cut.num_tables)
			m->behind[m->num_behind++] = n;
}

static void
put_document(struct mark *m, cmark_node *root)
{
	size_t first = first_behind(&m->cut);
	cmark_node *n, *deep = find_too_deep(root);

	if (deep != NULL) {
		doc_diag(m->doc, DIAG_TEXT_DEEP, place(m, deep), S(""));
		m->doc->unread = true;
		return;
	}
	set_apart(m, root);
	inline_open(&m->inlines, m->doc, &m->cut);
	for (n = cmark_node_first_child(root); n != NULL;
	    n = cmark_node_next(n))
		if ((size_t)cmark_node_get_start_line(n) < first)
			put_block(m, n, m->doc->root);
	put_footnotes(m);
	check_footnotes(m);
}

void
mark_read(struct doc *doc, unsigned lines)
{
	struct mark m = { .doc = doc };
	str line, text = doc->text;
	cmark_node *root;
	unsigned i;

	for (i = 0; i < lines; i++)
		str_line(&text, &line);
	dom_open(doc);
	cut_begin(&m.cut, doc, text, lines);
	root = parse_cut(&m);
	put_document(&m, root);
	cmark_node_free(root);
}
