/* SPDX-License-Identifier: ISC
 *
 * table: the tables of a document, with their captions. columns sets the widths
 * of their columns, grid their rows.
 */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "layout/job.h"
#include "model/dom.h"

/* Appends the strips of a KIND_TABLE; before [pt] is the space above it. */
void	table_put(struct layout_job *, struct strips *, const node *,
	    struct pdf_tag *parent, double left, double width,
	    const struct band *, double before);

#endif
