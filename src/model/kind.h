/* SPDX-License-Identifier: ISC
 *
 * kind: the kinds of node in a document.
 *
 * A renderer decides by kind in a switch over a whole enum: kind, or block_kind
 * or inline_kind where only these can be. It has no default, and the compiler
 * (-Werror=switch) refuses a program in which a kind has no case. So no count
 * is a member of these enums.
 */
#ifndef MODEL_KIND_H
#define MODEL_KIND_H

#include <stdbool.h>

enum kind {
#define BLOCK(kind, name) KIND_##kind,
#define INLINE(kind, name) KIND_##kind,
#include "model/kinds.def"
#undef BLOCK
#undef INLINE
};

enum block_kind {
#define BLOCK(kind, name) BLOCK_##kind = KIND_##kind,
#define INLINE(kind, name)
#include "model/kinds.def"
#undef BLOCK
#undef INLINE
};

enum inline_kind {
#define BLOCK(kind, name)
#define INLINE(kind, name) INLINE_##kind = KIND_##kind,
#include "model/kinds.def"
#undef BLOCK
#undef INLINE
};

/* The name in the dump. */
const char	*kind_name(enum kind);
/* The kind of a node that must be a block, or an inline. */
enum block_kind	 kind_block(enum kind);
enum inline_kind kind_inline(enum kind);

#endif
