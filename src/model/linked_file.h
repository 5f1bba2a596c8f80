/* SPDX-License-Identifier: ISC
 *
 * linked_file: files that an edition hands out: a link leads to a document of
 * an office, a table or a text in the edition's own folder. The digest of the
 * source covers them, the site has them, the record encloses them.
 */
#ifndef MODEL_LINKED_FILE_H
#define MODEL_LINKED_FILE_H

#include "model/doc.h"

/* Resolves the link if its path (below content/) is that of such a file; false
 * for all others. Needs picture_resolve() before it. Reports a missing or
 * unreadable file. */
bool	linked_file_resolve(struct doc *, struct item *link);
/* “DOCX, 24 KB”: what readers should know before they follow the link. In
 * arena. */
str	linked_file_facts(struct arena *, const struct item *link);

#endif
