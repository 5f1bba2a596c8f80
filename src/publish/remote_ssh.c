/* SPDX-License-Identifier: ISC */
#include "publish/remote_ssh.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/path.h"
#include "base/root.h"
#include "base/sink.h"
#include "publish/connection.h"
#include "publish/remote_shell.h"

enum { ARGUMENTS = 24 };

/* --- Calls of rsync */

struct call {
	const char	*argv[ARGUMENTS];
	size_t		 num;
	struct sink	 names;		/* of files, each ended by NUL */
	int		 folder;	/* the local one */
};

static void
add(struct call *c, const char *argument)
{
	c->argv[c->num++] = argument;
}

static struct call
begin(void)
{
	struct call c = { .folder = -1 };

	add(&c, "rsync");
	add(&c, "--protect-args");
	add(&c, "--times");
	add(&c, "--omit-dir-times");
	add(&c, "--from0");
	add(&c, "--files-from=-");
	return c;
}

static void
add_name(struct call *c, str path)
{
	sink_put(&c->names, path);
	sink_char(&c->names, '\0');
}

/* “user@host:folder/” */
static char *
remote_argument(struct remote *r)
{
	return str_c(r->arena, str_join(r->arena, r->host, S(":"), r->folder,
	    S("/")));
}

static void
run(struct remote *r, struct call *c, struct sink *output)
{
	int status;

	add(c, NULL);
	status = connection_run(r, "rsync", c->argv, sink_str(&c->names),
	    output);
	sink_free(&c->names);
	root_let_go(c->folder);
	if (status != 0)
		connection_fail(r, "rsync", status);
}

static void
fetch(struct remote *r, const str *paths, size_t num, str folder)
{
	struct call c = begin();
	size_t i;

	for (i = 0; i < num; i++)
		add_name(&c, paths[i]);
	add(&c, "--ignore-missing-args");
	add(&c, remote_argument(r));
	add(&c, connection_hold(r, folder, &c.folder));
	run(r, &c, NULL);
}

static bool
read_file(struct remote *r, str path, str *bytes)
{
	char *file = path_name(r->arena, connection_temp(r), path);
	bool found;

	fetch(r, &path, 1, connection_temp(r));
	found = file_read(r->arena, file, REMOTE_LIMIT, bytes);
	if (!found && errno != ENOENT && errno != ENOTDIR)
		remote_ops_fail(DIAG_READ, file);
	file_remove(file);
	return found;
}

/* --- Facts: “-rw-r--r--  1,234 2026/11/23 08:34:53 frm/index.html” */

static str
field(str *line)
{
	str word;

	while (line->len != 0 && line->p[0] == ' ')
		*line = str_from(*line, 1);
	if (!str_cut(line, ' ', &word))
		word = S("");
	return word;
}

static uint64_t
number(str s)
{
	uint64_t n = 0;
	size_t i;

	for (i = 0; i < s.len; i++)
		if (char_is_digit(s.p[i]))
			n = n * 10 + (uint64_t)(s.p[i] - '0');
	return n;
}

static enum file_kind
kind_of(str mode)
{
	if (str_starts(mode, S("-")))
		return FILE_PLAIN;
	return str_starts(mode, S("d")) ? FILE_FOLDER : FILE_LINK;
}

static int64_t
seconds(str day, str hour)
{
	struct tm t = { .tm_year = (int)number(str_upto(day, 4)) - 1900,
	    .tm_mon = (int)number(str_upto(str_from(day, 5), 2)) - 1,
	    .tm_mday = (int)number(str_from(day, 8)),
	    .tm_hour = (int)number(str_upto(hour, 2)),
	    .tm_min = (int)number(str_upto(str_from(hour, 3), 2)),
	    .tm_sec = (int)number(str_from(hour, 6)) };

	return timegm(&t);
}

static struct file_facts
facts_of(str *line)
{
	str day, hour, mode = field(line);
	struct file_facts f = { .kind = kind_of(mode),
	    .mode = remote_shell_mode(mode) };

	f.size = number(field(line));
	day = field(line);
	hour = field(line);
	f.time = seconds(day, hour);
	return f;
}

static void
read_list(str output, struct map *paths, struct file_facts *facts)
{
	struct file_facts read;
	struct map_slot *slot;
	str line;

	while (str_line(&output, &line)) {
		read = facts_of(&line);
		if (read.kind == FILE_LINK)
			line = str_upto(line, str_search(line, S(" -> ")));
		slot = map_find(paths, line);
		if (slot != NULL)
			facts[slot->number] = read;
	}
}

