/* SPDX-License-Identifier: ISC
 *
 * members: reads a value that is a list of maps, or one map, whose members are
 * texts with names: “- adres: …” and below it “söz: …”. Part of front_matter.
 */
#ifndef SOURCE_MEMBERS_H
#define SOURCE_MEMBERS_H

#include "source/scan.h"

enum { MEMBERS_MAX = 3 };

/* What the maps of a key look like. */
struct members {
	str	names[MEMBERS_MAX][LANG_COUNT];	/* as many as num */
	size_t	num;
	enum diag shape;		/* the value is none; of the key */
	enum diag unknown;		/* a name is none of these; of the key,
					 * the name, the nearest one */
	/* Takes the members of one map, in the order of the names; those that
	 * are not written are empty. Not called where one has a fault. */
	void	(*take)(struct doc *, str key, const struct sourced *,
	    struct pos);
};

/* Reads the current value as that of the key. Reports faults. */
void	members_read(struct doc *, struct scan *, str key,
	    const struct members *);

#endif
