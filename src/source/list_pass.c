/* SPDX-License-Identifier: ISC */
#include "source/list_pass.h"

#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "model/article.h"
#include "source/list_choice.h"
#include "source/position.h"

/*
 * When a marker begins an item
 * ----------------------------
 * 1. At the start of a paragraph: always. One that succeeds no item of its
 *    family is reported, and stays as typed.
 * 2. On a line of an open item of the same family: the successor. “f)” below
 *    “b)” too, but reported; “(c) bendinde” is text.
 * 3. On another line of a paragraph: the first of a family, “a)”, if its
 *    successor begins a line before the next blank line; “(a)” only if besides
 *    the line above ends in a colon or semicolon.
 * 4. Below an article's head that has a line for itself: the first, even
 *    alone.
 * A list inside a rewritten item is seen in the next parse.
 */

/* CommonMark reads an indentation of so many columns as code. */
enum { CODE_INDENT = 4 };

/* What replaces bytes of a line: a marker, or nothing. */
struct edit {
	size_t			 from, to;	/* both 0: none */
	struct extract_mark	*mark;		/* or NULL */
};

struct unparsed_marker {
	struct pos	pos;
	str		label;
	str		escaped;
};

struct pass {
	struct doc		*doc;
	struct list_state	 state;
	const struct extract	*e;
	struct list_unparsed	*unparsed;
	struct edit		*edits;		/* of each line */
	bool			 changed;
	bool			 has_level;	/* its items stand at level */
	size_t			 level;
	size_t			 base;		/* indentation to take off */
};

/* --- Taking a marker */

static void
set_open(struct pass *p, struct list_reading r)
{
	p->state.open = r;
	p->state.last[r.family] = r.ordinal;
}

/* The marker as text, “\(2)”, “a\)”. */
static str
escaped(struct arena *a, const struct list_marker *m)
{
	if (m->bracketed)
		return str_join(a, S("\\"), m->label);
	return str_join(a, str_upto(m->label, m->label.len - 1), S("\\)"));
}

static void
report_order(struct pass *p, size_t n, size_t at, const struct list_marker *m,
    struct list_reading r)
{
	struct arena *a = p->doc->arena;

	doc_diag(p->doc, DIAG_LIST_ORDER, extract_pos(p->e, n, at + 1),
	    m->label, list_marker_next(a, r.family, p->state.last[r.family]),
	    escaped(a, m));
}

/* The columns of “1) ” or “01) ” …: text of the item that is indented by three,
 * or up to the text, must belong to it. */
static size_t
new_width(const struct list_marker *m)
{
	return m->width > 6 ? m->width - 3 : 3;
}

/* Replaces the marker at a line and offset, and so much indentation before
 * it. */
static void
take(struct pass *p, size_t n, size_t at, const struct list_marker *m,
    struct list_reading r, size_t indent)
{
	struct edit *edit = &p->edits[n - 1];
	struct extract_mark *mark = arena_new_of(p->doc->arena,
	    struct extract_mark);

	*edit = (struct edit){ at - indent, at + m->len, mark };
	*mark = (struct extract_mark){ .col = edit->from + 1, .end =
	    edit->from + new_width(m) + 1, .pos = extract_pos(p->e, n, at + 1),
	    .label = m->label, .family = r.family, .ordinal = r.ordinal,
	    .outer = p->e->lines[n - 1].mark };
	mark->saved = (int)(edit->to - edit->from) - (int)new_width(m);
	set_open(p, r);
	p->changed = true;
}

static void
add_unparsed(struct pass *p, size_t n, size_t at, const struct list_marker *m)
{
	struct list_unparsed *u = p->unparsed;

	if (u->num == u->cap) {
		u->cap = u->cap != 0 ? 2 * u->cap : 16;
		u->list = mem_realloc(u->list, u->cap * sizeof(*u->list));
	}
	u->list[u->num++] = (struct unparsed_marker){
	    extract_pos(p->e, n, at + 1), m->label, escaped(p->doc->arena,
	    m) };
}

/* --- Paragraphs */

/* CommonMark shows a list that is so far indented below another item's text as
 * code, unless it knows that item. */
