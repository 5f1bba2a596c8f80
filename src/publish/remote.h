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

struct arena;
struct far;

/* A file of this machine and its name there: root/path → DEST/path. */
struct far_file {
	str		root;		/* “out” */
	str		path;		/* “frm/bim/index.html” */
};

/* How files are put there. */
enum far_put {
	FAR_OVER,			/* over what has the name */
	FAR_NEW				/* where nothing has the name */
};

/* A destination: there, not there, nor the folder above it. */
enum far_place { FAR_THERE, FAR_ABSENT, FAR_ORPHAN };

/* The destination need not exist yet, the folder above it must. It is looked
 * at on at most jobs threads. */
struct far	*far_open(struct arena *, const char *destination,
		    size_t jobs);
/* Gives the lock back and clears up here. */
void		 far_close(struct far *);
/* The folder, where it is one of this machine; else NULL. */
const char	*far_here(struct far *);
/* “/srv/www/frm/x.html”, “user@host:www/frm/x.html”: for messages. */
str		 far_name(struct far *, str path);

/* Whether the destination is there; of one that is not nothing more is
 * asked. */
enum far_place	 far_find(struct far *);
/* Takes the lock. False where somebody has it: holder is what he wrote. */
bool		 far_lock(struct far *, str owner, str *holder);
/* Takes away the lock of somebody else. */
void		 far_break(struct far *);

/* What the file there holds; false where there is none. */
bool		 far_read(struct far *, str path, str *bytes);
/* What stands at the paths; times of a remote folder are whole seconds. */
void		 far_look(struct far *, const str *paths, size_t num,
		    struct file_facts *);
/* Whether the files there, which exist, hold the bytes of those here. */
void		 far_compare(struct far *, const struct far_file *, size_t num,
		    bool *same);
/* Puts files there, each whole or not at all, with their times. A folder
 * takes them in their order; rsync has an order of its own. */
void		 far_put(struct far *, const struct far_file *, size_t num,
		    enum far_put);
/* Puts bytes there as a file. */
void		 far_write(struct far *, str path, str bytes);
/* Removes files, and the folders that are empty then. */
void		 far_remove(struct far *, const str *paths, size_t num);
/* Brings files into a folder here, with their times; one that is not there
 * is left out. */
void		 far_fetch(struct far *, const str *paths, size_t num,
		    str folder);

#endif
