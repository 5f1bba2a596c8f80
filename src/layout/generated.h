/* SPDX-License-Identifier: ISC
 *
 * generated: what matbu adds to the text of a document: header table,
 * identity and revision table.
 */
#ifndef LAYOUT_GENERATED_H
#define LAYOUT_GENERATED_H

#include "layout/builder.h"

/* The header table, after the title. */
void	generated_header_table(struct builder *, const struct area *);
/* The identity, and the revision table from the second edition on. */
void	generated_end(struct builder *, const struct area *);
/* Fills in what is known when all sheets are: “1 / 3”. */
void	generated_complete(struct layout_job *, unsigned sheets);

#endif
