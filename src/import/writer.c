/* SPDX-License-Identifier: ISC */
#include "import/writer.h"

#include "base/arena.h"
#include "import/dialect.h"
#include "import/escape.h"
#include "import/table_writer.h"
#include "source/list_marker.h"

enum { LEVELS = 16, MARKER_LIMIT = 16 };

/* An open list. */
struct level {
	unsigned	level;
	unsigned	width;		/* of its marker, with the blank */
};

struct writer {
	struct sink		*to;
	struct line_writer	 line;
	struct level		 levels[LEVELS];
	size_t			 depth;
	const struct block	*last;		/* that was written */
	str			 marker;	/* of the last item */
	enum block_align	 align;		/* of the open block */
	bool			 wide;
	bool			 flipped;	/* “1)” is written for “1.” */
};

/* --- Markers */

static size_t
count_digits(str s)
{
	size_t n = 0;

	while (n < s.len && char_is_digit(s.p[n]))
		n++;
	return n;
}

str
writer_marker(struct arena *a, str label)
{
	struct list_marker m;
	str text = str_join(a, label, S(" x"));
	size_t digits = count_digits(label);

	if (label.len > MARKER_LIMIT || label.len < 2)
		return S("");
	if (digits != 0 && digits < 10)
		return digits + 1 == label.len && (label.p[digits] == '.' ||
		    label.p[digits] == ')') ? label : S("");
	if (list_marker_read(text, &m) && m.label.len == label.len)
		return label;
	if (label.p[label.len - 1] != '.')
		return S("");
	/* The dialect has no “a.”. */
	label = str_join(a, str_upto(label, label.len - 1), S(")"));
	return list_marker_read(str_join(a, label, S(" x")), &m) &&
	    m.label.len == label.len ? label : S("");
}

/* --- Blocks */

static void
end_line(struct writer *w)
{
	if (w->to->len != 0 && w->to->p[w->to->len - 1] != '\n')
		sink_char(w->to, '\n');
}

static void
blank_line(struct writer *w)
{
	end_line(w);
	if (w->to->len != 0)
		sink_char(w->to, '\n');
}

static void
set_align(struct writer *w, enum block_align align)
{
	if (w->align == align)
		return;
	if (w->align != PLACE_LEFT) {
		blank_line(w);
		sink_puts(w->to, ":::\n");
	}
	w->align = align;
	if (align == PLACE_LEFT)
		return;
	blank_line(w);
	sink_put(w->to, dialect_text(align == PLACE_CENTER ? DIALECT_CENTER :
	    DIALECT_RIGHT));
}

static void
set_place(struct writer *w, const struct block *b)
{
	w->line.place = str_join(w->line.losses->arena, S("¶"),
	    str_uint(w->line.losses->arena, b->number));
}

/* Signs at the end of a heading would close it. */
static void
protect_end(struct sink *to)
{
	size_t n = 0;

	while (n < to->len && to->p[to->len - 1 - n] == '#')
		n++;
	if (n == 0)
		return;
	to->len -= n;
	sink_char(to, '\\');
	sink_indent(to, (int)n, '#');
}

static void
put_heading(struct writer *w, const struct block *b)
{
	unsigned i;
	struct line_writer line = w->line;

	blank_line(w);
	for (i = 0; i < b->level && i < 6; i++)
		sink_char(w->to, '#');
	sink_char(w->to, ' ');
	line.without |= LOOK_BOLD | LOOK_UNDERLINE;
	line.in_cell = true;
	line_writer_put(&line, w->to, &b->runs);
	protect_end(w->to);
	end_line(w);
}

static unsigned
indent_of(const struct writer *w)
{
	unsigned n = 0;
	size_t i;

	for (i = 0; i < w->depth; i++)
		n += w->levels[i].width;
	return n;
}

/* A paragraph of a list without a sign: the item before it goes on. */
static bool
is_in_item(const struct writer *w, const struct block *b)
{
	return b->kind == IS_PARAGRAPH && b->goes_on && w->depth != 0 &&
	    b->align == PLACE_LEFT && w->last != NULL &&
	    (w->last->kind == IS_ITEM || w->last->goes_on);
}

static void
put_paragraph(struct writer *w, const struct block *b)
{
	struct line_writer line = w->line;

	blank_line(w);
	line.at_start = true;
	if (is_in_item(w, b)) {
		while (w->depth != 1 && w->levels[w->depth - 1].level >
		    b->level)
			w->depth--;
		line.indent = indent_of(w);
		sink_indent(w->to, (int)line.indent, ' ');
	} else
		w->depth = 0;
	line_writer_put(&line, w->to, &b->runs);
	end_line(w);
}

static bool
is_bullet(str marker)
{
	return str_eq(marker, S("-"));
}

/* Three blanks nest below every marker but a long number of CommonMark. */
static unsigned
width_of(str marker)
{
	if (is_bullet(marker))
		return 2;
	return char_is_digit(*marker.p) && marker.len > 2 ?
	    (unsigned)marker.len + 1 : 3;
}

/* Whether the item follows the last one without a blank line: bullets and
 * decimal numbers do. Letters are a list elsewhere only behind a blank line. */
static bool
is_tight(const struct writer *w, str marker, unsigned level)
{
	return w->last != NULL && w->last->kind == IS_ITEM &&
	    (is_bullet(marker) || char_is_digit(*marker.p)) &&
	    (is_bullet(w->marker) || char_is_digit(*w->marker.p)) &&
	    (level != w->last->level || is_bullet(marker) ==
	    is_bullet(w->marker));
}

