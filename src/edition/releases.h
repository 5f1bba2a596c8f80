/* SPDX-License-Identifier: ISC
 *
 * releases: finds the release that a file is a record of, or says it is.
 */
#ifndef EDITION_RELEASES_H
#define EDITION_RELEASES_H

#include "register/record_prefix.h"

struct releases {
	struct map	records;	/* record_prefix_map() */
	struct map	stems;		/* imapsmtp_20190115_1 -> value: the
					 * first row of a release */
};

/* In the arena; borrows the register. */
struct releases	releases_map(struct arena *, const struct reg *);
/* The edition that the bytes of a PDF state in their metadata; empty where they
 * state none. */
str		releases_identity(str bytes);
/* Returns the release of the edition that the file states in its metadata,
 * else of the one that it is named after; NULL where there is none. */
const struct row *releases_stated(const struct releases *, const struct reg *,
		    str bytes, str path);

#endif
