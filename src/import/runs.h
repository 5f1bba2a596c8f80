/* SPDX-License-Identifier: ISC
 *
 * runs: reads what stands in a paragraph of a Word file.
 */
#ifndef IMPORT_RUNS_H
#define IMPORT_RUNS_H

#include "import/reading.h"

/* Of the paragraph that is read. */
struct run_facts {
	unsigned	look;		/* of the paragraph's style */
	bool		hidden;
	bool		capitals;
	bool		page_before;	/* a new page begins before its text */
	bool		page_after;
	bool		leaders;	/* its tabs draw dots or a line */
	struct sink	bookmarks;	/* names between blanks */
};

/* Adds the runs of a paragraph to the list. Text boxes in it are added to
 * reading->boxes. */
void	runs_read(struct reading *, const struct element *paragraph,
	    struct run_facts *, struct runs *);

#endif
