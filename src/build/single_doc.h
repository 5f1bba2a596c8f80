/* SPDX-License-Identifier: ISC
 *
 * single_doc: a source that is read on its own, whatever collection it lies
 * in.
 */
#ifndef BUILD_SINGLE_DOC_H
#define BUILD_SINGLE_DOC_H

#include "model/doc.h"

/* Whether it is a file whose name ends in “.md”. */
bool		single_doc_is(const char *path);
/* The document of such a file, with the names of its pictures; source_read()
 * is still to be called. The path is borrowed. */
struct doc	single_doc_open(struct arena *, const char *path);

#endif
