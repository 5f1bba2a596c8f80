/* SPDX-License-Identifier: ISC */
#include "source/prose.h"

#include "base/address.h"
#include "base/arena.h"
#include "model/dom.h"

/* Of the author's text in a message [byte]. */
enum { SHOWN_LIMIT = 60 };

/* --- A text and its source */

/* A text beside the source that it was read from: backslashes and entities
 * make the two differ. Only goes forward. */
struct cursor {
	str	text;
	str	source;
	size_t	i;			/* in text */
	size_t	j;			/* in source */
};

static bool
at_escape(const struct cursor *c)
{
	return c->j + 1 < c->source.len && c->source.p[c->j] == '\\' &&
	    char_is_punct(c->source.p[c->j + 1]);
}

/* The length of “&name;” at the source, if that is what the text lacks. */
static size_t
entity(const struct cursor *c)
{
	str s = str_from(c->source, c->j);
	size_t end = str_find(str_upto(s, 40), ';');

	if (!str_starts(s, S("&")) || end >= str_upto(s, 40).len ||
	    str_starts(str_from(c->text, c->i), str_upto(s, end + 1)))
		return 0;
	return end + 1;
}

static void
cursor_step(struct cursor *c)
{
	size_t len = 1, skip = entity(c);

	if (skip != 0) {
		str_rune(str_from(c->text, c->i), &len);
		c->i += len;
		c->j += skip;
		return;
	}
	c->j += at_escape(c) ? 2 : 1;
	c->i++;
}

/* The place in the source of the text's byte i; false where the author took
 * its meaning away with a backslash or an entity. */
static bool
cursor_to(struct cursor *c, size_t i)
{
	while (c->i < i)
		cursor_step(c);
	return !at_escape(c) && entity(c) == 0;
}

struct run {
	const struct prose	*in;
	node			*to;
	struct cursor		 cursor;
	size_t			 line;	/* of the cut text */
	size_t			 col;
	size_t			 done;	/* bytes of the text that are put */
	struct pos		 start;	/* of the byte after them */
	str			 origin; /* the source from there */
	size_t			 open;	/* the last “[”, or SIZE_MAX */
	struct pos		 open_place;
	bool			 told;	/* a “**” that is left */
};

static struct pos
run_place(const struct run *r)
{
	return extract_pos(r->in->cut, r->line, r->col + r->cursor.j);
}

/* --- What is put */

/* Puts the text up to byte i; where a footnote's mark left the middle of a
 * link, its texts come together again. */
static void
put_up_to(struct run *r, size_t i)
{
	str text = { r->cursor.text.p + r->done, i - r->done };
	node *last = dom_last(r->to);

	r->done = i;
	if (text.len == 0)
		return;
	if (last != NULL && dom_kind(last) == KIND_TEXT)
		dom_set_text(last, str_join(r->in->doc->arena, dom_text(last),
		    text));
	else {
		dom_add_text(r->in->doc, r->to, text, r->start);
		dom_item(dom_last(r->to))->text.source = r->origin;
	}
}

static void
put_footnote_ref(struct run *r, struct footnote *note, struct pos pos)
{
	const struct prose *in = r->in;
	node *to = in->link != NULL ? dom_parent(in->link) : r->to;
	struct item *ref = dom_item(dom_add(in->doc, to, KIND_FOOTNOTE_REF,
	    pos));

	footnote_mention(in->footnotes, note);
	ref->id = note->label;
	ref->number = note->number;
	ref->footnote_ref.use = note->uses;
}

/* “[^label]” at byte i; returns its length, or 0 where it is none. */
static size_t
read_footnote_ref(struct run *r, size_t i)
{
	str label, rest = str_from(r->cursor.text, i + 2);
	size_t end = str_find(rest, ']');
	struct footnote *note;
	struct pos pos;

	label = str_upto(rest, end);
	if (end == rest.len || end == 0 || str_find(label, ' ') != end ||
	    str_find(label, '[') != end || !cursor_to(&r->cursor, i))
		return 0;
	pos = run_place(r);
	note = footnote_find(r->in->footnotes, label);
	if (note == NULL) {
		doc_diag(r->in->doc, DIAG_FOOTNOTE_MISSING, pos, label);
		return 0;
	}
	put_up_to(r, i);
	put_footnote_ref(r, note, pos);
	r->done = i + end + 3;
	return end + 3;
}

/* A bare address at byte i; returns its length, or 0 where it is none. */
static size_t
read_address(struct run *r, size_t i)
{
	str address = address_at(r->cursor.text, i);
	struct pos pos;
	node *link;

	if (address.len == 0 || r->in->link != NULL)
		return 0;
	cursor_to(&r->cursor, i);
	pos = run_place(r);
	put_up_to(r, i);
	link = dom_add(r->in->doc, r->to, KIND_LINK, pos);
	dom_item(link)->link.href = str_copy(r->in->doc->arena, address);
	dom_add_text(r->in->doc, link, address, pos);
	r->done = i + address.len;
	return address.len;
}

