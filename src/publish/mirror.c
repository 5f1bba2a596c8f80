/* SPDX-License-Identifier: ISC */
#include "publish/mirror.h"

#include <errno.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/fault.h"
#include "base/file_facts.h"
#include "base/mem.h"
#include "base/sink.h"

/* Some far ends keep times in whole seconds, or every second one. */
enum { SLACK = 2, DIGEST_LIMIT = 256 << 20 };

struct mirror {
	struct arena	*arena;
	struct remote	*remote;
	struct diags	*diags;
	struct arena	*file;		/* the file in hand */
	size_t		 jobs;
	struct mirror_step *steps;
	size_t		 num;
	size_t		 cap;
	const struct listing *listing;
	enum mirror_trust trust;
	struct mirror_count count;
};

struct mirror *
mirror_new(struct arena *a, struct remote *f, struct diags *ds, size_t jobs)
{
	struct mirror *m = arena_new_of(a, struct mirror);

	m->arena = a;
	m->remote = f;
	m->diags = ds;
	m->jobs = jobs;
	return m;
}

static struct mirror_step *
add(struct mirror *m)
{
	struct mirror_step *old = m->steps;

	if (m->num == m->cap) {
		m->cap = m->cap != 0 ? m->cap * 2 : 256;
		m->steps = arena_array(m->arena, struct mirror_step, m->cap);
		if (m->num != 0)
			memcpy(m->steps, old, m->num * sizeof(*old));
	}
	return &m->steps[m->num++];
}

void
mirror_want(struct mirror *m, struct mirror_file file)
{
	add(m)->file = file;
	m->count.files++;
}

/* --- Comparing */

static void
fault(struct mirror *m, enum diag id, str path)
{
	struct pos none = { 0, 0 };

	diag(m->diags, id, none, remote_name(m->remote, path));
}

/* The digest of our file, read at most once. */
static str
digest(struct mirror *m, struct mirror_step *s)
{
	char *name;
	str bytes;

	if (s->digest.len != 0)
		return s->digest;
	name = str_c(m->file, str_join3(m->file, s->file.root, S("/"),
	    s->file.path));
	if (!file_read(m->file, name, DIGEST_LIMIT, &bytes))
		die_system(DIAG_READ, name, fault_text(errno));
	s->digest = digest_hex(m->arena, digest_of(bytes));
	arena_reset(m->file);
	return s->digest;
}

static bool
is_time(const struct file_facts *a, const struct file_facts *b, int64_t slack)
{
	if (a->kind != FILE_PLAIN || b->kind != FILE_PLAIN ||
	    a->size != b->size)
		return false;
	if (slack == 0 || a->fraction != 0)
		return a->time == b->time && a->fraction == b->fraction;
	return a->time - b->time <= slack && b->time - a->time <= slack;
}

/* Whether ours is what the list says was sent. */
static bool
is_here_listed(struct mirror *m, struct mirror_step *s)
{
	if (m->trust == MIRROR_BLIND)
		digest(m, s);
	if (s->known == NULL)
		return false;
	if (m->trust == MIRROR_BY_TIME && is_time(&s->here, &s->known->facts,
	    0)) {
		s->digest = s->known->digest;
		return true;
	}
	return str_eq(digest(m, s), s->known->digest);
}

static bool
is_there_listed(const struct mirror *m, const struct mirror_step *s)
{
	return s->known != NULL && (m->trust == MIRROR_BLIND ||
	    (m->trust == MIRROR_BY_TIME && is_time(&s->there,
	    &s->known->facts, SLACK)));
}

/* The bytes there are not ours: may they be replaced? */
static void
replace(struct mirror *m, struct mirror_step *s)
{
	if (s->file.fixed)
		fault(m, DIAG_PUBLISH_RECORD, s->file.path);
	else if (s->known == NULL)
		fault(m, DIAG_PUBLISH_FOREIGN, s->file.path);
	else
		s->act = MIRROR_CHANGE;
}

