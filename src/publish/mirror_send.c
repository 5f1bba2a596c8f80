/* SPDX-License-Identifier: ISC */
#include "publish/mirror_send.h"

#include "base/arena.h"
#include "base/path.h"
#include "base/phrase.h"
#include "base/progress.h"
#include "base/sink.h"

/* The row of the listing for a step, before (done: after) it is carried
 * out. */
static struct listing_row
row_of(struct mirror *m, struct mirror_step *s, bool done)
{
	struct listing_row row = { .path = s->file.path };

	if (s->act == MIRROR_KEEP)
		return *s->listed;
	if (s->act == MIRROR_REMOVE)
		row = *s->listed;
	else
		row.digest = mirror_digest(m, s);
	if (s->act != MIRROR_REMOVE)
		row.facts.size = s->local.size;
	row.facts.kind = FILE_NONE;
	if (done && !s->saved)
		row.facts = s->local;
	return row;
}

static void
write_listing(struct mirror *m, bool done)
{
	struct listing_row *rows = arena_array(m->arena, struct listing_row,
	    m->num);
	struct sink k = { 0 };
	size_t i, num = 0;

	for (i = 0; i < m->num; i++)
		if (!done || m->steps[i].act != MIRROR_REMOVE)
			rows[num++] = row_of(m, &m->steps[i], done);
	listing_write(rows, num, &k);
	if (done || m->listing_beside.len == 0)
		remote_write(m->remote, S(LISTING_NAME), sink_str(&k));
	/* Last: after an interruption it has the files compared. */
	if (m->listing_beside.len != 0)
		remote_write(m->remote, m->listing_beside, sink_str(&k));
	sink_free(&k);
}

static bool
is_sent(const struct mirror_step *s)
{
	return s->act == MIRROR_ADD || s->act == MIRROR_CHANGE;
}

/* Reports a file that somebody saved since its digest was taken: the
 * destination has either state of it, or a mixture. The listing gets the new
 * digest without facts, so that the next run compares the bytes. */
static void
check_sent(struct mirror *m, struct mirror_step *s)
{
	char *name = path_name(m->arena, s->file.root, s->file.path);
	struct file_facts now = file_facts(name);

	if (now.kind == FILE_PLAIN && now.size == s->local.size &&
	    now.time == s->local.time && now.fraction == s->local.fraction)
		return;
	diag(m->diags, DIAG_PUBLISH_SAVED, POS_NONE, str_of(name));
	s->saved = true;
	if (now.kind != FILE_PLAIN)
		return;
	s->local = now;
	s->digest = S("");
}

/* Whether a store gets both in one call. */
static bool
is_of_group(const struct mirror *m, const struct mirror_step *first,
    const struct mirror_step *s)
{
	return is_sent(s) && mirror_phase(s) == mirror_phase(first) &&
	    s->file.rank == first->file.rank && (!remote_is_store(m->remote) ||
	    s->file.rank != MIRROR_INDEX || (str_count(s->file.path, '/') ==
	    0) == (str_count(first->file.path, '/') == 0));
}

/* Sends in one call the steps from i on that have equal phase and rank;
 * returns the index of the next step. Files that are cut off at a store have
 * another call, as they may be replaced. */
static size_t
send_group(struct mirror *m, size_t i)
{
	struct remote_file *files = arena_array(m->arena, struct remote_file,
	    m->num - i), *cut = arena_array(m->arena, struct remote_file,
	    m->num - i);
	struct mirror_step *first = &m->steps[i], *s;
	struct remote_file file;
	size_t num = 0, num_cut = 0;

	for (; i < m->num && is_of_group(m, first, &m->steps[i]); i++) {
		file = (struct remote_file){ m->steps[i].file.root,
		    m->steps[i].file.path };
		if (m->steps[i].cut_off)
			cut[num_cut++] = file;
		else
			files[num++] = file;
	}
	remote_put(m->remote, cut, num_cut, REMOTE_OVER);
	remote_put(m->remote, files, num, first->act == MIRROR_ADD ? REMOTE_NEW
	    : REMOTE_OVER);
	for (s = first; s != m->steps + i; s++)
		check_sent(m, s);
	return i;
}

/* The register has a rank of its own, and is sent after all files. */
static void
send_groups(struct mirror *m, bool last)
{
	size_t i = 0;

	while (i < m->num && is_sent(&m->steps[i]))
		if ((m->steps[i].file.rank == MIRROR_LAST) == last)
			i = send_group(m, i);
		else
			i++;
}

static void
remove_files(struct mirror *m)
{
	str *paths = arena_array(m->arena, str, m->num);
	size_t i, num = 0;

	for (i = 0; i < m->num; i++)
		if (m->steps[i].act == MIRROR_REMOVE &&
		    m->steps[i].remote.kind == FILE_PLAIN)
			paths[num++] = m->steps[i].file.path;
	remote_remove(m->remote, paths, num);
}

void
mirror_send_files(struct mirror *m)
{
	progress_begin(phrase_text(PHRASE_PROGRESS_SEND),
	    m->count.acts[MIRROR_ADD] + m->count.acts[MIRROR_CHANGE]);
	send_groups(m, /*last*/false);
	progress_end();
}

void
mirror_send_register(struct mirror *m)
{
	send_groups(m, /*last*/true);
}

void
mirror_send_announce(struct mirror *m)
{
	m->file_arena = arena_new();
	write_listing(m, false);
	arena_free(m->file_arena);
}

void
mirror_send_end(struct mirror *m)
{
	m->file_arena = arena_new();
	remove_files(m);
	write_listing(m, true);
	arena_free(m->file_arena);
}
