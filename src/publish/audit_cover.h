/* SPDX-License-Identifier: ISC
 *
 * audit_cover: what the first page of an auditor's folder says.
 */
#ifndef PUBLISH_AUDIT_COVER_H
#define PUBLISH_AUDIT_COVER_H

#include "publish/audit_lists.h"

/* Adds the text to the document. counts: the rows of each list. */
void	audit_cover_put(const struct audit_state *, const size_t *counts,
	    struct audit_doc *);

#endif
