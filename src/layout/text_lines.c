/* SPDX-License-Identifier: ISC */
#include "layout/text_lines.h"

#include <math.h>

#include "base/arena.h"
#include "layout/job.h"
#include "layout/line_items.h"
#include "layout/line_runs.h"
#include "layout/text_width.h"

/* Ragged lines end at most so far from the margin, if they can [em]. */
#define FILL		8.
/* The minimum width of a last line [em]; of a ragged text, such as a heading,
 * as a part of the line. */
#define MINIMUM		2.5
#define MINIMUM_RAGGED	0.25
/* The indent of the second and later lines of a line of code [em]. */
#define CODE_INDENT	1.8
/* Spaces at its start that take more than OWN_MAX of the width are cut to
 * OWN_CUT: else they would fill lines of their own. */
#define OWN_MAX		0.4
#define OWN_CUT		0.25

/* So many dots in a row are a blank. */
enum { BLANK_MIN = 4 };

/* Where a text has more items than are broken at once, all lines but the last
 * so many are kept, and the rest is broken again. */
enum { LINES_AGAIN = 20 };

static void
collect_footnotes(struct line_items *s, const struct broken_line *b,
    struct footnote_ref **to)
{
	struct layout_job *j = s->text->job;
	const struct atom *a = NULL;
	size_t i;

	for (i = b->from; i < b->to; i++) {
		if (s->pieces[i].atom == a)
			continue;
		a = s->pieces[i].atom;
		if (a->footnote == 0)
			continue;
		*to = arena_new_of(j->arena, struct footnote_ref);
		(*to)->number = a->footnote;
		to = &(*to)->next;
	}
}

/* Lines of all stretches so far; a stretch ends at a forced break. */
struct lines {
	struct text_lines	set;
	size_t			cap;
};

static void
room_for(struct layout_job *j, struct lines *l, size_t num)
{
	struct text_lines old = l->set;
	size_t i;

	if (l->set.num + num <= l->cap)
		return;
	l->cap = l->cap * 2 + num;
	l->set.lines = arena_array(j->block_arena, struct frame, l->cap);
	l->set.footnote_refs = arena_array(j->block_arena,
	    struct footnote_ref *, l->cap);
	for (i = 0; i < old.num; i++) {
		l->set.lines[i] = old.lines[i];
		l->set.footnote_refs[i] = old.footnote_refs[i];
	}
}

static struct broken_lines
break_items(struct line_items *s)
{
	const struct style *style = s->text->style;
	struct arena *line_arena = s->text->job->worker->line_arena;
	bool justified = style->align == STYLE_ALIGN_JUSTIFY;
	struct line_shape shape = { s->width,
		justified ? 0 : style->size * FILL,
		justified ? style->size * MINIMUM : s->width * MINIMUM_RAGGED };

	return line_break(line_arena, line_arena, s->items, s->num, &shape);
}

static void
put_lines(struct line_items *s, struct lines *l,
    const struct broken_lines *found, size_t num)
{
	size_t i;

	room_for(s->text->job, l, num);
	for (i = 0; i < num; i++) {
		line_runs_set(s, &found->lines[i], &l->set.lines[l->set.num]);
		collect_footnotes(s, &found->lines[i],
		    &l->set.footnote_refs[l->set.num]);
		l->set.num++;
	}
}

/* Sets lines of what fits into the items from an atom and a glyph of it on;
 * moves both to where the next line begins. */
static void
set_part(struct line_items *s, struct lines *l, size_t *from, size_t *glyph,
    size_t to)
{
	size_t end = line_items_make(s, *from, *glyph, to), num;
	struct broken_lines found;
	const struct line_piece *next;

	*from = end;
	*glyph = 0;
	if (s->num == 0)
		return;
	found = break_items(s);
	num = found.num;
	if (end < to && num > 1) {
		num = num > (size_t)2 * LINES_AGAIN ? num - LINES_AGAIN :
		    num / 2;
		next = &s->pieces[found.lines[num].from];
		*from = (size_t)(next->atom - s->text->atoms);
		*glyph = next->from;
	}
	put_lines(s, l, &found, num);
}

/* The width of the spaces that a line of code begins with [pt]. */
static double
own_indent(const struct atom *a)
{
	const struct shaped_word *w = a->word;

	return w == NULL ? 0 : shaper_width(w, 0, shaper_glyph_at(w,
	    str_span(w->text, ' '))) * a->style->size;
}

/* The indent at which a line of code that is too long for the sheet goes on
 * [pt]: deeper than it began, because it is to be typed as one line. */
static double
code_indent(const struct line_items *s, size_t from, size_t to)
{
	const struct text *t = s->text;
	double width = 0, own = own_indent(&t->atoms[from]);

	if (t->style != &t->job->styles->by_id[STYLE_CODE])
		return 0;
	for (; from < to; from++)
		width += t->atoms[from].width;
	if (own > s->width * OWN_MAX)
		own = s->width * OWN_CUT;
	return width > s->width ? own + t->style->size * CODE_INDENT : 0;
}

