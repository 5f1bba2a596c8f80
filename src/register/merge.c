/* SPDX-License-Identifier: ISC */
#include "register/merge.h"

#include "base/arena.h"
#include "register/join.h"

/*
 * Joining two histories
 * ---------------------
 * Two clerks who enter rows at the same time make two histories with a common
 * beginning. The chain allows one: one history stays as it is, byte for byte,
 * and the rows of the other are put after it, chained again (join.c). Three
 * callers join: repair (this file: branches that git left in one register),
 * pull (the register of the destination stays), and publish --ours, which only
 * asks whether a row of the destination is missing from ours (join_has).
 *
 * Which history stays: published rows must not change, because others have
 * copies of their chains. mark_published() marks each row that an entry of
 * .published names, and every row above it. choose() takes the end of a branch
 * that has all marked rows: the first in the file, or the last with --theirs.
 * Where no branch has all of them, both were published: the user must choose,
 * and m->published says that published rows are chained again.
 *
 * What happens to a row of the other history (join_add):
 *
 *   JOIN_SAME      the first history has it. A release is the same when
 *                  edition, source and record are equal; any other event, when
 *                  event, edition, role, source, record, day of entry
 *                  (row_day) and note (row_text) are equal. Each event of the
 *                  first history counts once. The row is left out. Of a
 *                  release, the second clerk's role, note and day are lost.
 *   JOIN_CONFLICT  a release of an edition, or of a revision of a work, that
 *                  the first history, or a row added before, has released with
 *                  other files. This is an error until the user chooses a
 *                  side; then the row is dropped and reported.
 *   JOIN_DROPPED   a later row about an edition in conflict: it describes
 *                  bytes that the register no longer names.
 *   JOIN_ADDED     the row is put at the end. Days must not go back:
 *                  row_follow() raises an earlier date to that of the row
 *                  above, and the note keeps the day of entry (row_day).
 *
 * join_begin() counts events only after the common beginning: a clerk may enter
 * a second review with the same words on the same day as a common one.
 * Repair and pull read the resulting text as a register before they write it:
 * this checks every rule between rows again.
 */

struct branches {
	const struct history *history;
	struct arena	*arena;
	struct row	*rows;		/* of the history */
	size_t		*published;	/* published rows up to each */
	size_t		 num_published;
	size_t		*depth;		/* rows up to each */
	bool		*is_first;	/* on the branch that stays */
	str		 destinations[2];
};

/* --- Which branch stays as it is */

static size_t
up_to(const size_t *counts, long row)
{
	return row == HISTORY_TOP ? 0 : counts[row];
}

/* Marks the rows that are published, and all rows above them. */
static bool *
mark_published(struct branches *b, const struct published *p)
{
	const struct history *h = b->history;
	struct map chains = published_chains(p, b->arena);
	bool *marks = arena_array(b->arena, bool, h->num);
	const struct map_slot *slot;
	size_t i, num = 0;

	for (i = h->num; i-- != 0;) {
		slot = map_find(&chains, b->rows[i].chain);
		if (slot != NULL && !marks[i] && num < 2)
			b->destinations[num++] = *(str *)slot->value;
		marks[i] = marks[i] || slot != NULL;
		if (marks[i] && h->rows[i].above != HISTORY_TOP)
			marks[h->rows[i].above] = true;
	}
	return marks;
}

static void
count(struct branches *b, const struct published *p)
{
	const struct history *h = b->history;
	bool *marks = mark_published(b, p);
	size_t i;

	b->published = arena_array(b->arena, size_t, h->num);
	b->depth = arena_array(b->arena, size_t, h->num);
	for (i = 0; i < h->num; i++) {
		b->published[i] = up_to(b->published, h->rows[i].above) +
		    marks[i];
		b->depth[i] = up_to(b->depth, h->rows[i].above) + 1;
		b->num_published += marks[i];
	}
}

/* Returns the end of the last branch for MERGE_THEIRS, else of the first one.
 * all: only branches with all published rows count. HISTORY_TOP: none. */
