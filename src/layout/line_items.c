/* SPDX-License-Identifier: ISC */
#include "layout/line_items.h"

#include "base/arena.h"
#include "font/whole.h"
#include "layout/job.h"

/*
 * From atoms to items
 * -------------------
 * A text is a list of atoms (layout/text.c). This file turns a stretch of it,
 * from one forced break to the next, into the items of line.c: where a line
 * may end, and how bad that looks.
 *
 * - A space becomes a gap, where a line may end without a penalty; a space that
 *   ties a blank to its label, or a box to its first word, becomes a box
 *   (atom_is_tied). Spaces at the end of the stretch make no gap.
 * - A picture or a field becomes a box.
 * - A word becomes boxes with breaks between them. hyphen_find() names the
 *   breaks (atom_breaks): syllables, which show a hyphen; signs such as a
 *   slash; the parts of an address or a long number. A break divides a word
 *   only where a glyph begins exactly there, so never inside a ligature.
 *
 * No line ends between two atoms of which neither is a space: “word” and the
 * comma after it are two atoms where only the word is bold. Such a sequence is
 * called solid here.
 *
 * The penalty of a break orders the breaks (penalty_of): a sign is cheap, a
 * hyphen is dearer, a full stop in a host name is dear because it seems to end
 * a sentence, the parts of a long number should stay together. Line.c adds the
 * square of the penalty to the demerits of the line. The host of an address is
 * `torn` at its full stops: only the last pass of line.c divides it. Mailboxes, numbers of
 * documents and identities have no breaks where a line has room for them
 * (font/whole.h).
 *
 * A solid sequence that is wider than the line needs more breaks (`wide`):
 *
 * 1. Its words may be broken between syllables even if their style forbids
 *    that (atom_breaks with any), and code at its spaces.
 * 2. put_part() measures each part between two breaks, together with what
 *    must stand beside it: `solid`, the boxes since the last gap or break, and
 *    what must follow it: the hyphen of its break or, after the last part,
 *    width_after(), the atoms as far as the next break or space. A part that is
 *    still too wide is torn: put_torn() allows a break after every glyph, or
 *    every CUT_STEP glyphs of a word that text.c cut into atoms. These breaks
 *    are `torn`, so only the last pass of line.c uses them.
 *
 * All items of a stretch are broken together, about ITEMS_MAX of them; then
 * text_lines keeps most of the lines and calls line_items_make() again from
 * the first atom and glyph that no line shows.
 */

/* A space may grow by a half and shrink by a little more than a quarter; in
 * code by CODE_SHARE of that. */
#define STRETCH		0.5
#define CODE_SHARE	0.1
#define SHRINK		0.28
#define PENALTY_HYPHEN	200.
#define PENALTY_ADDRESS	60.	/* after a slash */
#define PENALTY_PART	120.	/* between two slashes */
#define PENALTY_HOST	600.	/* a full stop there seems to end a sentence */
#define PENALTY_MAILBOX	2000.	/* also inside a long number */
#define PENALTY_SIGN	25.	/* after a hyphen, slash, dash, or a
				 * space in code */
#define PENALTY_TORN	3000.	/* inside a syllable that is too wide */
/* Widths that differ by less are equal [pt]. */
#define HAIR		1e-6

/* The maximum number of items that are broken into lines at once: eight
 * sheets of words. */
enum { ITEMS_MAX = 20000 };
/* A part of a word that was cut (atom.h) may be torn only after so many
 * glyphs: otherwise a word of a million letters would make two million
 * items. */
enum { CUT_STEP = 8 };

static void
put_item(struct line_items *s, struct line_item item, struct line_piece piece)
{
	s->items[s->num] = item;
	s->pieces[s->num++] = piece;
}

static void
put_box(struct line_items *s, const struct atom *a, size_t from, size_t to)
{
	double w = a->word == NULL ? a->width : from == 0 && to == a->word->num
	    ? a->width : shaper_width(a->word, from, to) * a->style->size;

	double e = a->word == NULL ? 0 : w * LINE_ITEMS_EXPANSION;

	s->solid += w;
	put_item(s, (struct line_item){ .kind = LINE_BOX,
	    .width = w, .stretch = e, .shrink = e },
	    (struct line_piece){ a, (unsigned)from, (unsigned)to });
}

/* The end of the host name in an address [byte]. */
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
penalty_of(const struct atom *a, const struct hyphen_break *b)
{
	if (b->hyphen)
		return PENALTY_HYPHEN;
	if (a->word->text.p[b->at - 1] == ' ')
		return PENALTY_SIGN;
	if (a->style->how == HYPHEN_ADDRESS || hyphen_is_address(a->word->text))
		return address_penalty(a->word->text, b->at);
	return hyphen_is_number(a->word->text) ? PENALTY_MAILBOX : PENALTY_SIGN;
}

/* Whether the break divides the host name of an address: what stands before a
 * full stop there reads as an address of its own. */
static bool
tears_host(const struct atom *a, const struct hyphen_break *b)
{
	str s = a->word->text;
	char last = s.p[b->at - 1];

	return !b->hyphen && (last == '.' || last == '-') &&
	    hyphen_is_address(s) && b->at <= host_end(s);
}

static void
put_break(struct line_items *s, const struct atom *a, bool hyphen,
    double penalty)
{
	put_item(s, (struct line_item){ .kind = LINE_BREAK, .hyphen = hyphen,
	    .penalty = penalty,
	    .width = hyphen ? atom_hyphen_width(s->text, a) : 0 },
	    (struct line_piece){ a, 0, 0 });
	s->solid = 0;
}

/* The width of what must follow the atom on its line: as far as the next
 * break, or until that is wider than the line. */
