/* SPDX-License-Identifier: ISC */
#include "base/inflate.h"

#include <libdeflate.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/diags.h"
#include "base/die.h"
#include "base/mem.h"

enum {
	INFLATE_MAX = 1032,		/* [byte] from one compressed byte */
	PIECE = 64 << 10		/* [byte] */
};

/* --- Whole streams: libdeflate */

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
	char *to;

	/* Allocates nothing for a size that the data cannot have. */
	if (size / INFLATE_MAX > packed.len)
		return false;
	to = arena_raw(a, size + 1);
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
		to = arena_raw(a, room + 1);
		result = unpack(packed, to, room, &size);
		*bytes = (str){ to, result == LIBDEFLATE_SUCCESS ? size : 0 };
		if (room > limit / 2)
			break;
	}
	return result == LIBDEFLATE_SUCCESS;
}

uint32_t
inflate_crc32(str bytes)
{
	return libdeflate_crc32(0, bytes.p, bytes.len);
}

/* --- Streams in parts: zlib */

struct inflate_stream {
	z_stream	z;
	bool		ended;
	unsigned char	piece[PIECE];
};

struct inflate_stream *
inflate_open(void)
{
	struct inflate_stream *s = mem_alloc(sizeof(*s));

	if (inflateInit(&s->z) != Z_OK)
		die_system(DIAG_MEMORY, NULL, NULL);
	return s;
}

/* Decompresses one piece into s->piece, as far as the input goes. */
static bool
next_piece(struct inflate_stream *s, str *piece)
{
	int result;

	s->z.next_out = s->piece;
	s->z.avail_out = PIECE;
	result = inflate(&s->z, Z_NO_FLUSH);
	if (result == Z_MEM_ERROR)
		die_system(DIAG_MEMORY, NULL, NULL);
	s->ended = result == Z_STREAM_END;
	*piece = (str){ (const char *)s->piece, PIECE - s->z.avail_out };
	return result == Z_OK || result == Z_STREAM_END ||
	    result == Z_BUF_ERROR;
}

bool
inflate_part(struct inflate_stream *s, str packed,
    bool (*take)(void *context, str piece), void *context)
{
	str piece = { NULL, PIECE };

	/* zlib declares its input without const, and does not write to it. A
	 * part is a chunk of PNG, whose length has 32 bits. */
	s->z.next_in = (unsigned char *)(uintptr_t)packed.p;
	s->z.avail_in = (unsigned)packed.len;
	while (!s->ended && piece.len == PIECE)
		if (!next_piece(s, &piece) || !take(context, piece))
			return false;
	return true;
}

bool
inflate_close(struct inflate_stream *s)
{
	bool ended = s->ended;

	inflateEnd(&s->z);
	mem_free(s);
	return ended;
}
