/* SPDX-License-Identifier: ISC
 *
 * root: folders below which no symbolic link is ever followed: content/, out/,
 * a destination. The folder itself may be a link. Every path that begins with
 * the name of a root is resolved from there, with openat2() or, where the
 * kernel has none, component by component; the path must not leave the root.
 * Other paths are resolved as usual, and noted (base/outside.h). A link in the
 * way is the fault ELOOP.
 */
#ifndef BASE_ROOT_H
#define BASE_ROOT_H

#include <sys/types.h>

#include "base/str.h"

/* A file as its folder knows it: the arguments of fstatat() and the like. */
struct root_place {
	int		 folder;
	const char	*name;		/* without “/” */
	char		 path[4096];	/* holds the name */
};

/* Makes the folder, which need not exist yet, a root for the life of the
 * program. Call before other threads use files. */
void	root_add(const char *folder);
/* Opens the folders of all roots anew at their next use: another folder may
 * have taken the place of one. Only while no other thread uses files. */
void	root_forget(void);
/* As open(), with O_CLOEXEC. */
int	root_open(const char *path, int flags, mode_t mode);
/* Opens the folder in which the path's last component is; that component may
 * be missing, or a link. False: errno has the reason. root_leave() it. */
bool	root_enter(struct root_place *, const char *path);
/* Closes the folder; keeps errno. */
void	root_leave(struct root_place *);
/* Makes an empty file in the folder, in the place of any file of the name:
 * writing to that one could write to another name of it (a hard link), or wait
 * for a reader (a FIFO). -1: errno has the reason. */
int	root_create(int folder, const char *name);
/* Opens a folder for programs that this one starts, which can name it
 * /proc/self/fd/N; -1: errno has the reason. root_let_go() closes it. */
int	root_hold(const char *folder);
void	root_let_go(int);

#endif