static void
check_indent(struct pass *p, size_t n, size_t at, const struct list_marker *m)
{
	size_t i, col;

	if (at < CODE_INDENT)
		return;
	for (i = n - 1; i > 0 && n - i < LIST_LOOKAHEAD; i--) {
		col = extract_indent(extract_line_text(p->e, i));
		if (col >= at || extract_line_from(p->e, i, col).len == 0)
			continue;
		if (p->e->lines[i - 1].mark != NULL && at >= col + CODE_INDENT)
			doc_diag(p->doc, DIAG_LIST_DEEP_INDENT,
			    extract_pos(p->e, n, at + 1), m->label);
		return;
	}
}

/* “- (x) a” is a radio button that is chosen, not the letter x. */
static bool
is_button(const struct pass *p, size_t n, size_t at)
{
	str line = extract_line_text(p->e, n), s = str_from(line, at);
	str before = str_rtrim(str_upto(line, at));

	return (str_starts(s, S("(x) ")) || str_starts(s, S("(X) "))) &&
	    before.len != 0 && before.len < at &&
	    str_find(S("-*+"), before.p[before.len - 1]) < 3;
}

/* Reads the paragraph's first line from at on. */
static void
read_start(struct pass *p, size_t n, size_t at)
{
	const struct extract_mark *mark = p->e->lines[n - 1].mark;
	struct list_marker m;
	struct list_choice c;

	if (mark != NULL)
		set_open(p, (struct list_reading){ mark->family,
		    mark->ordinal });
	if (!list_marker_read(extract_line_from(p->e, n, at), &m) ||
	    m.may[0].family == NUMBERING_DECIMAL || is_button(p, n, at))
		return;
	c = list_choice_at_start(&p->state, n, at, &m);
	if (c.how == LIST_OTHER)
		report_order(p, n, at, &m, c.reading);
	if (c.how == LIST_FIRST && mark == NULL)
		check_indent(p, n, at, &m);
	take(p, n, at, &m, c.reading, 0);
	p->has_level = true;
	p->level = at;
}

/* What precedes a line of a paragraph. */
enum above { ABOVE_TEXT, ABOVE_COLON, ABOVE_ARTICLE };

static bool
is_taken(const struct list_choice *c, const struct list_marker *m,
    enum above above)
{
	switch (c->how) {
	case LIST_NEXT:
		return true;
	case LIST_FIRST_OF_RUN:
		return !m->bracketed || above != ABOVE_TEXT;
	case LIST_FIRST:
		return above == ABOVE_ARTICLE;
	case LIST_LATER:
		return !m->bracketed;
	case LIST_OTHER:
		break;
	}
	return false;
}

static void
read_inside(struct pass *p, size_t n, size_t at, const struct list_marker *m,
    enum above above)
{
	struct list_choice c = list_choice_inside(&p->state, n, at, m);
	size_t indent = at > p->state.col ? at - p->state.col : 0;
	bool first = c.how == LIST_FIRST || c.how == LIST_FIRST_OF_RUN;

	if (!is_taken(&c, m, above)) {
		if ((!m->bracketed && c.reading.family != NUMBERING_DECIMAL) ||
		    (above != ABOVE_TEXT && first))
			add_unparsed(p, n, at, m);
		return;
	}
	if (!p->has_level) {
		p->has_level = true;
		p->level = at;
		p->base = indent >= CODE_INDENT ? indent : 0;
	}
	if (c.how == LIST_LATER)
		report_order(p, n, at, m, c.reading);
	take(p, n, at, m, c.reading, indent < p->base ? indent : p->base);
}

/* Whether a line is the rule below a table's header: what follows are rows. */
static bool
is_table_rule(str s)
{
	size_t i;

	for (i = 0; i < s.len && str_find(S("|:- \t"), s.p[i]) < 5; i++)
		;
	return i == s.len && str_find(s, '|') != i && str_find(s, '-') != i;
}

static enum above
above_of(struct pass *p, str line)
{
	struct article article;

	line = str_rtrim(line);
	if (article_read(p->doc->arena, line, &article) &&
	    article.len == line.len)
		return ABOVE_ARTICLE;
	return str_ends(line, S(":")) || str_ends(line, S(";")) ? ABOVE_COLON :
	    ABOVE_TEXT;
}

