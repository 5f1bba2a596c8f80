/* SPDX-License-Identifier: ISC */
#include "inline.h"

#include "../base/address.h"
#include "../base/arena.h"
#include "../model/dom.h"

enum { SHOWN_LIMIT = 60 };

/* --- Places */

/* A link's line is that of its end, but its column that of its start. */
static struct mark_place
find(struct inlines *in, mark *n)
{
	struct mark_place at = mark_start(n);
	mark *child = mark_first(n);

	if (child != NULL && mark_start(child).line > 0)
		at.line = mark_start(child).line;
	place_correct(&in->block, &at.line, &at.col);
	return at;
}

static struct pos
place(struct inlines *in, mark *n)
{
	struct mark_place at = find(in, n);

	return cut_place(in->cut, at.line, at.col);
}

/* cmark gives a line's end no place: it is where the node before ends. */
static struct pos
end_line(struct inlines *in, mark *n)
{
	mark *before = mark_prev(n);

	if (before == NULL)
		return place_start(&in->block);
	return place_line_end(&in->block, mark_end(before).line,
	    mark_end(before).col, mark_kind(n) == MARK_SOFT_BREAK);
}

/* --- Blocks */

void
inline_begin(struct inlines *in, mark *block)
{
	in->block = place_of(in->cut, mark_start(block).line,
	    mark_start(block).col,
	    mark_end(block).line,
	    mark_kind(block) == MARK_PARAGRAPH);
	in->cell = in->skip_first = in->skip_line = false;
}

void
inline_begin_cell(struct inlines *in, mark *block)
{
	inline_begin(in, block);
	in->cell = in->skip_first = true;
}

void
inline_skip_line(struct inlines *in)
{
	in->skip_line = true;
}

/* --- Texts */

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
	struct inlines	*in;
	node		*to;
	struct cursor	 cursor;
	size_t		 line;		/* of the cut text */
	size_t		 col;
	size_t		 done;		/* bytes of the text that are put */
	struct pos	 start;		/* of the byte after them */
	str		 origin;	/* the source from there */
	size_t		 open;		/* the last “[”, or SIZE_MAX */
	struct pos	 open_place;
	bool		 in_link;
	bool		 told;		/* a “**” that is left */
};

static struct pos
run_place(const struct run *r)
{
	return cut_place(r->in->cut, r->line, r->col + r->cursor.j);
}

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
	struct inlines *in = r->in;
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

	if (address.len == 0 || r->in_link)
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

/* The text up to the “)” that follows byte i, or as much as a message can
 * hold. */
static str
shown(struct run *r, str text, size_t i)
{
	size_t end = i + str_find(str_from(text, i), ')') + 1;

	if (end <= text.len && end <= SHOWN_LIMIT)
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

/* What was meant as Markdown but was not taken as such. */
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
		len = 0;
		switch (text.p[i]) {
		case '[':
			if (str_starts(str_from(text, i), S("[^")))
				len = read_footnote_ref(r, i);
			else
				note_open(r, i);
			break;
		case 'h':
			if (str_starts(str_from(text, i), S("http")))
				len = read_address(r, i);
			break;
		case '!':
		case ']':
		case '*':
			check_leftover(r, i);
			break;
		default:
			break;
		}
		if (len == 0)
			continue;
		r->start = cut_place(r->in->cut, r->line, r->col +
		    r->cursor.j + len);
		r->origin = str_from(r->cursor.source, r->cursor.j + len);
	}
	put_up_to(r, text.len);
}

static void
put_text(struct inlines *in, mark *n, node *to, bool in_link)
{
	struct mark_place at = find(in, n);
	struct run r = { .in = in, .to = to, .in_link = in_link,
	    .line = at.line, .col = at.col };

	r.cursor.text = mark_literal(n);
	r.cursor.source = str_from(cut_line_text(in->cut, r.line), r.col - 1);
	if (in->skip_first) {
		in->skip_first = false;
		r.done = 1;
		cursor_to(&r.cursor, 1);
	}
	put_run(&r);
}

