/* SPDX-License-Identifier: ISC */
#include "import/line_writer.h"

#include "import/dialect.h"
#include "import/escape.h"

/* The looks in the order in which they are opened. Emphasis is outside: HTML's
 * elements stand nowhere else. */
static const struct mark {
	unsigned	look;
	const char	*open;
	const char	*close;
} marks[] = {
	{ LOOK_BOLD, "**", "**" }, { LOOK_ITALIC, "*", "*" },
	{ LOOK_STRIKE, "~~", "~~" }, { LOOK_UNDERLINE, "<u>", "</u>" },
	{ LOOK_SUB, "<sub>", "</sub>" }, { LOOK_SUPER, "<sup>", "</sup>" }
};

enum { MARKS = sizeof(marks) / sizeof(*marks), STARS = 2 };

/* A stretch of a paragraph: the part of a run without its outer blanks. */
struct state {
	struct line_writer	*writer;
	struct sink		*to;
	unsigned		 open;		/* looks */
	str			 link;		/* the open one */
	char			 before;	/* the last character of text */
	bool			 closed;	/* stars were written since */
};

/* A character as CommonMark's rules of emphasis see it: ASCII as it is, else a
 * blank, a sign or a letter. */
static char
class_of(uint32_t c)
{
	if (c < 0x80)
		return (char)c;
	if (c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x3000)
		return ' ';
	return c < 0xC0 || (c >= 0x2010 && c <= 0x2BFF) || (c >= 0x3001 &&
	    c <= 0x3020) ? '"' : 'a';
}

static char
first_class(str text)
{
	size_t len;

	return text.len != 0 ? class_of(str_rune(text, &len)) : '\0';
}

static char
last_class(str text)
{
	size_t i = text.len, len;

	while (i > 1 && ((unsigned char)text.p[i - 1] & 0xC0) == 0x80)
		i--;
	return i != 0 ? class_of(str_rune(str_from(text, i - 1), &len)) :
	    '\0';
}

static bool
is_inner(char c)
{
	return !char_is_space(c) && c != '\0';
}

static void
close_looks(struct state *s, unsigned keep)
{
	size_t i;
	bool from = false;
	size_t first = MARKS;

	for (i = 0; i < MARKS; i++)
		if ((s->open & marks[i].look) != 0 &&
		    ((keep & marks[i].look) == 0 || from)) {
			from = true;
			if (first == MARKS)
				first = i;
		}
	for (i = MARKS; i > first; i--) {
		if ((s->open & marks[i - 1].look) == 0)
			continue;
		sink_puts(s->to, marks[i - 1].close);
		s->open &= ~marks[i - 1].look;
		s->closed |= i - 1 < STARS;
	}
}

/* Whether stars here open emphasis in CommonMark: before a sign behind a letter
 * they do not. */
static bool
may_open(char before, char after)
{
	return is_inner(after) && (!is_inner(before) || !char_is_punct(after) ||
	    char_is_punct(before));
}

/* Says that the look is not written, and returns it. */
static unsigned
lose_look(struct state *s, unsigned look)
{
	if (look != 0)
		losses_add(s->writer->losses, PHRASE_LOSS_LOOK, S(""),
		    s->writer->place);
	return look;
}

static void
open_looks(struct state *s, unsigned look, char after)
{
	unsigned wanted = look & ~s->open;
	size_t i;

	if ((wanted & (LOOK_BOLD | LOOK_ITALIC)) != 0 && (s->closed ||
	    !may_open(s->before, after))) {
		wanted &= ~lose_look(s, LOOK_BOLD | LOOK_ITALIC);
	}
	for (i = 0; i < MARKS; i++)
		if ((wanted & marks[i].look) != 0) {
			sink_puts(s->to, marks[i].open);
			s->open |= marks[i].look;
		}
}

static void
close_link(struct state *s)
{
	if (s->link.len == 0)
		return;
	close_looks(s, 0);
	sink_puts(s->to, "](");
	escape_address(s->to, s->link);
	sink_char(s->to, ')');
	s->before = ')';
	s->closed = false;
	s->link = S("");
}

static void
set_link(struct state *s, str link)
{
	if (str_eq(s->link, link))
		return;
	close_link(s);
	if (link.len == 0)
		return;
	close_looks(s, 0);
	sink_char(s->to, '[');
	s->before = '[';
	s->closed = false;
	s->link = link;
}

/* --- Runs */

/* A blank between words; one is enough. */
static void
put_blank(struct state *s)
{
	if (!s->writer->at_start && s->to->len != 0 &&
	    !char_is_space(s->to->p[s->to->len - 1]))
		sink_char(s->to, ' ');
	s->before = ' ';
	s->closed = false;
}

static void
put_plain(struct state *s, str text, char next)
{
	if (text.len == 0)
		return;
	if (s->writer->at_start && s->open == 0 && s->link.len == 0)
		escape_line(s->to, text, next);
	else
		escape_text(s->to, text, next);
	s->before = last_class(text);
	s->closed = false;
	s->writer->at_start = false;
}

/* Whether emphasis may end behind the text: the letter after it belongs to the
 * same word, “**(a)**lar”. */
static bool
may_close(str text, char next)
{
	return text.len != 0 && (!char_is_punct(last_class(text)) ||
	    !is_inner(next) || char_is_punct(next));
}

static char
first_char(const struct run *r)
{
	for (; r != NULL; r = r->next) {
		if (r->kind == RUN_TEXT && r->text.len != 0)
			return r->link.len != 0 ? '[' : first_class(r->text);
		if (r->kind != RUN_TEXT)
			return r->kind == RUN_BREAK ? ' ' : '[';
	}
	return '\0';
}

