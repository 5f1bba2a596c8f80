/* SPDX-License-Identifier: ISC */
#include "register/history.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/conflict.h"
#include "base/map.h"
#include "base/sink.h"

/* How many chains are computed at most: for each row, and besides. */
enum { TRIES_OF_ROW = 4, TRIES = 4000000 };

struct line {
	str	text;
	size_t	at;			/* in the file, from 0 */
	long	above;			/* a line, or HISTORY_TOP */
	bool	placed;
	long	first_child;		/* the first row that follows, or -1 */
	long	last_child;
	long	sibling;
};

struct search {
	struct arena	*arena;
	struct line	*lines;		/* by their days, then as in the file */
	size_t		 num;
	size_t		 first;		/* all lines before it are placed */
	size_t		 tries;
};

/* --- Lines */

/* Adds the lines, each once. Leaves out the header and the marks. */
static void
read_lines(struct search *s, struct history *h, str text)
{
	struct map known = map_make(s->arena);
	str line;
	size_t row = 0;

	s->lines = arena_array(s->arena, struct line, str_count(text, '\n') +
	    1);
	for (; str_line(&text, &line); row++) {
		if (str_starts(line, S("date\t"))) {
			h->moved = h->moved || row != 0;
		} else if (conflict_mark(line) != CONFLICT_NONE ||
		    map_slot(&known, line)->number++ != 0) {
			h->merged = true;
		} else {
			s->lines[s->num] = (struct line){ .text = line,
			    .at = s->num, .first_child = -1, .sibling = -1,
			    .last_child = -1 };
			s->num++;
		}
	}
}

/* Rows of one history follow each other by their days. */
static int
cmp_day(const void *a, const void *b)
{
	const struct line *x = a, *y = b;
	int order = str_cmp(str_upto(x->text, 10), str_upto(y->text, 10));

	return order != 0 ? order : x->at < y->at ? -1 : 1;
}

/* --- Which row follows which */

static str
chain_of(const struct line *line)
{
	return line->text.len > ROW_DIGITS ? str_from(line->text,
	    line->text.len - ROW_DIGITS) : S("");
}

static bool
follows(struct search *s, size_t i, str chain)
{
	if (s->tries == 0)
		return false;
	s->tries--;
	return row_is_chained(s->lines[i].text, chain);
}

/* Returns the row that follows the chain, or num. Tries first the neighbours
 * of the row at: it is one of these where rows are in order or reversed. */
static size_t
find_next(struct search *s, size_t at, str chain)
{
	const size_t near[] = { at + 1, at - 1 };
	size_t i;

	for (i = 0; i < 2; i++)
		if (near[i] < s->num && !s->lines[near[i]].placed &&
		    follows(s, near[i], chain))
			return near[i];
	while (s->first < s->num && s->lines[s->first].placed)
		s->first++;
	for (i = s->first; i < s->num; i++)
		if (!s->lines[i].placed && follows(s, i, chain))
			return i;
	return s->num;
}

static void
place(struct search *s, size_t i, long above)
{
	s->lines[i].above = above;
	s->lines[i].placed = true;
}

/* Places the rows that follow the one at above, each the one before it. */
static void
place_from(struct search *s, long above)
{
	str chain = above == HISTORY_TOP ? S("chain") :
	    chain_of(&s->lines[above]);
	size_t i = find_next(s, (size_t)above, chain);

	for (; i != s->num; i = find_next(s, i, chain)) {
		place(s, i, above);
		above = (long)i;
		chain = chain_of(&s->lines[i]);
	}
}

/* Sets *above to the placed row that row i follows. Tries the nearest rows
 * before it first: git leaves both branches beside each other. */
static bool
find_above(struct search *s, size_t i, long *above)
{
	size_t j;

	for (j = 0; j < s->num; j++) {
		*above = (long)((i + s->num - 1 - j) % s->num);
		if (s->lines[*above].placed &&
		    follows(s, i, chain_of(&s->lines[*above])))
			return true;
	}
	*above = HISTORY_TOP;
	return follows(s, i, S("chain"));
}

