/* SPDX-License-Identifier: ISC */
#include "build/store.h"

#include <assert.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/hold.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/sink.h"
#include "base/witness.h"
#include "build/first_page.h"
#include "build/store_list.h"

/*
 * From one state of out/ to the next
 * ----------------------------------
 * A build plans all its paths, renders, and only then changes what is visible.
 * out/.matbu lists what matbu made; a path that is not in it is foreign and is
 * never replaced or removed. The steps:
 *
 * 1. store_open() makes the folder, takes the lock (.matbu.lock, base/hold.h)
 *    and reads the list (store_list.h): each path gets MADE. store_plan() adds
 *    PLANNED.
 * 2. store_begin() sorts the paths, gives FOREIGN to each planned one that is
 *    not in the list and exists, and removes temporary files (.matbu.new*) of
 *    an interrupted run: the lock shows that no other run uses them.
 * 3. store_put() compares the bytes with the file on disk. Equal: nothing is
 *    written. Different, and not MADE: IN_THE_WAY. Else the bytes go to
 *    .matbu.new.N in out/ itself, so that naming it later is one rename on one
 *    disk. Threads take N from an atomic counter.
 * 4. store_drop(), after an error: removes the temporary files and the folders
 *    of out/'s path that this run made, as far as they are empty.
 *    store_finish(), without one:
 *      check_way()   ends the program if a path is IN_THE_WAY
 *      removes .state and .made (state.h), which are true no longer
 *      write_list()  the paths that are MADE or PLANNED, without FOREIGN ones
 *      make_folders(), name_temps()  one rename for each new file
 *      removes each path that is MADE, not PLANNED, and within what this run
 *                    renders; others stay in the list for a later run
 *      write_list()  now without the removed paths, and with the FOREIGN ones:
 *                    they have our bytes, or check_way() had ended the program
 *    store_close() gives the lock back.
 *
 * What an interruption leaves. Before the first write_list(): out/ as it was,
 * and temporary files. After it: some files are new and some old, each whole,
 * and the list names all of them, so the next build replaces or removes them
 * and takes none for foreign. A FOREIGN path is not in the first list:
 * if it were, and the run ended there and the file were changed, the next build
 * would overwrite it. Nothing marks the mix of old and new files; the next
 * build ends it. publish takes the same lock, so it does not run between two
 * renames of a build that is still running. The disk is not synced: after a
 * power failure out/ is built again from content/.
 */

enum { COPY_LIMIT = 64 << 20 };

/* What is known of a path: bits of its number in the map. A foreign file is on
 * disk although no list names it; it becomes ours only if it has our bytes, and
 * is in the way otherwise. A NEW file was written by this run; a LINKED one was
 * there and got a second name. New files have temporary names until all of them
 * are there: the number in that name, from 1, takes the bits above these. */
enum { MADE = 1, PLANNED = 2, FOREIGN = 4, IN_THE_WAY = 8, NEW = 16,
    LINKED = 32, TEMP = 64 };

struct store {
	struct arena	*arena;
	str		 folder;
	struct hold	*hold;		/* until store_close() */
	struct map	 paths;
	struct map_slot	**sorted;	/* by path, after store_begin() */
	size_t		 num;
	size_t		 there;		/* [byte] of the folder's path that
					 * existed before this run */
	struct timespec	 naming;	/* when new files began to get names */
	atomic_size_t	 temps;
	atomic_size_t	 written;
	atomic_size_t	 same;
	size_t		 removed;
	size_t		 pages;		/* that were written */
	str		 page;		/* the one to show, in arena */
};

static char *
on_disk(struct store *s, struct arena *a, str path)
{
	return path_name(a, s->folder, path);
}

static _Noreturn void
fail(const char *path)
{
	die_errno(DIAG_WRITE, path);
}

/* Returns the length of the part of the folder's path that exists: store_drop()
 * removes only what is below it. */
