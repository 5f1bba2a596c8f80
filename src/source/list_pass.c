/* SPDX-License-Identifier: ISC */
#include "source/list_pass.h"

#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "model/article.h"
#include "source/list_marker.h"
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

/* How far the successor of a first marker may be away [line]. */
enum { LOOKAHEAD = 400 };

/* CommonMark reads an indentation of so many columns as code. */
enum { CODE_INDENT = 4 };

/* What replaces bytes of a line: a marker, or nothing. */
struct edit {
	size_t			 from, to;	/* both 0: none */
	struct extract_mark	*mark;		/* or NULL */
};

struct untaken_marker {
	struct pos	pos;
	str		label;
	str		escaped;
};

struct pass {
	struct doc		*doc;
	const struct extract	*e;
	struct list_untaken	*untaken;
	struct edit		*edits;		/* of each line */
	bool			 changed;
	/* The last ordinal of each family since the heading or article's head;
	 * 0: none. */
	unsigned		 last[LIST_FAMILIES];
	/* The paragraph: */
	size_t			 col;		/* of its text, from 0 */
	struct list_reading	 open;		/* its item; ordinal 0: none */
	bool			 has_level;	/* its items stand at level */
	size_t			 level;
	size_t			 base;		/* indentation to take off */
};

/* A marker and what it was chosen to be. */
enum how {
	HOW_FIRST,
	HOW_FIRST_OF_RUN,		/* its successor follows */
	HOW_NEXT,
	HOW_LATER,			/* of the open item's family */
	HOW_OTHER
};

struct choice {
	struct list_reading	reading;
	enum how		how;
};

static str
line_from(const struct pass *p, size_t n, size_t at)
{
	return str_from(extract_line_text(p->e, n), at);
}

/* --- Looking ahead */

static bool
may_be(const struct list_marker *m, unsigned family, unsigned *ordinal)
{
	size_t i;

	for (i = 0; i < m->num; i++)
		if (m->may[i].family == family) {
			*ordinal = m->may[i].ordinal;
			return true;
		}
	return false;
}

/* The marker of a line, also one that an earlier pass took. */
static bool
read_marker(const struct pass *p, size_t n, size_t at, struct list_marker *m)
{
	const struct extract_mark *mark = p->e->lines[n - 1].mark;

	if (mark == NULL || at >= mark->end - 1)
		return list_marker_read(line_from(p, n, at), m);
	*m = (struct list_marker){ .label = mark->label, .num = 1,
	    .may[0] = { mark->family, mark->ordinal } };
	return true;
}

/* Whether the family's next marker that stands as far to the left as the one at
 * line n, before a blank line, succeeds it. */
static bool
has_successor(const struct pass *p, size_t n, size_t at,
    struct list_reading first)
{
	size_t i, col, end = n + LOOKAHEAD;
	unsigned ordinal;
	struct list_marker m;

	for (i = n + 1; i <= p->e->num_lines && i < end; i++) {
		col = extract_indent(extract_line_text(p->e, i));
		if (str_trim(line_from(p, i, col)).len == 0)
			return false;
		if (col + 2 >= at && col <= at + 2 &&
		    read_marker(p, i, col, &m) &&
		    may_be(&m, first.family, &ordinal))
			return list_marker_follows(first.family,
			    first.ordinal, ordinal);
	}
	return false;
}

static str
without_brackets(str label)
{
	size_t open = str_starts(label, S("("));

	return str_from(str_upto(label, label.len - 1), open);
}

/* Whether “i)” is followed by “ii)” at the same indentation. */
static bool
begins_roman(const struct pass *p, size_t n, size_t at,
    const struct list_marker *m)
{
	bool upper = str_eq(without_brackets(m->label), S("I"));
	size_t i, end = n + LOOKAHEAD;
	struct list_marker next;

	if (!upper && !str_eq(without_brackets(m->label), S("i")))
		return false;
	for (i = n + 1; i <= p->e->num_lines && i < end; i++) {
		if (str_starts(extract_line_text(p->e, i), S("#")))
			return false;
		if (extract_indent(extract_line_text(p->e, i)) == at &&
		    read_marker(p, i, at, &next))
			return str_eq(without_brackets(next.label), upper ?
			    S("II") : S("ii")) && next.may[0].family ==
			    m->may[0].family;
	}
	return false;
}

