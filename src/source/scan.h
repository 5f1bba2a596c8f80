/* SPDX-License-Identifier: ISC
 *
 * scan: a YAML text that is a map, step by step. The only file that knows
 * libyaml (the YAML library that every distribution keeps). One thing is
 * looked at at a time: a key or a value; what is read is passed over. What is
 * not YAML is told in words for people who do not know it; after such a fault
 * the scan has failed and every step says so. Part of front.
 */
#ifndef SOURCE_SCAN_H
#define SOURCE_SCAN_H

#include "model/doc.h"

struct scan;

/* Begins with the text (borrowed), which follows the first lines of the
 * source. In the document's arena, but scan_close() it. */
struct scan	*scan_open(struct doc *, str yaml, unsigned lines);
void		 scan_close(struct scan *);

/* Goes to the first key; false where the text is no map, which is told, or
 * is empty, which is not. */
bool		 scan_map(struct scan *);
/* Enters a map that is a value; false where it is none. */
bool		 scan_enter(struct scan *);
/* Whether the map has more. */
bool		 scan_more(const struct scan *);
/* Whether the text's map has another key; it is looked at, its name in arena.
 * A key that is no text is told and passed over with its value; so is what
 * follows the map, at its end. */
bool		 scan_key(struct scan *, str *name);

/* The place in the source of what is looked at. */
struct pos	 scan_pos(const struct scan *);
/* Steps on: into a value, from a key to its value, out of a map. False at a
 * fault. */
bool		 scan_next(struct scan *);
/* Passes over one value, however deep. */
void		 scan_skip(struct scan *);
/* Tells a fault of what is looked at, if the scan has not failed. */
void		 scan_fault(struct scan *, enum diag, str);

/* One line of text, in arena: a value that spans lines or is empty is a
 * slip. False where it is none: told under the name. */
bool		 scan_text(struct scan *, str name, str *text);
/* “a, b” or [a, b], appended to the list, in arena. */
void		 scan_list(struct scan *, str name, struct strings *list);

#endif
