/* SPDX-License-Identifier: ISC */
#include "source/prose.h"

#include "base/address.h"
#include "base/arena.h"
#include "model/dom.h"
#include "source/cursor.h"

/* Of the author's text in a message [byte]. */
enum { SHOWN_LIMIT = 60 };

struct parser {
	const struct prose	*in;
	node			*to;
	struct cursor		 cursor;
	size_t			 line;		/* of the extract */
	size_t			 col;
	size_t			 done;		/* bytes in the tree */
	size_t			 skip;		/* bytes left out */
	struct pos		 start;		/* of the byte after them */
	str			 origin;	/* the source from there */
	size_t			 open;		/* the last “[”, or SIZE_MAX */
	struct pos		 open_pos;
	bool			 reported;	/* a left-over “**” */
};

static struct pos
parser_pos(const struct parser *p)
{
	return extract_pos(p->in->extract, p->line,
	    p->col + p->cursor.source_offset);
}

/* --- Additions to the tree */

/* Puts the text up to byte i. A footnote reference inside a link goes after
 * the link: the texts on both sides of its marker become one again. */
static void
put_up_to(struct parser *p, size_t i)
{
	str text = { p->cursor.text.p + p->done, i - p->done };
	node *last = dom_last(p->to);

	p->done = i;
	if (text.len == 0)
		return;
	if (last != NULL && dom_kind(last) == KIND_TEXT)
		dom_set_text(last, str_join(p->in->doc->arena, dom_text(last),
		    text));
	else {
		dom_add_text(p->in->doc, p->to, text, p->start);
		dom_item(dom_last(p->to))->text.source = p->origin;
	}
}

static void
put_footnote_ref(struct parser *p, struct footnote *footnote, struct pos pos)
{
	const struct prose *in = p->in;
	node *to = in->link != NULL ? dom_parent(in->link) : p->to;
	struct item *ref = dom_item(dom_add(in->doc, to, KIND_FOOTNOTE_REF,
	    pos));

	footnote_mention(in->footnotes, footnote);
	ref->id = footnote->label;
	ref->number = footnote->number;
	ref->footnote_ref.use = footnote->uses;
}

/* Reads “[^label]” at byte i; returns its length, or 0 if there is none. */
static size_t
read_footnote_ref(struct parser *p, size_t i)
{
	str label, rest = str_from(p->cursor.text, i + 2);
	size_t end = str_find(rest, ']');
	struct footnote *footnote;
	struct pos pos;

	label = str_upto(rest, end);
	if (end == rest.len || end == 0 || str_find(label, ' ') != end ||
	    str_find(label, '[') != end || !cursor_to(&p->cursor, i))
		return 0;
	pos = parser_pos(p);
	footnote = footnote_find(p->in->footnotes, label);
	if (footnote == NULL) {
		doc_diag(p->in->doc, DIAG_FOOTNOTE_MISSING, pos, label);
		return 0;
	}
	put_up_to(p, i);
	put_footnote_ref(p, footnote, pos);
	p->done = i + end + 3;
	return end + 3;
}

/* Puts a link to a bare address, which is part of the text. Returns its
 * length. */
static size_t
put_address(struct parser *p, str scheme, str address)
{
	size_t i = (size_t)(address.p - p->cursor.text.p);
	struct pos pos;
	node *link;

	cursor_to(&p->cursor, i);
	pos = parser_pos(p);
	put_up_to(p, i);
	link = dom_add(p->in->doc, p->to, KIND_LINK, pos);
	dom_item(link)->link.href = str_join(p->in->doc->arena, scheme,
	    address);
	dom_add_text(p->in->doc, link, address, pos);
	p->done = i + address.len;
	return address.len;
}

/* Reads a bare address at byte i; returns its length, or 0 if there is none. */
static size_t
read_address(struct parser *p, size_t i)
{
	str address = address_at(p->cursor.text, i);

	if (address.len == 0 || p->in->link != NULL)
		return 0;
	return put_address(p, S(""), address);
}

static size_t
read_www(struct parser *p, size_t i)
{
	str address;

	if (p->in->doc->dialect < 2 || p->in->link != NULL)
		return 0;
	address = address_www_at(str_from(p->cursor.text, p->skip),
	    i - p->skip);
	return address.len != 0 ? put_address(p, S("http://"), address) : 0;
}

/* Reads an e-mail address whose “@” is byte i; returns the length from there,
 * or 0. */
static size_t
read_mail(struct parser *p, size_t i)
{
	struct cursor sign;
	str address;
	size_t start;

	if (p->in->doc->dialect < 2 || p->in->link != NULL)
		return 0;
	address = address_mail_at(p->cursor.text, p->done, i);
	start = (size_t)(address.p - p->cursor.text.p);
	if (address.len == 0 || start < p->cursor.offset)
		return 0;
	cursor_to(&p->cursor, start);
	sign = p->cursor;
	if (!cursor_to(&sign, i))
		return 0;
	return put_address(p, S("mailto:"), address) - (i - start);
}

/* --- Delimiters that CommonMark left as text */

/* Returns the text up to the “)” after byte i, shortened for a message. */
static str
excerpt(struct parser *p, str text, size_t i)
{
	str near = str_upto(text, SHOWN_LIMIT);
	size_t end = i + str_find(str_from(near, i), ')') + 1;

	if (end <= near.len)
		return str_upto(text, end);
	return str_shorten(p->in->doc->arena, text, SHOWN_LIMIT);
}

