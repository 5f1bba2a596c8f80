/* SPDX-License-Identifier: ISC
 *
 * heading: what CommonMark does not know of headings: their ids (“{#kapsam}”),
 * sections without a number (“{-}”), the title in the front matter. For body.
 */
#ifndef SOURCE_HEADING_H
#define SOURCE_HEADING_H

#include "model/doc.h"

/* Puts the title of the front matter as the first heading, if the text has
 * none: line is that of the text's own, or 0, and words are its words. Reports
 * both. */
void	heading_put_title(struct doc *, unsigned line, str words);
/* Takes “{…}” off the end of a heading whose inlines are put. Reports
 * faults. */
void	heading_take_attributes(struct doc *, struct _xmlNode *heading);
/* Reports a sentence, or the name above a signature, that “---” below it has
 * made a heading; len is the number of hyphens. */
void	heading_check_underline(struct doc *, const struct _xmlNode *heading,
	    size_t len);

#endif
