/* SPDX-License-Identifier: ISC */
#include "publish/connection.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/folder.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/phrase.h"
#include "base/program.h"
#include "base/root.h"
#include "base/shown.h"
#include "base/shell.h"
#include "base/sink.h"
#include "base/temp.h"
#include "base/tree.h"

/* The exit status of ssh where it cannot connect. */
enum { LOGIN = 255 };

enum { LINES = 20 };		/* of a program's messages that are shown */

str
connection_temp(struct remote *r)
{
	if (r->temp == NULL)
		r->temp = temp_make(r->arena);
	if (r->temp == NULL)
		remote_ops_fail(DIAG_WRITE, "TMPDIR");
	return str_of(r->temp);
}

/* Without /proc the name is the path, absolute: a program must not take a name
 * with a colon for a host. */
char *
connection_hold(struct remote *r, str folder, int *fd)
{
	char *path = str_c(r->arena, folder);
	str held;

	*fd = root_hold(path);
	held = str_join(r->arena, S("/proc/self/fd/"), str_uint(r->arena,
	    (uintmax_t)*fd), S("/"));
	if (*fd >= 0 && folder_is_there(str_c(r->arena, held)))
		return str_c(r->arena, held);
	return str_c(r->arena, str_join(r->arena, path_absolute(r->arena,
	    path), S("/")));
}

/* Shares one ssh connection among all calls: ssh requests a password once,
 * and connecting takes most of the time of a call. Does nothing where
 * RSYNC_RSH names another program. */
static void
share_connection(struct remote *r)
{
	const char *rsh = getenv("RSYNC_RSH");
	str words = rsh != NULL && *rsh != '\0' ? str_of(rsh) : S("ssh");

	if (r->shared || !(str_eq(words, S("ssh")) ||
	    str_starts(words, S("ssh "))))
		return;
	words = str_join(r->arena, words, S(" -o ControlMaster=auto "
	    "-o ControlPersist=5 -o ControlPath="), connection_temp(r));
	setenv("RSYNC_RSH", str_c(r->arena, str_join(r->arena, words,
	    S("/ssh"))), 1);
	r->shared = true;
}

/* The messages of a program are not translated: a line before them names the
 * program. */
void
connection_print(struct remote *r, const char *program, str messages)
{
	size_t lines = 0;
	str line;

	if (messages.len != 0)
		phrase_write(stderr, PHRASE_PROGRAM, (str[PHRASE_VALUES]){
		    str_of(program), r->host });
	while (lines++ < LINES && str_line(&messages, &line))
		fprintf(stderr, "  %s\n", SHOWN(line));
	if (messages.len != 0)
		fputs("  …\n", stderr);
}

int
connection_run(struct remote *r, const char *name, const char *const argv[],
    str input, struct sink *output)
{
	struct sink messages = { 0 };
	int status;

	share_connection(r);
	status = program_run(argv, input, output, &messages);
	connection_print(r, name, sink_str(&messages));
	r->denied = str_search(sink_str(&messages), S("Permission denied")) !=
	    messages.len;
	sink_free(&messages);
	return status;
}

void
connection_put_folder(struct remote *r, struct sink *k)
{
	sink_puts(k, "LC_ALL=C; export LC_ALL; unset CDPATH; folder=");
	shell_put(k, r->folder);
	sink_puts(k, "; case $folder in -*) folder=./$folder;; esac; ");
}

int
connection_shell(struct remote *r, const char *command, str input,
    struct sink *output)
{
	struct sink k = { 0 };
	const char *argv[] = { "sh", "-c", "exec ${RSYNC_RSH:-ssh} \"$@\"",
	    "ssh", str_c(r->arena, r->host), NULL, NULL };
	int status;

	connection_put_folder(r, &k);
	sink_puts(&k, command);
	sink_char(&k, '\0');
	argv[5] = k.p;
	status = connection_run(r, "ssh", argv, input, output);
	sink_free(&k);
	return status;
}

void
connection_fail(struct remote *r, const char *program, int status)
{
	if (r->denied)
		die_system(status == LOGIN ? DIAG_PUBLISH_LOGIN :
		    DIAG_PUBLISH_DENIED, str_c(r->arena, status == LOGIN ?
		    r->host : str_join(r->arena, r->host, S(":"), r->folder)),
		    "");
	die_system(DIAG_PUBLISH_PROGRAM, str_c(r->arena, str_join(r->arena,
	    str_of(program), S(" "), r->host)), str_c(r->arena, str_uint(
	    r->arena, (uintmax_t)status)));
}

void
connection_close(struct remote *r)
{
	const char line[] = "exec $RSYNC_RSH -O exit \"$@\" 2>/dev/null";
	const char *argv[] = { "sh", "-c", line, "ssh",
	    str_c(r->arena, r->host), NULL };

	if (r->shared)
		program_run(argv, S(""), NULL, NULL);
	if (r->temp != NULL)
		tree_remove(r->temp);
	r->temp = NULL;
}
