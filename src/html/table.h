/* SPDX-License-Identifier: ISC
 *
 * html_table: writes a table as HTML. For html/ only.
 */
#ifndef HTML_TABLE_H
#define HTML_TABLE_H

#include "model/doc.h"

struct html;

/* Writes a KIND_TABLE, the number-th of the document from 1, in the form of a
 * page or else of a fragment (html/body.h). */
void	html_table(struct html *, const struct doc *, bool page,
	    const struct _xmlNode *, unsigned number);

#endif
