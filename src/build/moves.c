/* SPDX-License-Identifier: ISC */
#include "build/moves.h"

#include "base/arena.h"
#include "base/digest.h"
#include "base/path.h"
#include "register/released.h"

struct moves {
	struct input	*in;
	struct map	 digests;	/* of missing editions -> number: of
					 * the row of the release, from 1 */
	size_t		 missing;
	size_t		*from;		/* of each edition: that row, or 0 */
};

static void
add_digest(struct moves *m, str digest, size_t row)
{
	if (row_is_digest(digest))
		map_slot(&m->digests, digest)->number = row;
}

/* Calls an erased edition by the digests of its erasure. */
static void
add_missing(struct moves *m, size_t row)
{
	const struct row *bytes = register_release(&m->in->reg,
	    m->in->reg.rows[row].edition);

	m->missing++;
	add_digest(m, bytes->source, row + 1);
	add_digest(m, bytes->record, row + 1);
}

static bool
is_missing(const struct input *in, const struct row *row)
{
	return row->event == EVENT_RELEASE &&
	    map_find(&in->collection.names, row->edition) == NULL;
}

struct moves *
moves_open(struct input *in)
{
	struct moves *m = arena_new_of(in->arena, struct moves);
	size_t i;

	m->in = in;
	m->digests = map_make(in->arena);
	m->from = arena_array(in->arena, size_t, in->tree.num_editions);
	for (i = 0; i < in->reg.num; i++)
		if (is_missing(in, &in->reg.rows[i]))
			add_missing(m, i);
	return m;
}

static size_t
row_of(const struct moves *m, str digest)
{
	const struct map_slot *slot = map_find(&m->digests, digest);

	return slot != NULL ? slot->number : 0;
}

bool
moves_find(struct moves *m, struct arena *temp, size_t i, str text,
    const struct strings *used)
{
	const struct edition *e = &m->in->tree.editions[i];
	struct released_files files = { m->in->tree.root, &e->ident, text,
	    used };
	struct digest record;

	if (m->missing == 0)
		return false;
	m->from[i] = row_of(m, released_digest(temp, &files));
	if (m->from[i] == 0 && e->has_pdf &&
	    digest_file(str_c(temp, released_record_path(temp,
	    m->in->tree.root, e->ident.edition)), &record))
		m->from[i] = row_of(m, digest_hex(temp, record));
	return m->from[i] != 0;
}

/* --- What is reported */

/* Cuts what two paths have at their ends: date and revision, then folders, to
 * what was renamed. */
static void
cut_common(str *a, str *b)
{
	size_t at = str_rfind(*a, '/'), other = str_rfind(*b, '/');
	struct ident from, to;

	if (at != a->len && !str_eq(str_from(*a, at), str_from(*b, other)) &&
	    ident_read(&from, *a, NULL, S("")) &&
	    ident_read(&to, *b, NULL, S("")) &&
	    from.revision == to.revision &&
	    date_cmp(from.date, to.date) == 0) {
		*a = from.work;
		*b = to.work;
	}
	for (; at != a->len && other != b->len && str_eq(str_from(*a, at),
	    str_from(*b, other)); at = str_rfind(*a, '/'),
	    other = str_rfind(*b, '/')) {
		a->len = at;
		b->len = other;
	}
}

static void
report_move(struct moves *m, size_t i, struct map *seen)
{
	struct input *in = m->in;
	str edition = in->tree.editions[i].ident.edition, to = edition;
	str old = in->reg.rows[m->from[i] - 1].edition, from = old;
	struct map_slot *slot;
	struct ident ident;

	cut_common(&from, &to);
	slot = map_slot(seen, str_join(in->arena, from, S(" "), to));
	if (slot->number != 0 && in->limit.paths.num == 0)
		return;
	slot->number = 1;
	ident_read(&ident, old, NULL, S(""));
	diag(in->diags, DIAG_RELEASED_MOVED, POS_NONE, path_file(in->arena,
	    in->tree.root, edition, S(".md")), from, to, ident.work);
}

void
moves_report(struct moves *m)
{
	struct input *in = m->in;
	struct map seen = map_make(in->arena);
	bool *found = arena_array(in->arena, bool, in->reg.num + 1);
	size_t i;

	if (m->missing == 0)
		return;
	for (i = 0; i < in->tree.num_editions; i++)
		if (m->from[i] != 0) {
			found[m->from[i]] = true;
			report_move(m, i, &seen);
		}
	for (i = 0; i < in->reg.num; i++)
		if (!found[i + 1] && is_missing(in, &in->reg.rows[i]))
			diag(in->diags, DIAG_RELEASED_MISSING, POS_NONE,
			    path_file(in->arena, in->tree.root,
			    in->reg.rows[i].edition, S(".md")),
			    in->reg.rows[i].edition);
}
