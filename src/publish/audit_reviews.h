/* SPDX-License-Identifier: ISC
 *
 * audit_reviews: which reviews were overdue or near on a day, and which had
 * been made, with their evidence.
 */
#ifndef PUBLISH_AUDIT_REVIEWS_H
#define PUBLISH_AUDIT_REVIEWS_H

#include "publish/audit_doc.h"
#include "publish/audit_state.h"

/* Adds both tables to the document; returns the number of their rows. */
size_t	audit_reviews_put(const struct audit_state *, struct audit_doc *);

#endif
