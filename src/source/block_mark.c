/* SPDX-License-Identifier: ISC */
#include "source/block_mark.h"

#include "base/arena.h"
#include "model/dom.h"

/* Of the author's text in a message [byte]. */
enum { SHOWN_LIMIT = 40 };

/* What a line of the extract stood for. */
enum mark {
	MARK_NONE,
	MARK_CLOSE,			/* “:::” */
	MARK_PAGE,			/* “\newpage” */
	MARK_UNKNOWN,			/* “::: note” */
	MARK_OPEN			/* and a division_type from here on */
};

/* An empty comment: CommonMark lets it interrupt paragraphs. */
#define COMMENT		S("<!---->")

/* By division_type and language. */
static const char *const words[][2] = {
#define X(id, turkish, english) { turkish, english },
#include "model/divisions.def"
#undef X
};

/* --- Lines */

static enum mark
mark_of_word(str word)
{
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_eq(word, str_of(words[i][0])) ||
		    str_eq(word, str_of(words[i][1])))
			return (enum mark)(MARK_OPEN + i);
	return MARK_UNKNOWN;
}

/* The mark that a line is, from its first byte behind blanks on; its word. */
static enum mark
read_mark(str line, str *word)
{
	size_t colons = str_span(line, ':');

	*word = str_trim(str_from(line, colons));
	if (str_eq(str_trim(line), S("\\newpage")))
		return MARK_PAGE;
	if (colons < 3)
		return MARK_NONE;
	return word->len == 0 ? MARK_CLOSE : mark_of_word(*word);
}

bool
block_mark_is(const struct doc *doc, str line)
{
	str word;

	return doc->dialect >= 2 && read_mark(line, &word) != MARK_NONE;
}

bool
block_mark_is_possible(const struct doc *doc, str text)
{
	return doc->dialect >= 2 && (str_search(text, S(":::")) != text.len ||
	    str_search(text, S("\\newpage")) != text.len);
}

/* The column of byte at, from 0; a tab ends at a multiple of 4. */
static size_t
column_of(str line, size_t at)
{
	size_t i, column = 0;

	for (i = 0; i < at && i < line.len; i++)
		column += line.p[i] == '\t' ? 4 - column % 4 : 1;
	return column;
}

/* The note that authors of other dialects mean by the word. */
static str
note_of(str word)
{
	static const str notes[][2] = { { { "tip", 3 }, { "TIP", 3 } },
	    { { "important", 9 }, { "IMPORTANT", 9 } },
	    { { "warning", 7 }, { "WARNING", 7 } },
	    { { "caution", 7 }, { "CAUTION", 7 } },
	    { { "danger", 6 }, { "CAUTION", 7 } } };
	size_t i;

	for (i = 0; i < sizeof(notes) / sizeof(notes[0]); i++)
		if (str_starts(word, notes[i][0]))
			return notes[i][1];
	return S("NOTE");
}

/* The mark in line n of the paragraph; *at is its first byte. More than three
 * blanks before it make it text, as they make code of other lines. */
static enum mark
find_mark(const struct extract *e, struct doc *doc, const struct paragraph *p,
    size_t n, size_t *at)
{
	str line = extract_line_text(e, n), word;
	size_t column = column_of(extract_line_text(e, p->first), p->col - 1);
	enum mark mark;

	*at = n == p->first ? p->col - 1 : extract_indent(line);
	mark = read_mark(str_from(line, *at), &word);
	if (mark == MARK_NONE || column_of(line, *at) > column + 3)
		return MARK_NONE;
	if (mark == MARK_UNKNOWN)
		doc_diag(doc, DIAG_BLOCK_TYPE, extract_pos(e, n, *at + 1),
		    str_shorten(doc->arena, word, SHOWN_LIMIT), note_of(word));
	return mark;
}

bool
block_mark_extract(struct extract *e, struct doc *doc,
    const struct paragraph *p, size_t num)
{
	struct extract_draft d = { 0 };
	size_t n, at, next = 1, end = 0;
	enum mark mark;

	for (; num > 0; p++, num--)
		for (n = p->first > end ? p->first : end + 1; n <= p->last;
		    n++) {
			end = n;
			mark = find_mark(e, doc, p, n, &at);
			if (mark == MARK_NONE)
				continue;
			extract_copy(&d, e, next, n - 1);
			extract_replace(&d, e, n, str_upto(
			    extract_line_text(e, n), at), COMMENT);
			d.lines[d.num - 1].block = (unsigned char)mark;
			next = n + 1;
		}
	if (next == 1)
		return false;
	extract_copy(&d, e, next, e->num_lines);
	extract_finish(&d, e, doc->arena);
	return true;
}

/* --- Into the tree */

/* An open block. An unknown one, or one at a wrong place, has no node: what is
 * in it goes where the block stands. */
struct block_mark_open {
	enum mark		 mark;
	struct pos		 pos;
	node			*outer;
	node			*division;	/* or NULL */
	struct block_mark_open	*next;
};

struct block_marks
block_mark_begin(struct doc *doc, const struct extract *e, node *to)
{
	return (struct block_marks){ doc, e, to, NULL };
}