/* --- Choosing what a marker is */

static bool
is_open(const struct pass *p, struct list_reading r)
{
	return p->open.ordinal != 0 && p->open.family == r.family;
}

static bool
succeeds_last(const struct pass *p, struct list_reading r)
{
	return p->last[r.family] != 0 && list_marker_follows(r.family,
	    p->last[r.family], r.ordinal);
}

/* Of a marker at the start of a paragraph. */
static struct choice
choose_at_start(const struct pass *p, size_t n, size_t at,
    const struct list_marker *m)
{
	size_t i;

	if (begins_roman(p, n, at, m))
		return (struct choice){ m->may[0], HOW_FIRST };
	for (i = 0; i < m->num; i++)
		if (succeeds_last(p, m->may[i]))
			return (struct choice){ m->may[i], HOW_NEXT };
	for (i = 0; i < m->num; i++)
		if (m->may[i].ordinal == 1)
			return (struct choice){ m->may[i], HOW_FIRST };
	for (i = 0; i < m->num; i++)
		if (p->last[m->may[i].family] != 0)
			return (struct choice){ m->may[i], HOW_OTHER };
	return (struct choice){ m->may[m->num - 1], HOW_OTHER };
}

static struct choice
choose_first(const struct pass *p, size_t n, size_t at,
    struct list_reading r)
{
	return (struct choice){ r, has_successor(p, n, at, r) ?
	    HOW_FIRST_OF_RUN : HOW_FIRST };
}

/* Of a marker on a later line. */
static struct choice
choose_inside(const struct pass *p, size_t n, size_t at,
    const struct list_marker *m)
{
	size_t i;

	if (begins_roman(p, n, at, m))
		return choose_first(p, n, at, m->may[0]);
	for (i = 0; i < m->num; i++)
		if (is_open(p, m->may[i]) && list_marker_follows(
		    p->open.family, p->open.ordinal, m->may[i].ordinal))
			return (struct choice){ m->may[i], HOW_NEXT };
	for (i = 0; i < m->num; i++)
		if (m->may[i].ordinal == 1)
			return choose_first(p, n, at, m->may[i]);
	/* Left of the item: back to a list around it. */
	for (i = 0; i < m->num && at < p->col; i++)
		if (succeeds_last(p, m->may[i]))
			return (struct choice){ m->may[i], HOW_NEXT };
	for (i = 0; i < m->num; i++)
		if (is_open(p, m->may[i]))
			return (struct choice){ m->may[i], HOW_LATER };
	return (struct choice){ m->may[0], HOW_OTHER };
}

/* --- Taking a marker */