static size_t
length_there(struct store *s)
{
	str path = s->folder;

	while (path.len > 1 && file_kind(str_c(s->arena, path)) == FILE_NONE)
		path = str_rfind(path, '/') != path.len ? str_upto(path,
		    str_rfind(path, '/')) : S("");
	return path.len;
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
	s->there = length_there(s);
	if (!folder_make_all(on_disk(s, a, S(""))))
		fail(on_disk(s, a, S("")));
	s->hold = hold_open(a, str_c(a, s->folder), true);
	list = store_list_read(a, s->folder);
	while (store_list_next(&list, &line))
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

/* Writes the list of what matbu made, or makes now. The number 0 marks a path
 * that was removed. */
static void
write_list(struct store *s)
{
	struct sink k = { 0 };
	size_t number, i;

	for (i = 0; i < s->num; i++) {
		number = s->sorted[i]->number;
		if (number != 0 && (number & FOREIGN) == 0)
			store_list_add(&k, s->sorted[i]->key);
	}
	store_list_write(s->arena, s->folder, sink_str(&k));
	sink_free(&k);
}

static str
folder_of(str path)
{
	size_t slash = str_rfind(path, '/');

	return slash != path.len ? str_upto(path, slash + 1) : S("");
}

/* Makes the folders of planned paths. Paths are sorted, so those of a folder
 * follow each other and most need no system call. */
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
		if (!folder_make_all(on_disk(s, s->arena, s->sorted[i]->key)))
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

/* Removes the temporary files of an interrupted run. */
static void
remove_leftovers(struct store *s)
{
	struct folder_list list;
	size_t i;

	if (!folder_list(s->arena, on_disk(s, s->arena, S("")), &list)) {
		if (errno == ENOTDIR)
			fail(on_disk(s, s->arena, S(".matbu")));
		return;
	}
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
	find_foreign(s);
	remove_leftovers(s);
}

/* --- Temporary files */

/* The name of a temporary file on disk, in the sink. */
static const char *
temp_name(struct store *s, struct sink *k, size_t number)
{
	sink_reset(k);
	sink_put(k, s->folder);
	sink_puts(k, "/.matbu.new.");
	sink_uint(k, number);
	sink_char(k, '\0');
	return k->p;
}

void
store_drop(struct store *s)
{
	struct sink k = { 0 };
	size_t i;
	str path;

	for (i = 1; i <= s->temps; i++)
		file_remove(temp_name(s, &k, i));
	hold_close(s->hold);
	for (path = s->folder; path.len > s->there; path = str_upto(path,
	    str_rfind(path, '/') != path.len ? str_rfind(path, '/') : 0)) {
		sink_reset(&k);
		sink_put(&k, path);
		sink_char(&k, '\0');
		if (!file_remove(k.p))
			break;
	}
	sink_free(&k);
}

/* Writes the bytes of a path to a new temporary file. Where twin, a file on
 * disk, has the same bytes, a hard link to it is tried first. */
static void
put_temp(struct store *s, struct map_slot *slot, const char *twin, str bytes)
{
	struct sink k = { 0 };
	size_t number = 1 + atomic_fetch_add(&s->temps, 1);
	const char *name = temp_name(s, &k, number);

	if ((twin == NULL || !file_link(twin, name)) &&
	    !file_create(name, bytes)) {
		store_drop(s);
		fail(name);
	}
	slot->number += number * TEMP + NEW;
	sink_free(&k);
}

/* Counts a new page, and keeps the one to look at first. */
static void
count_page(struct store *s, str path)
{
	if (!str_ends(path, S(".html")))
		return;
	s->pages++;
	if (s->page.len == 0 || first_page_is_before(path, s->page))
		s->page = path;
}

/* Gives all new files their names, one rename each. The list names them
 * already, so an interruption here leaves no foreign file. */
static void
name_temps(struct store *s)
{
	struct sink k = { 0 };
	struct map_slot *slot;
	size_t i;

	s->naming = census_now();
	for (i = 0; i < s->num; i++) {
		slot = s->sorted[i];
		if (slot->number / TEMP == 0)
			continue;
		if (!file_rename(temp_name(s, &k, slot->number / TEMP),
		    on_disk(s, s->arena, slot->key)))
			fail(on_disk(s, s->arena, slot->key));
		slot->number %= TEMP;
		count_page(s, slot->key);
	}
	sink_free(&k);
}

/* Ends the program at the first foreign file in the way, before any change. */
static void
check_way(struct store *s)
{
	size_t i;

	for (i = 0; i < s->num; i++)
		if ((s->sorted[i]->number & IN_THE_WAY) != 0) {
			store_drop(s);
			die_system(DIAG_OUT_FOREIGN, on_disk(s, s->arena,
			    s->sorted[i]->key), "");
		}
}

/* --- Files */

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

/* Threads put different paths, so each slot belongs to one of them. */
static void
put(struct store *s, str path, const char *twin, str bytes)
{
	struct sink k = { 0 };
	struct map_slot *slot = map_find(&s->paths, path);
	enum file_match match = file_compare(name_in(s, &k, path), bytes);

	if (match == FILE_DIFFERENT && (slot->number & MADE) == 0)
		slot->number |= IN_THE_WAY;
	else if (match != FILE_SAME)
		put_temp(s, slot, twin, bytes);
	atomic_fetch_add(match == FILE_SAME ? &s->same : &s->written, 1);
	sink_free(&k);
}

void
store_put(struct store *s, str path, str bytes)
{
	put(s, path, NULL, bytes);
}

void
store_keep(struct store *s, str path)
{
	assert((map_find(&s->paths, path)->number & (MADE | PLANNED)) ==
	    (MADE | PLANNED));
	atomic_fetch_add(&s->same, 1);
}

void
store_put_again(struct store *s, str path, str again, str bytes)
{
	struct sink k = { 0 };
	struct map_slot *twin = map_find(&s->paths, path);
	size_t temp = twin->number / TEMP;

	put(s, again, temp != 0 ? temp_name(s, &k, temp) :
	    name_in(s, &k, path), bytes);
	if ((twin->number & NEW) == 0 &&
	    (map_find(&s->paths, again)->number & NEW) != 0)
		twin->number |= LINKED;
	sink_free(&k);
}

void
store_copy(struct store *s, str from, str path)
{
	struct arena *a = arena_new();
	char *name = str_c(a, from);
	str bytes;

	if (!witness_read(a, name, COPY_LIMIT, &bytes)) {
		int e = errno;

		store_drop(s);
		die_system(DIAG_READ, name, fault_text(e));
	}
	store_put(s, path, bytes);
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

	check_way(s);
	/* What they say of the folder is true no longer. */
	file_remove(on_disk(s, s->arena, S(".state")));
	file_remove(on_disk(s, s->arena, S(".made")));
	write_list(s);
	make_folders(s);
	name_temps(s);
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

void
store_close(struct store *s)
{
	hold_close(s->hold);
}

size_t
store_num(const struct store *s)
{
	size_t i, num = 0;

	for (i = 0; i < s->num; i++)
		num += (s->sorted[i]->number & PLANNED) != 0;
	return num;
}

enum store_trust
store_trust(const struct store *s, const struct census_file *file,
    struct timespec began)
{
	const struct map_slot *slot = map_find(&s->paths, file->path);
	size_t bits = slot != NULL ? slot->number % TEMP : 0;
	struct timespec last = file->changed;

	if (bits == 0)
		return STORE_OTHER;
	if ((bits & (NEW | LINKED)) != 0)
		last = file->written;
	return (bits & PLANNED) != 0 && census_compare(last, (bits & NEW) != 0 ?
	    s->naming : began) < 0 ? STORE_OURS : STORE_CHANGED;
}

struct store_count
store_counted(const struct store *s)
{
	return (struct store_count){ s->written, s->same, s->removed,
	    s->pages, s->page };
}
