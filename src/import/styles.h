/* SPDX-License-Identifier: ISC
 *
 * styles: the styles of a Word file, and what settings of a paragraph or run
 * come to with those of its style and of all on which that is based.
 */
#ifndef IMPORT_STYLES_H
#define IMPORT_STYLES_H

#include "import/blocks.h"
#include "import/element.h"

struct styles;

/* Of a paragraph. */
struct paragraph_look {
	enum block_style style;
	unsigned	 level;		/* of a heading, from 1; else 0 */
	bool		 is_contents;	/* a line of a table of contents */
	enum block_align align;
	bool		 page_before;
	str		 list;		/* its w:numId, or empty */
	unsigned	 list_level;	/* from 0 */
	unsigned	 look;		/* of its runs: LOOK_… */
	bool		 hidden;
	bool		 capitals;
};

/* Borrows the tree of styles.xml; NULL: there is none. In arena. */
struct styles	*styles_make(struct arena *, const struct element *);
/* The settings of a paragraph: w:pPr, or NULL. */
struct paragraph_look styles_paragraph(const struct styles *,
		    const struct element *settings);
/* Changes the look of a run to what w:rPr says; NULL: nothing. */
void		 styles_run(const struct styles *,
		    const struct element *settings, unsigned *look,
		    bool *hidden, bool *capitals);

#endif
