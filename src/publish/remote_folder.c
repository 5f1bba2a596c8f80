/* SPDX-License-Identifier: ISC */
#include "publish/remote_folder.h"

#include <errno.h>

#include "base/arena.h"
#include "base/file_facts.h"

static char *
there(struct remote *f, struct arena *a, str path)
{
	return remote_ops_path(a, f->folder, path);
}

/* Also where a link leads to it. */
static bool
is_folder(struct remote *f, str path)
{
	return file_kind(str_c(f->arena, str_join(f->arena, path,
	    S("/.")))) == FILE_FOLDER;
}

static enum remote_state
find(struct remote *f)
{
	size_t slash = str_rfind(f->folder, '/');

	if (is_folder(f, f->folder))
		return REMOTE_THERE;
	return slash == f->folder.len || is_folder(f, str_upto(f->folder,
	    slash)) ? REMOTE_ABSENT : REMOTE_ORPHAN;
}

/* --- The lock */

static bool
lock(struct remote *f, str owner, str *holder)
{
	char *folder = str_c(f->arena, f->folder);
	char *name = there(f, f->arena, S(REMOTE_OWNER));

	if (file_kind(folder) == FILE_NONE && !file_make_folder(folder) &&
	    errno != EEXIST)
		remote_ops_fail(DIAG_WRITE, folder);
	*holder = S("");
	if (file_make_folder(there(f, f->arena, S(REMOTE_LOCK)))) {
		if (file_create(name, owner))
			return true;
		file_remove(there(f, f->arena, S(REMOTE_LOCK)));
		remote_ops_fail(DIAG_WRITE, name);
	}
	if (errno != EEXIST)
		remote_ops_fail(DIAG_WRITE, there(f, f->arena, S(REMOTE_LOCK)));
	file_read(f->arena, name, REMOTE_LIMIT, holder);
	return false;
}

static void
unlock(struct remote *f)
{
	struct file_list list = { 0 };
	char *folder = there(f, f->arena, S(REMOTE_LOCK));
	size_t i;

	file_list(f->arena, folder, &list);
	for (i = 0; i < list.num; i++)
		file_remove(remote_ops_path(f->arena, str_of(folder),
		    list.entries[i].name));
	if (!file_remove(folder))
		remote_ops_fail(DIAG_WRITE, folder);
}

/* --- Looking */

static bool
read_file(struct remote *f, str path, str *bytes)
{
	char *name = there(f, f->arena, path);

	if (file_read(f->arena, name, REMOTE_LIMIT, bytes))
		return true;
	if (errno != ENOENT && errno != ENOTDIR)
		remote_ops_fail(DIAG_READ, name);
	return false;
}

static void
look(struct remote *f, const str *paths, size_t num, struct file_facts *facts)
{
	struct arena *a = arena_new();
	struct file_query *looks = arena_array(a, struct file_query, num);
	size_t i;

	for (i = 0; i < num; i++)
		looks[i] = (struct file_query){ .root = f->folder,
		    .path = paths[i] };
	file_facts_all(looks, num, f->jobs);
	for (i = 0; i < num; i++)
		facts[i] = looks[i].facts;
	arena_free(a);
}

static str
read_here(struct arena *a, const struct remote_file *file)
{
	char *name = remote_ops_path(a, file->root, file->path);
	str bytes;

	if (!file_read(a, name, REMOTE_LIMIT, &bytes))
		remote_ops_fail(DIAG_READ, name);
	return bytes;
}

static void
compare(struct remote *f, const struct remote_file *files, size_t num, bool
    *same)
{
	struct arena *a = arena_new();
	size_t i;

	for (i = 0; i < num; i++) {
		same[i] = file_compare(there(f, a, files[i].path),
		    read_here(a, &files[i])) == FILE_SAME;
		arena_reset(a);
	}
	arena_free(a);
}

/* --- Writing */

/* A share that keeps no times is no fault: its files are then compared by
 * their bytes. */
static void
put_bytes(struct remote *f, struct arena *a, str path, str bytes,
    const struct file_facts *facts)
{
	char *name = there(f, a, path);

	if (!file_make_folders(name) ||
	    !file_write(there(f, a, S(REMOTE_LOCK "/new")), name, bytes))
		remote_ops_fail(DIAG_WRITE, name);
	if (facts != NULL)
		file_set_time(name, facts);
}

static void
put(struct remote *f, const struct remote_file *files, size_t num,
    enum remote_mode how)
{
	struct arena *a = arena_new();
	struct file_facts facts;
	size_t i;

	for (i = 0; i < num; i++) {
		facts = file_facts(remote_ops_path(a, files[i].root,
		    files[i].path));
		if (how == REMOTE_OVER || file_kind(there(f, a,
		    files[i].path)) == FILE_NONE)
			put_bytes(f, a, files[i].path, read_here(a,
			    &files[i]), &facts);
		arena_reset(a);
	}
	arena_free(a);
}

static void
write_file(struct remote *f, str path, str bytes)
{
	put_bytes(f, f->arena, path, bytes, NULL);
}

/* Removes folders that are empty now, from the innermost outwards. */
static void
prune(struct remote *f, struct arena *a, str path)
{
	size_t slash;

	while ((slash = str_rfind(path, '/')) != path.len) {
		path = str_upto(path, slash);
		if (!file_remove(there(f, a, path)))
			break;
	}
}

static void
remove_files(struct remote *f, const str *paths, size_t num)
{
	struct arena *a = arena_new();
	size_t i;

	for (i = 0; i < num; i++) {
		if (!file_remove(there(f, a, paths[i])))
			remote_ops_fail(DIAG_WRITE, there(f, a, paths[i]));
		prune(f, a, paths[i]);
		arena_reset(a);
	}
	arena_free(a);
}

/* --- Bringing */

static void
fetch_file(struct remote *f, struct arena *a, str path, str folder)
{
	char *from = there(f, a, path), *to = remote_ops_path(a, folder, path);
	struct file_facts facts = file_facts(from);
	str bytes;

	if (facts.kind != FILE_PLAIN)
		return;
	if (!file_read(a, from, REMOTE_LIMIT, &bytes))
		remote_ops_fail(DIAG_READ, from);
	if (!file_make_folders(to) || !file_write(remote_ops_path(a, folder,
	    S(".new")), to, bytes))
		remote_ops_fail(DIAG_WRITE, to);
	file_set_time(to, &facts);
}

static void
fetch(struct remote *f, const str *paths, size_t num, str folder)
{
	struct arena *a = arena_new();
	size_t i;

	for (i = 0; i < num; i++) {
		fetch_file(f, a, paths[i], folder);
		arena_reset(a);
	}
	arena_free(a);
}

static void
close_far(struct remote *f)
{
	(void)f;
}

const struct remote_ops remote_folder = { find, lock, unlock, read_file, look,
    compare, put, write_file, remove_files, fetch, close_far };
