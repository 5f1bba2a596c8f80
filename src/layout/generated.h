/* SPDX-License-Identifier: ISC
 *
 * pdf_furniture: what matbu adds to the text of a document: header table,
 * identity and revision table.
 */
#ifndef LAYOUT_GENERATED_H
#define LAYOUT_GENERATED_H

#include "layout/block.h"

/* The header table, after the title. */
void	pdf_furniture_controls(struct pdf_builder *,
	    const struct pdf_place_in *);
/* The identity, and the revision table from the second edition on. */
void	pdf_furniture_end(struct pdf_builder *, const struct pdf_place_in *);
/* Fills in what is known when all sheets are: “1 / 3”. */
void	pdf_furniture_complete(struct pdf_job *, unsigned sheets);

#endif
