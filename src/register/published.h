/* SPDX-License-Identifier: ISC
 *
 * published: content/.published, what each publish sent and up to which row
 * of the register; it is kept in git. Lines are only ever put at the end,
 * columns parted by one tab:
 *
 *   publish DATE DESTINATION ROWS CHAIN ADDED CHANGED REMOVED
 *   file DIGEST PATH        removed PATH
 *
 * ROWS is how many rows of the register are there, CHAIN that of the last.
 * Lines of files belong to the publish above them, and are there only for a
 * destination that cannot be read (--changed): they are its list. The line
 * is written before anything is sent: what it names may be out.
 */
#ifndef REGISTER_PUBLISHED_H
#define REGISTER_PUBLISHED_H

#include "register/register.h"

struct published_file {
	str		 path;
	str		 digest;	/* 64 hex digits */
};

struct published {
	str		 path;		/* “content/.published” */
	str		 bytes;
	size_t		 rows;		/* the most that was ever sent */
	str		 chain;		/* of the last of them, or empty */
	str		 destination;	/* where it was sent */
};

struct published_entry {
	struct date	 day;
	str		 destination;
	size_t		 rows;
	str		 chain;
	size_t		 added, changed, removed;
	const struct published_file *files;	/* that were sent */
	size_t		 num_files;
	const str	*gone;			/* paths */
	size_t		 num_gone;
};

/* Reads content/.published; a folder without it has published nothing.
 * Faults are told; false where there was one. */
bool	published_read(struct published *, struct arena *, str content,
	    struct diags *);
/* The most rows of the register that the destination has been sent. */
size_t	published_rows(const struct published *, str destination);
/* What a destination that cannot be read has, or ever had: then the digest
 * of what was removed is empty. Sorted by path, in arena. */
struct published_file *published_files(const struct published *,
	    struct arena *, str destination, bool ever, size_t *num);
/* Puts a note at the end. Ends the program where the disk fails. */
void	published_add(struct published *, struct arena *,
	    const struct published_entry *);

#endif
