/* SPDX-License-Identifier: ISC */
#include "diff/changes.h"

#include "base/arena.h"
#include "diff/cells.h"
#include "diff/match.h"
#include "diff/reason.h"

enum {
	/* What a comparison may cost: about a tenth of a second. Beyond it,
	 * texts are “rewritten”. */
	BUDGET = 60000000,		/* [step] */
	REWRITTEN_WORDS = 20,		/* fewer are not called so */
	REWRITTEN_PART = 10		/* at least a tenth stays otherwise */
};

struct maker {
	struct changes		*c;
	struct script_sides	 sides;
	struct matches		 m;
	struct cells		 cells;
};

/* --- Lines */

static struct change_line *
add_line(struct maker *m, enum change_act act, size_t old, size_t old_end,
    size_t new, size_t new_end)
{
	struct change_line *l = &m->c->lines[m->c->num_lines++];

	*l = (struct change_line){ act, old, old_end, new, new_end, NULL, 0 };
	return l;
}

static struct flat_span
span_of(const struct flat *f, size_t i, size_t end)
{
	if (i == FLAT_NONE)
		return (struct flat_span){ 0, 0 };
	return (struct flat_span){ f->blocks[i].words.start,
	    f->blocks[end - 1].words.end };
}

static void
compare_words(struct maker *m, struct change_line *l)
{
	l->parts = arena_new_of(m->c->arena, struct change_part);
	l->num_parts = 1;
	l->parts->script = script_make(&m->sides, span_of(m->c->old, l->old,
	    l->old_end), span_of(m->c->new, l->new, l->new_end));
}

/* An added or removed row has a part for each cell too. */
static void
list_cells(struct maker *m, struct change_line *l, const struct flat_block *b)
{
	size_t i;
	bool old = l->new == FLAT_NONE;

	l->num_parts = b->num_cells;
	l->parts = arena_array(m->c->arena, struct change_part,
	    b->num_cells + 1);
	for (i = 0; i < b->num_cells; i++) {
		struct flat_span none = { 0, 0 };

		l->parts[i].cell = i;
		l->parts[i].script = script_make(&m->sides, old ?
		    b->cells[i] : none, old ? none : b->cells[i]);
	}
}

static void
compare(struct maker *m, struct change_line *l)
{
	const struct flat_block *b = l->new != FLAT_NONE ?
	    &m->c->new->blocks[l->new] : &m->c->old->blocks[l->old];

	if (b->kind != FLAT_ROW)
		compare_words(m, l);
	else if (l->old == FLAT_NONE || l->new == FLAT_NONE)
		list_cells(m, l, b);
	else
		l->parts = cells_compare(&m->cells, l->old, l->new,
		    &l->num_parts);
}

/* Whether nothing changes but columns. */
static bool
is_same(const struct change_line *l, bool columns)
{
	size_t i;

	for (i = 0; i < l->num_parts; i++)
		if (!script_is_same(&l->parts[i].script) &&
		    !(columns && l->parts[i].column != CHANGE_NONE))
			return false;
	return true;
}

static size_t
end_of(const struct match *side, size_t num, size_t i)
{
	size_t end = i + 1;

	while (end < num && side[end].head == i)
		end++;
	return end;
}

static enum change_act
act_of(const struct maker *m, const struct change_line *l)
{
	size_t i;

	if (m->m.new[l->new].moved)
		return is_same(l, true) ? CHANGE_MOVED : CHANGE_MOVED_EDITED;
	for (i = 0; i < l->num_parts; i++)
		if (l->parts[i].script.rewritten)
			return CHANGE_REWRITTEN;
	if (l->new_end - l->new > 1)
		return CHANGE_SPLIT;
	if (l->old_end - l->old > 1)
		return CHANGE_JOINED;
	return is_same(l, true) ? CHANGE_NONE : CHANGE_EDITED;
}

static void
add_pair(struct maker *m, size_t old, size_t new)
{
	struct change_line *l = add_line(m, CHANGE_NONE, old, end_of(m->m.old,
	    m->c->old->num_blocks, old), new, end_of(m->m.new,
	    m->c->new->num_blocks, new));

	compare(m, l);
	l->act = act_of(m, l);
}

/* Adds what stood before old block end and stands no longer there. */
static size_t
add_removed(struct maker *m, size_t i, size_t end)
{
	struct change_line *l;

	for (; i < end; i++) {
		if (m->m.old[i].head != i)
			continue;
		l = add_line(m, m->m.old[i].partner == FLAT_NONE ?
		    CHANGE_REMOVED : CHANGE_GONE, i, i + 1, FLAT_NONE,
		    FLAT_NONE);
		if (l->act == CHANGE_REMOVED)
			compare(m, l);
	}
	return i;
}

