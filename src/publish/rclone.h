/* SPDX-License-Identifier: ISC
 *
 * rclone: runs rclone for a remote. rclone is run as a program because it knows
 * some seventy services and their passwords. Its configuration is that of the
 * user (RCLONE_CONFIG, RCLONE_… of the environment); matbu neither reads nor
 * prints it. Where the environment does not say how long rclone waits and how
 * often it tries again, that is set here, and it never asks for a password. For
 * remote_rclone.c only.
 */
#ifndef PUBLISH_RCLONE_H
#define PUBLISH_RCLONE_H

#include "base/sink.h"
#include "publish/remote_ops.h"

enum { RCLONE_ARGUMENTS = 16 };

/* Exit statuses: done; a comparison found differences, or another fault; the
 * folder does not exist. */
enum { RCLONE_DONE = 0, RCLONE_DIFFERS = 1, RCLONE_NO_FOLDER = 3 };

/* One run of rclone, which is to be zeroed but for folder = -1. */
struct rclone_call {
	const char	*argv[RCLONE_ARGUMENTS];
	size_t		 num;
	struct sink	 names;		/* of files, a line each */
	int		 folder;	/* the local one, held open; or -1 */
	struct sink	 output;
};

/* Begins a run; the command is one of rclone's. */
struct rclone_call rclone_begin(const char *command);
/* Adds an argument, which is borrowed. */
void	rclone_add(struct rclone_call *, const char *argument);
/* Adds “remote:path” of a folder below the destination; empty: of itself. */
void	rclone_add_remote(struct rclone_call *, struct remote *, str folder);
/* Adds a local folder. */
void	rclone_add_local(struct rclone_call *, struct remote *, str folder);
/* Names a file to the run, which then concerns only those. */
void	rclone_name(struct rclone_call *, str path);
/* Runs it. Returns the exit status if it is RCLONE_DONE or the other one; for
 * another it prints rclone's messages and ends the program. The caller frees
 * the output. */
int	rclone_run(struct rclone_call *, struct remote *, int other);
/* Ends the program: rclone's output is not what was asked for. */
_Noreturn void	rclone_fail_answer(struct remote *);

#endif
