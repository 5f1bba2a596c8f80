/* SPDX-License-Identifier: ISC
 *
 * audit_outside: the pages outside to which the texts that were in force on a
 * day link, and what they rely on.
 */
#ifndef PUBLISH_AUDIT_OUTSIDE_H
#define PUBLISH_AUDIT_OUTSIDE_H

#include "links/link_state.h"
#include "links/wanted.h"
#include "publish/audit_doc.h"
#include "publish/audit_state.h"

struct audit_outside {
	struct wanted_list wanted;
	struct link_state  links;
};

/* Reads the texts, content/dayanak.tsv and content/.links.tsv. Reports lines
 * of dayanak.tsv that are none. */
void	audit_outside_read(struct audit_outside *,
	    const struct audit_state *);
/* Adds the table to the document; returns the number of its rows. */
size_t	audit_outside_put(const struct audit_outside *,
	    const struct audit_state *, struct audit_doc *);

#endif