/* Moves on to the first space that is shown of a line of code. */
static void
skip_indent(const struct line_items *s, size_t *from, size_t *glyph, size_t to)
{
	const struct atom *a = &s->text->atoms[*from], *end = s->text->atoms +
	    to;
	double width = 0;
	size_t spaces = 0, more;

	for (; a < end && a->word != NULL && (spaces == 0 || a->cut); a++) {
		more = str_span(a->word->text, ' ');
		spaces += more;
		width += more > 0 ? shaper_width(a->word, 0, shaper_glyph_at(
		    a->word, more)) * a->style->size : 0;
		if (more < a->word->text.len)
			break;
	}
	if (a == end || width <= s->width * OWN_MAX)
		return;
	more = (size_t)((double)spaces * (1 - s->width * OWN_CUT / width));
	for (a = &s->text->atoms[*from]; more >= a->word->text.len; a++) {
		more -= a->word->text.len;
		++*from;
	}
	*glyph = shaper_glyph_at(a->word, more);
}

static void
set_stretch(struct line_items *s, struct lines *l, size_t from, size_t to)
{
	struct text *t = s->text;
	size_t before = l->set.num, glyph = 0, at = from, i;
	double indent = code_indent(s, from, to);

	if (indent > 0)
		skip_indent(s, &at, &glyph, to);
	s->width -= indent;
	while (at < to) {
		set_part(s, l, &at, &glyph, to);
		arena_reset(t->job->worker->line_arena);
	}
	s->width += indent;
	for (i = before + 1; i < l->set.num; i++) {
		l->set.lines[i].x += indent;
		l->set.lines[i].wrapped = indent > 0;
	}
	if (l->set.num > before)
		line_runs_hang(&l->set.lines[l->set.num - 1], &t->atoms[to - 1]);
}

/* How far the pictures of a line reach above what the style has above the base
 * line. */
static double
more_above(const struct frame *line, double above)
{
	double more = 0;
	size_t i;

	for (i = 0; i < line->num; i++)
		if (line->runs[i].word == NULL)
			more = fmax(more, line->runs[i].style->rise +
			    line->runs[i].style->height - above);
	return more;
}

/* How far the fields of a line reach below what the style has below the base
 * line. */
static double
more_below(const struct frame *line, double below)
{
	double more = 0;
	size_t i;

	for (i = 0; i < line->num; i++)
		if (line->runs[i].style->field != NULL)
			more = fmax(more, -line->runs[i].style->rise - below);
	return more;
}

/* Sets the base line and the height of every line. */
static void
stack(const struct text *t, struct text_lines *set)
{
	const struct style *s = t->style;
	struct face_metrics m = face_metrics(s->chains[s->variant]->faces[0]);
	double above = (s->leading - (m.ascent - m.descent) * s->size) / 2 +
	    m.ascent * s->size, sum = 0, more, below;
	size_t i;

	for (i = 0; i < set->num; i++) {
		more = more_above(&set->lines[i], above);
		set->lines[i].y = (double)i * s->leading + sum;
		below = more_below(&set->lines[i], s->leading - above);
		set->lines[i].height = s->leading + more + below;
		set->lines[i].base = above + more;
		sum += more + below;
	}
	set->height = (double)set->num * s->leading + sum;
}

/* Counts the dots in a row at the end of the word, after *num before it, as far
 * as BLANK_MIN. Whether the word has nothing else. */
static bool
count_dots(str s, size_t *num)
{
	bool only = true;
	size_t i, len;
	uint32_t c;

	for (i = 0; i < s.len && *num < BLANK_MIN; i += len) {
		c = str_rune(str_from(s, i), &len);
		if (c == '.' || c == '_')
			++*num;
		else if (c == 0x2026)
			*num += 3;
		else
			only = (*num = 0) > 0;
	}
	return only;
}

/* Whether a blank to be filled in is typed as dots or lines: “.........”,
 * “……”, “. . . .”, “____”. */
static bool
has_blank(const struct text *t)
{
	size_t i, num = 0;

	for (i = 0; i < t->num; i++) {
		if (t->atoms[i].kind != ATOM_WORD)
			continue;
		/* The full stop of a sentence is not the first dot. */
		if (!count_dots(t->atoms[i].word->text, &num) &&
		    num < BLANK_MIN)
			num = 0;
		if (num >= BLANK_MIN)
			return true;
	}
	return false;
}

/* A text with blanks is not justified: its gaps and dots would be stretched, and
 * a blank has the length that was typed. */
static void
end_justification(struct text *t)
{
	struct style *style;

	if (t->style->align != STYLE_ALIGN_JUSTIFY || !has_blank(t))
		return;
	style = arena_new_of(t->job->block_arena, struct style);
	*style = *t->style;
	style->align = STYLE_ALIGN_START;
	t->style = style;
}

struct text_lines
text_lines(struct text *t, double width)
{
	struct line_items s = { .text = t, .width = width };
	double tab = text_width_tab(t, width);
	struct lines l = { .cap = 0 };
	size_t i, from = 0;

	end_justification(t);
	t->tab = fmax(t->tab, tab);
	for (i = 0; i <= t->num; i++)
		if (i == t->num || t->atoms[i].kind == ATOM_BREAK) {
			if (i > from)
				set_stretch(&s, &l, from, i);
			from = i + 1;
		}
	stack(t, &l.set);
	return l.set;
}
