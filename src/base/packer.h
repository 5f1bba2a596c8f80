/* SPDX-License-Identifier: ISC
 *
 * packer: zlib streams (RFC 1950), which FlateDecode and PNG share.
 * Shared by all workers: each brings its number.
 */
#ifndef BASE_PACKER_H
#define BASE_PACKER_H

#include "base/sink.h"

struct pool;
struct packer;

/* For the workers of the pool, which may be closed before it is freed. */
struct packer *packer_new(struct pool *);
void	 packer_free(struct packer *);
struct pool *packer_pool(const struct packer *);
/* bytes as a zlib stream, appended to out. */
void	 packer_compress(struct packer *, size_t worker, str bytes,
	    struct sink *out);
/* The bytes of a zlib stream that must come to size [byte]; false where it
 * is broken or comes to another. Borrowed until the worker's next call. */
bool	 packer_decompress(struct packer *, size_t worker, str packed,
	    size_t size, str *bytes);
/* The CRC-32 that PNG puts behind a chunk. */
uint32_t packer_crc32(str bytes);

#endif
