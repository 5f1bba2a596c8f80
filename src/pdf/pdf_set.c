/* SPDX-License-Identifier: ISC
 *
 * pdf_set: the atoms of a text as boxes and gaps, broken into lines, and the
 * lines as runs of glyphs.
 */
#include <assert.h>
#include <math.h>

#include "../base/arena.h"
#include "pdf_atom.h"
#include "pdf_line.h"

/* A space may grow by a half and shrink by a little more than a quarter. */
#define STRETCH		0.5
#define SHRINK		0.28
/* Glyphs may be made so much wider or narrower: nobody sees it, and the gaps
 * are much more even (Zapf; pdfTeX's font expansion). */
#define EXPANSION	0.02
/* The part of a hyphen that stands in the margin. */
#define HANGING		0.4
#define PENALTY_HYPHEN	200.
#define PENALTY_ADDRESS	60.	/* after a slash */
#define PENALTY_PART	120.	/* inside what stands between two */
#define PENALTY_HOST	600.	/* a stop there looks like a sentence's end */
#define PENALTY_MAILBOX	2000.
#define PENALTY_SIGN	25.	/* after a hyphen, slash, dash */
#define PENALTY_TORN	3000.	/* a syllable too wide, anywhere */
/* Widths that differ by less are equal [pt]. */
#define HAIR		1e-6
/* Ragged lines end within so many ems of the margin, if they can. */
#define FILL		8.
/* A last line should have more than so many ems; of a heading, more than
 * this part of the line. */
#define LEAST		2.5
#define LEAST_RAGGED	0.25

/* What goes on of a line of code is set in by so many ems. */
#define CODE_INDENT	1.8

/* Items that are broken into lines at once: eight sheets of words. Of longer
 * texts all lines but the last few stand, and the rest is broken anew. */
enum { ITEMS_MOST = 20000, LINES_AGAIN = 20 };
/* A word without end may be broken before so many glyphs only. */
enum { CUT_STEP = 8 };

/* What an item of the line breaker stands for. */
struct piece {
	const struct pdf_atom	*atom;
	unsigned		 from, to;	/* glyphs */
};

/* A stretch of text between two forced breaks. */
struct setter {
	struct pdf_text		*text;
	double			 width;
	struct pdf_line_item	*items;		/* in brief, as pieces */
	struct piece		*pieces;
	size_t			 num, cap;
	double			 solid;		/* [pt] since the last break */
};

static void
put_item(struct setter *s, struct pdf_line_item item, struct piece piece)
{
	s->items[s->num] = item;
	s->pieces[s->num++] = piece;
}

/* A hyphen in the atom's face. */
static const struct pdf_word *
hyphen_of(const struct pdf_text *t, const struct pdf_atom *a)
{
	return pdf_font_hyphen(t->job->worker->shaper, a->word->chain);
}

double
pdf_atom_hyphen(const struct pdf_text *t, const struct pdf_atom *a)
{
	return hyphen_of(t, a)->width * a->hand->size * (1 - HANGING);
}

static void
put_box(struct setter *s, const struct pdf_atom *a, size_t from, size_t to)
{
	double w = a->word == NULL ? a->width :
	    from == 0 && to == a->word->num ? a->width :
	    pdf_font_width(a->word, from, to) * a->hand->size;

	double e = a->word == NULL ? 0 : w * EXPANSION;

	s->solid += w;
	put_item(s, (struct pdf_line_item){ .kind = PDF_LINE_BOX,
	    .width = w, .stretch = e, .shrink = e },
	    (struct piece){ a, (unsigned)from, (unsigned)to });
}

/* Where the name of the machine ends in an address [byte]. */
static size_t
host_end(str s)
{
	size_t start = str_search(s, S("://"));

	start = start != s.len ? start + 3 : 0;
	return start + str_find(str_from(s, start), '/');
}

static double
address_penalty(str s, size_t at)
{
	if (str_find(s, '@') != s.len && str_search(s, S("://")) == s.len)
		return PENALTY_MAILBOX;
	if (at <= host_end(s) && s.p[at - 1] != '/')
		return PENALTY_HOST;
	return s.p[at - 1] == '/' ? PENALTY_ADDRESS : PENALTY_PART;
}

