/* SPDX-License-Identifier: ISC */
#include "register/history.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/conflict.h"
#include "base/map.h"
#include "base/sink.h"

/*
 * Finding the histories in a file
 * -------------------------------
 * The input is a set of lines: another program may have moved or repeated rows,
 * and git puts two clerks' rows into one file. A row does not name the row that
 * it follows; one can only try a pair: row_is_chained() computes a digest. A
 * row that is placed is therefore in its right place; the search may leave out
 * a row, but it cannot misplace one. The order of the tries keeps them few.
 *
 * 1. read_lines() takes each line once, without header and marks, and
 *    sort_lines() sorts them by day, then as in the file: rows of one history
 *    do not go back in days. One more line, at index num, is the top, which
 *    the first row follows. All lines form a ring of lines without a place.
 * 2. place_from(): after the row that was placed last, find_next() tries the
 *    lines beside it in the ring, alternately after and before it, the nearest
 *    first; before it only lines of the same day (of any day for the top).
 *    place_from() places the line that follows and goes on from there. A file
 *    in order needs one try a row.
 * 3. When no line follows the last one, a branch has ended. place_branch()
 *    goes through the lines without a place. It skips a line that follows one
 *    of its neighbours in the ring: such a line is placed after that neighbour.
 *    For any other line, find_above() tries the placed rows before it, the
 *    nearest first, then the top, then the placed rows after it. From the
 *    first line that finds its row above, step 2 continues. The search ends
 *    when no line finds one.
 * 4. link_rows() gives each row its children in the order of the file, and
 *    put_tree() writes the tree from the top down, one branch after the other.
 *    Each row then stands after the row that it follows.
 *
 * Without a limit, rows of one day in random order would cost a digest for each
 * pair. s->tries counts the tries that are left; at 0, follows() refuses every
 * pair, and the lines without a place become history->rest. So the time has a
 * limit for any file. A register with such lines counts as damaged beyond
 * repair (DAMAGE_ROWS).
 */

/* The most pairs that are tried: TRIES and TRIES_OF_ROW for each row. */
enum { TRIES_OF_ROW = 4, TRIES = 4000000 };

/* Indexes have 32 bits, because there is one line for each row of a register
 * and memory counts. */
struct line {
	str	text;
	int32_t	at;			/* in the file, from 0 */
	int32_t	above;			/* a line, or HISTORY_TOP */
	int32_t	next, prev;		/* lines without a place, as a ring;
					 * of a placed one, as they were */
	int32_t	first_child;		/* the first row that follows, or -1 */
	int32_t	last_child;
	int32_t	sibling;
	bool	placed;
};

struct search {
	struct arena	*arena;
	struct line	*lines;		/* by their days, then as in the file;
					 * and one more that closes the ring */
	int32_t		 num;
	size_t		 tries;
};

/* --- Lines */

/* Adds the lines, each once. Leaves out the header and the marks. */
static void
read_lines(struct search *s, struct history *h, str text)
{
	struct arena *temp = arena_new();
	struct map known = map_make(temp);
	size_t row = 0, most = str_count(text, '\n') + 1;
	str line;

	s->lines = arena_room(s->arena, struct line, most + 1);
	map_reserve(&known, most);
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
	arena_free(temp);
}

static int
cmp_day(const struct line *x, const struct line *y)
{
	return str_cmp(str_upto(x->text, 10), str_upto(y->text, 10));
}

static int
cmp_line(const void *a, const void *b)
{
	const struct line *x = a, *y = b;
	int order = cmp_day(x, y);

	return order != 0 ? order : x->at < y->at ? -1 : 1;
}

/* Sorts by day, because the days of one history do not go back: a row is near
 * the one that it follows. */
static void
sort_lines(struct search *s)
{
	int32_t i;

	qsort(s->lines, (size_t)s->num, sizeof(*s->lines), cmp_line);
	s->lines[s->num] = (struct line){ .text = S("") };
	for (i = 0; i <= s->num; i++) {
		s->lines[i].next = i != s->num ? i + 1 : 0;
		s->lines[i].prev = i != 0 ? i - 1 : s->num;
	}
}

/* --- Which row follows which */

static str
chain_of(const struct search *s, int32_t i)
{
	str text;

	if (i == s->num)
		return S("chain");
	text = s->lines[i].text;
	return text.len > ROW_DIGITS ? str_from(text, text.len - ROW_DIGITS) :
	    S("");
}

/* Returns whether the row i follows the placed or other row at; s->num is what
 * the first row follows. */
static bool
follows(struct search *s, int32_t i, int32_t at)
{
	if (s->tries == 0)
		return false;
	s->tries--;
	return row_is_chained(s->lines[i].text, chain_of(s, at));
}

/* Returns the row without a place that follows the one placed last, or num.
 * Looks on both sides in turn: it is near where rows are in order, reversed,
 * or of branches that alternate. No earlier day follows. */
