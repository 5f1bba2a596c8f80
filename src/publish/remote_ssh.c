/* SPDX-License-Identifier: ISC */
#include "publish/remote_ssh.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/program.h"
#include "base/sink.h"

/* ROOTS: out, content, and the one for what comes and goes. */
enum { ARGUMENTS = 24, ROOTS = 4 };

/* What our lines of shell say by their status. */
enum { HELD = 9, ABSENT = 10, ORPHAN = 11 };

/* --- ssh */

/* A folder here for what comes and goes. */
static str
temp(struct remote *f)
{
	const char *where = getenv("TMPDIR");

	if (f->temp == NULL) {
		f->temp = file_make_temp(f->arena, where != NULL &&
		    *where != '\0' ? where : "/tmp");
		if (f->temp == NULL)
			remote_ops_fail(DIAG_WRITE, "TMPDIR");
	}
	return str_of(f->temp);
}

/* ssh once for all: what it asks, it asks once, and saying hello takes the
 * longest. Whoever names another program in RSYNC_RSH has that. */
static void
share_connection(struct remote *f)
{
	const char *rsh = getenv("RSYNC_RSH");
	str words = rsh != NULL && *rsh != '\0' ? str_of(rsh) : S("ssh");

	if (f->shared || !(str_eq(words, S("ssh")) ||
	    str_starts(words, S("ssh "))))
		return;
	words = str_join3(f->arena, words, S(" -o ControlMaster=auto "
	    "-o ControlPersist=5 -o ControlPath="), temp(f));
	setenv("RSYNC_RSH", str_c(f->arena, str_join(f->arena, words,
	    S("/ssh"))), 1);
	f->shared = true;
}

/* What a program says is in no language of ours: it is introduced. */
static void
tell(struct remote *f, const char *program, str said)
{
	str line;

	if (said.len != 0)
		fprintf(stderr, message_language() == LANG_TR ?
		    "%s (%.*s) programının iletisi:\n" :
		    "%s (%.*s) says:\n", program, STR_FMT(f->host));
	while (str_line(&said, &line))
		fprintf(stderr, "  %.*s\n", STR_FMT(line));
}

static int
run_program(struct remote *f, const char *name, const char *const argv[],
    str input, struct sink *output)
{
	struct sink said = { 0 };
	int status = program_run(argv, input, output, &said);

	tell(f, name, sink_str(&said));
	sink_free(&said);
	return status;
}

/* A word that a shell reads as it is: 'it'\''s'. */
static void
put_quoted(struct sink *k, str word)
{
	size_t i;

	sink_char(k, '\'');
	for (i = 0; i < word.len; i++)
		if (word.p[i] == '\'')
			sink_puts(k, "'\\''");
		else
			sink_char(k, word.p[i]);
	sink_char(k, '\'');
}

/* Runs a line of shell in the folder there, which is $folder. */
static int
shell(struct remote *f, const char *line, str input, struct sink *output)
{
	struct sink k = { 0 };
	const char *argv[] = { "sh", "-c", "exec ${RSYNC_RSH:-ssh} \"$@\"",
	    "ssh", str_c(f->arena, f->host), NULL, NULL };
	int status;

	share_connection(f);
	sink_puts(&k, "folder=");
	put_quoted(&k, f->folder);
	sink_puts(&k, "; case $folder in -*) folder=./$folder;; esac; ");
	sink_puts(&k, line);
	sink_char(&k, '\0');
	argv[5] = k.p;
	status = run_program(f, "ssh", argv, input, output);
	sink_free(&k);
	return status;
}

static _Noreturn void
fail(struct remote *f, const char *program, int status)
{
	die_system(DIAG_PUBLISH_PROGRAM, str_c(f->arena, str_join3(f->arena,
	    str_of(program), S(" "), f->host)), str_c(f->arena,
	    str_uint(f->arena, (uintmax_t)status)));
}

/* “www/dokuman”: the folder above it; of “dokuman” that is where ssh begins. */
#define IS_ORPHAN "case $folder in /*/*|[!/]*/*) " \
	"! test -d \"${folder%/*}\";; *) false;; esac"