static void
read_facts(struct remote *r, const str *paths, size_t num,
    struct file_facts *facts)
{
	struct call c = begin();
	struct map slots = map_make(r->arena);
	struct sink k = { 0 };
	size_t i;

	for (i = 0; i < num; i++) {
		facts[i] = (struct file_facts){ .kind = FILE_NONE };
		map_slot(&slots, paths[i])->number = i;
		add_name(&c, paths[i]);
	}
	add(&c, "--list-only");
	add(&c, "--no-human-readable");
	add(&c, "--links");
	add(&c, "--ignore-missing-args");
	add(&c, remote_argument(r));
	add(&c, connection_hold(r, connection_temp(r), &c.folder));
	run(r, &c, &k);
	read_list(sink_str(&k), &slots, facts);
	sink_free(&k);
}

/* --- Comparing and sending: one call of rsync for each local folder */

static void
compare_root(struct remote *r, const struct remote_file *files, size_t num,
    bool *same, str root)
{
	struct call c = begin();
	struct map slots = map_make(r->arena);
	struct sink k = { 0 };
	struct map_slot *slot;
	str output, line;
	size_t i;

	for (i = 0; i < num; i++)
		if (str_eq(files[i].root, root)) {
			map_slot(&slots, files[i].path)->number = i;
			add_name(&c, files[i].path);
			same[i] = true;
		}
	add(&c, "--dry-run");
	add(&c, "--checksum");
	add(&c, "--out-format=%n");
	add(&c, "--no-times");
	add(&c, connection_hold(r, root, &c.folder));
	add(&c, remote_argument(r));
	run(r, &c, &k);
	for (output = sink_str(&k); str_line(&output, &line);)
		if ((slot = map_find(&slots, line)) != NULL)
			same[slot->number] = false;
	sink_free(&k);
}

/* Descending: inner folders first. The shell moves files in this order, and an
 * index must not be visible before the inner ones that it links to. */
static int
cmp_folder(const void *a, const void *b)
{
	return str_cmp(*(const str *)b, *(const str *)a);
}

/* The folders of the paths, each once, inner ones first; returns their
 * number. */
static size_t
list_folders(const str *paths, size_t num, str *folders)
{
	size_t i, found = 0;

	for (i = 0; i < num; i++)
		folders[i] = path_folder(paths[i]);
	qsort(folders, num, sizeof(*folders), cmp_folder);
	for (i = 0; i < num; i++)
		if (found == 0 || !str_eq(folders[found - 1], folders[i]))
			folders[found++] = folders[i];
	return found;
}

static char *
chmod_argument(struct remote *r)
{
	struct sink k = { 0 };

	sink_puts(&k, "--chmod=D700,F");
	sink_octal(&k, r->access.file);
	return str_c(r->arena, sink_take(&k, r->arena));
}

/* rsync puts the files beside the site, from where the shell moves them. */
static void
put_root(struct remote *r, const struct remote_file *files, size_t num,
    enum remote_mode mode, str root)
{
	str *paths = arena_array(r->arena, str, num);
	str *folders = arena_array(r->arena, str, num);
	struct call c = begin();
	size_t i, n = 0;

	for (i = 0; i < num; i++)
		if (str_eq(files[i].root, root))
			add_name(&c, paths[n++] = files[i].path);
	add(&c, "--ignore-times");
	add(&c, "--whole-file");
	add(&c, chmod_argument(r));
	add(&c, "--rsync-path");
	add(&c, remote_shell_rsync(r));
	add(&c, connection_hold(r, root, &c.folder));
	add(&c, str_c(r->arena, str_join(r->arena, r->host, S(":./"))));
	run(r, &c, NULL);
	remote_shell_settle(r, folders, list_folders(paths, n, folders), mode);
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

static void
put(struct remote *r, const struct remote_file *files, size_t num,
    enum remote_mode mode)
{
	str roots[REMOTE_ROOTS];
	size_t i, found = remote_ops_roots(files, num, roots);

	for (i = 0; i < found; i++)
		put_root(r, files, num, mode, roots[i]);
}

static void
write_file(struct remote *r, str path, str bytes)
{
	struct remote_file file = { connection_temp(r), path };
	char *local = path_name(r->arena, file.root, path);

	if (!file_write(path_name(r->arena, file.root, S(".new")), local,
	    bytes))
		remote_ops_fail(DIAG_WRITE, local);
	put(r, &file, 1, REMOTE_OVER);
	file_remove(local);
}

const struct remote_ops remote_ssh = { remote_shell_find, remote_shell_lock,
    remote_shell_unlock, read_file, read_facts, remote_shell_look, compare,
    put, write_file, remote_shell_remove, fetch, NULL, connection_close };
