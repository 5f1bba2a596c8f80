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
	bool		embeds;		/* pictures are in the page: one file
					 * to send */
	str		old_folder;	/* where their files are, when they */
	str		new_folder;	/* are embedded */
};

/* Writes the content of a page below its title: sections with headings of
 * level 2. */
void	change_html_put(const struct change_html *, const struct changes *,
	    struct sink *);
#endif
