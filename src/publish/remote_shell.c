/* SPDX-License-Identifier: ISC */
#include "publish/remote_shell.h"

#include "base/sink.h"
#include "publish/connection.h"

/* The exit statuses of the commands. */
enum { FAILED = 3, HELD = 9, ABSENT = 10, ORPHAN = 11 };

/* “go FOLDER [make]” enters a folder of the destination, and makes it where
 * it is absent and make is not empty. Its status is 1 where the folder is
 * absent, 2 where $at is a link. “cd -P” sets PWD to the path without links:
 * that of another folder where a link was put in place after the test. */
#define GO \
    "cd -P \"$folder\" || exit 3; root=${PWD%/}; " \
    "go() { rest=$1 at=$root; cd -P \"$root/\" || exit 3; " \
    "while [ -n \"$rest\" ]; do one=${rest%%/*}; " \
    "case $rest in */*) rest=${rest#*/};; *) rest=;; esac; at=$at/$one; " \
    "if [ -L \"./$one\" ]; then return 2; fi; " \
    "if [ ! -d \"./$one\" ]; then [ -n \"$2\" ] || return 1; " \
    "mkdir \"./$one\" || exit 3; chgrp $group \"./$one\" 2>/dev/null; fi; " \
    "cd -P \"./$one\" || exit 3; [ \"$PWD\" = \"$at\" ] || return 2; " \
    "done; return 0; }; "
/* Ends the command where “go” did not arrive. */
#define ARRIVED " || { echo \"$at: symbolic link\" >&2; exit 3; }; "

/* Runs the command, in which go, $file, $dir and $group are known: the modes
 * and the group that files and folders get. */
static int
run(struct remote *r, const char *command, str input, struct sink *output)
{
	struct sink k = { 0 };
	int status;

	sink_puts(&k, "file=");
	sink_octal(&k, r->access.file);
	sink_puts(&k, " dir=");
	sink_octal(&k, r->access.folder);
	sink_puts(&k, " group=");
	sink_uint(&k, r->access.group);
	sink_puts(&k, "; umask ");
	sink_octal(&k, 0777 & ~r->access.folder);
	sink_puts(&k, "; " GO);
	sink_puts(&k, command);
	sink_char(&k, '\0');
	status = connection_shell(r, k.p, input, output);
	sink_free(&k);
	return status;
}

/* As run(); ends the program where the command fails. */
static void
do_run(struct remote *r, const char *command, str input, struct sink *output)
{
	int status = run(r, command, input, output);

	if (status != 0)
		connection_fail(r, "ssh", status);
}

static void
put_line(struct sink *k, str line)
{
	sink_put(k, line);
	sink_char(k, '\n');
}

/* --- The destination itself */

static unsigned
bits_of(str mode, size_t at)
{
	unsigned bits = 0;

	if (mode.p[at] == 'r')
		bits |= 4;
	if (mode.p[at + 1] == 'w')
		bits |= 2;
	if (mode.p[at + 2] == 'x' || mode.p[at + 2] == 's' ||
	    mode.p[at + 2] == 't')
		bits |= 1;
	return bits;
}

unsigned
remote_shell_mode(str mode)
{
	unsigned bits;

	if (mode.len < 10)
		return 0;
	bits = bits_of(mode, 1) << 6 | bits_of(mode, 4) << 3 | bits_of(mode, 7);
	if (mode.p[6] == 's' || mode.p[6] == 'S')
		bits |= 02000;
	return bits;
}

/* Reads “drwxrwsr-x 5 1000 33 4096 …”, what ls says of the destination. */
static void
read_access(struct remote *r, str line)
{
	str words[4];
	unsigned group = 0;
	size_t i, num = 0;

	while (num < 4 && str_cut(&line, ' ', &words[num]))
		if (words[num].len != 0)
			num++;
	if (num < 4)
		connection_fail(r, "ssh", FAILED);
	for (i = 0; i < words[3].len && char_is_digit(words[3].p[i]); i++)
		group = group * 10 + (unsigned)(words[3].p[i] - '0');
	r->access = access_below(remote_shell_mode(words[0]), group);
}

/* Tests whether the parent folder is absent. For “www/dokuman” the parent is
 * “www”; for “dokuman” it is the folder in which ssh starts: it exists. */
#define IS_ORPHAN "case $folder in /*/*|[!/]*/*) " \
	"! test -d \"${folder%/*}\";; *) false;; esac"

enum remote_state
remote_shell_find(struct remote *r)
{
	struct sink k = { 0 };
	int status = connection_shell(r, "if test -d \"$folder\"; then "
	    "cd \"$folder\" && ls -ldn . || exit 3; exit 0; fi; "
	    IS_ORPHAN " && exit 11; exit 10", S(""), &k);

	if (status == 0)
		read_access(r, sink_str(&k));
	sink_free(&k);
	if (status == ORPHAN || status == ABSENT)
		return status == ORPHAN ? REMOTE_ORPHAN : REMOTE_ABSENT;
	if (status != 0)
		connection_fail(r, "ssh", status);
	return REMOTE_THERE;
}

/* A new destination may be read by everybody, and written by the group that
 * may write beside it. */
#define MAKE \
    "case $folder in /*/*|[!/]*/*) up=${folder%/*};; /*) up=/;; *) up=.;; " \
    "esac; case $(ls -ldn \"$up/\") in ?????w*) umask 002;; *) umask 022;; " \
    "esac; mkdir \"$folder\""

