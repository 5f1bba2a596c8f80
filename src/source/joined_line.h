/* SPDX-License-Identifier: ISC
 *
 * joined_line: lines of a form, “Adres: …” above “Telefon: …”, or a line with a
 * blank to fill in, “____”, that run on in a paragraph. For body.
 */
#ifndef SOURCE_JOINED_LINE_H
#define SOURCE_JOINED_LINE_H

#include "source/extract.h"
#include "source/paragraph.h"

/* Reports the first line of the paragraph that runs on into the next one
 * although one of the two has a blank, or both look like labels. */
void	joined_line_check(struct doc *, const struct extract *,
	    const struct paragraph *);

#endif
