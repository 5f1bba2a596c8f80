/* SPDX-License-Identifier: ISC
 *
 * pdf_packer: zlib streams (RFC 1950), which FlateDecode and PNG share.
 * Shared by all workers: each brings its number.
 */
#ifndef BASE_PACKER_H
#define BASE_PACKER_H

#include "base/sink.h"

struct pool;
struct pdf_packer;

/* For the workers of the pool, which may be closed before it is freed. */
struct pdf_packer *pdf_packer_new(struct pool *);
void	 pdf_packer_free(struct pdf_packer *);
struct pool *pdf_packer_pool(const struct pdf_packer *);
/* bytes as a zlib stream, appended to out. */
void	 pdf_packer_pack(struct pdf_packer *, size_t worker, str bytes,
	    struct sink *out);
/* The bytes of a zlib stream that must come to size [byte]; false where it
 * is broken or comes to another. Borrowed until the worker's next call. */
bool	 pdf_packer_unpack(struct pdf_packer *, size_t worker, str packed,
	    size_t size, str *bytes);
/* The CRC-32 that PNG puts behind a chunk. */
uint32_t pdf_packer_crc(str bytes);

#endif
