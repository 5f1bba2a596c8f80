/* SPDX-License-Identifier: ISC */
#include "inflate.h"

#include <libdeflate.h>

#include "arena.h"
#include "diag.h"
#include "die.h"

bool
inflate_zlib(struct arena *a, str packed, size_t size, str *bytes)
{
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	char *to = arena_alloc(a, size + 1);
	enum libdeflate_result result;

	if (d == NULL)
		die_system(DIAG_MEMORY, "", "");
	result = libdeflate_zlib_decompress(d, packed.p, packed.len, to, size,
	    NULL);
	libdeflate_free_decompressor(d);
	*bytes = (str){ to, size };
	return result == LIBDEFLATE_SUCCESS;
}
