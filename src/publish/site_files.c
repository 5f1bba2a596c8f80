/* SPDX-License-Identifier: ISC */
#include "publish/site_files.h"

#include "base/arena.h"
#include "build/store.h"
#include "model/ident.h"
#include "publish/source_digest.h"

enum { DIGITS = 2 * DIGEST_SIZE };

void
site_files_make(struct site_files *o, struct arena *a, const struct reg *reg,
    str content, str out, struct diags *ds)
{
	struct ident id;
	size_t i;

	*o = (struct site_files){ .arena = a, .diags = ds, .reg = reg,
	    .content = content, .out = out, .works = map_make(a),
	    .erased = map_make(a), .sent = map_make(a) };
	for (i = 0; i < reg->num; i++) {
		if (reg->rows[i].event == EVENT_ERASE)
			map_slot(&o->erased, reg->rows[i].edition);
		if (reg->rows[i].event == EVENT_RELEASE &&
		    ident_read(&id, reg->rows[i].edition, NULL, S("")))
			map_slot(&o->works, id.work);
	}
}

static bool
is_released(const struct site_files *o, str edition)
{
	return register_release(o->reg, edition) != NULL;
}

static bool
is_erased(const struct site_files *o, str edition)
{
	return map_find(&o->erased, edition) != NULL;
}

static bool
is_index(str path)
{
	return str_eq(path, S("index.html")) ||
	    str_ends(path, S("/index.html"));
}

/* A page or record: of an edition, or at a work's address. */
static bool
may_page(const struct site_files *o, str base, bool page)
{
	struct ident id;

	if (ident_read(&id, base, NULL, S("")))
		return is_released(o, base) && (page || !is_erased(o, base));
	return str_count(base, '/') != 3 || map_find(&o->works, base) != NULL;
}

bool
site_files_may(const struct site_files *o, str path)
{
	struct ident id;
	str folder = str_upto(path, str_rfind(path, '/'));

	if (is_index(path))
		return true;
	if (str_eq(path, S("taslak.html")))
		return false;
	if (str_ends(path, S(".html")))
		return may_page(o, str_upto(path, path.len - 5), true);
	if (str_ends(path, S(".pdf")))
		return may_page(o, str_upto(path, path.len - 4), false);
	if (folder.len != path.len && ident_read(&id, folder, NULL, S("")))
		return is_released(o, folder) && !is_erased(o, folder);
	return true;
}

static enum mirror_rank
rank_of(str path)
{
	static const char *const last[] = { ".xml", ".json", ".tsv", ".csv" };
	size_t i;

	if (is_index(path))
		return MIRROR_INDEX;
	for (i = 0; i < sizeof(last) / sizeof(last[0]); i++)
		if (str_ends(path, str_of(last[i])))
			return MIRROR_INDEX;
	return str_ends(path, S(".html")) ? MIRROR_PAGE : MIRROR_FILE;
}

static void
want(struct site_files *o, struct mirror *m, struct mirror_file file)
{
	if (map_find(&o->sent, file.path) != NULL)
		return;
	map_slot(&o->sent, file.path);
	mirror_want(m, file);
}

/* The source and the record as the register knows them. */
static void
want_edition(struct site_files *o, struct mirror *m, const struct row *row)
{
	struct mirror_file file = { .root = o->content };

	if (is_erased(o, row->edition))
		return;
	file.path = str_join(o->arena, row->edition, S(".md"));
	want(o, m, file);
	if (row->record.len != DIGITS)
		return;
	file.path = str_join(o->arena, row->edition, S(".pdf"));
	file.fixed = true;
	file.digest = row->record;
	want(o, m, file);
}

/* The build made its page; without it the site would lose what it has. */
static void
check_page(struct site_files *o, const struct row *row)
{
	struct pos none = { 0, 0 };
	str page = str_join(o->arena, row->edition, S(".html"));

	if (map_find(&o->sent, page) == NULL)
		diag(o->diags, DIAG_PUBLISH_MISSING, none,
		    str_join3(o->arena, o->out, S("/"), page));
}

/* The index.md beside an index.html, where there is one. */
static void
want_title(struct site_files *o, struct mirror *m, str index)
{
	str path = str_join(o->arena, str_upto(index, index.len - 4),
	    S("md"));
	char *name = str_c(o->arena, str_join3(o->arena, o->content, S("/"),
	    path));

	if (file_kind(name) == FILE_PLAIN)
		want(o, m, (struct mirror_file){ .root = o->content,
		    .path = path });
}

void
site_files_want(struct site_files *o, struct mirror *m)
{
	str *made = store_made(o->arena, o->out, &o->num_made);
	size_t i;

	o->made = made;
	map_reserve(&o->sent, o->num_made + 2 * o->reg->num);
	for (i = 0; i < o->reg->num; i++)
		if (o->reg->rows[i].event == EVENT_RELEASE)
			want_edition(o, m, &o->reg->rows[i]);
	want(o, m, (struct mirror_file){ .root = o->content,
	    .path = S("register.tsv"), .rank = MIRROR_LAST });
	for (i = 0; i < o->num_made; i++) {
		if (!site_files_may(o, made[i]))
			continue;
		want(o, m, (struct mirror_file){ .root = o->out,
		    .path = made[i], .rank = rank_of(made[i]) });
		if (is_index(made[i]))
			want_title(o, m, made[i]);
	}
	for (i = 0; i < o->reg->num; i++)
		if (o->reg->rows[i].event == EVENT_RELEASE)
			check_page(o, &o->reg->rows[i]);
}

/* --- What is about to be sent */

/* The first path of the build's list that is not before this one. */
static size_t
lower_bound(const struct site_files *o, str path)
{
	size_t low = 0, high = o->num_made, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (str_cmp(o->made[middle], path) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The pictures that the build made for the edition: those it refers to. */
static struct strings
pictures_of(const struct site_files *o, str edition)
{
	str folder = str_join(o->arena, edition, S("/"));
	size_t i, first = lower_bound(o, folder), last = first;
	struct strings s = { NULL, 0 };

	while (last < o->num_made && str_starts(o->made[last], folder))
		last++;
	s.items = arena_array(o->arena, str, last - first + 1);
	for (i = first; i < last; i++)
		s.items[s.num++] = str_from(o->made[i], folder.len);
	return s;
}

void
site_files_check(struct site_files *o, const struct mirror *m)
{
	size_t i, num;
	const struct mirror_step *steps = mirror_steps(m, &num);
	struct pos none = { 0, 0 };
	const struct row *row;
	struct strings pictures;
	str path;

	for (i = 0; i < num; i++) {
		path = steps[i].file.path;
		if ((steps[i].act != MIRROR_ADD &&
		    steps[i].act != MIRROR_CHANGE) || !str_ends(path, S(".md")))
			continue;
		row = register_release(o->reg, str_upto(path, path.len - 3));
		if (row == NULL)
			continue;
		pictures = pictures_of(o, row->edition);
		if (!str_eq(source_digest(o->arena, o->content, row->edition,
		    &pictures), row->source))
			diag(o->diags, DIAG_PUBLISH_OURS, none, str_join3(
			    o->arena, o->content, S("/"), path));
	}
}
