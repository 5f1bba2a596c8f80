/* SPDX-License-Identifier: ISC */
#include "source/strike.h"

#include "base/arena.h"
#include "model/dom.h"
#include "source/cursor.h"

/* Of the author's text in a message [byte]. */
enum { SHOWN_LIMIT = 40 };
/* The maximum number of marks that are open at once: renderers recurse. */
enum { OPEN_LIMIT = 8 };

/* Two tildes in a text of the parent. */
struct mark {
	const node	*text;
	size_t		 at;		/* [byte] */
	struct pos	 pos;
	str		 source;	/* from the mark on */
	bool		 opens;
	bool		 paired;
};

/* A text that is looked at. */
struct span {
	const node	*n;
	str		 s;
};

struct marks {
	struct doc	*doc;
	struct mark	*list;		/* in the order of the source */
	size_t		 num, cap;
	size_t		 open[OPEN_LIMIT];	/* a stack of indices */
	size_t		 num_open;
	/* A single tilde that may open, to GitHub. */
	str		 single;	/* its text; or empty */
	size_t		 single_at;
	struct pos	 single_pos;
};

/* --- What stands beside tildes */

static bool
is_blank_node(const node *n)
{
	return n == NULL || dom_kind(n) == KIND_SOFT_BREAK ||
	    dom_kind(n) == KIND_HARD_BREAK;
}

/* Whether a blank, or the end of the parent, stands before byte i. */
static bool
blank_before(const struct span *text, size_t i)
{
	return i == 0 ? is_blank_node(dom_prev(text->n)) :
	    char_is_space(text->s.p[i - 1]);
}

static bool
blank_at(const struct span *text, size_t i)
{
	return i == text->s.len ? is_blank_node(dom_next(text->n)) :
	    char_is_space(text->s.p[i]);
}

static bool
punct_before(const struct span *text, size_t i)
{
	return i != 0 && char_is_punct(text->s.p[i - 1]);
}

static bool
punct_at(const struct span *text, size_t i)
{
	return i < text->s.len && char_is_punct(text->s.p[i]);
}

/* CommonMark, 6.2: a left-flanking delimiter run from i to end. */
static bool
flanks_left(const struct span *text, size_t i, size_t end)
{
	return !blank_at(text, end) && (!punct_at(text, end) ||
	    blank_before(text, i) || punct_before(text, i));
}

static bool
flanks_right(const struct span *text, size_t i, size_t end)
{
	return !blank_before(text, i) && (!punct_before(text, i) ||
	    blank_at(text, end) || punct_at(text, end));
}

/* --- Finding the marks */

static void
report_single(struct marks *m, const struct span *text, size_t end)
{
	str s = str_from(m->single, m->single_at);

	if (m->single.p == text->s.p)
		s = str_upto(s, end - m->single_at);
	doc_diag(m->doc, DIAG_STRIKE_SINGLE, m->single_pos,
	    str_shorten(m->doc->arena, s, SHOWN_LIMIT));
	m->single = S("");
}

/* One tilde, which GitHub, not matbu, takes for a mark. */
static void
see_single(struct marks *m, const struct span *text, size_t i, struct pos pos)
{
	if (m->single.len != 0 && flanks_right(text, i, i + 1))
		report_single(m, text, i + 1);
	else if (flanks_left(text, i, i + 1)) {
		m->single = text->s;
		m->single_at = i;
		m->single_pos = pos;
	}
}

static void
add(struct marks *m, const struct mark *mark)
{
	struct mark *old = m->list;
	size_t i;

	if (m->num == m->cap) {
		m->cap = m->cap != 0 ? m->cap * 2 : 8;
		m->list = arena_array(m->doc->arena, struct mark, m->cap);
		for (i = 0; i < m->num; i++)
			m->list[i] = old[i];
	}
	m->list[m->num++] = *mark;
}

static void
see_double(struct marks *m, const struct span *text, size_t i,
    const struct cursor *c)
{
	struct mark mark = { .text = text->n, .at = i,
	    .pos = cursor_pos(c, dom_item(text->n)->pos),
	    .source = cursor_rest(c) };
	bool opens = !blank_at(text, i + 2), closes = !blank_before(text, i);

	if (!opens && !closes)
		return;
	mark.paired = closes && m->num_open != 0;
	mark.opens = !mark.paired;
	if (mark.paired)
		m->list[m->open[--m->num_open]].paired = true;
	add(m, &mark);
	if (mark.opens && opens && m->num_open < OPEN_LIMIT)
		m->open[m->num_open++] = m->num - 1;
}

