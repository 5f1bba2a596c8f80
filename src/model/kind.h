/* SPDX-License-Identifier: ISC
 *
 * kind: what a node of a document is, and what may stand in it.
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
/* Whether it stands inside a line of text. */
bool		 kind_is_inline(enum kind);

#endif