/* --- The other inlines */

void
inline_picture(struct inlines *in, mark *image, struct item *item)
{
	item->picture.src = str_copy(in->doc->arena,
	    mark_url(image));
	item->picture.alt = str_trim(mark_words(in->doc->arena, image));
	item->picture.title = str_copy(in->doc->arena,
	    mark_title(image));
}

static void	put_children(struct inlines *, mark *, node *, bool);

static void
put_link(struct inlines *in, mark *n, node *to)
{
	str href = str_copy(in->doc->arena, mark_url(n));
	bool inside = str_starts(href, S("#"));
	node *link = dom_add(in->doc, to, inside ? KIND_REFERENCE : KIND_LINK,
	    place(in, n));

	if (inside)
		dom_item(link)->id = str_from(href, 1);
	else {
		dom_item(link)->link.href = href;
		dom_item(link)->link.title = str_copy(in->doc->arena,
		    mark_title(n));
	}
	in->link = link;
	put_children(in, n, link, /*in_link*/true);
	in->link = NULL;
}

static void
put_picture(struct inlines *in, mark *n, node *to)
{
	inline_picture(in, n, dom_item(dom_add(in->doc, to, KIND_PICTURE,
	    place(in, n))));
}

/* Code knows no backslashes, a row does: “\|” is a pipe in a cell. */
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

/* cmark places code behind the backticks that open it. */
static void
put_literal(struct inlines *in, mark *n, node *to)
{
	struct mark_place at = find(in, n);
	str line = cut_line_text(in->cut, at.line), s = mark_literal(n);
	size_t col = at.col;

	/* Behind some link definitions its column lies past the line. */
	while (col > 1 && col <= line.len + 1 && line.p[col - 2] == '`')
		col--;
	if (in->cell)
		s = without_escapes(in->doc->arena, s);
	dom_add_text(in->doc, dom_add(in->doc, to, KIND_LITERAL,
	    cut_place(in->cut, at.line, col)), s,
	    cut_place(in->cut, at.line, at.col));
}

static void
put_html(struct inlines *in, mark *n)
{
	doc_diag(in->doc, DIAG_HTML_RAW, place(in, n),
	    str_shorten(in->doc->arena, mark_literal(n),
	    SHOWN_LIMIT));
}

static void
put_one(struct inlines *in, mark *n, node *to, bool in_link)
{
	switch (mark_kind(n)) {
	case MARK_TEXT:
		put_text(in, n, to, in_link);
		break;
	case MARK_SOFT_BREAK:
		dom_add(in->doc, to, KIND_SOFT_BREAK, end_line(in, n));
		break;
	case MARK_HARD_BREAK:
		dom_add(in->doc, to, KIND_HARD_BREAK, end_line(in, n));
		break;
	case MARK_LITERAL:
		put_literal(in, n, to);
		break;
	case MARK_HTML:
		put_html(in, n);
		break;
	case MARK_EMPHASIS:
		put_children(in, n, dom_add(in->doc, to, KIND_EMPHASIS,
		    place(in, n)), in_link);
		break;
	case MARK_STRONG:
		put_children(in, n, dom_add(in->doc, to, KIND_STRONG,
		    place(in, n)), in_link);
		break;
	case MARK_LINK:
		put_link(in, n, to);
		break;
	case MARK_PICTURE:
		put_picture(in, n, to);
		break;
	default:
		break;
	}
}

static bool
ends_line(mark *n)
{
	return mark_kind(n) == MARK_SOFT_BREAK ||
	    mark_kind(n) == MARK_HARD_BREAK;
}

static void
put_children(struct inlines *in, mark *parent, node *to, bool in_link)
{
	mark *n;

	for (n = mark_first(parent); n != NULL;
	    n = mark_next(n)) {
		if (!in->skip_line)
			put_one(in, n, to, in_link);
		else if (ends_line(n))
			in->skip_line = false;
	}
}

void
inline_put(struct inlines *in, mark *block, node *to)
{
	put_children(in, block, to, /*in_link*/false);
}