/* --- What was meant as Markdown but was not taken as such */

/* The text up to the “)” that follows byte i, or as much as a message can
 * hold. */
static str
shown(struct run *r, str text, size_t i)
{
	str near = str_upto(text, SHOWN_LIMIT);
	size_t end = i + str_find(str_from(near, i), ')') + 1;

	if (end <= near.len)
		return str_upto(text, end);
	return str_shorten(r->in->doc->arena, text, SHOWN_LIMIT);
}

/* “[text][label]” without a definition; the brackets of a program text
 * follow a letter and are none of ours. */
static void
check_label(struct run *r, size_t i)
{
	str text = r->cursor.text, label = str_from(text, i + 2);
	size_t end = str_find(label, ']');

	if (end == label.len || end == 0 || r->open == SIZE_MAX ||
	    (r->open > 0 && char_is_alnum(text.p[r->open - 1])) ||
	    !cursor_to(&r->cursor, i))
		return;
	cursor_to(&r->cursor, i + 1);
	doc_diag(r->in->doc, DIAG_LINK_UNRESOLVED, run_place(r),
	    str_upto(label, end));
}

/* “](” that ends no link: the fault lies where its “[” does. */
static void
check_address(struct run *r, size_t i)
{
	str text = r->cursor.text;
	size_t open = r->open != SIZE_MAX ? r->open : i;

	if (!cursor_to(&r->cursor, i) ||
	    (open > 0 && open < i && text.p[open - 1] == '!'))
		return;
	doc_diag(r->in->doc, DIAG_LINK_UNTAKEN, open < i ? r->open_place :
	    run_place(r), shown(r, str_from(text, open), i - open));
}

/* Between digits, or between blanks, “**” is a power. */
static bool
is_power(str text, size_t i)
{
	char before = i > 0 ? text.p[i - 1] : 'x';
	char after = i + 2 < text.len ? text.p[i + 2] : 'x';

	return (char_is_digit(before) && char_is_digit(after)) ||
	    (before == ' ' && after == ' ');
}

static void
check_bold(struct run *r, size_t i)
{
	if (r->told || is_power(r->cursor.text, i) ||
	    !cursor_to(&r->cursor, i))
		return;
	r->told = true;
	doc_diag(r->in->doc, DIAG_BOLD_UNTAKEN, run_place(r), S(""));
}

static void
check_leftover(struct run *r, size_t i)
{
	str rest = str_from(r->cursor.text, i);

	if (str_starts(rest, S("![")) && cursor_to(&r->cursor, i))
		doc_diag(r->in->doc, DIAG_PICTURE_UNTAKEN, run_place(r),
		    shown(r, rest, 0));
	else if (str_starts(rest, S("][")))
		check_label(r, i);
	else if (str_starts(rest, S("](")))
		check_address(r, i);
	else if (str_starts(rest, S("**")))
		check_bold(r, i);
}

/* --- From marker to marker */

static void
note_open(struct run *r, size_t i)
{
	if (!cursor_to(&r->cursor, i))
		return;
	r->open = i;
	r->open_place = run_place(r);
}

/* The next byte that may begin something. */
static size_t
next_mark(str text, size_t i)
{
	static const bool marks[256] = { ['['] = true, [']'] = true,
	    ['!'] = true, ['h'] = true, ['*'] = true };

	while (i < text.len && !marks[(unsigned char)text.p[i]])
		i++;
	return i;
}

/* What begins at byte i; returns its length where it is put, else 0. */
static size_t
read_mark(struct run *r, size_t i)
{
	str rest = str_from(r->cursor.text, i);

	switch (rest.p[0]) {
	case '[':
		if (str_starts(rest, S("[^")))
			return read_footnote_ref(r, i);
		note_open(r, i);
		return 0;
	case 'h':
		return str_starts(rest, S("http")) ? read_address(r, i) : 0;
	default:
		check_leftover(r, i);
		return 0;
	}
}

static void
put_run(struct run *r)
{
	str text = r->cursor.text;
	size_t i, len;

	r->start = run_place(r);
	r->origin = str_from(r->cursor.source, r->cursor.j);
	r->open = SIZE_MAX;
	for (i = r->done; (i = next_mark(text, i)) < text.len;
	    i += len != 0 ? len : 1) {
		len = read_mark(r, i);
		if (len == 0)
			continue;
		r->start = extract_pos(r->in->cut, r->line, r->col +
		    r->cursor.j + len);
		r->origin = str_from(r->cursor.source, r->cursor.j + len);
	}
	put_up_to(r, text.len);
}

void
prose_put(const struct prose *in, node *to, str text, size_t line,
    size_t col, size_t skip)
{
	struct run r = { .in = in, .to = to, .line = line, .col = col };

	r.cursor.text = text;
	r.cursor.source = str_from(extract_line_text(in->cut, line), col - 1);
	cursor_to(&r.cursor, skip);
	r.done = skip;
	put_run(&r);
}
