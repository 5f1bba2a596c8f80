/* SPDX-License-Identifier: ISC
 *
 * record_prefix: a record that somebody signed or filled in is a beginning of
 * his file: PDF allows to append an update (ISO 32000-1, 7.5.6). Whether the
 * file still shows the record, register/appended.h decides.
 */
#ifndef REGISTER_RECORD_PREFIX_H
#define REGISTER_RECORD_PREFIX_H

#include "register/register.h"

/* The most lines “%%EOF” of a file that are looked at. */
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
 * record: up to one of its first lines “%%EOF”, or all of it. False where
 * there is none. The arena keeps short strings. */
bool	record_prefix_find(struct record_prefix *, struct arena *,
	    const struct map *records, str file);
/* Whether what is appended is a chain of updates, at most as many as above:
 * from the end of the file, which nothing follows, each names the one before
 * it, and the first names the record. A reader that starts at the end then
 * comes to the record, and none has a reason to search elsewhere. */
bool	record_prefix_is_chained(const struct record_prefix *);

#endif
