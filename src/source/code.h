/* SPDX-License-Identifier: ISC
 *
 * code: puts code blocks into the tree and reports the two mistakes that cause
 * them: a fence that is never closed, and prose that was pasted with its
 * indentation. For body.
 */
#ifndef SOURCE_CODE_H
#define SOURCE_CODE_H

#include "model/doc.h"
#include "source/extract.h"
#include "source/markdown.h"

/* Puts a MARKDOWN_CODE (copied) below to. Reports faults. */
void	code_put(struct doc *, const struct extract *, markdown *,
	    struct _xmlNode *to);

#endif