bool
remote_shell_lock(struct remote *r, str owner, str *holder)
{
	struct sink k = { 0 };
	int status = connection_shell(r,
	    "test -d \"$folder\" || { " MAKE "; } || exit 3; "
	    "cd -P \"$folder\" || exit 3; root=${PWD%/}; list=$(ls -ldn .); "
	    "case $list in ?????w*) umask 002;; *) umask 022;; esac; "
	    "if mkdir " REMOTE_LOCK " 2>/dev/null; then "
	    "cd -P " REMOTE_LOCK " && [ \"$PWD\" = \"$root/" REMOTE_LOCK "\" ] "
	    "&& set -C && cat >owner || exit 3; echo \"$list\"; "
	    "elif [ -L " REMOTE_LOCK " ]; then exit 3; "
	    "elif test -d " REMOTE_LOCK "; then "
	    "cat " REMOTE_OWNER " 2>/dev/null; "
	    "exit 9; else mkdir " REMOTE_LOCK "; exit 3; fi", owner, &k);

	*holder = S("");
	if (status == 0)
		read_access(r, sink_str(&k));
	else if (status == HELD)
		*holder = str_copy(r->arena, sink_str(&k));
	else
		connection_fail(r, "ssh", status);
	sink_free(&k);
	return status == 0;
}

void
remote_shell_unlock(struct remote *r)
{
	do_run(r, "rm -rf ./" REMOTE_LOCK, S(""), NULL);
}

/* --- Folders */

/* The beginnings are those of index_name_is_other(). */
#define INDEXES \
    "for f in [Ii][Nn][Dd][Ee][Xx].* [Dd][Ee][Ff][Aa][Uu][Ll][Tt].* " \
    "[Hh][Oo][Mm][Ee].* [Ww][Ee][Ll][Cc][Oo][Mm][Ee].* " \
    "[Ii][Ii][Ss][Ss][Tt][Aa][Rr][Tt].*; do " \
    "[ -e \"$f\" ] || [ -L \"$f\" ] || continue; " \
    "echo \"i ${n:+$n/}$f\"; done"

void
remote_shell_look(struct remote *r, const struct remote_look *folders,
    size_t num, bool repair, struct sink *found)
{
	struct sink names = { 0 };
	size_t i;

	for (i = 0; i < num; i++) {
		sink_puts(&names, folders[i].has_index ? "i" : "-");
		put_line(&names, folders[i].folder);
	}
	do_run(r, repair ?
	    "while IFS= read -r line; do n=${line#?}; go \"$n\"; case $? in "
	    "1) continue;; 2) echo \"l $n\"; continue;; esac; "
	    "[ -z \"$n\" ] || { chgrp $group .; chmod $dir .; } 2>/dev/null; "
	    "case $line in i*) " INDEXES ";; esac; done; exit 0" :
	    "while IFS= read -r line; do n=${line#?}; go \"$n\"; case $? in "
	    "1) continue;; 2) echo \"l $n\"; continue;; esac; "
	    "case $line in i*) " INDEXES ";; esac; done; exit 0",
	    sink_str(&names), found);
	sink_free(&names);
}

/* Leaves a folder that is empty by its number, not by its path. */
void
remote_shell_remove(struct remote *r, const str *paths, size_t num)
{
	struct sink names = { 0 };
	size_t i;

	for (i = 0; i < num; i++)
		put_line(&names, paths[i]);
	do_run(r, "while IFS= read -r n; do case $n in */*) d=${n%/*};; "
	    "*) d=;; esac; go \"$d\"; case $? in 1) continue;; "
	    "2) echo \"$at: symbolic link\" >&2; exit 3;; esac; "
	    "rm -f \"./${n##*/}\" || exit 3; "
	    "while [ \"$at\" != \"$root\" ]; do one=${at##*/} at=${at%/*}; "
	    "cd -P .. && [ \"$PWD\" = \"${at:-/}\" ] && "
	    "rmdir \"./$one\" 2>/dev/null || break; done; done; exit 0",
	    sink_str(&names), NULL);
	sink_free(&names);
}

/* --- Files that rsync has brought */

char *
remote_shell_rsync(struct remote *r)
{
	struct sink k = { 0 };

	connection_put_folder(r, &k);
	sink_puts(&k, "umask 0; group=0; " GO "go " REMOTE_LOCK ARRIVED
	    "[ -d ./in ] || (umask 077; mkdir ./in) || exit 3; "
	    "go " REMOTE_STAGE ARRIVED "rsync");
	return str_c(r->arena, sink_take(&k, r->arena));
}

/* The folder of the files is held open as descriptor 3: its path may become
 * another one meanwhile. mv replaces a link that has the name of a file. */
#define SETTLE(skip) \
    "go " REMOTE_STAGE ARRIVED "exec 3<.; stage=/proc/self/fd/3; " \
    "[ -d $stage/. ] || stage=$PWD; " \
    "chgrp -R $group . 2>/dev/null || chmod -R g-w .; " \
    "while IFS= read -r d; do go \"$d\" make" ARRIVED "set --; " \
    "for f in \"$stage/$d\"/.[!.]* \"$stage/$d\"/*; do " \
    "[ -f \"$f\" ] || continue; " skip \
    "set -- \"$@\" \"$f\"; " \
    "[ $# -lt 100 ] || { mv -f \"$@\" . || exit 3; set --; }; done; " \
    "[ $# = 0 ] || mv -f \"$@\" . || exit 3; done; exit 0"

void
remote_shell_settle(struct remote *r, const str *folders, size_t num,
    enum remote_mode mode)
{
	struct sink names = { 0 };
	size_t i;

	for (i = 0; i < num; i++)
		put_line(&names, folders[i]);
	do_run(r, mode == REMOTE_NEW ? SETTLE("if [ -e \"./${f##*/}\" ] || "
	    "[ -L \"./${f##*/}\" ]; then rm -f \"$f\"; continue; fi; ") :
	    SETTLE(""), sink_str(&names), NULL);
	sink_free(&names);
}
