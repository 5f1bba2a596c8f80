/* SPDX-License-Identifier: ISC
 *
 * code: blocks of code into the tree; and the two mistakes that make them: a
 * fence that is never closed, and prose that was pasted with its indentation.
 * For body.
 */
#ifndef SOURCE_CODE_H
#define SOURCE_CODE_H

#include "model/doc.h"
#include "source/extract.h"
#include "source/markdown.h"

/* Puts a MARKDOWN_CODE (copied) below to. Faults are told. */
void	code_put(struct doc *, const struct extract *, markdown *,
	    struct _xmlNode *to);

#endif
