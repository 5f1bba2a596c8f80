/* SPDX-License-Identifier: ISC
 *
 * contents: reads the paragraphs and tables of a part, a cell, a text box.
 */
#ifndef IMPORT_CONTENTS_H
#define IMPORT_CONTENTS_H

#include "import/reading.h"

/* Adds what the element holds to the blocks. */
void	contents_read(struct reading *, const struct element *parent,
	    struct blocks *);

#endif
