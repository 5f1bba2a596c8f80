/* SPDX-License-Identifier: ISC
 *
 * line_writer: runs as Markdown.
 */
#ifndef IMPORT_LINE_WRITER_H
#define IMPORT_LINE_WRITER_H

#include "import/blocks.h"
#include "import/losses.h"

struct line_writer {
	struct losses	*losses;
	str		 place;		/* for the losses */
	str		 folder;	/* of the pictures, “ad_20250101_0” */
	unsigned	 without;	/* LOOK_…: those that are not written */
	bool		 in_cell;	/* a line ends with <br> */
	bool		 at_start;	/* of a line in a block */
	unsigned	 indent;	/* of lines after the first */
};

/* Appends the runs. */
void	line_writer_put(struct line_writer *, struct sink *,
	    const struct runs *);
/* Appends a picture, with its title where that is not empty. */
void	line_writer_picture(const struct line_writer *, struct sink *,
	    const struct picture *, str title);

#endif