/* Reports “[text][label]” without a definition. Brackets after a letter are
 * program text, not a link. */
static void
check_label(struct parser *p, size_t i)
{
	str text = p->cursor.text, label = str_from(text, i + 2);
	size_t end = str_find(label, ']');

	if (end == label.len || end == 0 || p->open == SIZE_MAX ||
	    (p->open > 0 && char_is_alnum(text.p[p->open - 1])) ||
	    !cursor_to(&p->cursor, i))
		return;
	cursor_to(&p->cursor, i + 1);
	doc_diag(p->in->doc, DIAG_LINK_UNRESOLVED, parser_pos(p),
	    str_upto(label, end));
}

/* Reports “](” that ends no link, at the position of its “[”. */
static void
check_address(struct parser *p, size_t i)
{
	str text = p->cursor.text;
	size_t open = p->open != SIZE_MAX ? p->open : i;

	if (!cursor_to(&p->cursor, i) ||
	    (open > 0 && open < i && text.p[open - 1] == '!'))
		return;
	doc_diag(p->in->doc, DIAG_LINK_UNPARSED, open < i ? p->open_pos :
	    parser_pos(p), excerpt(p, str_from(text, open), i - open));
}

/* “2**3”, “2 ** n” is a power; “Bu ** kalın ** söz” was meant as bold. */
static bool
is_power(str text, size_t i)
{
	str before = str_upto(text, i), after = str_from(text, i + 2);

	if (str_ends(before, S(" ")) && str_starts(after, S(" "))) {
		before.len--;
		after = str_from(after, 1);
		return (before.len > 0 && char_is_digit(before.p[before.len -
		    1])) || (after.len > 0 && char_is_digit(after.p[0]));
	}
	return before.len > 0 && char_is_digit(before.p[before.len - 1]) &&
	    after.len > 0 && char_is_digit(after.p[0]);
}

static void
check_bold(struct parser *p, size_t i)
{
	if (p->reported || is_power(p->cursor.text, i) ||
	    !cursor_to(&p->cursor, i))
		return;
	p->reported = true;
	doc_diag(p->in->doc, DIAG_BOLD_UNPARSED, parser_pos(p), S(""));
}

static void
check_leftover(struct parser *p, size_t i)
{
	str rest = str_from(p->cursor.text, i);

	if (str_starts(rest, S("![")) && cursor_to(&p->cursor, i))
		doc_diag(p->in->doc, DIAG_PICTURE_UNPARSED, parser_pos(p),
		    excerpt(p, rest, 0));
	else if (str_starts(rest, S("][")))
		check_label(p, i);
	else if (str_starts(rest, S("](")))
		check_address(p, i);
	else if (str_starts(rest, S("**")))
		check_bold(p, i);
}

/* --- From delimiter to delimiter */

static void
save_bracket(struct parser *p, size_t i)
{
	if (!cursor_to(&p->cursor, i))
		return;
	p->open = i;
	p->open_pos = parser_pos(p);
}

/* The next byte that may begin a delimiter or an address. */
static size_t
next_delimiter(str text, size_t i)
{
	static const bool delimiters[256] = { ['['] = true, [']'] = true,
	    ['!'] = true, ['h'] = true, ['*'] = true,
	    ['w'] = true, ['@'] = true };

	while (i < text.len && !delimiters[(unsigned char)text.p[i]])
		i++;
	return i;
}

/* Reads the delimiter or address at byte i. Returns its length if it went into
 * the tree, else 0. */
static size_t
read_delimiter(struct parser *p, size_t i)
{
	str rest = str_from(p->cursor.text, i);

	switch (rest.p[0]) {
	case '[':
		if (str_starts(rest, S("[^")))
			return read_footnote_ref(p, i);
		save_bracket(p, i);
		return 0;
	case 'h':
		return str_starts(rest, S("http")) ? read_address(p, i) : 0;
	case 'w':
		return str_starts(rest, S("www.")) ? read_www(p, i) : 0;
	case '@':
		return read_mail(p, i);
	default:
		check_leftover(p, i);
		return 0;
	}
}

static void
parse(struct parser *p)
{
	str text = p->cursor.text;
	size_t i, len;

	p->start = parser_pos(p);
	p->origin = cursor_rest(&p->cursor);
	p->open = SIZE_MAX;
	for (i = p->done; (i = next_delimiter(text, i)) < text.len;
	    i += len != 0 ? len : 1) {
		len = read_delimiter(p, i);
		if (len == 0)
			continue;
		cursor_to(&p->cursor, p->done);
		p->start = parser_pos(p);
		p->origin = cursor_rest(&p->cursor);
	}
	put_up_to(p, text.len);
}

void
prose_put(const struct prose *in, node *to, str text, size_t line,
    size_t col, size_t skip)
{
	struct parser p = { .in = in, .to = to, .line = line, .col = col,
	    .skip = skip };

	p.cursor.text = text;
	p.cursor.source = str_from(extract_line_text(in->extract, line),
	    col - 1);
	cursor_to(&p.cursor, skip);
	p.done = skip;
	parse(&p);
}