/* Lists for each new block up to which old one all stands before it. */
static size_t *
list_ends(const struct maker *m)
{
	size_t j = m->c->new->num_blocks, end = m->c->old->num_blocks;
	size_t *ends = arena_array(m->c->arena, size_t, j + 1);

	while (j-- > 0) {
		if (m->m.new[j].partner != FLAT_NONE && !m->m.new[j].moved)
			end = m->m.new[j].partner;
		ends[j] = end;
	}
	return ends;
}

/* What is no longer there stands before what has come in its place. */
static void
add_lines(struct maker *m)
{
	const struct match *new = m->m.new;
	size_t j, i = 0, num = m->c->new->num_blocks, *ends = list_ends(m);

	m->c->lines = arena_array(m->c->arena, struct change_line,
	    m->c->old->num_blocks + num + 1);
	for (j = 0; j < num; j++) {
		if (new[j].head != j)
			continue;
		i = add_removed(m, i, ends[j]);
		if (new[j].partner == FLAT_NONE)
			compare(m, add_line(m, CHANGE_ADDED, FLAT_NONE,
			    FLAT_NONE, j, j + 1));
		else
			add_pair(m, new[j].partner, j);
		if (new[j].partner != FLAT_NONE && !new[j].moved)
			i = m->c->lines[m->c->num_lines - 1].old_end;
	}
	add_removed(m, i, m->c->old->num_blocks);
}

/* --- Entries */

static struct change *
add_entry(struct maker *m, enum change_act act, size_t line, unsigned reasons)
{
	struct change *e = &m->c->entries[m->c->num_entries++];

	*e = (struct change){ act, reasons, line, 1, 0 };
	m->c->num_must += reasons != 0;
	return e;
}

/* A table's first rows say which columns are new. */
static void
add_columns(struct maker *m, size_t line)
{
	const struct change_line *l = &m->c->lines[line];
	size_t i;

	if (l->old == FLAT_NONE || l->new == FLAT_NONE ||
	    m->c->new->blocks[l->new].kind != FLAT_ROW ||
	    !cells_are_heads(&m->cells, l->old, l->new))
		return;
	for (i = 0; i < l->num_parts; i++)
		if (l->parts[i].column != CHANGE_NONE)
			add_entry(m, l->parts[i].column, line,
			    CHANGE_OF_SETTING)->cell = l->parts[i].cell;
}

/* Whether the line has moved together with the one before it. */
static bool
follows(const struct changes *c, size_t line)
{
	const struct change_line *l = &c->lines[line], *before = l - 1;

	return line != 0 && before->act == CHANGE_MOVED && l->old ==
	    before->old_end && l->new == before->new_end;
}

static void
add_entries(struct maker *m)
{
	struct changes *c = m->c;
	const struct flat_block *b;
	const struct change_line *l;
	unsigned reasons;
	size_t i, room = c->num_lines + 1;

	for (i = 0; i < c->num_lines; i++)
		room += c->lines[i].num_parts;
	c->entries = arena_array(c->arena, struct change, room);
	for (i = 0; i < c->num_lines; i++) {
		l = &c->lines[i];
		add_columns(m, i);
		if (l->act == CHANGE_NONE || l->act == CHANGE_GONE)
			continue;
		b = l->new != FLAT_NONE ? &c->new->blocks[l->new] :
		    &c->old->blocks[l->old];
		reasons = l->act == CHANGE_MOVED ? reason_of_place(b) :
		    reason_of_parts(c, b, l->parts, l->num_parts);
		if (l->act == CHANGE_MOVED && c->num_entries != 0 &&
		    follows(c, i)) {
			struct change *e = &c->entries[c->num_entries - 1];

			c->num_must += reasons != 0 && e->reasons == 0;
			e->reasons |= reasons;
			e->num_lines++;
		} else
			add_entry(m, l->act, i, reasons);
	}
}

/* Whether hardly a word of either text stays. */
static bool
is_rewritten(const struct changes *c)
{
	size_t i, j, k, same = 0, most = c->old->num_words >
	    c->new->num_words ? c->old->num_words : c->new->num_words;

	for (i = 0; i < c->num_lines; i++)
		for (j = 0; j < c->lines[i].num_parts; j++)
			for (k = 0; k < c->lines[i].parts[j].script.num; k++) {
				const struct script_run *r =
				    &c->lines[i].parts[j].script.runs[k];

				if (r->act == SCRIPT_SAME)
					same += r->span.end - r->span.start;
			}
	return most >= REWRITTEN_WORDS && same * REWRITTEN_PART < most;
}

void
changes_make(struct changes *c, struct arena *a, const struct flat *old,
    const struct flat *new)
{
	struct maker m = { .c = c, .sides = { a, old, new, BUDGET } };

	*c = (struct changes){ .arena = a, .old = old, .new = new };
	match_make(&m.m, &m.sides);
	m.cells = cells_make(c, &m.sides, &m.m);
	add_lines(&m);
	add_entries(&m);
	c->rewritten = is_rewritten(c);
}
