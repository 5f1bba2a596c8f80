/* SPDX-License-Identifier: ISC
 *
 * remote_shell: what a remote on another machine does by shell commands, as
 * rsync would follow symbolic links there. A command enters each folder on its
 * own, and works only where the folder in which it then is has the path that
 * was meant; a link that is put in place meanwhile is not followed either. For
 * remote_ssh.c only; remote.h states what the functions do.
 */
#ifndef PUBLISH_REMOTE_SHELL_H
#define PUBLISH_REMOTE_SHELL_H

#include "publish/remote_ops.h"

/* The mode that “drwxr-sr-x” states; 0 where the string is no mode. */
unsigned		 remote_shell_mode(str);

enum remote_state	 remote_shell_find(struct remote *);
bool			 remote_shell_lock(struct remote *, str owner,
			    str *holder);
void			 remote_shell_unlock(struct remote *);
void			 remote_shell_look(struct remote *,
			    const struct remote_look *, size_t num, bool repair,
			    struct sink *found);
void			 remote_shell_remove(struct remote *, const str *,
			    size_t num);
/* A command for rsync's --rsync-path, in the arena, that runs rsync in the
 * folder DEST/.matbu-lock/in, which only its user can enter. */
char			*remote_shell_rsync(struct remote *);
/* Moves the files of that folder into place. folders: those that contain
 * some, sorted. */
void			 remote_shell_settle(struct remote *,
			    const str *folders, size_t num, enum remote_mode);

#endif
