/* SPDX-License-Identifier: ISC
 *
 * kind: the kinds of node in a document.
 */
#ifndef MODEL_KIND_H
#define MODEL_KIND_H

#include <stdbool.h>

enum kind {
#define X(kind, name) KIND_##kind,
#include "model/kinds.def"
#undef X
	KIND_COUNT
};

/* The name in the dump. */
const char	*kind_name(enum kind);
/* Whether the node is part of a line of text. */
bool		 kind_is_inline(enum kind);

#endif
