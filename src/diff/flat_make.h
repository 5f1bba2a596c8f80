/* SPDX-License-Identifier: ISC
 *
 * flat_make: reads a document as what flat describes.
 */
#ifndef DIFF_FLAT_MAKE_H
#define DIFF_FLAT_MAKE_H

#include "diff/flat.h"
#include "diff/flat_facts.h"

/* Makes the blocks of a document, in the document's arena: a table of the facts
 * first, then its text. The document must live as long as the result: texts
 * are copied, items are borrowed. Pictures are read from the folder of the
 * source. */
void	flat_make(struct flat *, const struct doc *, str folder,
	    struct flat_facts);

#endif