/* Decides what sizes and times can; false: the bytes must be compared. */
static bool
decide(struct mirror *m, struct mirror_step *s)
{
	bool here = is_here_listed(m, s);

	if (s->there.kind == FILE_NONE)
		s->act = MIRROR_ADD;
	else if (s->there.kind != FILE_PLAIN)
		fault(m, DIAG_PUBLISH_FOREIGN, s->file.path);
	else if (!is_there_listed(m, s))
		return false;
	else if (here)
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
	else if (s->known == NULL || s->known->facts.kind != FILE_PLAIN ||
	    !str_eq(digest(m, s), s->known->digest))
		s->act = MIRROR_ADOPT;
	else
		s->act = MIRROR_KEEP;
}

static void
check_record(struct mirror *m, struct mirror_step *s)
{
	struct pos none = { 0, 0 };

	if (s->file.digest.len != 0 && !str_eq(digest(m, s), s->file.digest))
		diag(m->diags, DIAG_PUBLISH_OURS, none, str_join3(m->arena,
		    s->file.root, S("/"), s->file.path));
}

static void
compare(struct mirror *m)
{
	struct mirror_step **open = arena_array(m->arena,
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
			open[num++] = &m->steps[i];
		}
		check_record(m, &m->steps[i]);
	}
	remote_compare(m->remote, files, num, same);
	for (i = 0; i < num; i++)
		decide_by_bytes(m, open[i], same[i]);
}

/* --- Planning */

/* What the list has and the site has no more. */
static void
add_gone(struct mirror *m)
{
	struct map wanted = map_make(m->arena);
	struct mirror_step *s;
	size_t i;

	map_reserve(&wanted, m->num);
	for (i = 0; i < m->num; i++)
		map_slot(&wanted, m->steps[i].file.path);
	for (i = 0; i < m->listing->num; i++)
		if (map_find(&wanted, m->listing->rows[i].path) == NULL) {
			s = add(m);
			s->file.path = m->listing->rows[i].path;
			s->act = MIRROR_REMOVE;
		}
}

static void
look(struct mirror *m)
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
		s->known = listing_find(m->listing, s->file.path);
		s->there = facts[i];
		if (m->trust == MIRROR_BLIND)
			s->there.kind = s->known != NULL ? FILE_PLAIN :
			    FILE_NONE;
	}
}

/* Looks at our files; one that is missing is a fault of the site. */
static void
look_here(struct mirror *m)
{
	struct file_query *looks = arena_array(m->arena, struct file_query,
	    m->num);
	struct pos none = { 0, 0 };
	size_t i;

	for (i = 0; i < m->num; i++)
		looks[i] = (struct file_query){ .root = m->steps[i].file.root,
		    .path = m->steps[i].file.path };
	file_facts_all(looks, m->num, m->jobs);
	for (i = 0; i < m->num; i++) {
		m->steps[i].here = looks[i].facts;
		if (looks[i].facts.kind != FILE_PLAIN)
			diag(m->diags, DIAG_PUBLISH_MISSING, none, str_join3(
			    m->arena, looks[i].root, S("/"), looks[i].path));
	}
}

/* A file that is to go, but is no longer what was sent, is somebody's. */
static void
leave_foreign(struct mirror *m)
{
	struct mirror_step *s;
	size_t i;

	for (i = 0; i < m->num; i++) {
		s = &m->steps[i];
		if (s->act != MIRROR_REMOVE || s->there.kind == FILE_NONE ||
		    is_there_listed(m, s) || s->there.size ==
		    s->known->facts.size)
			continue;
		fault(m, DIAG_PUBLISH_LEFT, s->file.path);
		s->there.kind = FILE_NONE;
	}
}

/* New files, changed ones, what comes last, what goes, what stays. */
static int
phase(const struct mirror_step *s)
{
	switch (s->act) {
	case MIRROR_ADD:
		return s->file.rank == MIRROR_LAST ? 2 : 0;
	case MIRROR_CHANGE:
		return s->file.rank == MIRROR_LAST ? 2 : 1;
	case MIRROR_REMOVE:
		return 3;
	default:
		return 4;
	}
}