static void
set_open(struct pass *p, struct list_reading r)
{
	p->open = r;
	p->last[r.family] = r.ordinal;
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
	    m->label, list_marker_next(a, r.family, p->last[r.family]),
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
add_untaken(struct pass *p, size_t n, size_t at, const struct list_marker *m)
{
	struct list_untaken *u = p->untaken;

	if (u->num == u->cap) {
		u->cap = u->cap != 0 ? 2 * u->cap : 16;
		u->list = mem_realloc(u->list, u->cap * sizeof(*u->list));
	}
	u->list[u->num++] = (struct untaken_marker){
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
	for (i = n - 1; i > 0 && n - i < LOOKAHEAD; i--) {
		col = extract_indent(extract_line_text(p->e, i));
		if (col >= at || line_from(p, i, col).len == 0)
			continue;
		if (p->e->lines[i - 1].mark != NULL && at >= col + CODE_INDENT)
			doc_diag(p->doc, DIAG_LIST_DEEP_INDENT,
			    extract_pos(p->e, n, at + 1), m->label);
		return;
	}
}

/* Reads the paragraph's first line from at on. */
static void
read_start(struct pass *p, size_t n, size_t at)
{
	const struct extract_mark *mark = p->e->lines[n - 1].mark;
	struct list_marker m;
	struct choice c;

	if (mark != NULL)
		set_open(p, (struct list_reading){ mark->family,
		    mark->ordinal });
	if (!list_marker_read(line_from(p, n, at), &m) ||
	    m.may[0].family == NUMBERING_DECIMAL)
		return;
	c = choose_at_start(p, n, at, &m);
	if (c.how == HOW_OTHER)
		report_order(p, n, at, &m, c.reading);
	if (c.how == HOW_FIRST && mark == NULL)
		check_indent(p, n, at, &m);
	take(p, n, at, &m, c.reading, 0);
	p->has_level = true;
	p->level = at;
}

/* What precedes a line of a paragraph. */
enum above { ABOVE_TEXT, ABOVE_COLON, ABOVE_ARTICLE };

static bool
is_taken(const struct choice *c, const struct list_marker *m, enum above above)
{
	switch (c->how) {
	case HOW_NEXT:
		return true;
	case HOW_FIRST_OF_RUN:
		return !m->bracketed || above != ABOVE_TEXT;
	case HOW_FIRST:
		return above == ABOVE_ARTICLE;
	case HOW_LATER:
		return !m->bracketed;
	case HOW_OTHER:
		break;
	}
	return false;
}

static void
read_inside(struct pass *p, size_t n, size_t at, const struct list_marker *m,
    enum above above)
{
	struct choice c = choose_inside(p, n, at, m);
	size_t indent = at > p->col ? at - p->col : 0;
	bool first = c.how == HOW_FIRST || c.how == HOW_FIRST_OF_RUN;

	if (!is_taken(&c, m, above)) {
		if ((!m->bracketed && c.reading.family != NUMBERING_DECIMAL) ||
		    (above != ABOVE_TEXT && first))
			add_untaken(p, n, at, m);
		return;
	}
	if (!p->has_level) {
		p->has_level = true;
		p->level = at;
		p->base = indent >= CODE_INDENT ? indent : 0;
	}
	if (c.how == HOW_LATER)
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

	for (n = first; n <= last; n++) {
		at = extract_indent(extract_line_text(p->e, n));
		if (is_table_rule(line_from(p, n, at)))
			return;
		deeper = p->has_level && at > p->level + 2;
		if (!deeper && list_marker_read(line_from(p, n, at), &m))
			read_inside(p, n, at, &m, above_of(p, text));
		else if (p->base != 0 && (deeper || at >= p->col + p->base))
			p->edits[n - 1] = (struct edit){ at - p->base, at,
			    NULL };
		text = line_from(p, n, at);
	}
}

/* An article's head ends the memory of families; a marker behind it counts as
 * the first. */
static void
read_article(struct pass *p, str text)
{
	struct article article;
	struct list_marker m;

	if (!article_read(p->doc->arena, text, &article))
		return;
	memset(p->last, 0, sizeof(p->last));
	if (list_marker_read(str_from(text, article.len), &m))
		set_open(p, m.may[m.may[0].ordinal == 1 ? 0 : m.num - 1]);
}

/* The first line of the paragraph's text, behind link definitions. */
static size_t
text_line(const struct pass *p, const struct paragraph *paragraph)
{
	if (!str_starts(line_from(p, paragraph->first, paragraph->col - 1),
	    S("[")))
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
		memset(p->last, 0, sizeof(p->last));
		return;
	}
	if (n > paragraph->last)
		return;
	p->col = n == paragraph->first ? paragraph->col - 1 :
	    extract_indent(extract_line_text(p->e, n));
	p->open = (struct list_reading){ 0, 0 };
	p->has_level = false;
	p->base = 0;
	text = line_from(p, n, p->col);
	read_article(p, text);
	read_start(p, n, p->col);
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
list_pass_run(struct list_untaken *untaken, struct extract *e,
    struct doc *doc, const struct paragraph *paragraphs, size_t num)
{
	struct pass p = { .doc = doc, .e = e, .untaken = untaken };
	struct extract_draft d = { 0 };
	size_t i;

	untaken->num = 0;
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
list_pass_end(struct list_untaken *untaken, struct doc *doc)
{
	const struct untaken_marker *m = untaken->list;

	for (; m < untaken->list + untaken->num; m++)
		doc_diag(doc, DIAG_LIST_UNTAKEN, m->pos, m->label, m->escaped);
	mem_free(untaken->list);
	*untaken = (struct list_untaken){ 0 };
}