static void
put_text(struct state *s, const struct run *r)
{
	str text = r->text, inner = str_trim(text);
	unsigned look = r->look;
	size_t lead = inner.len != 0 ? (size_t)(inner.p - text.p) : text.len;
	char next = first_char(r->next);

	if (inner.len == 0)
		look &= s->open;
	/* Three tildes are none of strikethrough. */
	if (inner.len != 0 && (*inner.p == '~' || inner.p[inner.len - 1] ==
	    '~' || s->before == '~' || next == '~'))
		look &= ~lose_look(s, look & LOOK_STRIKE);
	if (lead + inner.len < text.len)
		next = ' ';
	if (!may_close(inner, next) &&
	    (look & (LOOK_BOLD | LOOK_ITALIC)) != 0 &&
	    (r->next == NULL || r->next->kind != RUN_TEXT ||
	    (r->next->look & look) != look)) {
		look &= ~lose_look(s, LOOK_BOLD | LOOK_ITALIC);
	}
	close_looks(s, look);
	set_link(s, inner.len != 0 ? r->link : s->link);
	if (lead != 0)
		put_blank(s);
	if (inner.len == 0)
		return;
	open_looks(s, look, first_class(inner));
	put_plain(s, inner, next);
	if (lead + inner.len < text.len) {
		close_looks(s, r->next != NULL && r->next->kind == RUN_TEXT ?
		    r->next->look : 0);
		if (r->next == NULL || !str_eq(r->next->link, s->link))
			close_link(s);
		put_blank(s);
	}
}

static void
put_break(struct state *s, const struct run *r)
{
	close_looks(s, 0);
	close_link(s);
	while (s->to->len != 0 && s->to->p[s->to->len - 1] == ' ')
		s->to->len--;
	if (r->next == NULL || s->writer->at_start)
		return;
	if (s->writer->in_cell) {
		sink_puts(s->to, "<br>");
		s->before = ' ';
		return;
	}
	sink_puts(s->to, "\\\n");
	sink_indent(s->to, (int)s->writer->indent, ' ');
	s->before = ' ';
	s->writer->at_start = true;
}

static void
put_box(struct state *s, const struct run *r)
{
	char next = first_char(r->next);

	if (!s->writer->at_start && !char_is_space(s->before))
		sink_char(s->to, ' ');
	sink_puts(s->to, r->number != 0 ? "[x]" : "[ ]");
	if (!char_is_space(next) && next != '\0')
		sink_char(s->to, ' ');
}

static void
put_field(struct state *s, const struct run *r)
{
	if (!s->writer->at_start && char_is_punct(s->before) &&
	    s->before != ':' && s->before != '(')
		sink_char(s->to, ' ');
	sink_puts(s->to, "[ ____ ");
	sink_put(s->to, r->text);
	sink_puts(s->to, r->text.len != 0 ? " ]" : "]");
	sink_put(s->to, r->link);
}

static void
put_other(struct state *s, const struct run *r)
{
	close_looks(s, 0);
	close_link(s);
	if (r->kind == RUN_NOTE) {
		sink_puts(s->to, "[^");
		sink_uint(s->to, r->number);
		sink_char(s->to, ']');
	} else if (r->kind == RUN_PICTURE)
		line_writer_picture(s->writer, s->to, r->picture, S(""));
	else if (r->kind == RUN_BOX)
		put_box(s, r);
	else
		put_field(s, r);
	s->before = ']';
	s->closed = false;
	s->writer->at_start = false;
}

/* The runs without the looks that are not written, joined: a marker of a list
 * may stand in two of them. */
static struct runs
plain_runs(const struct line_writer *w, const struct runs *runs)
{
	struct arena *a = w->losses->arena;
	struct runs plain = { 0 };
	const struct run *r;
	struct run *copy;

	for (r = runs->first; r != NULL; r = r->next) {
		copy = blocks_run(a, &plain, r->kind);
		*copy = *r;
		copy->look &= ~w->without;
		copy->next = NULL;
	}
	blocks_join(a, &plain);
	return plain;
}

void
line_writer_put(struct line_writer *w, struct sink *to,
    const struct runs *from)
{
	struct state s = { .writer = w, .to = to, .before = ' ' };
	const struct run *r, *end = NULL;
	struct runs plain = plain_runs(w, from), *runs = &plain;

	/* Breaks at the end end nothing. */
	for (r = runs->first; r != NULL; r = r->next)
		if (r->kind != RUN_BREAK && (r->kind != RUN_TEXT ||
		    str_trim(r->text).len != 0))
			end = r->next;
	for (r = runs->first; r != end; r = r->next)
		if (r->kind == RUN_TEXT)
			put_text(&s, r);
		else if (r->kind == RUN_BREAK)
			put_break(&s, r);
		else
			put_other(&s, r);
	close_looks(&s, 0);
	close_link(&s);
	while (to->len != 0 && to->p[to->len - 1] == ' ')
		to->len--;
}

void
line_writer_picture(const struct line_writer *w, struct sink *to,
    const struct picture *p, str title)
{
	sink_puts(to, "![");
	escape_label(to, p->alt);
	sink_puts(to, "](");
	sink_put(to, w->folder);
	sink_char(to, '/');
	sink_put(to, p->name);
	if (title.len != 0) {
		sink_puts(to, " \"");
		escape_title(to, title);
		sink_char(to, '"');
	}
	sink_char(to, ')');
	if (p->width != 0) {
		sink_put(to, dialect_text(DIALECT_WIDTH));
		sink_uint(to, p->width);
		sink_puts(to, "mm}");
	}
}
