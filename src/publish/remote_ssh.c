/* SPDX-License-Identifier: ISC */
#include "publish/remote_ssh.h"

#include <errno.h>
#include <time.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/sink.h"
#include "publish/connection.h"

/* ROOTS: out, content, and the temporary folder. */
enum { ARGUMENTS = 24, ROOTS = 4 };

/* The exit statuses of the shell commands below. */
enum { HELD = 9, ABSENT = 10, ORPHAN = 11 };

/* --- ssh */

/* Tests whether the parent folder is absent. For “www/dokuman” the parent is
 * “www”; for “dokuman” it is the folder in which ssh starts: it exists. */
#define IS_ORPHAN "case $folder in /*/*|[!/]*/*) " \
	"! test -d \"${folder%/*}\";; *) false;; esac"

static enum remote_state
find(struct remote *r)
{
	struct sink k = { 0 };
	int status = connection_shell(r, "test -d \"$folder\" && exit 0; "
	    IS_ORPHAN " && exit 11; exit 10", S(""), &k);

	sink_free(&k);
	if (status == ORPHAN || status == ABSENT)
		return status == ORPHAN ? REMOTE_ORPHAN : REMOTE_ABSENT;
	if (status != 0)
		connection_fail(r, "ssh", status);
	return REMOTE_THERE;
}

static bool
lock(struct remote *r, str owner, str *holder)
{
	struct sink k = { 0 };
	int status = connection_shell(r,
	    "test -d \"$folder\" || mkdir \"$folder\" || "
	    "exit 3; cd \"$folder\" || exit 3; "
	    "if mkdir " REMOTE_LOCK " 2>/dev/null; then cat >" REMOTE_OWNER "; "
	    "elif test -d " REMOTE_LOCK "; then "
	    "cat " REMOTE_OWNER " 2>/dev/null; "
	    "exit 9; else mkdir " REMOTE_LOCK "; exit 3; fi", owner, &k);

	if (status != 0 && status != HELD)
		connection_fail(r, "ssh", status);
	*holder = str_copy(r->arena, sink_str(&k));
	sink_free(&k);
	return status == 0;
}

static void
unlock(struct remote *r)
{
	struct sink k = { 0 };
	int status = connection_shell(r, "cd \"$folder\" && rm -rf "
	    REMOTE_LOCK, S(""), &k);

	sink_free(&k);
	if (status != 0)
		connection_fail(r, "ssh", status);
}

static void
remove_files(struct remote *r, const str *paths, size_t num)
{
	struct sink names = { 0 }, k = { 0 };
	size_t i;
	int status;

	for (i = 0; i < num; i++) {
		sink_put(&names, paths[i]);
		sink_char(&names, '\n');
	}
	status = connection_shell(r,
	    "cd \"$folder\" || exit 3; while IFS= read -r n; do "
	    "rm -f -- \"$n\" || exit 3; case $n in */*) "
	    "rmdir -p -- \"${n%/*}\" 2>/dev/null;; esac; done; exit 0",
	    sink_str(&names), &k);
	if (status != 0)
		connection_fail(r, "ssh", status);
	sink_free(&names);
	sink_free(&k);
}

/* --- rsync */

struct call {
	const char	*argv[ARGUMENTS];
	size_t		 num;
	struct sink	 names;		/* of files, each ended by NUL */
};

static void
add(struct call *c, const char *argument)
{
	c->argv[c->num++] = argument;
}

static struct call
begin(void)
{
	struct call c = { .num = 0 };

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
	return str_c(r->arena, str_join3(r->arena, r->host, S(":"),
	    str_join(r->arena, r->folder, S("/"))));
}

/* The local “folder/”, absolute: rsync must not take a name with a colon for
 * a host. */
static char *
local_argument(struct remote *r, str folder)
{
	str absolute = file_absolute(r->arena, str_c(r->arena, folder));

	return str_c(r->arena, str_join(r->arena, absolute, S("/")));
}

static void
run(struct remote *r, struct call *c, struct sink *output)
{
	int status;

	add(c, NULL);
	status = connection_run(r, "rsync", c->argv, sink_str(&c->names),
	    output);
	sink_free(&c->names);
	if (status != 0)
		connection_fail(r, "rsync", status);
}

static void
fetch(struct remote *r, const str *paths, size_t num, str folder)
{
	struct call c = begin();
	struct sink k = { 0 };
	size_t i;

	for (i = 0; i < num; i++)
		add_name(&c, paths[i]);
	add(&c, "--ignore-missing-args");
	add(&c, remote_argument(r));
	add(&c, local_argument(r, folder));
	run(r, &c, &k);
	sink_free(&k);
}

static bool
read_file(struct remote *r, str path, str *bytes)
{
	char *file = remote_ops_path(r->arena, connection_temp(r), path);
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
	struct file_facts f = { .kind = kind_of(field(line)) };
	str day, hour;

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
	add(&c, local_argument(r, connection_temp(r)));
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
	add(&c, local_argument(r, root));
	add(&c, remote_argument(r));
	run(r, &c, &k);
	for (output = sink_str(&k); str_line(&output, &line);)
		if ((slot = map_find(&slots, line)) != NULL)
			same[slot->number] = false;
	sink_free(&k);
}

static void
put_root(struct remote *r, const struct remote_file *files, size_t num,
    enum remote_mode mode, str root)
{
	struct call c = begin();
	struct sink k = { 0 };
	size_t i;

	for (i = 0; i < num; i++)
		if (str_eq(files[i].root, root))
			add_name(&c, files[i].path);
	add(&c, "--ignore-times");
	add(&c, "--temp-dir=" REMOTE_LOCK);
	add(&c, "--chmod=Du=rwx,Dgo=rx,Fu=rw,Fgo=r");
	if (mode == REMOTE_NEW)
		add(&c, "--ignore-existing");
	add(&c, local_argument(r, root));
	add(&c, remote_argument(r));
	run(r, &c, &k);
	sink_free(&k);
}

/* Lists the local folders that hold the files; returns their number. */
static size_t
list_roots(const struct remote_file *files, size_t num, str *roots)
{
	size_t i, j, found = 0;

	for (i = 0; i < num; i++) {
		for (j = 0; j < found; j++)
			if (str_eq(roots[j], files[i].root))
				break;
		if (j == found && found < ROOTS)
			roots[found++] = files[i].root;
	}
	return found;
}

static void
compare(struct remote *r, const struct remote_file *files, size_t num,
    bool *same)
{
	str roots[ROOTS];
	size_t i, found = list_roots(files, num, roots);

	for (i = 0; i < found; i++)
		compare_root(r, files, num, same, roots[i]);
}

static void
put(struct remote *r, const struct remote_file *files, size_t num,
    enum remote_mode mode)
{
	str roots[ROOTS];
	size_t i, found = list_roots(files, num, roots);

	for (i = 0; i < found; i++)
		put_root(r, files, num, mode, roots[i]);
}

static void
write_file(struct remote *r, str path, str bytes)
{
	struct remote_file file = { connection_temp(r), path };
	char *local = remote_ops_path(r->arena, file.root, path);

	if (!file_write(remote_ops_path(r->arena, file.root, S(".new")), local,
	    bytes))
		remote_ops_fail(DIAG_WRITE, local);
	put(r, &file, 1, REMOTE_OVER);
	file_remove(local);
}

const struct remote_ops remote_ssh = { find, lock, unlock, read_file,
    read_facts, compare, put, write_file, remove_files, fetch,
    connection_close };