static double
penalty_of(const struct pdf_atom *a, const struct pdf_break *b)
{
	if (b->hyphen)
		return PENALTY_HYPHEN;
	if (a->word->text.p[b->at - 1] == ' ')
		return PENALTY_SIGN;
	return a->hand->how == PDF_HYPHEN_ADDRESS ||
	    pdf_hyphen_is_address(a->word->text) ?
	    address_penalty(a->word->text, b->at) : PENALTY_SIGN;
}

static void
put_break(struct setter *s, const struct pdf_atom *a, bool hyphen,
    double penalty)
{
	put_item(s, (struct pdf_line_item){ .kind = PDF_LINE_BREAK,
	    .hyphen = hyphen, .penalty = penalty,
	    .width = hyphen ? pdf_atom_hyphen(s->text, a) : 0 },
	    (struct piece){ a, 0, 0 });
	s->solid = 0;
}

struct pdf_breaks
pdf_atom_breaks(const struct pdf_text *t, const struct pdf_atom *a, bool any)
{
	enum pdf_hyphen_how how = a->hand->how;

	if (how != PDF_HYPHEN_ADDRESS && a->cut)
		how = PDF_HYPHEN_NONE;	/* without end: it has no syllables */
	else if (how != PDF_HYPHEN_ADDRESS && any)
		how = PDF_HYPHEN_SYLLABLES;
	return pdf_hyphen_find(t->job->worker->brief, t->job->sheet->hyphen,
	    t->job->doc->lang, how, a->word->text);
}

/* The width of what follows the atom on its line whatever happens: as far as
 * the next break, or until that is wider than the line. */
static double
width_behind(const struct setter *s, const struct pdf_atom *a)
{
	const struct pdf_atom *end = s->text->atoms + s->text->num;
	struct pdf_breaks b;
	double w = 0;

	while (++a < end && pdf_atom_is_solid(a) && w <= s->width) {
		if (a->word != NULL) {
			b = pdf_atom_breaks(s->text, a, true);
			if (b.num > 0)
				return w + pdf_font_width(a->word, 0,
				    pdf_font_glyph_at(a->word,
				    b.items[0].at)) * a->hand->size +
				    (b.items[0].hyphen ?
				    pdf_atom_hyphen(s->text, a) : 0);
		}
		w += a->width;
	}
	return w;
}

/* Boxes of the glyphs; between any two of them the word may be torn. */
static void
put_torn(struct setter *s, const struct pdf_atom *a, size_t from, size_t to)
{
	const struct pdf_glyph *glyphs = a->word->glyphs;
	size_t g, step = a->cut ? CUT_STEP : 1;

	for (g = from + 1; g < to; g++)
		if (g >= from + step && glyphs[g].at != glyphs[g - 1].at) {
			put_box(s, a, from, g);
			put_break(s, a, false, PENALTY_TORN);
			s->items[s->num - 1].torn = true;
			from = g;
		}
	put_box(s, a, from, to);
}

/* A part of the word, which ends at the break or (NULL) with the word. */
static void
put_part(struct setter *s, const struct pdf_atom *a, size_t from, size_t to,
    const struct pdf_break *b, bool wide)
{
	double w;

	if (wide) {
		w = s->solid + pdf_font_width(a->word, from, to) *
		    a->hand->size;
		if (b == NULL)
			w += width_behind(s, a);
		else if (b->hyphen)
			w += pdf_atom_hyphen(s->text, a);
		wide = w > s->width + HAIR;
	}
	if (wide)
		put_torn(s, a, from, to);
	else
		put_box(s, a, from, to);
	if (b != NULL)
		put_break(s, a, b->hyphen, penalty_of(a, b));
}

/* The word from a glyph on with its breaks. Where it is wider than the line
 * it may be broken between syllables and, for code, at spaces; a part that
 * is still too wide is torn. */
static void
put_word(struct setter *s, const struct pdf_atom *a, size_t from, bool wide)
{
	const struct pdf_word *w = a->word;
	struct pdf_breaks b = pdf_atom_breaks(s->text, a, wide);
	struct pdf_break at;
	size_t i, g, step = a->cut ? CUT_STEP : 1;

	for (i = 0, g = from + 1; g < w->num; g++) {
		at = (struct pdf_break){ w->glyphs[g].at, false };
		while (i < b.num && b.items[i].at < at.at)
			i++;
		if (i < b.num && b.items[i].at == at.at)
			at = b.items[i];
		else if (!wide || w->text.p[at.at - 1] != ' ' ||
		    g < from + step)
			continue;
		put_part(s, a, from, g, &at, wide);
		from = g;
	}
	put_part(s, a, from, w->num, NULL, wide);
}

