/* SPDX-License-Identifier: ISC
 *
 * generated: the text that matbu adds to a document: header table, identity
 * and revision table (layout/revisions.c).
 */
#ifndef LAYOUT_GENERATED_H
#define LAYOUT_GENERATED_H

#include "layout/builder.h"

/* Appends the header table, which follows the title. */
void	generated_header_table(struct builder *, const struct area *);
/* Appends the identity and lays out the revision table. */
void	generated_end(struct builder *, const struct area *);
/* Fills in “1 / 3” when the number of sheets is known. */
void	generated_complete(struct layout_job *, unsigned sheets);

#endif