static enum remote_state
find(struct remote *f)
{
	struct sink k = { 0 };
	int status = shell(f, "test -d \"$folder\" && exit 0; "
	    IS_ORPHAN " && exit 11; exit 10", S(""), &k);

	sink_free(&k);
	if (status == ORPHAN || status == ABSENT)
		return status == ORPHAN ? REMOTE_ORPHAN : REMOTE_ABSENT;
	if (status != 0)
		fail(f, "ssh", status);
	return REMOTE_THERE;
}

static bool
lock(struct remote *f, str owner, str *holder)
{
	struct sink k = { 0 };
	int status = shell(f, "test -d \"$folder\" || mkdir \"$folder\" || "
	    "exit 3; cd \"$folder\" || exit 3; "
	    "if mkdir " REMOTE_LOCK " 2>/dev/null; then cat >" REMOTE_OWNER "; "
	    "elif test -d " REMOTE_LOCK "; then "
	    "cat " REMOTE_OWNER " 2>/dev/null; "
	    "exit 9; else mkdir " REMOTE_LOCK "; exit 3; fi", owner, &k);

	if (status != 0 && status != HELD)
		fail(f, "ssh", status);
	*holder = str_copy(f->arena, sink_str(&k));
	sink_free(&k);
	return status == 0;
}

static void
unlock(struct remote *f)
{
	struct sink k = { 0 };
	int status = shell(f, "cd \"$folder\" && rm -rf " REMOTE_LOCK, S(""),
	    &k);

	sink_free(&k);
	if (status != 0)
		fail(f, "ssh", status);
}

static void
remove_files(struct remote *f, const str *paths, size_t num)
{
	struct sink names = { 0 }, k = { 0 };
	size_t i;
	int status;

	for (i = 0; i < num; i++) {
		sink_put(&names, paths[i]);
		sink_char(&names, '\n');
	}
	status = shell(f, "cd \"$folder\" || exit 3; while IFS= read -r n; do "
	    "rm -f -- \"$n\" || exit 3; case $n in */*) "
	    "rmdir -p -- \"${n%/*}\" 2>/dev/null;; esac; done; exit 0",
	    sink_str(&names), &k);
	if (status != 0)
		fail(f, "ssh", status);
	sink_free(&names);
	sink_free(&k);
}

/* --- rsync */

struct call {
	const char	*argv[ARGUMENTS];
	size_t		 num;
	struct sink	 names;		/* of the files, each with a NUL */
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
name(struct call *c, str path)
{
	sink_put(&c->names, path);
	sink_char(&c->names, '\0');
}

/* “user@host:folder/” */
static char *
there(struct remote *f)
{
	return str_c(f->arena, str_join3(f->arena, f->host, S(":"),
	    str_join(f->arena, f->folder, S("/"))));
}

/* “folder/” of this machine; a name with a colon must not be a host. */
static char *
here(struct remote *f, str folder)
{
	str absolute = file_absolute(f->arena, str_c(f->arena, folder));

	return str_c(f->arena, str_join(f->arena, absolute, S("/")));
}

static void
run(struct remote *f, struct call *c, struct sink *output)
{
	int status;

	share_connection(f);
	add(c, NULL);
	status = run_program(f, "rsync", c->argv, sink_str(&c->names), output);
	sink_free(&c->names);
	if (status != 0)
		fail(f, "rsync", status);
}

static void
fetch(struct remote *f, const str *paths, size_t num, str folder)
{
	struct call c = begin();
	struct sink k = { 0 };
	size_t i;

	for (i = 0; i < num; i++)
		name(&c, paths[i]);
	add(&c, "--ignore-missing-args");
	add(&c, there(f));
	add(&c, here(f, folder));
	run(f, &c, &k);
	sink_free(&k);
}

static bool
read_file(struct remote *f, str path, str *bytes)
{
	char *file = remote_ops_path(f->arena, temp(f), path);
	bool there_is;

	fetch(f, &path, 1, temp(f));
	there_is = file_read(f->arena, file, REMOTE_LIMIT, bytes);
	if (!there_is && errno != ENOENT && errno != ENOTDIR)
		remote_ops_fail(DIAG_READ, file);
	file_remove(file);
	return there_is;
}

/* --- Looking: “-rw-r--r--  1,234 2026/11/23 08:34:53 frm/index.html” */

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
read_facts(str *line)
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
read_looks(str output, struct map *paths, struct file_facts *facts)
{
	struct file_facts read;
	struct map_slot *slot;
	str line;

	while (str_line(&output, &line)) {
		read = read_facts(&line);
		if (read.kind == FILE_LINK)
			line = str_upto(line, str_search(line, S(" -> ")));
		slot = map_find(paths, line);
		if (slot != NULL)
			facts[slot->number] = read;
	}
}

static void
look(struct remote *f, const str *paths, size_t num, struct file_facts *facts)
{
	struct call c = begin();
	struct map slots = map_make(f->arena);
	struct sink k = { 0 };
	size_t i;

	for (i = 0; i < num; i++) {
		facts[i] = (struct file_facts){ .kind = FILE_NONE };
		map_slot(&slots, paths[i])->number = i;
		name(&c, paths[i]);
	}
	add(&c, "--list-only");
	add(&c, "--no-human-readable");
	add(&c, "--links");
	add(&c, "--ignore-missing-args");
	add(&c, there(f));
	add(&c, here(f, temp(f)));
	run(f, &c, &k);
	read_looks(sink_str(&k), &slots, facts);
	sink_free(&k);
}

/* --- Comparing and putting, a call for each folder of this machine */

static void
compare_root(struct remote *f, const struct remote_file *files, size_t num,
    bool *same, str root)
{
	struct call c = begin();
	struct map slots = map_make(f->arena);
	struct sink k = { 0 };
	struct map_slot *slot;
	str output, line;
	size_t i;

	for (i = 0; i < num; i++)
		if (str_eq(files[i].root, root)) {
			map_slot(&slots, files[i].path)->number = i;
			name(&c, files[i].path);
			same[i] = true;
		}
	add(&c, "--dry-run");
	add(&c, "--checksum");
	add(&c, "--out-format=%n");
	add(&c, "--no-times");
	add(&c, here(f, root));
	add(&c, there(f));
	run(f, &c, &k);
	for (output = sink_str(&k); str_line(&output, &line);)
		if ((slot = map_find(&slots, line)) != NULL)
			same[slot->number] = false;
	sink_free(&k);
}

static void
put_root(struct remote *f, const struct remote_file *files, size_t num,
    enum remote_mode how, str root)
{
	struct call c = begin();
	struct sink k = { 0 };
	size_t i;