static void
put_gap(struct setter *s, const struct pdf_atom *a)
{
	put_item(s, (struct pdf_line_item){ .kind = PDF_LINE_GAP,
	    .width = a->width, .stretch = a->width * STRETCH,
	    .shrink = a->width * SHRINK }, (struct piece){ a, 0,
	    (unsigned)a->word->num });
	s->solid = 0;
}

/* The width of the atoms from i on that no space parts. */
static double
solid_width(const struct pdf_text *t, size_t i)
{
	double w = 0;

	for (; i < t->num && pdf_atom_is_solid(&t->atoms[i]); i++)
		w += t->atoms[i].width;
	return w;
}

/* The most items that the atom can make. */
static size_t
most_items(const struct pdf_atom *a)
{
	return a->word != NULL ? 2 * a->word->num + 2 : 2;
}

/* Room for items: as many as the atoms make, or what is broken at once. */
static void
make_room(struct setter *s, size_t from, size_t to)
{
	struct arena *brief = s->text->job->worker->brief;
	const struct pdf_atom *atoms = s->text->atoms;
	size_t i;

	s->num = 0;
	s->cap = most_items(&atoms[from]) + 1;
	for (i = from + 1; i < to && s->cap < ITEMS_MOST; i++)
		s->cap += most_items(&atoms[i]);
	s->items = arena_array(brief, struct pdf_line_item, s->cap);
	s->pieces = arena_array(brief, struct piece, s->cap);
}

static void
put_atom(struct setter *s, const struct pdf_atom *a, size_t glyph, bool wide)
{
	if (a->kind == PDF_ATOM_SPACE)
		put_gap(s, a);
	else if (a->kind == PDF_ATOM_PICTURE)
		put_box(s, a, 0, 0);
	else
		put_word(s, a, glyph, wide);
}

/* Items of the atoms from <= i < to, of the first from a glyph on, as far as
 * there is room. Returns the atom behind them. */
static size_t
itemize(struct setter *s, size_t from, size_t glyph, size_t to)
{
	struct pdf_text *t = s->text;
	size_t i;
	bool wide = false;

	make_room(s, from, to);
	s->solid = 0;
	for (i = from; i < to; i++, glyph = 0) {
		const struct pdf_atom *a = &t->atoms[i];
		if (s->num + most_items(a) > s->cap)
			break;
		if (pdf_atom_is_solid(a) &&
		    (i == from || !pdf_atom_is_solid(a - 1)))
			wide = solid_width(t, i) > s->width + HAIR;
		put_atom(s, a, glyph, wide);
	}
	/* What hangs behind the last word is no gap. */
	while (s->num > 0 && s->items[s->num - 1].kind == PDF_LINE_GAP)
		s->num--;
	return i;
}

/* --- Lines */

/* A line that grows run by run. */
struct line {
	struct pdf_run	*runs;
	size_t		 num;
	double		 x;
	double		 scale;		/* of the glyphs' widths */
	double		 gap;		/* what is added to each gap [pt] */
};

static struct pdf_run *
add_run(struct line *l, const struct pdf_atom *a, size_t from, size_t to,
    double width)
{
	struct pdf_run *r;

	assert(l->runs != NULL);
	r = &l->runs[l->num++];
	*r = (struct pdf_run){ .word = a->word, .hand = a->hand,
		.from = (unsigned)from, .to = (unsigned)to, .x = l->x,
		.width = width };
	l->x += width;
	return r;
}

static void
add_box(struct line *l, const struct piece *p, double width)
{
	struct pdf_run *last = l->num > 0 ? &l->runs[l->num - 1] : NULL;

	if (last != NULL && last->word != NULL &&
	    last->hand == p->atom->hand && last->word == p->atom->word &&
	    last->to == p->from && p->from > 0) {
		last->to = p->to;
		last->width += width;
		l->x += width;
		return;
	}
	add_run(l, p->atom, p->from, p->to, width);
}

/* The glyph is as wide as others; what follows is moved. */
static void
add_gap(struct line *l, const struct pdf_atom *a)
{
	add_run(l, a, 0, a->word->num, a->width * l->scale);
	l->x += l->gap;
}

/* What stands in the margin behind a line that is not the last: a space,
 * so that readers do not join two words, or a hyphen. */
