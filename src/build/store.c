/* SPDX-License-Identifier: ISC */
#include "build/store.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/diags.h"
#include "base/die.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/sink.h"
#include "model/site_path.h"

enum { LIST_LIMIT = 256 << 20, COPY_LIMIT = 64 << 20 };

/* What is known of a path: bits of its number in the map. A foreign file is on
 * disk although no list names it; it becomes ours only if it has our bytes. */
enum { MADE = 1, PLANNED = 2, FOREIGN = 4 };

struct store {
	struct arena	*arena;
	str		 folder;
	struct map	 paths;
	struct map_slot	**sorted;	/* by path, after store_begin() */
	size_t		 num;
	atomic_size_t	 written;
	atomic_size_t	 same;
	size_t		 removed;
};

static char *
on_disk(struct store *s, struct arena *a, str path)
{
	return str_c(a, str_join3(a, s->folder, S("/"), path));
}

static _Noreturn void
fail(const char *path)
{
	die_system(DIAG_WRITE, path, fault_text(errno));
}

static str
read_list(struct arena *a, const char *name)
{
	str list = S("");

	if (!file_read(a, name, LIST_LIMIT, &list) && errno != ENOENT &&
	    errno != ENOTDIR)
		die_system(DIAG_READ, name, fault_text(errno));
	return list;
}

/* Skips what store_check() reports. */
static bool
next_path(str *list, str *path)
{
	while (str_line(list, path))
		if (site_path_is_site(*path))
			return true;
	return false;
}

void
store_check(struct arena *a, str folder, struct diags *ds)
{
	str line, path = str_join(a, folder, S("/.matbu"));
	str list = read_list(a, str_c(a, path));
	struct pos pos = { 0, 1 };

	while (str_line(&list, &line)) {
		pos.line++;
		if (!site_path_is_site(line))
			diag(ds, DIAG_OUT_LIST, pos, path);
	}
}

str *
store_made(struct arena *a, str folder, size_t *num)
{
	str path, rest, list = read_list(a, str_c(a, str_join(a, folder,
	    S("/.matbu"))));
	str *paths;

	*num = 0;
	for (rest = list; next_path(&rest, &path);)
		++*num;
	paths = arena_array(a, str, *num + 1);
	for (*num = 0; next_path(&list, &path);)
		paths[(*num)++] = path;
	return paths;
}

struct store *
store_open(struct arena *a, const char *folder, size_t num)
{
	struct store *s = arena_new_of(a, struct store);
	str list, line;

	s->arena = a;
	s->folder = str_of(folder);
	while (s->folder.len > 1 && str_ends(s->folder, S("/")))
		s->folder.len--;
	s->paths = map_make(a);
	map_reserve(&s->paths, num);
	list = read_list(a, on_disk(s, a, S(".matbu")));
	while (next_path(&list, &line))
		map_slot(&s->paths, line)->number |= MADE;
	return s;
}

void
store_plan(struct store *s, str path)
{
	map_slot(&s->paths, path)->number |= PLANNED;
}

static int
cmp_path(const void *a, const void *b)
{
	const struct map_slot *const *x = a, *const *y = b;

	return str_cmp((*x)->key, (*y)->key);
}

/* The list of what matbu made, or makes now. */
static void
write_list(struct store *s)
{
	size_t number;
	struct sink k = { 0 };
	char *path = on_disk(s, s->arena, S(".matbu"));
	char *temp = on_disk(s, s->arena, S(".matbu.new"));
	size_t i;

	for (i = 0; i < s->num; i++) {
		number = s->sorted[i]->number;
		if (number == 0 || (number & FOREIGN) != 0)
			continue;
		sink_put(&k, s->sorted[i]->key);
		sink_char(&k, '\n');
	}
	if (file_compare(path, sink_str(&k)) != FILE_SAME &&
	    !file_write(temp, path, sink_str(&k)))
		fail(path);
	sink_free(&k);
}

static str
folder_of(str path)
{
	size_t slash = str_rfind(path, '/');

	return slash != path.len ? str_upto(path, slash + 1) : S("");
}

/* Paths are sorted: those of a folder stand together. */
static void
make_folders(struct store *s)
{
	str made = S("?"), folder;
	size_t i;

	for (i = 0; i < s->num; i++) {
		folder = folder_of(s->sorted[i]->key);
		if (str_eq(folder, made) ||
		    (s->sorted[i]->number & PLANNED) == 0)
			continue;
		made = folder;
		if (!file_make_folders(on_disk(s, s->arena, s->sorted[i]->key)))
			fail(on_disk(s, s->arena, folder));
	}
}

/* A run that stops at a foreign file must not have listed it as its own: the
 * next run would overwrite it. Files of a missing folder need no system
 * call. */
