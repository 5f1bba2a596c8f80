/* SPDX-License-Identifier: ISC */
#include "base/pointer.h"

enum diag
pointer_diag(str bytes)
{
	if (str_starts(bytes, S("version https://git-lfs.github.com/spec/")))
		return DIAG_FILE_LFS;
	/* A drive that has not brought the content here shows zeros. */
	return str_span(bytes, '\0') == bytes.len ? DIAG_FILE_AWAY : DIAG_COUNT;
}
