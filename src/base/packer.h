/* SPDX-License-Identifier: ISC
 *
 * packer: compresses and decompresses zlib streams (RFC 1950), the format of
 * FlateDecode and PNG. All workers share it; each passes its number.
 */
#ifndef BASE_PACKER_H
#define BASE_PACKER_H

#include "base/sink.h"

struct pool;
struct packer;

/* For the workers of the pool; the pool may be closed before the packer is
 * freed. */
struct packer *packer_new(struct pool *);
void	 packer_free(struct packer *);
struct pool *packer_pool(const struct packer *);
/* Appends bytes to out as a zlib stream. */
void	 packer_compress(struct packer *, size_t worker, str bytes,
	    struct sink *out);
/* The bytes of a zlib stream that must have size [byte]; false where it is
 * broken or has another size. Borrowed until the worker's next call. */
bool	 packer_decompress(struct packer *, size_t worker, str packed,
	    size_t size, str *bytes);
/* The CRC-32 at the end of a PNG chunk. */
uint32_t packer_crc32(str bytes);

/* Returns the version of libdeflate: records depend on it. Static. */
const char	*packer_library(void);

#endif
