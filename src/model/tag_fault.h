/* SPDX-License-Identifier: ISC
 *
 * tag_fault: faults of tags, reported once a line for each name, with a count:
 * pages pasted from elsewhere have dozens of tags in a line. For
 * source/tag.
 */
#ifndef MODEL_TAG_FAULT_H
#define MODEL_TAG_FAULT_H

#include "model/doc.h"

/* How many different faults of a line are counted at once. */
enum { TAG_FAULT_LIMIT = 8 };

/* The faults of a line that are not yet reported. */
struct tag_faults {
	struct tag_fault {
		enum diag	id;
		struct pos	pos;		/* of the first */
		str		name, shown;
		unsigned	count;
	}		held[TAG_FAULT_LIMIT];
	size_t		num;
};

/* Counts a fault of the tag html, or holds its first. Reports those of another
 * line. */
void	tag_fault_add(struct doc *, struct tag_faults *, enum diag,
	    struct pos, str html);
/* Reports those that are held: after the last tag of the document. */
void	tag_fault_end(struct doc *, struct tag_faults *);
/* The first line of html, shortened for a message; in the document's arena. */
str	tag_fault_shown(struct doc *, str html);

#endif
