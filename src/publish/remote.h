/* SPDX-License-Identifier: ISC
 *
 * far: the far end of a publish or pull: a folder (also a mounted share), or
 * “user@host:path”, reached by rsync and ssh. One set of functions for both;
 * what a function cannot do ends the program, and gives the lock back.
 *
 * What is on its way lies in DEST/.matbu-lock/, a folder that is there while
 * somebody publishes: making it is the lock.
 */
#ifndef PUBLISH_REMOTE_H
#define PUBLISH_REMOTE_H

#include "base/file.h"
#include "publish/remote_types.h"

struct arena;
struct remote;

/* The destination need not exist yet, the folder above it must. It is looked
 * at on at most jobs threads. */
struct remote	*remote_open(struct arena *, const char *destination,
		    size_t jobs);
/* Gives the lock back and clears up here. */
void		 remote_close(struct remote *);
/* The folder, where it is one of this machine; else NULL. */
const char	*remote_local_folder(struct remote *);
/* “/srv/www/frm/x.html”, “user@host:www/frm/x.html”: for messages. */
str		 remote_name(struct remote *, str path);

/* Whether the destination is there; of one that is not nothing more is
 * asked. */
enum remote_state	 remote_find(struct remote *);
/* Takes the lock. False where somebody has it: holder is what he wrote. */
bool			 remote_lock(struct remote *, str owner, str *holder);
/* Takes away the lock of somebody else. */
void			 remote_break_lock(struct remote *);

/* What the file there holds; false where there is none. */
bool	 remote_read(struct remote *, str path, str *bytes);
/* What stands at the paths; times of a remote folder are whole seconds. */
void	 remote_facts(struct remote *, const str *paths, size_t num,
		    struct file_facts *);
/* Whether the files there, which exist, hold the bytes of those here. */
void	 remote_compare(struct remote *, const struct remote_file *, size_t num,
		    bool *same);
/* Puts files there, each whole or not at all, with their times. A folder
 * takes them in their order; rsync has an order of its own. */
void	 remote_put(struct remote *, const struct remote_file *, size_t num,
		    enum remote_mode);
/* Puts bytes there as a file. */
void	 remote_write(struct remote *, str path, str bytes);
/* Removes files, and the folders that are empty then. */
void	 remote_remove(struct remote *, const str *paths, size_t num);
/* Brings files into a folder here, with their times; one that is not there
 * is left out. */
void	 remote_fetch(struct remote *, const str *paths, size_t num,
		    str folder);

#endif