	for (i = 0; i < num; i++)
		if (str_eq(files[i].root, root))
			name(&c, files[i].path);
	add(&c, "--ignore-times");
	add(&c, "--temp-dir=" REMOTE_LOCK);
	add(&c, "--chmod=Du=rwx,Dgo=rx,Fu=rw,Fgo=r");
	if (how == REMOTE_NEW)
		add(&c, "--ignore-existing");
	add(&c, here(f, root));
	add(&c, there(f));
	run(f, &c, &k);
	sink_free(&k);
}

/* The folders of this machine that the files lie in; they are few. */
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
compare(struct remote *f, const struct remote_file *files, size_t num, bool
    *same)
{
	str roots[ROOTS];
	size_t i, found = list_roots(files, num, roots);

	for (i = 0; i < found; i++)
		compare_root(f, files, num, same, roots[i]);
}

static void
put(struct remote *f, const struct remote_file *files, size_t num,
    enum remote_mode how)
{
	str roots[ROOTS];
	size_t i, found = list_roots(files, num, roots);

	for (i = 0; i < found; i++)
		put_root(f, files, num, how, roots[i]);
}

static void
write_file(struct remote *f, str path, str bytes)
{
	struct remote_file file = { temp(f), path };
	char *name_here = remote_ops_path(f->arena, file.root, path);

	if (!file_write(remote_ops_path(f->arena, file.root, S(".new")), name_here,
	    bytes))
		remote_ops_fail(DIAG_WRITE, name_here);
	put(f, &file, 1, REMOTE_OVER);
	file_remove(name_here);
}

static void
close_far(struct remote *f)
{
	const char line[] = "exec $RSYNC_RSH -O exit \"$@\" 2>/dev/null";
	const char *argv[] = { "sh", "-c", line, "ssh",
	    str_c(f->arena, f->host), NULL };
	struct sink k = { 0 }, said = { 0 };

	if (f->shared)
		program_run(argv, S(""), &k, &said);
	sink_free(&k);
	sink_free(&said);
	if (f->temp != NULL)
		file_remove(f->temp);
	f->temp = NULL;
}

const struct remote_ops remote_ssh = { find, lock, unlock, read_file, look,
    compare, put, write_file, remove_files, fetch, close_far };