/* Returns whether the row follows the one before it, which has no place: then
 * it has none itself until that one is placed. */
static bool
waits(struct search *s, size_t i)
{
	return i != 0 && !s->lines[i - 1].placed &&
	    follows(s, i, chain_of(&s->lines[i - 1]));
}

/* Places rows until no row finds a place. A row that waits costs one try. */
static void
place_all(struct search *s)
{
	bool found = true;
	long above;
	size_t i;

	place_from(s, HISTORY_TOP);
	while (found) {
		found = false;
		for (i = s->first; i < s->num; i++) {
			if (s->lines[i].placed || waits(s, i) ||
			    !find_above(s, i, &above))
				continue;
			place(s, i, above);
			place_from(s, (long)i);
			found = true;
		}
	}
}

/* --- The tree in one order */

static void
add_child(struct search *s, size_t i, struct line *top)
{
	long above = s->lines[i].above;
	struct line *parent = above == HISTORY_TOP ? top : &s->lines[above];

	if (parent->last_child == -1)
		parent->first_child = (long)i;
	else
		s->lines[parent->last_child].sibling = (long)i;
	parent->last_child = (long)i;
}

/* Adds the line as a row; its above becomes an index of rows. */
static void
put_row(struct history *h, struct search *s, size_t i, long *index)
{
	struct line *line = &s->lines[i];

	h->moved = h->moved || line->at != h->num;
	h->rows[h->num] = (struct history_row){ line->text,
	    line->above == HISTORY_TOP ? HISTORY_TOP : index[line->above],
	    line->first_child == -1 };
	h->num_ends += line->first_child == -1;
	index[i] = (long)h->num++;
}

/* Walks down from each branch to its end, then goes on where the last branch
 * began. */
static void
put_tree(struct history *h, struct search *s, long i)
{
	long *index = arena_array(s->arena, long, s->num + 1);

	while (i != -1) {
		put_row(h, s, (size_t)i, index);
		if (s->lines[i].first_child != -1) {
			i = s->lines[i].first_child;
			continue;
		}
		while (i != HISTORY_TOP && s->lines[i].sibling == -1)
			i = s->lines[i].above;
		if (i != HISTORY_TOP)
			i = s->lines[i].sibling;
	}
}

static int
cmp_at(const void *a, const void *b)
{
	const struct line *const *x = a, *const *y = b;

	return (*x)->at < (*y)->at ? -1 : (*x)->at > (*y)->at;
}

/* Links the rows in the order of the file, so that branches have it. */
static void
link_rows(struct search *s, struct line *top)
{
	struct line **in_file = arena_array(s->arena, struct line *, s->num);
	size_t i;

	for (i = 0; i < s->num; i++)
		in_file[i] = &s->lines[i];
	if (s->num != 0)
		qsort(in_file, s->num, sizeof(struct line *), cmp_at);
	for (i = 0; i < s->num; i++)
		if (in_file[i]->placed)
			add_child(s, (size_t)(in_file[i] - s->lines), top);
}

static str
rest_of(const struct search *s, struct arena *a)
{
	struct sink k = { 0 };
	str rest;
	size_t i;

	for (i = 0; i < s->num; i++)
		if (!s->lines[i].placed) {
			sink_put(&k, s->lines[i].text);
			sink_char(&k, '\n');
		}
	rest = str_copy(a, sink_str(&k));
	sink_free(&k);
	return rest;
}

void
history_read(struct history *h, struct arena *a, str text)
{
	struct search s = { .arena = arena_new() };
	struct line top = { .first_child = -1, .last_child = -1 };

	*h = (struct history){ .num = 0 };
	read_lines(&s, h, text);
	if (s.num != 0)
		qsort(s.lines, s.num, sizeof(*s.lines), cmp_day);
	s.tries = TRIES + TRIES_OF_ROW * s.num;
	place_all(&s);
	link_rows(&s, &top);
	h->rows = arena_array(a, struct history_row, s.num);
	put_tree(h, &s, top.first_child);
	h->rest = rest_of(&s, a);
	arena_free(s.arena);
}