static void
end_line(struct line *l, const struct setter *s, size_t at)
{
	const struct pdf_atom *a = s->pieces[at].atom;
	const struct pdf_word *h;
	struct pdf_run *r;

	if (s->items[at].kind == PDF_LINE_GAP) {
		add_run(l, a, 0, a->word->num, a->width * l->scale);
	} else if (s->items[at].hyphen) {
		h = hyphen_of(s->text, a);
		r = add_run(l, a, 0, h->num,
		    h->width * a->hand->size * l->scale);
		r->word = h;
	}
}

/* Glyphs take their part of the ratio, at most all that they may; the gaps
 * take the rest. */
static void
share_out(struct line *l, const struct setter *s, const struct pdf_line *b)
{
	double boxes = 0, gaps = 0, r = fmax(-1, fmin(1, b->ratio));
	size_t i, num = 0;

	l->scale = 1;
	if (b->ratio < 0 || b->ratio > 0)
		for (i = b->from; i < b->to; i++) {
			if (s->items[i].kind == PDF_LINE_BOX)
				boxes += s->items[i].stretch;
			num += s->items[i].kind == PDF_LINE_GAP;
		}
	if (boxes > 0)
		l->scale = 1 + r * EXPANSION;
	if (num == 0)
		return;
	gaps = s->width - b->width - r * boxes;
	for (i = b->from; i < b->to; i++)
		if (s->items[i].kind == PDF_LINE_GAP)
			gaps -= s->items[i].width * (l->scale - 1);
	l->gap = gaps / (double)num;
}

static double
start_x(const struct pdf_text *t, double width, double taken)
{
	if (t->style->align == PDF_CENTER)
		return (width - taken) / 2;
	return t->style->align == PDF_END ? width - taken : 0;
}

static size_t
count_runs(const struct setter *s, const struct pdf_line *b)
{
	size_t i, num = 2;		/* what hangs behind it */

	for (i = b->from; i < b->to; i++)
		num += s->items[i].kind == PDF_LINE_GAP ||
		    (s->items[i].kind == PDF_LINE_BOX &&
		    (i == b->from || s->pieces[i].from == 0));
	return num;
}

static void
set_line(struct setter *s, const struct pdf_line *b, struct pdf_frame *f)
{
	struct pdf_text *t = s->text;
	struct line l = { .runs = arena_array(t->job->arena, struct pdf_run,
	    count_runs(s, b)) };
	const struct pdf_line_item *it;
	size_t i;

	share_out(&l, s, b);
	for (i = b->from; i < b->to; i++) {
		it = &s->items[i];
		if (it->kind == PDF_LINE_BOX)
			add_box(&l, &s->pieces[i], it->stretch > 0 ?
			    it->width * l.scale : it->width);
		else if (it->kind == PDF_LINE_GAP)
			add_gap(&l, s->pieces[i].atom);
	}
	f->width = l.x;
	f->x = start_x(t, s->width, l.x);
	if (b->to < s->num)
		end_line(&l, s, b->to);
	f->kind = PDF_FRAME_LINE;
	f->scale = l.scale;
	f->runs = l.runs;
	f->num = l.num;
}

/* The space before a forced break, or after the last line of code. */
static void
hang_space(struct pdf_frame *f, const struct pdf_atom *a)
{
	struct line l;

	assert(f != NULL);
	l = (struct line){ .runs = f->runs, .num = f->num, .x = f->width };
	if (a->kind == PDF_ATOM_SPACE) {
		add_run(&l, a, 0, a->word->num, a->width * f->scale);
		f->num = l.num;
	}
}

static void
note_feet(struct setter *s, const struct pdf_line *b, struct pdf_foot **to)
{
	struct pdf_job *j = s->text->job;
	const struct pdf_atom *a = NULL;
	size_t i;

	for (i = b->from; i < b->to; i++) {
		if (s->pieces[i].atom == a)
			continue;
		a = s->pieces[i].atom;
		if (a->foot == 0)
			continue;
		*to = arena_new_of(j->arena, struct pdf_foot);
		(*to)->number = a->foot;
		to = &(*to)->next;
	}
}

/* Lines of all stretches so far. */
struct lines {
	struct pdf_set	set;
	size_t		cap;
};

