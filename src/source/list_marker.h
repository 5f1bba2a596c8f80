/* SPDX-License-Identifier: ISC
 *
 * list_marker: the markers of list items, “a)”, “(1)”, “iv)”: their form, the
 * families that they may belong to, and which one follows which. The rule is
 * that of README, “Yazım”.
 */
#ifndef SOURCE_LIST_MARKER_H
#define SOURCE_LIST_MARKER_H

#include "model/item.h"

/* A family is a sort of numbers in one of two shapes: “a)” or “(a)”. */
enum { LIST_BRACKETS = NUMBERING_UPPER_ROMAN + 1,
	LIST_FAMILIES = 2 * LIST_BRACKETS };

/* What a marker may be: “i)” is 1 in Roman, 12 as a letter. */
struct list_reading {
	unsigned	family;		/* numbering, + LIST_BRACKETS */
	unsigned	ordinal;	/* from 1; letters: in the alphabet that
					 * has all letters of both languages */
};

struct list_marker {
	str			label;		/* “ç)” */
	size_t			len;		/* with the blanks after it */
	size_t			width;		/* columns, with one blank */
	bool			bracketed;
	struct list_reading	may[2];		/* the Roman number first */
	size_t			num;
};

/* Reads the marker at the beginning of s; false where none is, where no text
 * follows it, or where it is a mention, “(2) sayılı”. */
bool	list_marker_read(str s, struct list_marker *);
/* Whether b may stand after a. */
bool	list_marker_follows(unsigned family, unsigned a, unsigned b);
/* The marker of the family that the next item has, after 0: the first one. In
 * arena. */
str	list_marker_next(struct arena *, unsigned family, unsigned ordinal);
enum numbering	list_marker_numbering(unsigned family);

#endif
