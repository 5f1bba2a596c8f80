/* SPDX-License-Identifier: ISC */
#include "publish/rclone.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/path.h"
#include "base/program.h"
#include "base/root.h"
#include "publish/connection.h"

/* A server that does not answer ends the run within minutes. */
static void
set_defaults(void)
{
	setenv("RCLONE_CONTIMEOUT", "20s", /*overwrite*/0);
	setenv("RCLONE_TIMEOUT", "60s", 0);
	setenv("RCLONE_RETRIES", "2", 0);
	setenv("RCLONE_LOW_LEVEL_RETRIES", "3", 0);
	setenv("RCLONE_ASK_PASSWORD", "false", 0);
}

struct rclone_call
rclone_begin(const char *command)
{
	struct rclone_call c = { .folder = -1 };

	rclone_add(&c, "rclone");
	rclone_add(&c, command);
	return c;
}

void
rclone_add(struct rclone_call *c, const char *argument)
{
	c->argv[c->num++] = argument;
}

/* “web:www/register”. The host of the remote is “rclone:web”. */
static char *
remote_argument(struct remote *r, str folder)
{
	str below = r->folder;

	if (below.len == 0)
		below = folder;
	else if (folder.len != 0)
		below = path_join(r->arena, below, folder);
	return str_c(r->arena, str_join(r->arena, str_from(r->host,
	    S("rclone:").len), S(":"), below));
}

void
rclone_add_remote(struct rclone_call *c, struct remote *r, str folder)
{
	rclone_add(c, remote_argument(r, folder));
}

void
rclone_add_local(struct rclone_call *c, struct remote *r, str folder)
{
	rclone_add(c, connection_hold(r, folder, &c->folder));
}

void
rclone_name(struct rclone_call *c, str path)
{
	if (c->names.len == 0) {
		rclone_add(c, "--files-from-raw");
		rclone_add(c, "-");
	}
	sink_put(&c->names, path);
	sink_char(&c->names, '\n');
}

static _Noreturn void
fail(struct remote *r, int status)
{
	char *remote = remote_argument(r, S(""));

	if (status == PROGRAM_FAILED)
		die_system(DIAG_PUBLISH_RCLONE, remote, "");
	die_system(DIAG_PUBLISH_PROGRAM, str_c(r->arena, str_join(r->arena,
	    S("rclone "), str_of(remote))), str_c(r->arena, str_uint(r->arena,
	    (uintmax_t)status)));
}

int
rclone_run(struct rclone_call *c, struct remote *r, int other)
{
	struct sink said = { 0 };
	int status;

	set_defaults();
	rclone_add(c, NULL);
	status = program_run(c->argv, sink_str(&c->names), &c->output, &said);
	sink_free(&c->names);
	root_let_go(c->folder);
	if (status != RCLONE_DONE && status != other) {
		connection_print(r, "rclone", sink_str(&said));
		fail(r, status);
	}
	sink_free(&said);
	return status;
}

void
rclone_fail_answer(struct remote *r)
{
	die_system(DIAG_PUBLISH_ANSWER, remote_argument(r, S("")), "");
}