static double
width_after(const struct line_items *s, const struct atom *a)
{
	const struct atom *end = s->text->atoms + s->text->num;
	struct hyphen_breaks b;
	double w = 0;

	while (++a < end && atom_is_solid(a) && w <= s->width) {
		if (a->word != NULL) {
			b = atom_breaks(s->text, a, true);
			if (b.num > 0)
				return w + shaper_width(a->word, 0,
				    shaper_glyph_at(a->word, b.items[0].at)) *
				    a->style->size + (b.items[0].hyphen ?
				    atom_hyphen_width(s->text, a) : 0);
		}
		w += a->width;
	}
	return w;
}

/* Puts boxes of the glyphs; between any two boxes the word may be torn. */
static void
put_torn(struct line_items *s, const struct atom *a, size_t from, size_t to)
{
	const struct glyph *glyphs = a->word->glyphs;
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

/* Puts a part of the word, which ends at the break or (NULL) with the word. */
static void
put_part(struct line_items *s, const struct atom *a, size_t from, size_t to,
    const struct hyphen_break *b, bool wide)
{
	double w;

	if (wide) {
		w = s->solid + shaper_width(a->word, from, to) * a->style->size;
		if (b == NULL)
			w += width_after(s, a);
		else if (b->hyphen)
			w += atom_hyphen_width(s->text, a);
		wide = w > s->width + HAIR;
	}
	if (wide)
		put_torn(s, a, from, to);
	else
		put_box(s, a, from, to);
	if (b == NULL)
		return;
	put_break(s, a, b->hyphen, penalty_of(a, b));
	s->items[s->num - 1].torn = tears_host(a, b);
}

/* Puts the word from a glyph on, with its breaks. Where it is wider than the
 * line it may be broken between syllables and, for code, at spaces; a part
 * that is still too wide is torn. */
static void
put_word(struct line_items *s, const struct atom *a, size_t from, bool wide)
{
	const struct shaped_word *w = a->word;
	struct hyphen_breaks b = atom_breaks(s->text, a, wide);
	struct hyphen_break at;
	size_t i, g, step = a->cut ? CUT_STEP : 1;
	size_t indent = str_span(w->text, ' ');

	if (!wide && whole_is_kept(w->text))
		b.num = 0;

	for (i = 0, g = from + 1; g < w->num; g++) {
		at = (struct hyphen_break){ w->glyphs[g].at, false };
		while (i < b.num && b.items[i].at < at.at)
			i++;
		if (i < b.num && b.items[i].at == at.at)
			at = b.items[i];
		else if (!wide || w->text.p[at.at - 1] != ' ' ||
		    at.at <= indent || g < from + step)
			continue;
		put_part(s, a, from, g, &at, wide);
		from = g;
	}
	put_part(s, a, from, w->num, NULL, wide);
}

/* A gap of code hardly changes its width: the reader must see that it is one
 * space. */
static void
put_gap(struct line_items *s, const struct atom *a)
{
	double share = a->style->how == HYPHEN_ADDRESS ? CODE_SHARE : 1;

	put_item(s, (struct line_item){ .kind = LINE_GAP, .width = a->width,
	    .stretch = a->width * STRETCH * share, .shrink = a->width * SHRINK *
	    share }, (struct line_piece){ a, 0, (unsigned)a->word->num });
	s->solid = 0;
}

/* The width of the atoms from i on as far as the next space. */
static double
solid_width(const struct text *t, size_t i)
{
	double w = 0;

	for (; i < t->num && atom_is_solid(&t->atoms[i]); i++)
		w += t->atoms[i].width;
	return w;
}

/* The maximum number of items that the atom can make. */
static size_t
max_items(const struct atom *a)
{
	return a->word != NULL ? 2 * a->word->num + 2 : 2;
}

/* Makes room for as many items as the atoms make, or as are broken at once. */
static void
make_room(struct line_items *s, size_t from, size_t to)
{
	struct arena *line_arena = s->text->job->worker->line_arena;
	const struct atom *atoms = s->text->atoms;
	size_t i;

	s->num = 0;
	s->cap = max_items(&atoms[from]) + 1;
	for (i = from + 1; i < to && s->cap < ITEMS_MAX; i++)
		s->cap += max_items(&atoms[i]);
	s->items = arena_room(line_arena, struct line_item, s->cap);
	s->pieces = arena_room(line_arena, struct line_piece, s->cap);
}

static void
put_atom(struct line_items *s, const struct atom *a, size_t glyph, bool wide)
{
	if (a->kind == ATOM_SPACE && atom_is_tied(s->text, a))
		put_box(s, a, 0, a->word->num);
	else if (a->kind == ATOM_SPACE)
		put_gap(s, a);
	else if (a->kind != ATOM_WORD)
		put_box(s, a, 0, 0);
	else
		put_word(s, a, glyph, wide);
}

size_t
line_items_make(struct line_items *s, size_t from, size_t glyph, size_t to)
{
	struct text *t = s->text;
	size_t i;
	bool wide = false;

	make_room(s, from, to);
	s->solid = 0;
	for (i = from; i < to; i++, glyph = 0) {
		const struct atom *a = &t->atoms[i];
		if (s->num + max_items(a) > s->cap)
			break;
		if (atom_is_solid(a) && (i == from || !atom_is_solid(a - 1)))
			wide = solid_width(t, i) > s->width + HAIR;
		put_atom(s, a, glyph, wide);
	}
	/* Spaces after the last word stand in the margin: a paragraph of line.c
	 * must end in a box. */
	while (s->num > 0 && s->items[s->num - 1].kind == LINE_GAP)
		s->num--;
	return i;
}
