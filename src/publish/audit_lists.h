/* SPDX-License-Identifier: ISC
 *
 * audit_lists: the lists of an auditor's folder.
 */
#ifndef PUBLISH_AUDIT_LISTS_H
#define PUBLISH_AUDIT_LISTS_H

#include "publish/audit_doc.h"
#include "publish/audit_outside.h"
#include "publish/audit_state.h"

enum audit_list {
	AUDIT_CURRENT, AUDIT_ENDED, AUDIT_OUTSIDE, AUDIT_REVIEWS, AUDIT_LISTS
};

/* The name of its files, without their endings. */
str	audit_lists_file(enum audit_list);
str	audit_lists_title(enum audit_list, enum lang);
/* Adds the list to the document; returns the number of its rows. */
size_t	audit_lists_put(enum audit_list, const struct audit_state *,
	    const struct audit_outside *, struct audit_doc *);

#endif
