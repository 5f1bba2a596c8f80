/* SPDX-License-Identifier: ISC
 *
 * record_prefix: finds the record in a file that was signed or filled in. PDF
 * allows appending an update (ISO 32000-1, 7.5.6), so the file begins with the
 * record. Whether the file still shows it, register/appended.h decides.
 */
#ifndef REGISTER_RECORD_PREFIX_H
#define REGISTER_RECORD_PREFIX_H

#include "register/register.h"

/* How many “%%EOF” of a file are examined, and how many updates are read. */
enum { RECORD_PREFIX_ENDS = 64 };

struct record_prefix {
	const struct row *row;		/* the release of the record */
	str		 record;	/* borrows the file */
	str		 appended;	/* what follows it; may be empty */
};

/* Returns the records of a register: digest -> value: the last release that has
 * it. In arena; borrows the register. */
struct map record_prefix_map(struct arena *, const struct reg *);
/* Finds the longest beginning of the file, any bytes, that is a registered
 * record: up to one of its first “%%EOF”, or all of it. Returns false where
 * there is none. The arena keeps short strings. */
bool	record_prefix_find(struct record_prefix *, struct arena *,
	    const struct map *records, str file);
/* Returns whether what is appended is a chain of 1 to RECORD_PREFIX_ENDS
 * updates: from the end of the file each names the one before it, and the first
 * names the record. A reader that starts at the end then reaches the record and
 * has no reason to search elsewhere. */
bool	record_prefix_is_chained(const struct record_prefix *);

#endif
