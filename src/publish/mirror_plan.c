/* SPDX-License-Identifier: ISC */
#include "publish/mirror_plan.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/file_facts.h"
#include "base/path.h"
#include "base/phrase.h"
#include "base/progress.h"
#include "publish/look.h"

/*
 * Publishing order
 * ----------------
 * cmp_step() sorts the steps by phase (mirror_phase), then by rank, then an
 * index by its depth, then by path. So the order is:
 *
 *   new files       style sheets, pictures, sources, records (MIRROR_FILE);
 *                   then pages; then indexes, lists, feeds and the search
 *                   index, inner folders first
 *   changed files   by the same ranks
 *   the register    new or changed (MIRROR_LAST)
 *   removals
 *
 * A step that neither sends nor removes is sorted last. mirror_send() sends the
 * steps of one phase and rank in one call and starts the next call when that
 * one has ended; within a call, indexes of inner folders come first, other
 * files go in the order of their paths. Each file is whole at every moment: its
 * bytes are written inside REMOTE_LOCK and the file is then renamed.
 *
 * Why a reader sees a whole site: a reader reaches new files from files that
 * the site already has, and those change after all new files are sent. So a
 * new edition is reached only when its source, record, pictures and page are
 * there. A file is removed when every page and index that named it has been
 * replaced. The register follows the files that it names, so another machine
 * that pulls never reads a row without its files.
 *
 * What the order does not promise: a reader can see a new page with the old
 * style sheet, a changed style sheet with an old page, and at a work's address
 * the new record beside the old page. A new page may link to a new page or
 * index that is sent a moment later. --changed writes a folder, whose files the
 * user may upload in any order.
 *
 * An interruption leaves the files that were sent, each whole, and the lock if
 * the program could not remove it (--unlock removes it later). Before the first
 * file is sent, mirror_send_announce() writes the listing with every path, old
 * and new, and the time “-” for each step that is not MIRROR_KEEP; then
 * .published gets its entry. The next run plans for a file whose time is “-”:
 * MIRROR_ADD if it is missing, MIRROR_ADOPT if its bytes are those to send,
 * else MIRROR_CHANGE. It does not take such a file for a foreign one. A record
 * is never changed: other bytes at its path are an error. The final listing is
 * written after the removals, and the checkpoint after the listing.
 *
 * A store (publish/remote_rclone.h) differs in this: rclone sends the files of
 * a call in no order, so that the files of the site's first folder, which lead
 * to all others, get a call of their own after them. A file may be cut off by an
 * interruption; one that pages need is sent again before all new pages. The
 * announcement goes to a file of this publisher's own, because another one may
 * publish at the same time (publish/heads.h).
 */

/* Some destinations store times in whole seconds, or in steps of two. */
enum { SLACK = 2 };			/* [s] */

/* --- Comparing */

static void
report(struct mirror *m, enum diag id, str path)
{
	diag(m->diags, id, POS_NONE, remote_name(m->remote, path));
}

static bool
is_same_time(const struct file_facts *a, const struct file_facts *b,
    int64_t slack)
{
	if (a->kind != FILE_PLAIN || b->kind != FILE_PLAIN ||
	    a->size != b->size)
		return false;
	if (slack == 0 || a->fraction != 0)
		return a->time == b->time && a->fraction == b->fraction;
	return a->time - b->time <= slack && b->time - a->time <= slack;
}

/* Whether the local file is the one that the listing says was sent. */
static bool
is_local_listed(struct mirror *m, struct mirror_step *s)
{
	if (m->trust == MIRROR_BLIND)
		mirror_digest(m, s);
	if (s->listed == NULL)
		return false;
	if (m->trust <= MIRROR_BY_SIZE &&
	    is_same_time(&s->local, &s->listed->facts, 0)) {
		s->digest = s->listed->digest;
		return true;
	}
	return str_eq(mirror_digest(m, s), s->listed->digest);
}

/* Whether the remote file is still the one that the listing says was sent. */
static bool
is_remote_listed(const struct mirror *m, const struct mirror_step *s)
{
	if (s->listed == NULL)
		return false;
	if (m->trust == MIRROR_BY_SIZE)
		return s->remote.kind == FILE_PLAIN &&
		    s->listed->facts.kind == FILE_PLAIN &&
		    s->remote.size == s->listed->facts.size;
	return m->trust == MIRROR_BLIND || (m->trust == MIRROR_BY_TIME &&
	    is_same_time(&s->remote, &s->listed->facts, SLACK));
}

