/* SPDX-License-Identifier: ISC */
#include "publish/remote_rclone.h"

#include <errno.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/folder.h"
#include "base/map.h"
#include "base/path.h"
#include "base/sink.h"
#include "base/strings.h"
#include "model/ident.h"
#include "model/site_path.h"
#include "publish/connection.h"
#include "publish/index_name.h"
#include "publish/listing.h"
#include "publish/rclone.h"
#include "publish/store_names.h"
#include "register/checkpoint.h"

/* The mode that files of a store count as having. */
enum { MODE = 0755 };

struct store {
	struct map	 files;		/* path -> number: of names, from 1 */
	struct store_names names;	/* as they were when it was found */
	bool		 changed;	/* by this program since then */
};

/* --- What is there */

/* Lists the files of a folder; false where there is none. */
static bool
list_folder(struct remote *r, str folder, bool deep, struct store_names *names)
{
	struct rclone_call c = rclone_begin("lsjson");
	bool found, good;

	if (deep)
		rclone_add(&c, "--recursive");
	rclone_add(&c, "--files-only");
	rclone_add(&c, "--no-mimetype");
	rclone_add(&c, "--no-modtime");
	rclone_add_remote(&c, r, folder);
	found = rclone_run(&c, r, RCLONE_NO_FOLDER) == RCLONE_DONE;
	*names = (struct store_names){ 0 };
	good = !found || store_names_read(names, r->arena, folder,
	    sink_str(&c.output));
	sink_free(&c.output);
	if (!good)
		rclone_fail_answer(r);
	return found;
}

static void
list(struct remote *r, str folder, struct strings *paths)
{
	struct store_names names = r->store->names;
	size_t i;

	if (r->store->changed)
		list_folder(r, folder, /*deep*/false, &names);
	for (i = 0; i < names.num; i++)
		if (str_eq(path_folder(names.names[i].path), folder))
			strings_add(paths, r->arena, names.names[i].path);
}

/* --- Copying files from there */

/* Leaves out what is not there. */
static void
fetch(struct remote *r, const str *paths, size_t num, str folder)
{
	struct rclone_call c = rclone_begin("copy");
	size_t i;

	rclone_add(&c, "--no-traverse");
	rclone_add(&c, "--ignore-times");
	for (i = 0; i < num; i++)
		rclone_name(&c, paths[i]);
	rclone_add_remote(&c, r, S(""));
	rclone_add_local(&c, r, folder);
	rclone_run(&c, r, RCLONE_NO_FOLDER);
	sink_free(&c.output);
}

/* Whether every publish and every pull reads the file. */
static bool
is_read_first(str path)
{
	str chain;

	return str_eq(path, S(LISTING_NAME)) ||
	    str_eq(path, S("register.tsv")) ||
	    str_eq(path, S(CHECKPOINT_NAME)) ||
	    str_eq(path, S(CHECKPOINT_SIGNATURE)) ||
	    (str_ends(path, S(".site")) && site_path_is_head(path, &chain));
}

/* Fetches these files in one run: each takes a second with a service that is
 * far away. */
static void
read_ahead(struct remote *r)
{
	struct store *s = r->store;
	str *paths = arena_array(r->arena, str, s->names.num + 1);
	size_t i, num = 0;

	for (i = 0; i < s->names.num; i++)
		if (is_read_first(s->names.names[i].path))
			paths[num++] = s->names.names[i].path;
	if (num != 0)
		fetch(r, paths, num, connection_temp(r));
}

static enum remote_state
find(struct remote *r)
{
	struct store *s = arena_new_of(r->arena, struct store);
	bool found;
	size_t i;

	r->store = s;
	r->access = access_below(MODE, 0);
	s->files = map_make(r->arena);
	found = list_folder(r, S(""), /*deep*/true, &s->names);
	if (s->names.is_workshop)
		die_usage(DIAG_PUBLISH_INSIDE, str_c(r->arena, str_join(
		    r->arena, r->host, S(":"), r->folder)), "");
	map_reserve(&s->files, s->names.num);
	for (i = 0; i < s->names.num; i++)
		map_slot(&s->files, s->names.names[i].path)->number = i + 1;
	read_ahead(r);
	return found ? REMOTE_THERE : REMOTE_ABSENT;
}

