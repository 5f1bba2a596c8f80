/* SPDX-License-Identifier: ISC
 *
 * generated: the text that matbu adds to a document: header table, what a star
 * means, identity and revision table (layout/revisions.c).
 */
#ifndef LAYOUT_GENERATED_H
#define LAYOUT_GENERATED_H

#include "layout/builder.h"

/* Appends the header table, which follows the title. */
void	generated_header_table(struct builder *, const struct area *);
/* Appends what the star of blanks that must be filled in means, where there are
 * any (the page says it beside each); else returns NULL. When the next block
 * is there, the line moves into the space before it, so that no form grows. */
struct strip *generated_star(struct builder *, const struct area *);
void	generated_star_into_space(struct strip *);
/* Appends the identity and lays out the revision table. */
void	generated_end(struct builder *, const struct area *);
/* Fills in “1 / 3” when the number of sheets is known. */
void	generated_complete(struct layout_job *, unsigned sheets);

#endif
