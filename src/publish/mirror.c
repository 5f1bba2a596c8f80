/* SPDX-License-Identifier: ISC */
#include "publish/mirror.h"

#include <string.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/digest.h"
#include "base/path.h"

enum { DIGEST_LIMIT = 256 << 20 };

struct mirror *
mirror_new(struct arena *a, struct remote *r, struct diags *ds, size_t jobs)
{
	struct mirror *m = arena_new_of(a, struct mirror);

	m->arena = a;
	m->remote = r;
	m->diags = ds;
	m->jobs = jobs;
	return m;
}

struct mirror_step *
mirror_add_step(struct mirror *m)
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
	mirror_add_step(m)->file = file;
	m->count.files++;
}

str
mirror_digest(struct mirror *m, struct mirror_step *s)
{
	char *name;
	str bytes;

	if (s->digest.len != 0)
		return s->digest;
	name = path_name(m->file_arena, s->file.root, s->file.path);
	if (!file_read(m->file_arena, name, DIGEST_LIMIT, &bytes))
		die_errno(DIAG_READ, name);
	s->digest = digest_hex(m->arena, digest_of(bytes));
	arena_reset(m->file_arena);
	return s->digest;
}

int
mirror_phase(const struct mirror_step *s)
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