static long
choose(const struct branches *b, enum merge_side side, bool all)
{
	const struct history *h = b->history;
	long end = HISTORY_TOP;
	size_t i;

	for (i = 0; i < h->num; i++) {
		if (!h->rows[i].is_end ||
		    (all && b->published[i] != b->num_published))
			continue;
		if (end == HISTORY_TOP || side == MERGE_THEIRS)
			end = (long)i;
	}
	return end;
}

static size_t
count_common(const struct branches *b)
{
	const struct history *h = b->history;
	size_t i, common = h->num;

	for (i = 1; i < h->num; i++)
		if (h->rows[i].above != (long)i - 1 &&
		    up_to(b->depth, h->rows[i].above) < common)
			common = up_to(b->depth, h->rows[i].above);
	return common;
}

/* --- Putting the others after it */

static struct row *
first_rows(struct branches *b, long end)
{
	struct row *rows = arena_array(b->arena, struct row, b->depth[end]);

	b->is_first = arena_array(b->arena, bool, b->history->num);
	for (; end != HISTORY_TOP; end = b->history->rows[end].above) {
		rows[b->depth[end] - 1] = b->rows[end];
		b->is_first[end] = true;
	}
	return rows;
}

/* Reports a conflict. Where a row after the common ones is published, the
 * branch that stays has it: the message names the side to choose, because the
 * other one would change what is published. Else it names both editions. */
static void
report(struct branches *b, struct merge *m, const struct row *row,
    const struct row *other, str path, struct diags *ds)
{
	const struct history *h = b->history;
	bool ours;
	size_t i;

	for (i = 0; !h->rows[i].is_end; i++)
		;
	ours = b->is_first[i];
	if (b->num_published > m->common)
		diag(ds, DIAG_REPAIR_PUBLISHED, POS_NONE, path, row->edition,
		    b->destinations[0], ours ? S("--ours") : S("--theirs"));
	else
		diag(ds, DIAG_REPAIR_CONFLICT, POS_NONE, path, row->edition,
		    other->edition);
}

static bool
add_others(struct branches *b, struct merge *m, struct join *j,
    enum merge_side side, str path, struct diags *ds)
{
	const struct row *other = NULL;
	enum join_result result;
	bool decided = true;
	size_t i;

	for (i = 0; i < b->history->num; i++) {
		if (b->is_first[i])
			continue;
		result = join_add(j, &b->rows[i], &other);
		if (result == JOIN_CONFLICT && side == MERGE_NO_SIDE) {
			report(b, m, &b->rows[i], other, path, ds);
			decided = false;
		}
		if (result == JOIN_CONFLICT || result == JOIN_DROPPED)
			m->dropped[m->num_dropped++] = b->rows[i];
	}
	return decided;
}

/* Returns the end of the branch that stays, or HISTORY_TOP where the user must
 * choose: reports that. */
static long
first_end(struct branches *b, struct merge *m, enum merge_side side, str path,
    struct diags *ds)
{
	long end = choose(b, side, true);

	m->published = end == HISTORY_TOP;
	if (end != HISTORY_TOP)
		return end;
	if (side != MERGE_NO_SIDE)
		return choose(b, side, false);
	diag(ds, DIAG_REPAIR_BOTH, POS_NONE, path, b->destinations[1],
	    b->destinations[0]);
	return HISTORY_TOP;
}

bool
merge_branches(struct merge *m, struct arena *a, const struct history *h,
    const struct published *p, enum merge_side side, str path,
    struct diags *ds)
{
	struct branches b = { .history = h, .arena = a,
	    .rows = arena_array(a, struct row, h->num) };
	struct row *first;
	struct join j;
	bool decided;
	long end;
	size_t i;

	*m = (struct merge){ .dropped = arena_array(a, struct row, h->num) };
	for (i = 0; i < h->num; i++)
		row_read(&b.rows[i], h->rows[i].line);
	count(&b, p);
	m->common = count_common(&b);
	end = first_end(&b, m, side, path, ds);
	if (end == HISTORY_TOP)
		return false;
	first = first_rows(&b, end);
	m->chain = m->common != 0 ? first[m->common - 1].chain : S("–");
	join_begin(&j, a, first, b.depth[end], m->common,
	    h->num - b.depth[end]);
	decided = add_others(&b, m, &j, side, path, ds);
	m->added = j.added;
	m->text = join_text(&j);
	return decided;
}