static void
find_foreign(struct store *s)
{
	str checked = S("?"), folder;
	struct map_slot *slot;
	bool there = false;
	size_t i;

	for (i = 0; i < s->num; i++) {
		slot = s->sorted[i];
		if (slot->number & MADE)
			continue;
		folder = folder_of(s->sorted[i]->key);
		if (!str_eq(folder, checked))
			there = file_kind(on_disk(s, s->arena, folder)) !=
			    FILE_NONE;
		checked = folder;
		if (there && file_kind(on_disk(s, s->arena, s->sorted[i]->key))
		    != FILE_NONE)
			slot->number |= FOREIGN;
	}
}

/* Half-written files of an interrupted run. */
static void
remove_leftovers(struct store *s)
{
	struct file_list list;
	size_t i;

	if (!file_list(s->arena, on_disk(s, s->arena, S("")), &list))
		return;
	for (i = 0; i < list.num; i++)
		if (str_starts(list.entries[i].name, S(".matbu.new")))
			file_remove(on_disk(s, s->arena,
			    list.entries[i].name));
}

void
store_begin(struct store *s)
{
	size_t i;

	s->sorted = arena_array(s->arena, struct map_slot *,
	    s->paths.num);
	for (i = 0; i < s->paths.cap; i++)
		if (s->paths.slots[i].key.p != NULL)
			s->sorted[s->num++] = &s->paths.slots[i];
	if (s->num != 0)
		qsort(s->sorted, s->num, sizeof(*s->sorted), cmp_path);
	if (!file_make_folders(on_disk(s, s->arena, S(""))))
		fail(on_disk(s, s->arena, S("")));
	find_foreign(s);
	remove_leftovers(s);
	write_list(s);
	make_folders(s);
}

/* Each worker has one name for files that are being written. */
static void
write_file(struct store *s, size_t worker, const char *path, str bytes)
{
	struct sink temp = { 0 };

	sink_put(&temp, s->folder);
	sink_puts(&temp, "/.matbu.new.");
	sink_uint(&temp, worker);
	sink_char(&temp, '\0');
	if (!file_write(temp.p, path, bytes))
		fail(path);
	sink_free(&temp);
}

/* The path on disk, in the sink. */
static const char *
name_in(struct store *s, struct sink *k, str path)
{
	sink_put(k, s->folder);
	sink_char(k, '/');
	sink_put(k, path);
	sink_char(k, '\0');
	return k->p;
}

/* A missing file is created in place: should the run be interrupted, the list
 * says already that it is ours. An existing file is replaced atomically. Where
 * twin is another name of the same bytes a hard link is tried first. */
static void
put(struct store *s, size_t worker, str path, const char *twin, str bytes)
{
	struct sink k = { 0 };
	const char *name = name_in(s, &k, path);
	enum file_match match = file_compare(name, bytes);

	if (match == FILE_DIFFERENT &&
	    (map_find(&s->paths, path)->number & MADE) == 0)
		die_system(DIAG_OUT_FOREIGN, name, "");
	if (match == FILE_DIFFERENT)
		write_file(s, worker, name, bytes);
	else if (match == FILE_ABSENT &&
	    (twin == NULL || !file_link(twin, name)) &&
	    !file_create(name, bytes))
		fail(name);
	atomic_fetch_add(match == FILE_SAME ? &s->same : &s->written, 1);
	sink_free(&k);
}

void
store_put(struct store *s, size_t worker, str path, str bytes)
{
	put(s, worker, path, NULL, bytes);
}

void
store_put_again(struct store *s, size_t worker, str path, str again, str bytes)
{
	struct sink k = { 0 };

	put(s, worker, again, name_in(s, &k, path), bytes);
	sink_free(&k);
}

void
store_copy(struct store *s, size_t worker, str from, str path)
{
	struct arena *a = arena_new();
	char *name = str_c(a, from);
	str bytes;

	if (!file_read(a, name, COPY_LIMIT, &bytes))
		die_system(DIAG_READ, name, fault_text(errno));
	store_put(s, worker, path, bytes);
	arena_free(a);
}

/* Removes folders that are empty now, from the innermost outwards. */
static void
prune(struct store *s, str path)
{
	for (path = folder_of(path); path.len != 0; path = folder_of(path)) {
		path.len--;
		if (!file_remove(on_disk(s, s->arena, path)))
			break;
	}
}

void
store_finish(struct store *s, bool (*within)(const void *, str),
    const void *context)
{
	struct map_slot *slot;
	size_t i;

	for (i = 0; i < s->num; i++) {
		slot = s->sorted[i];
		slot->number &= ~(size_t)FOREIGN;
		if (slot->number != MADE || !within(context, s->sorted[i]->key))
			continue;
		if (!file_remove(on_disk(s, s->arena, s->sorted[i]->key)))
			fail(on_disk(s, s->arena, s->sorted[i]->key));
		prune(s, s->sorted[i]->key);
		slot->number = 0;
		s->removed++;
	}
	write_list(s);
}

struct store_count
store_counted(const struct store *s)
{
	return (struct store_count){ s->written, s->same, s->removed };
}
