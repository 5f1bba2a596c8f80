/* SPDX-License-Identifier: ISC */
#include "pdf/image_cache.h"

#include <pthread.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/packer.h"
#include "image/png.h"
#include "image/png_decode.h"
#include "image/png_rows.h"
#include "image/probe.h"

enum {
	CACHE_MAX = 64 << 20,		/* [byte] of decoded pictures */
	KEPT_MAX = CACHE_MAX / 8	/* [byte] of one */
};

/* --- Decoded pictures --- */

struct decoded {
	struct pdf_image_decoded part;	/* first: returned */
	struct digest_fingerprint fingerprint;
	struct decoded	*next;
};

struct pdf_image_cache {
	struct packer	*packer;
	pthread_mutex_t	 lock;		/* of all below */
	struct decoded	*first;
	size_t		 size;		/* [byte] */
	struct arena	*arena;
	struct map	 valid;		/* fingerprints of PNG files */
};

struct pdf_image_cache *
pdf_image_cache_new(struct packer *packer)
{
	struct pdf_image_cache *c = mem_alloc(sizeof(*c));

	c->packer = packer;
	pthread_mutex_init(&c->lock, NULL);
	c->arena = arena_new();
	c->valid = map_make(c->arena);
	return c;
}

static void
free_decoded(struct decoded *d)
{
	sink_free(&d->part.colour);
	sink_free(&d->part.alpha);
	mem_free(d);
}

void
pdf_image_cache_free(struct pdf_image_cache *c)
{
	struct decoded *d, *next;

	if (c == NULL)
		return;
	for (d = c->first; d != NULL; d = next) {
		next = d->next;
		free_decoded(d);
	}
	pthread_mutex_destroy(&c->lock);
	arena_free(c->arena);
	mem_free(c);
}

static struct decoded *
find_decoded(struct pdf_image_cache *c, struct digest_fingerprint fingerprint)
{
	struct decoded *d;

	pthread_mutex_lock(&c->lock);
	d = c->first;
	while (d != NULL && !digest_fingerprint_eq(d->fingerprint, fingerprint))
		d = d->next;
	pthread_mutex_unlock(&c->lock);
	return d;
}

/* Where another thread has decoded the same picture, both are kept. */
static void
keep_decoded(struct pdf_image_cache *c, struct decoded *d)
{
	size_t size = d->part.colour.cap + d->part.alpha.cap;

	pthread_mutex_lock(&c->lock);
	if (size <= KEPT_MAX && c->size + size <= CACHE_MAX) {
		d->part.is_kept = true;
		d->next = c->first;
		c->first = d;
		c->size += size;
	}
	pthread_mutex_unlock(&c->lock);
}

/* Noise and photographs: what is compressed is about as large as the pixels
 * are, so the two must not be there at once. */
static bool
is_dense(const struct image_png *png)
{
	return png->data_len > KEPT_MAX;
}

static void
compress_part(struct pdf_image_cache *c, size_t worker, bool dense,
    struct sink *samples, struct sink *to)
{
	if (dense)
		packer_move(sink_str(samples), to);
	else
		packer_compress(c->packer, worker, sink_str(samples), to);
	sink_free(samples);
	sink_fit(to);
}

/* Compresses the samples and frees them: the smaller part first, so that it is
 * gone when the larger one is compressed. */
static void
compress(struct pdf_image_cache *c, size_t worker, bool dense,
    struct image_png_pixels *pixels, struct decoded *d)
{
	d->part.colours = pixels->colours;
	if (pixels->alpha.len != 0)
		compress_part(c, worker, dense, &pixels->alpha, &d->part.alpha);
	compress_part(c, worker, dense, &pixels->colour, &d->part.colour);
}

struct pdf_image_decoded *
pdf_image_cache_decode(struct pdf_image_cache *c, size_t worker,
    const struct image_png *png, str bytes)
{
	struct digest_fingerprint fingerprint = digest_fingerprint(bytes);
	struct decoded *d = find_decoded(c, fingerprint);
	struct image_png_pixels pixels = { 0 };

	if (d != NULL)
		return &d->part;
	if (!image_png_decode(bytes, png, &pixels))
		return NULL;
	d = mem_alloc(sizeof(*d));
	d->fingerprint = fingerprint;
	compress(c, worker, is_dense(png), &pixels, d);
	keep_decoded(c, d);
	return &d->part;
}

void
pdf_image_cache_done(struct pdf_image_decoded *part)
{
	if (part != NULL && !part->is_kept)
		free_decoded((struct decoded *)part);
}

/* --- Checking --- */

static str
bytes_of(const struct digest_fingerprint *fingerprint)
{
	return (str){ (const char *)fingerprint, sizeof(*fingerprint) };
}

static bool
is_known(struct pdf_image_cache *c, const struct digest_fingerprint *of)
{
	bool known;

	pthread_mutex_lock(&c->lock);
	known = map_find(&c->valid, bytes_of(of)) != NULL;
	pthread_mutex_unlock(&c->lock);
	return known;
}

static void
keep_known(struct pdf_image_cache *c, const struct digest_fingerprint *of)
{
	pthread_mutex_lock(&c->lock);
	if (map_find(&c->valid, bytes_of(of)) == NULL)
		map_slot(&c->valid, str_copy(c->arena, bytes_of(of)));
	pthread_mutex_unlock(&c->lock);
}

static bool
is_decodable(struct pdf_image_cache *c, size_t worker,
    const struct image_png *png, str bytes)
{
	struct image_png_pixels pixels = { 0 };
	struct pdf_image_decoded *d;
	bool decoded;

	if (is_dense(png)) {
		decoded = image_png_decode(bytes, png, &pixels);
		sink_free(&pixels.colour);
		sink_free(&pixels.alpha);
	} else {
		d = pdf_image_cache_decode(c, worker, png, bytes);
		decoded = d != NULL;
		pdf_image_cache_done(d);
	}
	return decoded;
}

static enum image_fault
check_data(struct pdf_image_cache *c, size_t worker, str bytes)
{
	struct image_png png;
	enum image_fault fault = image_png_read(bytes, &png);

	if (fault == IMAGE_FINE && (!image_png_rows_are_whole(&png, bytes) ||
	    (!image_png_passes(&png) && !is_decodable(c, worker, &png, bytes))))
		return IMAGE_BROKEN;
	return fault;
}

/* Checks valid bytes only once; broken ones each time. */
static enum image_fault
check_png(struct pdf_image_cache *c, size_t worker, str bytes)
{
	struct digest_fingerprint fingerprint = digest_fingerprint(bytes);
	enum image_fault fault = IMAGE_FINE;

	if (!is_known(c, &fingerprint))
		fault = check_data(c, worker, bytes);
	if (fault == IMAGE_FINE)
		keep_known(c, &fingerprint);
	return fault;
}

enum image_fault
pdf_image_cache_check(struct pdf_image_cache *c, size_t worker, str bytes)
{
	unsigned width, height;

	if (image_png_is(bytes) && bytes.len <= IMAGE_FILE_LIMIT)
		return check_png(c, worker, bytes);
	return image_probe(bytes, &width, &height);
}
