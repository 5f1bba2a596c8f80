/* SPDX-License-Identifier: ISC */
#include "model/kind.h"

#include <assert.h>

static const struct {
	const char	*name;
	bool		 is_inline;
} kinds[] = {
#define BLOCK(kind, name) { name, false },
#define INLINE(kind, name) { name, true },
#include "model/kinds.def"
#undef BLOCK
#undef INLINE
};

const char *
kind_name(enum kind kind)
{
	return kinds[kind].name;
}

static bool
is_inline(enum kind kind)
{
	return kinds[kind].is_inline;
}

enum block_kind
kind_block(enum kind kind)
{
	assert(!is_inline(kind));
	return (enum block_kind)kind;
}

enum inline_kind
kind_inline(enum kind kind)
{
	assert(is_inline(kind));
	return (enum inline_kind)kind;
}