/* Whether the file was there at the beginning, and what is there now is what
 * read_ahead() fetched. */
static bool
is_read_already(const struct store *s, str path)
{
	return !s->changed && is_read_first(path) &&
	    map_find(&s->files, path) != NULL;
}

static bool
read_file(struct remote *r, str path, str *bytes)
{
	char *file = path_name(r->arena, connection_temp(r), path);
	bool found;

	if (!r->store->changed && map_find(&r->store->files, path) == NULL)
		return false;
	if (!is_read_already(r->store, path)) {
		file_remove(file);
		fetch(r, &path, 1, connection_temp(r));
	}
	found = file_read(r->arena, file, REMOTE_LIMIT, bytes);
	if (!found && errno != ENOENT && errno != ENOTDIR)
		remote_ops_fail(DIAG_READ, file);
	return found;
}

static void
read_facts(struct remote *r, const str *paths, size_t num,
    struct file_facts *facts)
{
	const struct store *s = r->store;
	const struct map_slot *slot;
	size_t i;

	for (i = 0; i < num; i++) {
		slot = map_find(&s->files, paths[i]);
		facts[i] = (struct file_facts){ .kind = FILE_NONE };
		if (slot != NULL)
			facts[i] = (struct file_facts){ .kind = FILE_PLAIN,
			    .size = s->names.names[slot->number - 1].size,
			    .mode = r->access.file };
	}
}

/* There are no links, and no modes to repair. */
static void
look(struct remote *r, const struct remote_look *folders, size_t num,
    bool repair, struct sink *found)
{
	struct map with_index = map_make(r->arena);
	const struct store_names *n = &r->store->names;
	size_t i;

	(void)repair;
	for (i = 0; i < num; i++)
		if (folders[i].has_index)
			map_slot(&with_index, folders[i].folder);
	for (i = 0; i < n->num; i++)
		if (index_name_is_other(path_last(n->names[i].path)) &&
		    map_find(&with_index, path_folder(n->names[i].path)) !=
		    NULL) {
			sink_puts(found, "i ");
			sink_put(found, n->names[i].path);
			sink_char(found, '\n');
		}
}

/* --- Comparing and sending: one run of rclone for each local folder */

/* Reads lines such as “= frm/x.html”, “* frm/y.html”, “+ frm/z.html” (absent
 * there). Another line, “! frm/x.html”, says that reading failed. */
static void
read_comparison(struct remote *r, str output, struct map *slots, bool *same)
{
	const struct map_slot *slot;
	size_t told = 0;
	str line;

	while (str_line(&output, &line)) {
		slot = line.len > 2 && line.p[1] == ' ' ? map_find(slots,
		    str_from(line, 2)) : NULL;
		if (slot == NULL || str_find(S("=*+-"), line.p[0]) == 4)
			rclone_fail_answer(r);
		same[slot->number] = line.p[0] == '=';
		told++;
	}
	if (told != slots->num)
		rclone_fail_answer(r);
}

static void
compare_root(struct remote *r, const struct remote_file *files, size_t num,
    bool *same, str root)
{
	struct rclone_call c = rclone_begin("check");
	struct map slots = map_make(r->arena);
	size_t i;

	rclone_add(&c, "--download");
	rclone_add(&c, "--one-way");
	rclone_add(&c, "--combined");
	rclone_add(&c, "-");
	for (i = 0; i < num; i++)
		if (str_eq(files[i].root, root)) {
			map_slot(&slots, files[i].path)->number = i;
			rclone_name(&c, files[i].path);
		}
	rclone_add_local(&c, r, root);
	rclone_add_remote(&c, r, S(""));
	rclone_run(&c, r, RCLONE_DIFFERS);
	read_comparison(r, sink_str(&c.output), &slots, same);
	sink_free(&c.output);
}