/* Reads the lines first to last, below the paragraph's first one. */
static void
read_lines(struct pass *p, size_t first, size_t last, str text)
{
	bool deeper;
	size_t n, at;
	struct list_marker m;
	str line;

	for (n = first; n <= last; n++) {
		at = extract_indent(extract_line_text(p->e, n));
		deeper = p->has_level && at > p->level + 2;
		line = extract_line_from(p->e, n, at);
		if (is_table_rule(line))
			return;
		if (!deeper && list_marker_read(line, &m))
			read_inside(p, n, at, &m, above_of(p, text));
		else if (p->base != 0 && (deeper ||
		    at >= p->state.col + p->base))
			p->edits[n - 1] = (struct edit){ at - p->base, at,
			    NULL };
		text = line;
	}
}

/* An article's head ends the memory of families; a marker after it counts as
 * the first. */
static void
read_article(struct pass *p, str text)
{
	struct article article;
	struct list_marker m;

	if (!article_read(p->doc->arena, text, &article))
		return;
	memset(p->state.last, 0, sizeof(p->state.last));
	if (list_marker_read(str_from(text, article.len), &m))
		set_open(p, m.may[m.may[0].ordinal == 1 ? 0 : m.num - 1]);
}

/* The first line of the paragraph's text, after link definitions. */
static size_t
text_line(const struct pass *p, const struct paragraph *paragraph)
{
	if (!str_starts(extract_line_from(p->e, paragraph->first,
	    paragraph->col - 1), S("[")))
		return paragraph->first;
	return paragraph->first + position_of(p->e, paragraph->first,
	    paragraph->col, paragraph->last, /*paragraph*/true).missed;
}

static void
read_paragraph(struct pass *p, const struct paragraph *paragraph)
{
	size_t n = text_line(p, paragraph);
	str text;

	if (paragraph->heading) {
		memset(p->state.last, 0, sizeof(p->state.last));
		return;
	}
	if (n > paragraph->last)
		return;
	p->state.col = n == paragraph->first ? paragraph->col - 1 :
	    extract_indent(extract_line_text(p->e, n));
	p->state.open = (struct list_reading){ 0, 0 };
	p->has_level = false;
	p->base = 0;
	text = extract_line_from(p->e, n, p->state.col);
	read_article(p, text);
	read_start(p, n, p->state.col);
	read_lines(p, n + 1, paragraph->last, text);
}

/* --- The pass */

/* Writes the line n with its edit. */
static void
write_line(struct pass *p, struct extract_draft *d, size_t n)
{
	const struct edit *edit = &p->edits[n - 1];
	str line = extract_line_text(p->e, n), before;
	struct extract_line *to;
	struct sink k = { 0 };
	size_t i;

	if (edit->to == 0) {
		extract_copy(d, p->e, n, n);
		return;
	}
	before = str_upto(line, edit->from);
	if (edit->mark != NULL) {
		sink_put(&k, before);
		for (i = edit->mark->end - edit->mark->col; i > 3; i--)
			sink_char(&k, '0');
		sink_puts(&k, "1) ");
		before = sink_take(&k, p->doc->arena);
	}
	extract_replace(d, p->e, n, before, str_from(line, edit->to));
	to = &d->lines[d->num - 1];
	to->shift += (int)(edit->to - before.len);
	if (edit->mark != NULL)
		to->mark = edit->mark;
}

bool
list_pass_run(struct list_unparsed *unparsed, struct extract *e,
    struct doc *doc, const struct paragraph *paragraphs, size_t num)
{
	struct pass p = { .doc = doc, .state.extract = e, .e = e,
	    .unparsed = unparsed };
	struct extract_draft d = { 0 };
	size_t i;

	unparsed->num = 0;
	p.edits = mem_calloc(e->num_lines, sizeof(*p.edits));
	for (i = 0; i < num; i++)
		read_paragraph(&p, &paragraphs[i]);
	if (p.changed) {
		for (i = 1; i <= e->num_lines; i++)
			write_line(&p, &d, i);
		extract_finish(&d, e, doc->arena);
	}
	mem_free(p.edits);
	return p.changed;
}

void
list_pass_end(struct list_unparsed *unparsed, struct doc *doc)
{
	const struct unparsed_marker *m;
	size_t i;

	for (i = 0; i < unparsed->num; i++) {
		m = &unparsed->list[i];
		doc_diag(doc, DIAG_LIST_UNPARSED, m->pos, m->label, m->escaped);
	}
	mem_free(unparsed->list);
	*unparsed = (struct list_unparsed){ 0 };
}
