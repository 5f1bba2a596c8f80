/* SPDX-License-Identifier: ISC
 *
 * writer: blocks as Markdown in matbu's dialect.
 */
#ifndef IMPORT_WRITER_H
#define IMPORT_WRITER_H

#include "import/blocks.h"
#include "import/losses.h"

/* Appends the blocks. The pictures' folder: “ad_20250101_0”; the looks that are
 * not written: LOOK_…. */
void	writer_put(struct sink *, const struct blocks *, struct losses *,
	    str folder, unsigned without);
/* Appends a footnote of the number. */
void	writer_note(struct sink *, const struct blocks *, size_t number,
	    struct losses *, str folder, unsigned without);
/* The marker that a label is in Markdown, “a.” as “a)”, in arena; empty where
 * there is none. */
str	writer_marker(struct arena *, str label);

#endif
