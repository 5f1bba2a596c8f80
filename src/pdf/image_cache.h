/* SPDX-License-Identifier: ISC
 *
 * pdf_image_cache: PNG files that are checked and decoded once for all PDF
 * files; shared by all threads. The functions that take the bytes of a file
 * may give back memory of those that they have read: nobody may read the bytes
 * afterwards. They are of the heap.
 */
#ifndef PDF_IMAGE_CACHE_H
#define PDF_IMAGE_CACHE_H

#include "base/sink.h"
#include "image/image.h"

struct image_png;
struct packer;
struct pdf_image_cache;

/* The samples of a picture, 8 bits each. */
struct pdf_image_decoded {
	unsigned	colours;
	struct sink	colour;		/* zlib streams */
	struct sink	alpha;		/* may be empty */
	bool		is_kept;	/* in the cache: immutable */
};

struct pdf_image_cache *pdf_image_cache_new(struct packer *);
void	pdf_image_cache_free(struct pdf_image_cache *);
/* For the check pass: whether the picture's bytes can be embedded; from any
 * thread. The first call for a PNG file decompresses its data and checks the
 * rows; a picture that must be decoded is decoded and, unless it is large, kept
 * in the cache. */
enum image_fault pdf_image_cache_check(struct pdf_image_cache *,
	    size_t worker, str bytes);
/* The samples of a PNG file, from the cache or decoded now. NULL: the file is
 * broken. The caller calls pdf_image_cache_done(), which does nothing with
 * NULL. */
struct pdf_image_decoded *pdf_image_cache_decode(struct pdf_image_cache *,
	    size_t worker, const struct image_png *, str bytes);
void	pdf_image_cache_done(struct pdf_image_decoded *);

#endif
