/* SPDX-License-Identifier: ISC
 *
 * catalogue: the works of the site as JSON, for other programs;
 * templates/catalogue.schema.json says what it holds.
 */
#ifndef SITE_CATALOGUE_H
#define SITE_CATALOGUE_H

#include "html/lists.h"

struct sink;

/* Writes all works of the site except erased ones. Addresses are relative to
 * the file. */
void	catalogue_make(struct sink *, const struct collection *,
	    const struct html_lists *);

#endif
