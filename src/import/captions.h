/* SPDX-License-Identifier: ISC
 *
 * captions: attaches captions to their figures and tables, and makes the
 * references to these, to headings and to bookmarks.
 */
#ifndef IMPORT_CAPTIONS_H
#define IMPORT_CAPTIONS_H

#include "import/blocks.h"
#include "import/losses.h"

/* Turns paragraphs that are one picture into figures, and attaches captions. */
void	captions_attach(struct arena *, struct blocks *, struct losses *);
/* Makes “Şekil 3” and links to bookmarks references, once all headings are
 * known. */
void	captions_refer(struct arena *, struct blocks *, struct losses *);

#endif
