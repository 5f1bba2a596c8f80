/* SPDX-License-Identifier: ISC */
#include "model/kind.h"

static const char *const names[] = {
#define X(kind, name) name,
#include "model/kinds.def"
#undef X
};

const char *
kind_name(enum kind kind)
{
	return names[kind];
}

bool
kind_is_inline(enum kind kind)
{
	return kind >= KIND_TEXT;	/* the order of kinds.def */
}