/* Whether a publish to a store was killed while it sent the file: the store
 * has its beginning. */
static bool
is_cut_off(struct mirror *m, const struct mirror_step *s)
{
	str there, here;
	bool cut;

	if (!remote_is_store(m->remote) || s->listed == NULL ||
	    s->listed->facts.kind != FILE_NONE ||
	    s->remote.size >= s->local.size)
		return false;
	cut = remote_read(m->remote, s->file.path, &there) &&
	    file_read(m->file_arena, path_name(m->file_arena, s->file.root,
	    s->file.path), there.len, &here) && str_starts(here, there);
	arena_reset(m->file_arena);
	return cut;
}

/* Plans to replace a remote file whose bytes differ, where that is allowed. */
static void
replace(struct mirror *m, struct mirror_step *s)
{
	if (s->file.rank == MIRROR_FILE && is_cut_off(m, s)) {
		s->act = MIRROR_ADD;
		s->cut_off = true;
	} else if (s->file.fixed)
		report(m, DIAG_PUBLISH_RECORD, s->file.path);
	else if (s->listed == NULL)
		report(m, DIAG_PUBLISH_FOREIGN, s->file.path);
	else
		s->act = MIRROR_CHANGE;
}

/* Decides by sizes and times; false where the bytes must be compared. */
static bool
decide(struct mirror *m, struct mirror_step *s)
{
	bool unchanged = is_local_listed(m, s);

	if (s->remote.kind == FILE_NONE)
		s->act = MIRROR_ADD;
	else if (s->remote.kind != FILE_PLAIN)
		report(m, DIAG_PUBLISH_FOREIGN, s->file.path);
	else if (!is_remote_listed(m, s))
		return false;
	else if (unchanged)
		s->act = MIRROR_KEEP;
	else
		replace(m, s);
	return true;
}

static void
decide_by_bytes(struct mirror *m, struct mirror_step *s, bool same)
{
	if (!same)
		replace(m, s);
	else if (m->trust == MIRROR_BY_BYTES && !access_is_file(
	    remote_access(m->remote), s->remote.mode))
		s->act = MIRROR_CHANGE;
	else if (s->listed == NULL || s->listed->facts.kind != FILE_PLAIN ||
	    !str_eq(mirror_digest(m, s), s->listed->digest))
		s->act = MIRROR_ADOPT;
	else
		s->act = MIRROR_KEEP;
}

/* A record must have the bytes that the register knows. */
static void
check_record(struct mirror *m, struct mirror_step *s)
{
	if (s->file.digest.len != 0 &&
	    !str_eq(mirror_digest(m, s), s->file.digest))
		diag(m->diags, DIAG_PUBLISH_OURS, POS_NONE, path_join(m->arena,
		    s->file.root, s->file.path));
}

static void
compare(struct mirror *m)
{
	struct mirror_step **undecided = arena_array(m->arena,
	    struct mirror_step *, m->num);
	struct remote_file *files = arena_array(m->arena, struct remote_file,
	    m->num);
	bool *same = arena_array(m->arena, bool, m->num);
	size_t i, num = 0;

	for (i = 0; i < m->num; i++) {
		if (m->steps[i].act == MIRROR_REMOVE)
			continue;
		if (!decide(m, &m->steps[i])) {
			files[num] = (struct remote_file){
			    m->steps[i].file.root, m->steps[i].file.path };
			undecided[num++] = &m->steps[i];
		}
		check_record(m, &m->steps[i]);
		progress_step();
	}
	remote_compare(m->remote, files, num, same);
	for (i = 0; i < num; i++)
		decide_by_bytes(m, undecided[i], same[i]);
}

/* --- Planning */

/* Adds a step for each file of the listing that is no longer of the site. */
static void
add_removals(struct mirror *m)
{
	struct map wanted = map_make(m->arena);
	struct mirror_step *s;
	size_t i;

	map_reserve(&wanted, m->num);
	for (i = 0; i < m->num; i++)
		map_slot(&wanted, m->steps[i].file.path);
	for (i = 0; i < m->listing->num; i++)
		if (!m->listing->rows[i].elsewhere &&
		    map_find(&wanted, m->listing->rows[i].path) == NULL) {
			s = mirror_add_step(m);
			s->file.path = m->listing->rows[i].path;
			s->act = MIRROR_REMOVE;
		}
}

