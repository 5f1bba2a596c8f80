/* SPDX-License-Identifier: ISC
 *
 * packer: compresses zlib streams (RFC 1950), the format of FlateDecode. All
 * workers share it; each passes its number.
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
/* The same, without a worker, for many bytes that hardly become fewer: their
 * memory is given back piece by piece, so nobody may read them afterwards. They
 * are of the heap. Takes longer. */
void	 packer_move(str bytes, struct sink *out);

/* Return the versions of libdeflate and zlib: records depend on them.
 * Static. */
const char	*packer_library(void);
const char	*packer_stream_library(void);

#endif
