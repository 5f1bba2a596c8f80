/* SPDX-License-Identifier: ISC */
#include "publish/remote_folder.h"

#include <errno.h>

#include "base/arena.h"
#include "base/file_facts.h"

static char *
path_of(struct remote *r, struct arena *a, str path)
{
	return remote_ops_path(a, r->folder, path);
}

/* True for a symbolic link to a folder, too. */
static bool
is_folder(struct remote *r, str path)
{
	return file_kind(str_c(r->arena, str_join(r->arena, path,
	    S("/.")))) == FILE_FOLDER;
}

static enum remote_state
find(struct remote *r)
{
	size_t slash = str_rfind(r->folder, '/');

	if (is_folder(r, r->folder))
		return REMOTE_THERE;
	return slash == r->folder.len || is_folder(r, str_upto(r->folder,
	    slash)) ? REMOTE_ABSENT : REMOTE_ORPHAN;
}

/* --- The lock */

static bool
lock(struct remote *r, str owner, str *holder)
{
	char *folder = str_c(r->arena, r->folder);
	char *lock_folder = path_of(r, r->arena, S(REMOTE_LOCK));
	char *name = path_of(r, r->arena, S(REMOTE_OWNER));

	if (file_kind(folder) == FILE_NONE && !file_make_folder(folder) &&
	    errno != EEXIST)
		remote_ops_fail(DIAG_WRITE, folder);
	*holder = S("");
	if (file_make_folder(lock_folder)) {
		if (file_create(name, owner))
			return true;
		file_remove(lock_folder);
		remote_ops_fail(DIAG_WRITE, name);
	}
	if (errno != EEXIST)
		remote_ops_fail(DIAG_WRITE, lock_folder);
	file_read(r->arena, name, REMOTE_LIMIT, holder);
	return false;
}

static void
unlock(struct remote *r)
{
	struct file_list list = { 0 };
	char *folder = path_of(r, r->arena, S(REMOTE_LOCK));
	size_t i;

	file_list(r->arena, folder, &list);
	for (i = 0; i < list.num; i++)
		file_remove(remote_ops_path(r->arena, str_of(folder),
		    list.entries[i].name));
	if (!file_remove(folder))
		remote_ops_fail(DIAG_WRITE, folder);
}

/* --- Reading */

static bool
read_file(struct remote *r, str path, str *bytes)
{
	char *name = path_of(r, r->arena, path);

	if (file_read(r->arena, name, REMOTE_LIMIT, bytes))
		return true;
	if (errno != ENOENT && errno != ENOTDIR)
		remote_ops_fail(DIAG_READ, name);
	return false;
}

static void
read_facts(struct remote *r, const str *paths, size_t num,
    struct file_facts *facts)
{
	struct arena *a = arena_new();
	struct file_query *queries = arena_array(a, struct file_query, num);
	size_t i;

	for (i = 0; i < num; i++)
		queries[i] = (struct file_query){ .root = r->folder,
		    .path = paths[i] };
	file_facts_all(queries, num, r->jobs);
	for (i = 0; i < num; i++)
		facts[i] = queries[i].facts;
	arena_free(a);
}

static str
read_local(struct arena *a, const struct remote_file *file)
{
	char *name = remote_ops_path(a, file->root, file->path);
	str bytes;

	if (!file_read(a, name, REMOTE_LIMIT, &bytes))
		remote_ops_fail(DIAG_READ, name);
	return bytes;
}

static void
compare(struct remote *r, const struct remote_file *files, size_t num,
    bool *same)
{
	struct arena *a = arena_new();
	size_t i;

	for (i = 0; i < num; i++) {
		same[i] = file_compare(path_of(r, a, files[i].path),
		    read_local(a, &files[i])) == FILE_SAME;
		arena_reset(a);
	}
	arena_free(a);
}

/* --- Writing */

/* Ignores a share that cannot store times: its files are later compared by
 * their bytes. */
static void
put_bytes(struct remote *r, struct arena *a, str path, str bytes,
    const struct file_facts *facts)
{
	char *name = path_of(r, a, path);

	if (!file_make_folders(name) ||
	    !file_write(path_of(r, a, S(REMOTE_LOCK "/new")), name, bytes))
		remote_ops_fail(DIAG_WRITE, name);
	if (facts != NULL)
		file_set_time(name, facts);
}

static void
put(struct remote *r, const struct remote_file *files, size_t num,
    enum remote_mode mode)
{
	struct arena *a = arena_new();
	struct file_facts facts;
	size_t i;

	for (i = 0; i < num; i++) {
		facts = file_facts(remote_ops_path(a, files[i].root,
		    files[i].path));
		if (mode == REMOTE_OVER || file_kind(path_of(r, a,
		    files[i].path)) == FILE_NONE)
			put_bytes(r, a, files[i].path, read_local(a,
			    &files[i]), &facts);
		arena_reset(a);
	}
	arena_free(a);
}

static void
write_file(struct remote *r, str path, str bytes)
{
	put_bytes(r, r->arena, path, bytes, NULL);
}

/* Removes the folders that became empty, from the innermost outwards. */
static void
prune(struct remote *r, struct arena *a, str path)
{
	size_t slash;

	while ((slash = str_rfind(path, '/')) != path.len) {
		path = str_upto(path, slash);
		if (!file_remove(path_of(r, a, path)))
			break;
	}
}

static void
remove_files(struct remote *r, const str *paths, size_t num)
{
	struct arena *a = arena_new();
	size_t i;

	for (i = 0; i < num; i++) {
		if (!file_remove(path_of(r, a, paths[i])))
			remote_ops_fail(DIAG_WRITE, path_of(r, a, paths[i]));
		prune(r, a, paths[i]);
		arena_reset(a);
	}
	arena_free(a);
}

/* --- Fetching */

static void
fetch_file(struct remote *r, struct arena *a, str path, str folder)
{
	char *from = path_of(r, a, path);
	char *to = remote_ops_path(a, folder, path);
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
fetch(struct remote *r, const str *paths, size_t num, str folder)
{
	struct arena *a = arena_new();
	size_t i;

	for (i = 0; i < num; i++) {
		fetch_file(r, a, paths[i], folder);
		arena_reset(a);
	}
	arena_free(a);
}

static void
close_remote(struct remote *r)
{
	(void)r;
}

const struct remote_ops remote_folder = { find, lock, unlock, read_file,
    read_facts, compare, put, write_file, remove_files, fetch, close_remote };