static void
read_remote_facts(struct mirror *m)
{
	str *paths = arena_array(m->arena, str, m->num);
	struct file_facts *facts = arena_array(m->arena, struct file_facts,
	    m->num);
	struct mirror_step *s;
	size_t i;

	for (i = 0; i < m->num; i++)
		paths[i] = m->steps[i].file.path;
	if (m->trust != MIRROR_BLIND)
		remote_facts(m->remote, paths, m->num, facts);
	for (i = 0; i < m->num; i++) {
		s = &m->steps[i];
		s->listed = listing_find(m->listing, s->file.path);
		s->remote = facts[i];
		if (m->trust == MIRROR_BLIND)
			s->remote.kind = s->listed != NULL ? FILE_PLAIN :
			    FILE_NONE;
	}
}

/* Reads the facts of the local files, and reports a missing one. */
static void
read_local_facts(struct mirror *m)
{
	struct file_query *queries = arena_array(m->arena, struct file_query,
	    m->num);
	size_t i;

	for (i = 0; i < m->num; i++)
		queries[i] = (struct file_query){ .root = m->steps[i].file.root,
		    .path = m->steps[i].file.path };
	file_facts_all(queries, m->num, m->jobs);
	for (i = 0; i < m->num; i++) {
		m->steps[i].local = queries[i].facts;
		if (queries[i].facts.kind != FILE_PLAIN)
			diag(m->diags, DIAG_PUBLISH_MISSING, POS_NONE,
			    path_join(m->arena, queries[i].root,
			    queries[i].path));
	}
}

/* Reports each file to remove whose size is no longer the listed one: another
 * program changed it, so it stays. An absent file needs no removal. Equal size
 * is enough, because a run that was interrupted leaves no time to compare. */
static void
leave_foreign(struct mirror *m)
{
	struct mirror_step *s;
	size_t i;

	for (i = 0; i < m->num; i++) {
		s = &m->steps[i];
		if (s->act != MIRROR_REMOVE || s->remote.kind == FILE_NONE ||
		    is_remote_listed(m, s) || s->remote.size ==
		    s->listed->facts.size)
			continue;
		report(m, DIAG_PUBLISH_LEFT, s->file.path);
		s->remote.kind = FILE_NONE;
	}
}

/* Sorts by phase, then by rank. New files of every rank come before changed
 * ones: nothing links to them yet, but a changed page may link to the index of
 * a new folder. Indexes go from the inside outwards, so that each links to
 * files that are already sent. */
static int
cmp_step(const void *a, const void *b)
{
	const struct mirror_step *x = a, *y = b;
	size_t dx, dy;

	if (mirror_phase(x) != mirror_phase(y))
		return mirror_phase(x) - mirror_phase(y);
	if (x->file.rank != y->file.rank)
		return (int)x->file.rank - (int)y->file.rank;
	dx = str_count(x->file.path, '/');
	dy = str_count(y->file.path, '/');
	if (x->file.rank == MIRROR_INDEX && dx != dy)
		return dx > dy ? -1 : 1;
	return str_cmp(x->file.path, y->file.path);
}

bool
mirror_plan(struct mirror *m, const struct listing *listing,
    enum mirror_trust trust)
{
	bool some;
	size_t i;

	m->listing = listing;
	m->trust = trust;
	m->file_arena = arena_new();
	progress_begin(phrase_text(PHRASE_PROGRESS_COMPARE), m->num);
	read_local_facts(m);
	if (diags_errors(m->diags) == 0) {
		add_removals(m);
		read_remote_facts(m);
		compare(m);
		leave_foreign(m);
		look_site(m);
	}
	for (i = 0; i < m->num; i++)
		m->count.acts[m->steps[i].act]++;
	progress_end();
	arena_free(m->file_arena);
	some = m->count.acts[MIRROR_ADD] + m->count.acts[MIRROR_CHANGE] +
	    m->count.acts[MIRROR_REMOVE] != 0;
	/* Where no step sends or removes, the order does not matter. */
	if (some)
		qsort(m->steps, m->num, sizeof(*m->steps), cmp_step);
	return some;
}
