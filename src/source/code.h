/* SPDX-License-Identifier: ISC
 *
 * code: blocks of code into the tree; and the two mistakes that make them: a
 * fence that is never closed, and prose that was pasted with its indentation.
 * For body.
 */
#ifndef CODE_H
#define CODE_H

#include "model/doc.h"
#include "source/cut.h"
#include "source/mark.h"

/* Puts a MARK_CODE (copied) below to. Faults are told. */
void	code_put(struct doc *, const struct cut *, mark *, struct _xmlNode *to);

#endif
