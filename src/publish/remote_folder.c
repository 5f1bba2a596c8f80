/* SPDX-License-Identifier: ISC */
#include "publish/remote_folder.h"

#include <errno.h>

#include "base/arena.h"
#include "base/file_facts.h"
#include "base/folder.h"
#include "base/path.h"
#include "base/progress.h"
#include "base/sink.h"
#include "base/tree.h"
#include "publish/index_name.h"

static char *
path_of(struct remote *r, struct arena *a, str path)
{
	return path_name(a, r->folder, path);
}

/* The folder in which the destination is. */
static char *
parent_of(struct remote *r)
{
	size_t slash = str_rfind(r->folder, '/');

	if (slash == r->folder.len)
		return str_c(r->arena, S("."));
	return str_c(r->arena, slash != 0 ? str_upto(r->folder, slash) :
	    S("/"));
}

static enum remote_state
find(struct remote *r)
{
	char *folder = str_c(r->arena, r->folder);

	if (folder_is_there(folder) && access_read(&r->access, folder))
		return REMOTE_THERE;
	return folder_is_there(parent_of(r)) ? REMOTE_ABSENT : REMOTE_ORPHAN;
}

/* --- The lock */

/* Makes an absent destination. */
static void
make_destination(struct remote *r)
{
	struct access access = access_of_new(parent_of(r));
	char *folder = str_c(r->arena, r->folder);

	if (!folder_make_all_as(path_of(r, r->arena, S("")), &access) ||
	    !access_read(&r->access, folder))
		remote_ops_fail(DIAG_WRITE, folder);
}

static bool
lock(struct remote *r, str owner, str *holder)
{
	char *lock_folder = path_of(r, r->arena, S(REMOTE_LOCK));
	char *name = path_of(r, r->arena, S(REMOTE_OWNER));
	int e;

	if (r->absent)
		make_destination(r);
	*holder = S("");
	if (folder_make_as(lock_folder, &r->access)) {
		if (file_write_as(path_of(r, r->arena,
		    S(REMOTE_LOCK "/new")), name, owner, &r->access))
			return true;
		e = errno;
		file_remove(lock_folder);
		errno = e;
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
	char *folder = path_of(r, r->arena, S(REMOTE_LOCK));

	if (!tree_remove(folder))
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

/* --- Folders */

static void
find_indexes(struct remote *r, struct arena *a, str folder, struct sink *found)
{
	struct folder_list list = { 0 };
	size_t i;

	folder_list(a, path_of(r, a, folder), &list);
	for (i = 0; i < list.num; i++) {
		if (!index_name_is_other(list.entries[i].name))
			continue;
		sink_puts(found, "i ");
		if (folder.len != 0) {
			sink_put(found, folder);
			sink_char(found, '/');
		}
		sink_put(found, list.entries[i].name);
		sink_char(found, '\n');
	}
}

static void
look_at(struct remote *r, struct arena *a, const struct remote_look *l,
    bool repair, struct sink *found)
{
	char *name = path_of(r, a, l->folder);
	enum file_kind kind = l->folder.len != 0 ? file_kind(name) :
	    FILE_FOLDER;

	if (kind == FILE_LINK) {
		sink_puts(found, "l ");
		sink_put(found, l->folder);
		sink_char(found, '\n');
	}
	if (kind == FILE_FOLDER && l->has_index)
		find_indexes(r, a, l->folder, found);
	if (kind == FILE_FOLDER && l->folder.len != 0 && repair)
		folder_give_access(name, &r->access);
}

static void
look(struct remote *r, const struct remote_look *folders, size_t num,
    bool repair, struct sink *found)
{
	struct arena *a = arena_new();
	size_t i;

	for (i = 0; i < num; i++) {
		look_at(r, a, &folders[i], repair, found);
		arena_reset(a);
	}
	arena_free(a);
}

static str
read_local(struct arena *a, const struct remote_file *file)
{
	char *name = path_name(a, file->root, file->path);
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

	if (!folder_make_all_as(name, &r->access) ||
	    !file_write_as(path_of(r, a, S(REMOTE_LOCK "/new")), name, bytes,
	    &r->access))
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
		facts = file_facts(path_name(a, files[i].root,
		    files[i].path));
		if (mode == REMOTE_OVER || file_kind(path_of(r, a,
		    files[i].path)) == FILE_NONE)
			put_bytes(r, a, files[i].path, read_local(a,
			    &files[i]), &facts);
		arena_reset(a);
		progress_step();
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
	char *to = path_name(a, folder, path);
	struct file_facts facts = file_facts(from);
	str bytes;

	if (facts.kind != FILE_PLAIN)
		return;
	if (!file_read(a, from, REMOTE_LIMIT, &bytes))
		remote_ops_fail(DIAG_READ, from);
	if (!folder_make_all(to) || !file_write(path_name(a, folder,
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
    read_facts, look, compare, put, write_file, remove_files, fetch,
    NULL, close_remote };
