/* SPDX-License-Identifier: ISC
 *
 * listing: DEST/.matbu-site, what publishing has put at a destination: one
 * line a file, sorted by path,
 *
 *   digest size time path
 *
 * time is that of the file when it was sent, or “-” where it was about to
 * be: whoever finds a “-” looks at the bytes.
 */
#ifndef PUBLISH_LISTING_H
#define PUBLISH_LISTING_H

#include "base/digest.h"
#include "base/file.h"
#include "base/map.h"

/* Its name at the destination. */
#define LISTING_NAME	".matbu-site"

struct sink;

struct listing_row {
	str		 path;
	str		 digest;	/* 64 hex digits */
	struct file_facts facts;	/* kind FILE_NONE: the time is “-” */
};

struct listing {
	struct listing_row *rows;	/* sorted by path */
	size_t		 num;
	struct map	 paths;		/* value: the row */
};

/* Reads the bytes of a list (borrowed). False where they are none: then *line
 * is the faulty one. */
bool	listing_read(struct listing *, struct arena *, str bytes,
	    unsigned *line);
const struct listing_row *listing_find(const struct listing *, str path);
/* Puts the lines of rows, sorted here by path. */
void	listing_write(struct listing_row *rows, size_t num, struct sink *);

#endif
