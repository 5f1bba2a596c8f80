/* SPDX-License-Identifier: ISC
 *
 * joined_line: lines that their author ended, but that run on in a paragraph:
 * “Adres: …” above “Telefon: …”, a line with a blank to fill in, “____”, a name
 * above an office. For body.
 */
#ifndef SOURCE_JOINED_LINE_H
#define SOURCE_JOINED_LINE_H

#include "source/extract.h"
#include "source/paragraph.h"

/* Reports the first line of the paragraph that runs on into the next one
 * although one of the two has a blank, both look like labels, or the line ends
 * early; and a “\” at its end, which breaks nothing. */
void	joined_line_check(struct doc *, const struct extract *,
	    const struct paragraph *);

#endif