static void
room_for(struct pdf_job *j, struct lines *l, size_t num)
{
	struct pdf_set old = l->set;
	size_t i;

	if (l->set.num + num <= l->cap)
		return;
	l->cap = l->cap * 2 + num;
	l->set.lines = arena_array(j->scratch, struct pdf_frame, l->cap);
	l->set.feet = arena_array(j->scratch, struct pdf_foot *, l->cap);
	for (i = 0; i < old.num; i++) {
		l->set.lines[i] = old.lines[i];
		l->set.feet[i] = old.feet[i];
	}
}

static struct pdf_lines
break_items(struct setter *s)
{
	const struct pdf_style *style = s->text->style;
	struct arena *brief = s->text->job->worker->brief;
	bool justified = style->align == PDF_JUSTIFY;
	struct pdf_line_shape shape = { s->width,
		justified ? 0 : style->size * FILL,
		justified ? style->size * LEAST : s->width * LEAST_RAGGED };

	return pdf_line_break(brief, brief, s->items, s->num, &shape);
}

static void
put_lines(struct setter *s, struct lines *l, const struct pdf_lines *found,
    size_t num)
{
	size_t i;

	room_for(s->text->job, l, num);
	for (i = 0; i < num; i++) {
		set_line(s, &found->lines[i], &l->set.lines[l->set.num]);
		note_feet(s, &found->lines[i], &l->set.feet[l->set.num]);
		l->set.num++;
	}
}

/* Lines of what fits into the items from an atom and a glyph of it on; both
 * move to where the next line begins. */
static void
set_part(struct setter *s, struct lines *l, size_t *from, size_t *glyph,
    size_t to)
{
	size_t end = itemize(s, *from, *glyph, to), num;
	struct pdf_lines found;
	const struct piece *next;

	*from = end;
	*glyph = 0;
	if (s->num == 0)
		return;
	found = break_items(s);
	num = found.num;
	if (end < to && num > 1) {
		num = num > (size_t)2 * LINES_AGAIN ? num - LINES_AGAIN : num / 2;
		next = &s->pieces[found.lines[num].from];
		*from = (size_t)(next->atom - s->text->atoms);
		*glyph = next->from;
	}
	put_lines(s, l, &found, num);
}

/* How far a line of code that is too long for the sheet goes on from the
 * left: it is to be typed as one line. [pt] */
static double
code_indent(const struct setter *s, size_t from, size_t to)
{
	const struct pdf_text *t = s->text;
	double width = 0;

	if (t->style != &t->job->sheet->styles[PDF_LOOK_CODE])
		return 0;
	for (; from < to; from++)
		width += t->atoms[from].width;
	return width > s->width ? t->style->size * CODE_INDENT : 0;
}

static void
set_stretch(struct setter *s, struct lines *l, size_t from, size_t to)
{
	struct pdf_text *t = s->text;
	size_t before = l->set.num, glyph = 0, at = from, i;
	double indent = code_indent(s, from, to);

	s->width -= indent;
	while (at < to) {
		set_part(s, l, &at, &glyph, to);
		arena_reset(t->job->worker->brief);
	}
	s->width += indent;
	for (i = before + 1; i < l->set.num; i++)
		l->set.lines[i].x += indent;
	if (l->set.num > before)
		hang_space(&l->set.lines[l->set.num - 1], &t->atoms[to - 1]);
}

/* Base line and height of every line. */
static void
stack(const struct pdf_text *t, struct pdf_set *set)
{
	const struct pdf_style *s = t->style;
	struct pdf_metrics m =
	    pdf_face_metrics(s->chains[s->variant]->faces[0]);
	double above = (s->leading - (m.ascent - m.descent) * s->size) / 2 +
	    m.ascent * s->size;
	size_t i;

	for (i = 0; i < set->num; i++) {
		set->lines[i].y = (double)i * s->leading;
		set->lines[i].height = s->leading;
		set->lines[i].base = above;
	}
	set->height = (double)set->num * s->leading;
}

struct pdf_set
pdf_text_set(struct pdf_text *t, double width)
{
	struct setter s = { .text = t, .width = width };
	struct lines l = { .cap = 0 };
	size_t i, from = 0;

	for (i = 0; i <= t->num; i++)
		if (i == t->num || t->atoms[i].kind == PDF_ATOM_BREAK) {
			if (i > from)
				set_stretch(&s, &l, from, i);
			from = i + 1;
		}
	stack(t, &l.set);
	return l.set;
}

struct pdf_run *
pdf_text_last_run(const struct pdf_set *set)
{
	const struct pdf_frame *f = &set->lines[set->num - 1];

	return &f->runs[f->num - 1];
}
