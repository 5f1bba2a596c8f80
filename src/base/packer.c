/* SPDX-License-Identifier: ISC */
#include "base/packer.h"

#include <assert.h>
#include <libdeflate.h>

#include "base/diags.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/pool.h"

enum {
	PACK_LEVEL = 6,			/* of libdeflate */
	INFLATE_MAX = 1032		/* [byte] from one compressed byte */
};

/* The tools of one worker; made when first needed. */
struct tools {
	struct libdeflate_compressor	*deflate;
	struct libdeflate_decompressor	*inflate;
	char				*room;
	size_t				 cap;	/* [byte] */
};

struct packer {
	struct pool	*pool;
	size_t		 jobs;
	struct tools	*tools;			/* of each worker */
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
	for (i = 0; i < p->jobs; i++) {
		if (p->tools[i].deflate != NULL)
			libdeflate_free_compressor(p->tools[i].deflate);
		if (p->tools[i].inflate != NULL)
			libdeflate_free_decompressor(p->tools[i].inflate);
		mem_free(p->tools[i].room);
	}
	mem_free(p->tools);
	mem_free(p);
}

struct pool *
packer_pool(const struct packer *p)
{
	return p->pool;
}

/* The old contents of the room are lost. */
static void
make_room(struct tools *t, size_t size)
{
	if (t->cap >= size)
		return;
	mem_free(t->room);
	t->room = mem_room(size);
	t->cap = size;
}

static void
need_memory(const void *p)
{
	if (p == NULL)
		die_system(DIAG_MEMORY, NULL, NULL);
}

void
packer_compress(struct packer *p, size_t worker, str bytes, struct sink *out)
{
	struct tools *t = &p->tools[worker];
	size_t len;

	if (t->deflate == NULL)
		need_memory(t->deflate =
		    libdeflate_alloc_compressor(PACK_LEVEL));
	make_room(t, libdeflate_zlib_compress_bound(t->deflate, bytes.len));
	len = libdeflate_zlib_compress(t->deflate, bytes.p, bytes.len, t->room,
	    t->cap);
	assert(len != 0);
	sink_put(out, (str){ t->room, len });
}

bool
packer_decompress(struct packer *p, size_t worker, str packed, size_t size,
    str *bytes)
{
	struct tools *t = &p->tools[worker];

	/* Allocates nothing for a size that the data cannot have. */
	if (size / INFLATE_MAX > packed.len)
		return false;
	if (t->inflate == NULL)
		need_memory(t->inflate = libdeflate_alloc_decompressor());
	make_room(t, size + 1);
	*bytes = (str){ t->room, size };
	return libdeflate_zlib_decompress(t->inflate, packed.p, packed.len,
	    t->room, size, NULL) == LIBDEFLATE_SUCCESS;
}

uint32_t
packer_crc32(str bytes)
{
	return libdeflate_crc32(0, bytes.p, bytes.len);
}

const char *
packer_library(void)
{
	return LIBDEFLATE_VERSION_STRING;
}