/* A list that begins anew directly behind one of its sort would count on: it
 * gets the other sign, “1)” for “1.”. */
static str
distinguish(struct writer *w, const struct block *b, str marker)
{
	struct arena *a = w->line.losses->arena;
	size_t digits = count_digits(marker);
	bool follows = w->last != NULL && w->last->kind == IS_ITEM;
	char sign;

	if (digits == 0)
		return marker;
	w->flipped &= follows;
	if (follows && w->last->level == b->level && str_eq(str_upto(marker,
	    digits), S("1")) && char_is_digit(*w->marker.p)) {
		w->flipped = !w->flipped;
		losses_add(w->line.losses, PHRASE_LOSS_ANEW, S(""),
		    w->line.place);
	}
	sign = w->flipped == (marker.p[digits] == '.') ? ')' : '.';
	return str_join(a, str_upto(marker, digits), (str){ &sign, 1 });
}

static void
put_item(struct writer *w, const struct block *b)
{
	str marker = b->bullet ? S("-") : writer_marker(w->line.losses->arena,
	    b->label);
	struct line_writer line = w->line;
	bool tight;

	marker = distinguish(w, b, marker);
	tight = is_tight(w, marker, b->level);
	if (w->last == NULL || (w->last->kind != IS_ITEM &&
	    !w->last->goes_on))
		w->depth = 0;
	while (w->depth != 0 && w->levels[w->depth - 1].level >= b->level)
		w->depth--;
	if (tight)
		end_line(w);
	else
		blank_line(w);
	sink_indent(w->to, (int)indent_of(w), ' ');
	sink_put(w->to, marker);
	sink_char(w->to, ' ');
	if (w->depth < LEVELS)
		w->levels[w->depth++] = (struct level){ b->level,
		    width_of(marker) };
	line.indent = indent_of(w);
	line.at_start = true;
	line_writer_put(&line, w->to, &b->runs);
	end_line(w);
	w->marker = marker;
}

static void
put_figure(struct writer *w, const struct block *b)
{
	blank_line(w);
	line_writer_picture(&w->line, w->to, b->runs.first->picture,
	    blocks_words(w->line.losses->arena, &b->caption));
	end_line(w);
}

static void
put_table(struct writer *w, const struct block *b)
{
	struct line_writer line = w->line;

	blank_line(w);
	if (b->has_caption) {
		sink_put(w->to, dialect_text(DIALECT_TABLE));
		line.without |= LOOK_BOLD | LOOK_ITALIC;
		line_writer_put(&line, w->to, &b->caption);
		end_line(w);
	}
	table_writer_put(&w->line, w->to, b->table);
}

static bool
is_empty(const struct block *b)
{
	return b->table != NULL ? b->table->first == NULL :
	    b->kind <= IS_ITEM && blocks_are_blank(&b->runs);
}

static void
put_mark(struct writer *w, str mark)
{
	blank_line(w);
	sink_put(w->to, mark);
	sink_char(w->to, '\n');
}

/* Whether a text stands behind the page break: none does at the end, and a wide
 * block begins on a sheet of its own. */
static bool
is_before_text(const struct block *b)
{
	for (b = b->next; b != NULL && (b->kind == IS_PAGE || is_empty(b));
	    b = b->next)
		;
	return b != NULL && b->kind != IS_WIDE;
}

static void
put_block(struct writer *w, const struct block *b)
{
	set_place(w, b);
	set_align(w, b->kind == IS_PARAGRAPH ? b->align : PLACE_LEFT);
	switch (b->kind) {
	case IS_PARAGRAPH:
		put_paragraph(w, b);
		break;
	case IS_HEADING:
		put_heading(w, b);
		break;
	case IS_ITEM:
		put_item(w, b);
		break;
	case IS_FIGURE:
		put_figure(w, b);
		break;
	case IS_TABLE:
		put_table(w, b);
		break;
	case IS_PAGE:
		if (!w->wide && is_before_text(b) && (w->last == NULL ||
		    w->last->kind != IS_PAGE))
			put_mark(w, S("\\newpage"));
		break;
	case IS_WIDE:
		put_mark(w, dialect_text(DIALECT_WIDE));
		w->wide = true;
		break;
	case IS_TALL:
		put_mark(w, S(":::"));
		w->wide = false;
		break;
	}
	w->last = b;
}

void
writer_put(struct sink *to, const struct blocks *blocks, struct losses *losses,
    str folder, unsigned without)
{
	struct writer w = { .to = to, .line = { .losses = losses,
	    .folder = folder, .without = without } };
	const struct block *b;

	for (b = blocks->first; b != NULL; b = b->next)
		if (!is_empty(b))
			put_block(&w, b);
	set_align(&w, PLACE_LEFT);
	end_line(&w);
}

void
writer_note(struct sink *to, const struct blocks *blocks, size_t number,
    struct losses *losses, str folder, unsigned without)
{
	struct line_writer w = { .losses = losses, .folder = folder,
	    .without = without };
	const struct block *b;
	bool first = true;

	sink_puts(to, "\n[^");
	sink_uint(to, number);
	sink_puts(to, "]: ");
	for (b = blocks->first; b != NULL; b = b->next) {
		if (b->table != NULL || blocks_are_blank(&b->runs))
			continue;
		if (!first)
			sink_puts(to, "\n\n    ");
		w.at_start = true;
		w.indent = 4;
		line_writer_put(&w, to, &b->runs);
		first = false;
	}
	sink_char(to, '\n');
}