/* What the author typed, in the language of the document. */
static str
shown(struct doc *doc, enum mark mark)
{
	if (mark == MARK_PAGE)
		return S("\\newpage");
	if (mark < MARK_OPEN)
		return S(":::");
	return str_join(doc->arena, S("::: "),
	    str_of(words[mark - MARK_OPEN][doc->lang]));
}

static bool
begins_sheet(enum mark mark)
{
	return mark == MARK_PAGE || mark == (enum mark)(MARK_OPEN +
	    DIVISION_LANDSCAPE) || mark == (enum mark)(MARK_OPEN +
	    DIVISION_ANNEX);
}

/* Whether the mark may stand in the node: a sheet begins only at the top, no
 * block is inside one of its type, and a signature block holds paragraphs. */
static bool
is_allowed(const struct doc *doc, const node *to, enum mark mark)
{
	enum division_type type;

	for (; to != doc->root; to = dom_parent(to)) {
		if (dom_kind(to) != KIND_DIVISION) {
			if (begins_sheet(mark))
				return false;
			continue;
		}
		type = dom_item(to)->division.type;
		if (type == DIVISION_SIGNATURE ||
		    mark == (enum mark)(MARK_OPEN + type) ||
		    (begins_sheet(mark) && type != DIVISION_LANDSCAPE &&
		    type != DIVISION_ANNEX))
			return false;
	}
	return true;
}

static void
open_block(struct block_marks *b, enum mark mark, struct pos pos)
{
	struct block_mark_open *o = arena_new_of(b->doc->arena,
	    struct block_mark_open);

	*o = (struct block_mark_open){ mark, pos, b->to, NULL, b->open };
	b->open = o;
	if (mark == MARK_UNKNOWN)
		return;
	if (!is_allowed(b->doc, b->to, mark)) {
		doc_diag(b->doc, DIAG_BLOCK_PLACE, pos, shown(b->doc, mark));
		return;
	}
	o->division = b->to = dom_add(b->doc, b->to, KIND_DIVISION, pos);
	dom_item(b->to)->division.type = (enum division_type)(mark -
	    MARK_OPEN);
}

static void
close_block(struct block_marks *b, struct pos pos)
{
	struct block_mark_open *o = b->open;

	if (o == NULL) {
		doc_diag(b->doc, DIAG_BLOCK_CLOSE, pos, S(""));
		return;
	}
	if (o->division != NULL && dom_first(o->division) == NULL) {
		doc_diag(b->doc, DIAG_BLOCK_EMPTY, o->pos, shown(b->doc,
		    o->mark));
		dom_remove(o->division);
	}
	b->to = o->outer;
	b->open = o->next;
}

static void
put_page_break(struct block_marks *b, struct pos pos)
{
	if (is_allowed(b->doc, b->to, MARK_PAGE))
		dom_add(b->doc, b->to, KIND_PAGE_BREAK, pos);
	else
		doc_diag(b->doc, DIAG_BLOCK_PLACE, pos, shown(b->doc,
		    MARK_PAGE));
}

/* To other viewers a mark directly below a table is a row of it, and below a
 * list it is text of its last entry. */
static void
check_blank(const struct block_marks *b, size_t n, enum mark mark,
    struct pos pos)
{
	const node *last = dom_last(b->to);

	if (last != NULL && (dom_kind(last) == KIND_LIST ||
	    dom_kind(last) == KIND_TABLE) &&
	    str_trim(extract_line_text(b->extract, n - 1)).len != 0)
		doc_diag(b->doc, DIAG_BLOCK_BLANK, pos, shown(b->doc, mark));
}

static enum mark
mark_at(const struct extract *e, size_t n)
{
	return n > 0 && n <= e->num_lines ? (enum mark)e->lines[n - 1].block :
	    MARK_NONE;
}

bool
block_mark_take(struct block_marks *b, markdown *n)
{
	struct markdown_pos at = markdown_start(n);
	enum mark mark = markdown_kind(n) == MARKDOWN_HTML ?
	    mark_at(b->extract, at.line) : MARK_NONE;
	struct pos pos;

	if (mark == MARK_NONE)
		return false;
	pos = extract_pos(b->extract, at.line, at.col);
	check_blank(b, at.line, mark, pos);
	if (mark == MARK_CLOSE)
		close_block(b, pos);
	else if (mark == MARK_PAGE)
		put_page_break(b, pos);
	else
		open_block(b, mark, pos);
	return true;
}

void
block_mark_end(struct block_marks *b)
{
	for (; b->open != NULL; b->open = b->open->next)
		if (b->open->mark != MARK_UNKNOWN)
			doc_diag(b->doc, DIAG_BLOCK_OPEN, b->open->pos,
			    shown(b->doc, b->open->mark));
}

bool
block_mark_report(struct doc *doc, const struct extract *e, markdown *n,
    struct pos pos)
{
	enum mark mark = mark_at(e, markdown_start(n).line);

	if (mark == MARK_NONE || !str_eq(markdown_literal(n), COMMENT))
		return false;
	doc_diag(doc, DIAG_BLOCK_PLACE, pos, shown(doc, mark));
	return true;
}
