/* SPDX-License-Identifier: ISC */
#include "base/packer.h"

#include <assert.h>
#include <libdeflate.h>
#include <zlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/pool.h"

enum {
	PACK_LEVEL = 6,			/* of libdeflate */
	MOVE_LEVEL = 1,			/* of zlib */
	PIECE = 1 << 20			/* [byte] */
};

struct packer {
	struct pool	*pool;
	size_t		 jobs;
	struct libdeflate_compressor **tools;	/* of each worker, or NULL */
};

struct packer *
packer_new(struct pool *pool)
{
	struct packer *p = mem_alloc(sizeof(*p));

	p->pool = pool;
	p->jobs = pool_jobs(pool);
	p->tools = mem_calloc(p->jobs, sizeof(*p->tools));
	return p;
}

void
packer_free(struct packer *p)
{
	size_t i;

	if (p == NULL)
		return;
	for (i = 0; i < p->jobs; i++)
		if (p->tools[i] != NULL)
			libdeflate_free_compressor(p->tools[i]);
	mem_free(p->tools);
	mem_free(p);
}

struct pool *
packer_pool(const struct packer *p)
{
	return p->pool;
}

static struct libdeflate_compressor *
tool_of(struct packer *p, size_t worker)
{
	if (p->tools[worker] == NULL)
		p->tools[worker] = libdeflate_alloc_compressor(PACK_LEVEL);
	if (p->tools[worker] == NULL)
		die_system(DIAG_MEMORY, NULL, NULL);
	return p->tools[worker];
}

void
packer_compress(struct packer *p, size_t worker, str bytes, struct sink *out)
{
	struct libdeflate_compressor *tool = tool_of(p, worker);
	size_t len, room = libdeflate_zlib_compress_bound(tool, bytes.len);

	len = libdeflate_zlib_compress(tool, bytes.p, bytes.len,
	    sink_room(out, room), room);
	assert(len != 0);
	out->len += len;
}

/* Appends what comes of one piece. */
static void
put_piece(z_stream *z, str piece, bool last, struct sink *out)
{
	int result;

	/* zlib declares its input without const, and does not write to it. */
	z->next_in = (unsigned char *)(uintptr_t)piece.p;
	z->avail_in = (unsigned)piece.len;
	do {
		if (out->cap - out->len < PIECE)
			sink_room(out, out->len / 4 + PIECE);
		z->next_out = (unsigned char *)out->p + out->len;
		z->avail_out = (unsigned)(out->cap - out->len);
		result = deflate(z, last ? Z_FINISH : Z_NO_FLUSH);
		out->len = out->cap - z->avail_out;
	} while (z->avail_out == 0 && result == Z_OK);
	mem_forget(piece.p, piece.len);
}

void
packer_move(str bytes, struct sink *out)
{
	z_stream z = { 0 };
	str piece;

	if (deflateInit(&z, MOVE_LEVEL) != Z_OK)
		die_system(DIAG_MEMORY, NULL, NULL);
	do {
		piece = str_upto(bytes, PIECE);
		bytes = str_from(bytes, piece.len);
		put_piece(&z, piece, bytes.len == 0, out);
	} while (bytes.len != 0);
	deflateEnd(&z);
}

const char *
packer_library(void)
{
	return LIBDEFLATE_VERSION_STRING;
}

const char *
packer_stream_library(void)
{
	return zlibVersion();
}
