/* SPDX-License-Identifier: ISC */
#include "publish/heads.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/path.h"
#include "model/site_path.h"
#include "publish/compare.h"
#include "register/join.h"

static str
path_of(struct arena *a, str chain, str ending)
{
	return str_join(a, S("register/"), chain, ending);
}

static int
cmp_path(const void *a, const void *b)
{
	return str_cmp(*(const str *)a, *(const str *)b);
}

/* --- Reading */

static void
read_head(struct heads *h, str path)
{
	struct reg *reg = &h->regs[h->num];
	str bytes;

	if (!remote_read(h->remote, path, &bytes))
		return;
	register_parse(reg, h->arena, bytes, remote_name(h->remote, path),
	    NULL);
	h->num++;
}

void
heads_find(struct heads *h, struct arena *a, struct remote *r,
    const struct reg *reg)
{
	struct strings paths = { 0 };
	size_t i;
	str chain;

	*h = (struct heads){ .arena = a, .remote = r, .chains = map_make(a) };
	if (!remote_is_store(r))
		return;
	h->site = path_of(a, register_chain(reg), S(".site"));
	remote_list(r, S("register"), &paths);
	if (paths.num != 0)
		qsort(paths.items, paths.num, sizeof(*paths.items), cmp_path);
	h->regs = arena_array(a, struct reg, paths.num + 1);
	for (i = 0; i < reg->num; i++)
		map_slot(&h->chains, reg->rows[i].chain);
	for (i = 0; i < paths.num; i++) {
		if (!site_path_is_head(paths.items[i], &chain))
			continue;
		if (str_ends(paths.items[i], S(".site")))
			strings_add(&h->sites, a, paths.items[i]);
		else if (map_find(&h->chains, chain) == NULL)
			read_head(h, paths.items[i]);
		if (str_ends(paths.items[i], S(".tsv")))
			map_slot(&h->chains, chain)->number = 1;
	}
}

/* Whether the rows of its publisher are in the register, given that
 * heads_check() found no others. */
static bool
is_known(const struct heads *h, str path)
{
	str chain;

	return site_path_is_head(path, &chain) &&
	    map_find(&h->chains, chain) != NULL;
}

void
heads_listings(struct heads *h, struct listing *l)
{
	struct listing other;
	unsigned line;
	str bytes;
	size_t i;

	for (i = 0; i < h->sites.num; i++) {
		if (!remote_read(h->remote, h->sites.items[i], &bytes))
			continue;
		if (listing_read(&other, h->arena, bytes, &line) &&
		    str_eq(h->sites.items[i], h->site))
			h->has_site = true;
		listing_join(l, h->arena, &other, !is_known(h,
		    h->sites.items[i]));
	}
}

/* --- Comparing */

static size_t
common(const struct reg *a, const struct reg *b)
{
	size_t n = 0;

	while (n < a->num && n < b->num &&
	    str_eq(a->rows[n].line, b->rows[n].line))
		n++;
	return n;
}

/* Begins with the rows of reg; returns how many the other begins with. */
static size_t
begin(const struct heads *h, struct join *j, const struct reg *reg,
    const struct reg *other)
{
	size_t n = common(reg, other);

	join_begin(j, h->arena, reg->rows, reg->num, n, other->num - n);
	return n;
}

/* The first row of the other register that is missing in ours; NULL: none. A
 * release that conflicts with ours does not count: the two cannot be joined,
 * and register.tsv shows ours to whoever made the other. */
static const struct row *
first_missing(const struct heads *h, const struct reg *ours,
    const struct reg *other)
{
	const struct row *conflict;
	struct join j;
	size_t i;

	for (i = begin(h, &j, ours, other); i < other->num; i++)
		if (join_add(&j, &other->rows[i], &conflict) == JOIN_ADDED)
			return &other->rows[i];
	return NULL;
}

bool
heads_check(const struct heads *h, const struct reg *ours, str destination,
    struct diags *ds)
{
	const struct row *row;
	struct pos pos = POS_NONE;
	size_t i;

	for (i = 0; i < h->num; i++) {
		row = first_missing(h, ours, &h->regs[i]);
		if (row == NULL)
			continue;
		pos.line = (unsigned)(row - h->regs[i].rows) + 2;
		diag(ds, DIAG_PUBLISH_BEHIND, pos, h->regs[i].path,
		    compare_describe(h->arena, row), destination);
		return false;
	}
	return true;
}

/* --- A publish */

/* Removes a file that is cut off. Another file stays, and then the writing
 * fails. */
void
heads_enter(const struct heads *h, const struct reg *ours)
{
	str path = path_of(h->arena, register_chain(ours), S(".tsv")), bytes;
	struct file_facts facts;

	if (!remote_is_store(h->remote))
		return;
	remote_facts(h->remote, &path, 1, &facts);
	if (facts.kind == FILE_PLAIN && facts.size == ours->bytes.len)
		return;
	if (facts.kind == FILE_PLAIN && remote_read(h->remote, path, &bytes) &&
	    str_starts(ours->bytes, bytes))
		remote_remove(h->remote, &path, 1);
	remote_write(h->remote, path, ours->bytes);
}

bool
heads_read_back(const struct heads *h, const struct reg *ours,
    str destination, struct diags *ds)
{
	const str path = S("register.tsv");
	struct heads now;
	str bytes;

	if (!remote_is_store(h->remote))
		return true;
	if (!remote_read(h->remote, path, &bytes) ||
	    !str_eq(bytes, ours->bytes)) {
		diag(ds, DIAG_PUBLISH_OVERTAKEN, POS_NONE, remote_name(
		    h->remote, path), destination);
		return false;
	}
	heads_find(&now, h->arena, h->remote, ours);
	return heads_check(&now, ours, destination, ds);
}

void
heads_clear(const struct heads *h)
{
	str *paths = arena_array(h->arena, str, h->sites.num + 1);
	size_t i, num = 0;

	for (i = 0; i < h->sites.num; i++)
		if (is_known(h, h->sites.items[i]) &&
		    !str_eq(h->sites.items[i], h->site))
			paths[num++] = h->sites.items[i];
	remote_remove(h->remote, paths, num);
}

/* --- A pull */

/* The register that the bytes are the beginning of, or NULL. */
static const struct reg *
whole_of(const struct heads *h, str bytes)
{
	size_t i;

	for (i = 0; i < h->num; i++)
		if (h->regs[i].valid && str_starts(h->regs[i].bytes, bytes))
			return &h->regs[i];
	return NULL;
}

static void
add_rows(const struct heads *h, struct reg *reg, const struct reg *other)
{
	const struct row *conflict;
	struct join j;
	size_t i;

	for (i = begin(h, &j, reg, other); i < other->num; i++)
		join_add(&j, &other->rows[i], &conflict);
	if (j.added != 0)
		register_parse(reg, h->arena, join_text(&j), reg->path, NULL);
}

void
heads_join(const struct heads *h, struct reg *theirs, str bytes,
    enum register_damage *damage)
{
	const struct reg *whole = *damage != DAMAGE_NONE ? whole_of(h, bytes) :
	    NULL;
	str path = theirs->path;
	size_t i;

	if (whole != NULL) {
		*theirs = *whole;
		theirs->path = path;
		*damage = DAMAGE_NONE;
	}
	for (i = 0; *damage == DAMAGE_NONE && i < h->num; i++)
		add_rows(h, theirs, &h->regs[i]);
}