static void
compare(struct remote *r, const struct remote_file *files, size_t num,
    bool *same)
{
	str roots[REMOTE_ROOTS];
	size_t i, found = remote_ops_roots(files, num, roots);

	for (i = 0; i < found; i++)
		compare_root(r, files, num, same, roots[i]);
}

/* Whether the file never changes: the source, the record or another file of an
 * edition, or a register under its own name. */
static bool
is_immutable(str path)
{
	struct ident id;

	if (str_ends(path, S(".tsv")) && site_path_is_head(path, NULL))
		return true;
	if (str_ends(path, S(".md")))
		return ident_read(&id, str_upto(path, path.len - 3), NULL,
		    S(""));
	if (str_ends(path, S(".pdf")) && ident_read(&id, str_upto(path,
	    path.len - 4), NULL, S("")))
		return true;
	return ident_read(&id, path_folder(path), NULL, S(""));
}

static void
put_root(struct remote *r, const struct remote_file *files, size_t num,
    bool immutable, str root)
{
	struct rclone_call c = rclone_begin("copy");
	size_t i;

	rclone_add(&c, "--no-traverse");
	rclone_add(&c, immutable ? "--immutable" : "--ignore-times");
	for (i = 0; i < num; i++)
		if (str_eq(files[i].root, root))
			rclone_name(&c, files[i].path);
	rclone_add_local(&c, r, root);
	rclone_add_remote(&c, r, S(""));
	rclone_run(&c, r, RCLONE_DONE);
	sink_free(&c.output);
}

/* Sends those files of the given kind. */
static void
put_kind(struct remote *r, const struct remote_file *files, size_t num,
    enum remote_mode mode, bool immutable)
{
	struct remote_file *some = arena_array(r->arena, struct remote_file,
	    num);
	str roots[REMOTE_ROOTS];
	size_t i, found, n = 0;

	for (i = 0; i < num; i++)
		if ((mode == REMOTE_NEW && is_immutable(files[i].path)) ==
		    immutable)
			some[n++] = files[i];
	found = remote_ops_roots(some, n, roots);
	for (i = 0; i < found; i++)
		put_root(r, some, n, immutable, roots[i]);
}

static void
put(struct remote *r, const struct remote_file *files, size_t num,
    enum remote_mode mode)
{
	r->store->changed = true;
	put_kind(r, files, num, mode, /*immutable*/true);
	put_kind(r, files, num, mode, /*immutable*/false);
}

static void
write_file(struct remote *r, str path, str bytes)
{
	struct remote_file file = { connection_temp(r), path };
	char *local = path_name(r->arena, file.root, path);

	if (!folder_make_all(local) || !file_write(path_name(r->arena,
	    file.root, S(".new")), local, bytes))
		remote_ops_fail(DIAG_WRITE, local);
	put(r, &file, 1, REMOTE_NEW);
	file_remove(local);
}

static void
remove_files(struct remote *r, const str *paths, size_t num)
{
	struct rclone_call c = rclone_begin("delete");
	size_t i;

	r->store->changed = true;
	for (i = 0; i < num; i++)
		rclone_name(&c, paths[i]);
	rclone_add_remote(&c, r, S(""));
	rclone_run(&c, r, RCLONE_NO_FOLDER);
	sink_free(&c.output);
}

/* --- There is no lock */

static bool
lock(struct remote *r, str owner, str *holder)
{
	(void)r;
	(void)owner;
	*holder = S("");
	return true;
}

static void
unlock(struct remote *r)
{
	(void)r;
}

const struct remote_ops remote_rclone = { find, lock, unlock, read_file,
    read_facts, look, compare, put, write_file, remove_files, fetch, list,
    connection_close };
