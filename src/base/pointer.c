/* SPDX-License-Identifier: ISC */
#include "base/pointer.h"

bool
pointer_is_lfs(str bytes)
{
	return str_starts(bytes, S("version https://git-lfs.github.com/spec/"));
}

bool
pointer_is_placeholder(str bytes)
{
	return str_span(bytes, '\0') == bytes.len;
}
