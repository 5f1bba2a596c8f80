/* SPDX-License-Identifier: ISC
 *
 * connection: runs ssh and rsync for a remote on another machine. RSYNC_RSH
 * names the ssh program for both; all calls share one connection. For
 * remote_ssh.c; what concerns local files and messages also for rclone.c.
 */
#ifndef PUBLISH_CONNECTION_H
#define PUBLISH_CONNECTION_H

#include "publish/remote_ops.h"

struct sink;

/* The local folder for files in transfer, made at the first call. Ends the
 * program where it cannot be made. */
str		connection_temp(struct remote *);
/* Opens a local folder for a program, so that its path may become another one
 * until root_let_go(*fd). Returns its name for the program, in the arena, with
 * “/” at its end. */
char		*connection_hold(struct remote *, str folder, int *fd);
/* Prints the messages of a program under its name, which are foreign: few
 * lines, without control characters. */
void		connection_print(struct remote *, const char *program,
		    str messages);
/* Runs a program with the input, appends its standard output to output, which
 * may be NULL, and prints its messages under its name. Returns its exit
 * status. */
int		connection_run(struct remote *, const char *name,
		    const char *const argv[], str input, struct sink *output);
/* Begins a shell command: sets $folder to the destination. */
void		connection_put_folder(struct remote *, struct sink *command);
/* Runs a shell command on the remote host, in which $folder is the
 * destination. Otherwise as connection_run(). */
int		connection_shell(struct remote *, const char *command,
		    str input, struct sink *output);
/* Ends the program with a message that names the failed program and its exit
 * status. */
_Noreturn void	connection_fail(struct remote *, const char *program,
		    int status);
/* Closes the shared connection, and removes the local folder. */
void		connection_close(struct remote *);

#endif
