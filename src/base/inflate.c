/* SPDX-License-Identifier: ISC */
#include "base/inflate.h"

#include <libdeflate.h>

#include "base/arena.h"
#include "base/diags.h"
#include "base/die.h"

/* Decompresses into room bytes at to; sets *size to the result's size. */
static enum libdeflate_result
unpack(str packed, char *to, size_t room, size_t *size)
{
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	enum libdeflate_result result;

	if (d == NULL)
		die_system(DIAG_MEMORY, "", "");
	result = libdeflate_zlib_decompress(d, packed.p, packed.len, to, room,
	    size);
	libdeflate_free_decompressor(d);
	return result;
}

bool
inflate_zlib(struct arena *a, str packed, size_t size, str *bytes)
{
	char *to = arena_alloc(a, size + 1);

	*bytes = (str){ to, size };
	return unpack(packed, to, size, NULL) == LIBDEFLATE_SUCCESS;
}

bool
inflate_zlib_upto(struct arena *a, str packed, size_t limit, str *bytes)
{
	enum libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;
	size_t size, room = packed.len < limit / 8 ? packed.len * 8 : limit;
	char *to;

	for (; result == LIBDEFLATE_INSUFFICIENT_SPACE; room *= 2) {
		to = arena_alloc(a, room + 1);
		result = unpack(packed, to, room, &size);
		*bytes = (str){ to, result == LIBDEFLATE_SUCCESS ? size : 0 };
		if (room > limit / 2)
			break;
	}
	return result == LIBDEFLATE_SUCCESS;
}
