/* SPDX-License-Identifier: ISC
 *
 * listing: DEST/.matbu-site, the list of the files that publishing sent to a
 * destination: one line for each file, sorted by path,
 *
 *   digest size time path
 *
 * time is that of the local file when it was sent, or “-” for a file that was
 * going to be sent: then the bytes must be compared. Each path is one that a
 * collection may have (model/site_path.h).
 */
#ifndef PUBLISH_LISTING_H
#define PUBLISH_LISTING_H

#include "base/digest.h"
#include "base/file.h"
#include "base/map.h"

/* The name of the listing at the destination. */
#define LISTING_NAME	".matbu-site"

struct sink;

struct listing_row {
	str		 path;
	str		 digest;	/* 64 hex digits */
	struct file_facts facts;	/* kind FILE_NONE: time is “-” */
	bool		 elsewhere;	/* of another publisher alone */
};

struct listing {
	struct listing_row *rows;	/* sorted by path */
	size_t		 num;
	struct map	 paths;		/* value: the row */
};

/* Reads the bytes of a listing, which are borrowed; rows are in the arena. No
 * bytes are an empty listing. False where the bytes are no listing: then *line
 * is the faulty line, and the rows are those before it. */
bool	listing_read(struct listing *, struct arena *, str bytes,
	    unsigned *line);
/* The row of the path, or NULL. */
const struct listing_row *listing_find(const struct listing *, str path);
/* Adds the rows of another listing of the same destination; they stay in its
 * arena. Where both have a path and differ, the bytes of the file are to be
 * compared. elsewhere: the mark that new rows get. */
void	listing_join(struct listing *, struct arena *, const struct listing *,
	    bool elsewhere);
/* Has the bytes of the file compared, also where size and time are equal. */
void	listing_doubt(struct listing *, str path);
/* Sorts the rows by path and writes the listing. */
void	listing_write(struct listing_row *rows, size_t num, struct sink *);

#endif
