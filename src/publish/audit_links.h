/* SPDX-License-Identifier: ISC
 *
 * audit_links: where the links of an edition lead in an auditor's folder.
 */
#ifndef PUBLISH_AUDIT_LINKS_H
#define PUBLISH_AUDIT_LINKS_H

#include "model/doc.h"
#include "publish/audit_state.h"

/* Lets links to other works lead to the editions that were in force; those to
 * works and folders that are not in the folder become text. */
void	audit_links_resolve(const struct audit_state *, struct doc *);

#endif
