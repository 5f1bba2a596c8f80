/* SPDX-License-Identifier: ISC
 *
 * published: content/.published, which git keeps: what each publish sent, and
 * up to which row of the register. A new line is always added at the end;
 * columns are separated by one tab:
 *
 *   publish DATE DESTINATION ROWS CHAIN ADDED CHANGED REMOVED
 *   file DIGEST PATH        removed PATH
 *
 * ROWS is how many rows of the register the destination has, CHAIN that of the
 * last. Lines of files belong to the publish above them. They exist only for a
 * destination that cannot be read (--changed): they are its list. matbu writes
 * the entry before it sends anything: its files may be at the destination.
 */
#ifndef REGISTER_PUBLISHED_H
#define REGISTER_PUBLISHED_H

#include "base/strings.h"
#include "register/register.h"

struct published_file {
	str		 path;
	str		 digest;	/* 64 hex digits */
};

/* The file as it was read, in the arena that read it. */
struct published {
	str		 path;		/* “content/.published” */
	str		 bytes;
	size_t		 rows;		/* most that any destination has */
	str		 chain;		/* of the last of them, or empty */
	str		 destination;	/* that has them */
};

struct published_sent {
	str	destination;
	size_t	rows;
};

/* One publish, to be added. */
struct published_entry {
	struct date	 day;
	str		 destination;
	size_t		 rows;
	str		 chain;
	size_t		 added, changed, removed;
	const struct published_file *files;	/* that were sent */
	size_t		 num_files;
	const str	*removed_paths;
	size_t		 num_removed_paths;
};

/* Reads content/.published; a missing file means that nothing was published.
 * Reports the first line that is none and returns false where there is one;
 * diags may be NULL. Ends the program where the file cannot be read. */
bool	published_read(struct published *, struct arena *, str content,
	    struct diags *);
/* Joins both sides of a conflict that git left in the file, and brings the
 * letters and line ends of another program back to their form: in memory.
 * Returns whether that changed the bytes and made them valid. */
bool	published_join(struct published *, struct arena *);
/* Writes the file as it is in memory. Ends the program where the disk
 * fails. */
void	published_write(const struct published *, struct arena *);
/* Maps the chain of each row up to which something was published to the name
 * of a destination (a str), in arena. */
struct map published_chains(const struct published *, struct arena *);
/* Returns how many rows of the register some destination has, by its chain,
 * and sets *destination to its name. */
size_t	published_known(const struct published *, struct arena *,
	    const struct reg *, str *destination);
/* Lowers every entry that says more rows to that many rows and their chain:
 * the rows after them were chained again. In memory. */
void	published_cut(struct published *, struct arena *, size_t rows,
	    str chain);
/* Returns the most rows of the register that were sent to the destination. */
size_t	published_rows(const struct published *, str destination);
/* Returns the destinations in the order in which they were first used, each
 * with the most rows that were sent to it. In arena. */
struct published_sent *published_sent(const struct published *, struct arena *,
	    size_t *num);
/* Returns the files that a destination that cannot be read has, or, with ever,
 * has had: then the digest of a removed file is empty. Sorted by path, in
 * arena. */
struct published_file *published_files(const struct published *,
	    struct arena *, str destination, bool ever, size_t *num);
/* Adds an entry at the end of the file. Ends the program where the disk
 * fails. */
void	published_add(struct published *, struct arena *,
	    const struct published_entry *);

#endif