/* Indexes from the inside outwards: each leads to what is there. */
static int
cmp_step(const void *a, const void *b)
{
	const struct mirror_step *x = a, *y = b;
	size_t dx, dy;

	if (phase(x) != phase(y))
		return phase(x) - phase(y);
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
	m->file = arena_new();
	look_here(m);
	if (diags_errors(m->diags) == 0) {
		add_gone(m);
		look(m);
		compare(m);
		leave_foreign(m);
	}
	for (i = 0; i < m->num; i++)
		m->count.acts[m->steps[i].act]++;
	arena_free(m->file);
	some = m->count.acts[MIRROR_ADD] + m->count.acts[MIRROR_CHANGE] +
	    m->count.acts[MIRROR_REMOVE] != 0;
	/* What all stays needs no order. */
	if (some)
		qsort(m->steps, m->num, sizeof(*m->steps), cmp_step);
	return some;
}

struct mirror_count
mirror_counted(const struct mirror *m)
{
	return m->count;
}

const struct mirror_step *
mirror_steps(const struct mirror *m, size_t *num)
{
	*num = m->num;
	return m->steps;
}

bool
mirror_is_stale(const struct mirror *m)
{
	return m->count.acts[MIRROR_KEEP] != m->num;
}

/* --- Sending */

/* What the list says of a step: before it is done, and afterwards. */
static struct listing_row
row_of(struct mirror *m, struct mirror_step *s, bool done)
{
	struct listing_row row = { .path = s->file.path };

	if (s->act == MIRROR_KEEP)
		return *s->known;
	if (s->act == MIRROR_REMOVE)
		row = *s->known;
	else
		row.digest = digest(m, s);
	if (s->act != MIRROR_REMOVE)
		row.facts.size = s->here.size;
	row.facts.kind = FILE_NONE;
	if (done)
		row.facts = s->here;
	return row;
}

static void
write_list(struct mirror *m, bool done)
{
	struct listing_row *rows = arena_array(m->arena, struct listing_row,
	    m->num);
	struct sink k = { 0 };
	size_t i, num = 0;

	for (i = 0; i < m->num; i++)
		if (!done || m->steps[i].act != MIRROR_REMOVE)
			rows[num++] = row_of(m, &m->steps[i], done);
	listing_write(rows, num, &k);
	remote_write(m->remote, S(LISTING_NAME), sink_str(&k));
	sink_free(&k);
}

static bool
is_sent(const struct mirror_step *s)
{
	return s->act == MIRROR_ADD || s->act == MIRROR_CHANGE;
}

/* The steps from i on that go in one call: equal in phase and rank. */
static size_t
put_some(struct mirror *m, size_t i)
{
	struct remote_file *files = arena_array(m->arena, struct remote_file,
	    m->num - i);
	const struct mirror_step *first = &m->steps[i];
	size_t num = 0;

	for (; i < m->num && is_sent(&m->steps[i]) &&
	    phase(&m->steps[i]) == phase(first) &&
	    m->steps[i].file.rank == first->file.rank; i++)
		files[num++] = (struct remote_file){ m->steps[i].file.root,
		    m->steps[i].file.path };
	remote_put(m->remote, files, num, first->act == MIRROR_ADD ? REMOTE_NEW
	    : REMOTE_OVER);
	return i;
}

static void
remove_gone(struct mirror *m)
{
	str *paths = arena_array(m->arena, str, m->num);
	size_t i, num = 0;

	for (i = 0; i < m->num; i++)
		if (m->steps[i].act == MIRROR_REMOVE &&
		    m->steps[i].there.kind == FILE_PLAIN)
			paths[num++] = m->steps[i].file.path;
	remote_remove(m->remote, paths, num);
}

void
mirror_copy(struct mirror *m)
{
	size_t i = 0;

	while (i < m->num && is_sent(&m->steps[i]))
		i = put_some(m, i);
}

void
mirror_announce(struct mirror *m)
{
	m->file = arena_new();
	write_list(m, false);
	arena_free(m->file);
}

void
mirror_send(struct mirror *m)
{
	m->file = arena_new();
	mirror_copy(m);
	remove_gone(m);
	write_list(m, true);
	arena_free(m->file);
}