static int32_t
find_next(struct search *s, int32_t at)
{
	const struct line *l = s->lines;
	int32_t next = l[at].next, prev = l[at].prev;

	while (s->tries != 0 && (next != s->num || prev != s->num)) {
		if (next != s->num) {
			if (follows(s, next, at))
				return next;
			next = l[next].next;
		}
		if (prev != s->num && at != s->num &&
		    cmp_day(&l[prev], &l[at]) < 0)
			prev = s->num;
		if (prev != s->num) {
			if (follows(s, prev, at))
				return prev;
			prev = l[prev].prev;
		}
	}
	return s->num;
}

static void
place(struct search *s, int32_t i, int32_t above)
{
	struct line *line = &s->lines[i];

	line->above = above != s->num ? above : HISTORY_TOP;
	line->placed = true;
	s->lines[line->next].prev = line->prev;
	s->lines[line->prev].next = line->next;
}

/* Places the rows that follow the one placed last, each the one before it. */
static void
place_from(struct search *s, int32_t above)
{
	int32_t i;

	while ((i = find_next(s, above)) != s->num) {
		place(s, i, above);
		above = i;
	}
}

/* Sets *above to the placed row that row i follows. Tries the nearest rows
 * before it first: git leaves both branches beside each other. */
static bool
find_above(struct search *s, int32_t i, int32_t *above)
{
	int32_t j;

	for (j = 1; j <= s->num && s->tries != 0; j++) {
		*above = (i + s->num + 1 - j) % (s->num + 1);
		if (*above != s->num && !s->lines[*above].placed)
			s->tries--;
		else if (follows(s, i, *above))
			return true;
	}
	return false;
}

/* Returns whether the row follows a neighbour in the ring, which has no place:
 * the row must wait until that neighbour is placed. */
static bool
waits(struct search *s, int32_t i)
{
	int32_t next = s->lines[i].next, prev = s->lines[i].prev;

	return (prev != s->num && follows(s, i, prev)) ||
	    (next != s->num && follows(s, i, next));
}

/* Places a row of another branch, and those that follow it. */
static bool
place_branch(struct search *s)
{
	int32_t i, above;

	for (i = s->lines[s->num].next; i != s->num; i = s->lines[i].next)
		if (!waits(s, i) && find_above(s, i, &above)) {
			place(s, i, above);
			place_from(s, i);
			return true;
		}
	return false;
}

/* Places rows until no row finds a place. */
static void
place_all(struct search *s)
{
	place_from(s, s->num);
	while (place_branch(s))
		;
}

/* --- The tree in one order */

static void
add_child(struct search *s, int32_t i, struct line *top)
{
	int32_t above = s->lines[i].above;
	struct line *parent = above == HISTORY_TOP ? top : &s->lines[above];

	if (parent->last_child == -1)
		parent->first_child = i;
	else
		s->lines[parent->last_child].sibling = i;
	parent->last_child = i;
}

/* Adds the line as a row; its above becomes an index of rows. */
static void
put_row(struct history *h, struct search *s, int32_t i, int32_t *index)
{
	struct line *line = &s->lines[i];

	h->moved = h->moved || (size_t)line->at != h->num;
	h->rows[h->num] = (struct history_row){ line->text,
	    line->above == HISTORY_TOP ? HISTORY_TOP : index[line->above],
	    line->first_child == -1 };
	h->num_ends += line->first_child == -1;
	index[i] = (int32_t)h->num++;
}

/* Walks down a branch to its end, then goes back up to the nearest row that has
 * another branch, and walks down that one. */
static void
put_tree(struct history *h, struct search *s, int32_t i)
{
	int32_t *index = arena_room(s->arena, int32_t, (size_t)s->num + 1);

	while (i != -1) {
		put_row(h, s, i, index);
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

/* Links the rows in the order of the file: branches then have that order. */
static void
link_rows(struct search *s, struct line *top)
{
	int32_t *in_file = arena_room(s->arena, int32_t, (size_t)s->num + 1);
	int32_t i;

	for (i = 0; i < s->num; i++)
		in_file[s->lines[i].at] = i;
	for (i = 0; i < s->num; i++)
		if (s->lines[in_file[i]].placed)
			add_child(s, in_file[i], top);
}

static str
rest_of(const struct search *s, struct arena *a)
{
	struct sink k = { 0 };
	int32_t i;

	for (i = 0; i < s->num; i++)
		if (!s->lines[i].placed) {
			sink_put(&k, s->lines[i].text);
			sink_char(&k, '\n');
		}
	return sink_take(&k, a);
}

void
history_read(struct history *h, struct arena *a, str text)
{
	struct search s = { .arena = arena_new() };
	struct line top = { .first_child = -1, .last_child = -1 };

	*h = (struct history){ .num = 0 };
	read_lines(&s, h, text);
	sort_lines(&s);
	s.tries = TRIES + TRIES_OF_ROW * (size_t)s.num;
	place_all(&s);
	link_rows(&s, &top);
	h->rows = arena_room(a, struct history_row, (size_t)s.num);
	put_tree(h, &s, top.first_child);
	h->rest = rest_of(&s, a);
	arena_free(s.arena);
}
