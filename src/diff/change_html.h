/* SPDX-License-Identifier: ISC
 *
 * change_html: changes as HTML: two lists of entries, each linked to its place
 * in the text below, which is complete and has its marks: ins and del, and
 * words, because some screen readers announce neither. Pictures that differ
 * stand side by side.
 */
#ifndef DIFF_CHANGE_HTML_H
#define DIFF_CHANGE_HTML_H

#include "diff/change.h"

struct change_html {
	enum lang	lang;
	bool		embeds;		/* picture files are embedded, so that
					 * the page is one file */
	str		old_folder;	/* of the old pictures, if embedded */
	str		new_folder;	/* of the new pictures, if embedded */
};

/* Writes the content of a page below its title: sections with headings of
 * level 2. */
void	change_html_put(const struct change_html *, const struct changes *,
	    struct sink *);
#endif