/* Whether byte i, after the cursor, is no escape. */
static bool
is_typed(struct cursor c, size_t i)
{
	return cursor_to(&c, i);
}

static void
find_in(struct marks *m, const node *n)
{
	/* To find the end of a text takes as long as the text is. */
	const struct span whole = { n, dom_text(n) }, *text = &whole;
	struct cursor c = cursor_of(n);
	str s = whole.s;
	size_t i, len;
	bool typed;

	for (i = str_find(s, '~'); i < s.len;
	    i += len + str_find(str_from(s, i + len), '~')) {
		len = str_span(str_from(s, i), '~');
		typed = cursor_to(&c, i);
		if (len == 1 && typed)
			see_single(m, text, i, cursor_pos(&c,
			    dom_item(text->n)->pos));
		else if (len == 2 && typed && is_typed(c, i + 1))
			see_double(m, text, i, &c);
	}
}

/* --- Making the nodes */

static node *
put_piece(struct doc *doc, node *to, str s, struct pos pos, str source)
{
	if (s.len != 0) {
		dom_add_text(doc, to, s, pos);
		dom_item(dom_last(to))->text.source = source;
	}
	return to;
}

/* Puts the text below to, divided at its marks *i …; returns the node to which
 * what follows belongs. */
static node *
divide(struct marks *m, const node *text, node *to, size_t *i)
{
	struct cursor c = cursor_of(text);
	str s = dom_text(text), source = c.source;
	struct pos start = dom_item(text)->pos, pos = start;
	size_t done = 0;
	const struct mark *mark;

	for (; *i < m->num && m->list[*i].text == text; ++*i) {
		mark = &m->list[*i];
		if (!mark->paired)
			continue;
		put_piece(m->doc, to, (str){ s.p + done, mark->at - done },
		    pos, source);
		to = mark->opens ? dom_add(m->doc, to, KIND_STRUCK,
		    mark->pos) : dom_parent(to);
		done = mark->at + 2;
		cursor_to(&c, done);
		pos = cursor_pos(&c, start);
		source = cursor_rest(&c);
	}
	return put_piece(m->doc, to, str_from(s, done), pos, source);
}

/* Moves all children to the end of their parent, in their order, those between
 * marks below new nodes. */
static void
rebuild(struct marks *m, node *parent)
{
	node *n = dom_first(parent), *last = dom_last(parent), *next;
	node *to = parent;
	size_t i = 0;
	bool more = true;

	for (; more; n = next) {
		next = dom_next(n);
		more = n != last;
		while (i < m->num && !m->list[i].paired)
			i++;
		if (i < m->num && m->list[i].text == n) {
			to = divide(m, n, to, &i);
			dom_remove(n);
		} else
			dom_move(n, to);
	}
}

static void
strike_children(struct doc *doc, node *parent)
{
	struct marks m = { .doc = doc };
	bool any = false;
	node *n;
	size_t i;

	for (n = dom_first(parent); n != NULL; n = dom_next(n))
		if (dom_kind(n) == KIND_TEXT)
			find_in(&m, n);
	for (i = 0; i < m.num; i++) {
		any = any || m.list[i].paired;
		if (!m.list[i].paired)
			doc_diag(doc, DIAG_STRIKE_UNPAIRED, m.list[i].pos,
			    S(""));
	}
	if (any)
		rebuild(&m, parent);
}

/* Whether the children of n may have marks. */
static bool
has_tilde(const node *n)
{
	str s;

	for (n = dom_first(n); n != NULL; n = dom_next(n)) {
		s = dom_kind(n) == KIND_TEXT ? dom_text(n) : S("");
		if (str_find(s, '~') != s.len)
			return true;
	}
	return false;
}

/* The nodes that this makes are not looked at again. */
void
strike_put(struct doc *doc, node *block)
{
	node *n, **list;
	size_t i, num = 0;

	for (n = block; n != NULL; n = dom_walk(block, n))
		num += dom_kind(n) != KIND_LITERAL && has_tilde(n);
	if (num == 0)
		return;
	list = arena_array(doc->arena, node *, num);
	num = 0;
	for (n = block; n != NULL; n = dom_walk(block, n))
		if (dom_kind(n) != KIND_LITERAL && has_tilde(n))
			list[num++] = n;
	for (i = 0; i < num; i++)
		strike_children(doc, list[i]);
}
