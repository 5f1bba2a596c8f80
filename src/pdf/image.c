/* SPDX-License-Identifier: ISC */
#include "pdf/image.h"

#include <pthread.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/packer.h"
#include "base/witness.h"
#include "image/jpeg.h"
#include "image/png.h"
#include "image/png_decode.h"
#include "image/png_rows.h"
#include "image/probe.h"
#include "pdf/object.h"
#include "pdf/token.h"

enum { CACHE_MAX = 64 << 20 };		/* [byte] of decoded pictures */

static bool
is_same(struct digest_fingerprint x, struct digest_fingerprint y)
{
	return x.parts[0] == y.parts[0] && x.parts[1] == y.parts[1];
}

/* --- Decoded pictures --- */

struct decoded {
	struct digest_fingerprint fingerprint;
	unsigned	 colours;
	struct sink	 colour;	/* zlib streams */
	struct sink	 alpha;		/* may be empty */
	bool		 is_kept;	/* in the cache */
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
	sink_free(&d->colour);
	sink_free(&d->alpha);
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
	while (d != NULL && !is_same(d->fingerprint, fingerprint))
		d = d->next;
	pthread_mutex_unlock(&c->lock);
	return d;
}

/* Where another thread has decoded the same picture, both are kept. */
static void
keep_decoded(struct pdf_image_cache *c, struct decoded *d)
{
	size_t size = d->colour.cap + d->alpha.cap;

	pthread_mutex_lock(&c->lock);
	if (c->size + size <= CACHE_MAX) {
		d->is_kept = true;
		d->next = c->first;
		c->first = d;
		c->size += size;
	}
	pthread_mutex_unlock(&c->lock);
}

/* Compresses the samples and frees them: the smaller part first, so that it is
 * gone when the larger one is compressed. */
static void
compress(struct pdf_image_cache *c, size_t worker,
    struct image_png_pixels *pixels, struct decoded *d)
{
	d->colours = pixels->colours;
	if (pixels->alpha.len != 0)
		packer_compress(c->packer, worker, sink_str(&pixels->alpha),
		    &d->alpha);
	sink_free(&pixels->alpha);
	sink_fit(&d->alpha);
	packer_compress(c->packer, worker, sink_str(&pixels->colour),
	    &d->colour);
	sink_free(&pixels->colour);
	sink_fit(&d->colour);
}

/* The samples of a PNG file as zlib streams, from the cache or decoded now.
 * NULL: the file is broken. The caller calls done_with(). */
static struct decoded *
decode(struct pdf_image_cache *c, size_t worker, const struct image_png *png,
    str bytes)
{
	struct digest_fingerprint fingerprint = digest_fingerprint(bytes);
	struct decoded *d = find_decoded(c, fingerprint);
	struct image_png_pixels pixels = { 0 };

	if (d != NULL || !image_png_decode(bytes, png, &pixels))
		return d;
	d = mem_alloc(sizeof(*d));
	d->fingerprint = fingerprint;
	compress(c, worker, &pixels, d);
	keep_decoded(c, d);
	return d;
}

static void
done_with(struct decoded *d)
{
	if (d != NULL && !d->is_kept)
		free_decoded(d);
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
	struct decoded *d = decode(c, worker, png, bytes);
	bool decoded = d != NULL;

	done_with(d);
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
pdf_image_check(struct pdf_image_cache *c, size_t worker, str bytes)
{
	unsigned width, height;

	if (image_png_is(bytes) && bytes.len <= IMAGE_FILE_LIMIT)
		return check_png(c, worker, bytes);
	return image_probe(bytes, &width, &height);
}

/* --- The pictures of a document --- */

struct picture {
	struct pdf_image		 image;	/* first: returned */
	struct digest_fingerprint	 fingerprint;
	unsigned			 object;
	struct picture			*next;
};

struct pdf_images {
	struct arena		*arena;
	struct pdf_image_cache	*cache;
	struct pdf_file		*file;
	struct map		 paths;		/* -> struct picture */
	struct picture		*first;
	struct picture		*last;
	unsigned		 num;
	const char		*lost;
};

struct pdf_images *
pdf_image_start(struct arena *a, struct pdf_image_cache *cache,
    struct pdf_file *file)
{
	struct pdf_images *is = arena_new_of(a, struct pdf_images);

	is->arena = a;
	is->cache = cache;
	is->file = file;
	is->paths = map_make(a);
	return is;
}

/* --- Writing (ISO 32000-1, 8.9.5) --- */

static struct sink *
begin_image(struct pdf_images *is, unsigned object, unsigned width,
    unsigned height, unsigned depth)
{
	struct sink *k = pdf_object_stream(is->file, object);

	sink_puts(k, "/Type/XObject/Subtype/Image");
	pdf_token_put_int(k, "Width", width);
	pdf_token_put_int(k, "Height", height);
	pdf_token_put_int(k, "BitsPerComponent", depth);
	return k;
}

static void
put_space(struct sink *k, unsigned colours)
{
	sink_puts(k, colours == 1 ? "/ColorSpace/DeviceGray" :
	    "/ColorSpace/DeviceRGB");
}

static enum image_fault
write_jpeg(struct pdf_images *is, struct picture *p, str bytes)
{
	struct sink plain = { 0 }, *k;
	struct image_jpeg j;
	enum image_fault fault = image_jpeg_read(bytes, &j, &plain);

	if (fault == IMAGE_FINE) {
		p->image.width = j.width;
		p->image.height = j.height;
		p->image.dpi = j.dpi;
		p->object = pdf_object_reserve(is->file);
		k = begin_image(is, p->object, j.width, j.height, 8);
		put_space(k, j.colours);
		sink_puts(k, "/Filter/DCTDecode");
		pdf_object_stream_end(is->file, sink_str(&plain), PDF_PLAIN);
	}
	sink_free(&plain);
	return fault;
}

/* 8.6.6.3 */
static void
put_palette(struct sink *k, str palette)
{
	sink_puts(k, "/ColorSpace[/Indexed/DeviceRGB");
	pdf_token_int(k, (long long)palette.len / 3 - 1);
	pdf_token_hex(k, palette);
	sink_char(k, ']');
}

/* The data of a PNG file are rows that the predictors of FlateDecode can
 * read (7.4.4.4). */
static void
write_passing(struct pdf_images *is, struct picture *p,
    const struct image_png *png, str data)
{
	unsigned colours = png->colour == IMAGE_PNG_RGB ? 3 : 1;
	struct sink *k;

	p->object = pdf_object_reserve(is->file);
	k = begin_image(is, p->object, png->width, png->height, png->depth);
	if (png->colour == IMAGE_PNG_PALETTE)
		put_palette(k, png->palette);
	else
		put_space(k, colours);
	sink_puts(k, "/DecodeParms<</Predictor 15");
	pdf_token_put_int(k, "Colors", colours);
	pdf_token_put_int(k, "BitsPerComponent", png->depth);
	pdf_token_put_int(k, "Columns", png->width);
	sink_puts(k, ">>");
	pdf_object_stream_end(is->file, data, PDF_PACKED);
}

static void
write_decoded(struct pdf_images *is, struct picture *p,
    const struct image_png *png, const struct decoded *d)
{
	unsigned mask = 0;
	struct sink *k;

	p->object = pdf_object_reserve(is->file);
	if (d->alpha.len != 0) {
		mask = pdf_object_reserve(is->file);
		k = begin_image(is, mask, png->width, png->height, 8);
		put_space(k, 1);
		pdf_object_stream_end(is->file, sink_str(&d->alpha),
		    PDF_PACKED);
	}
	k = begin_image(is, p->object, png->width, png->height, 8);
	put_space(k, d->colours);
	if (mask != 0) {
		pdf_token_put_ref(k, "SMask", mask);
	}
	pdf_object_stream_end(is->file, sink_str(&d->colour), PDF_PACKED);
}

static enum image_fault
write_transparent(struct pdf_images *is, struct picture *p,
    const struct image_png *png, str bytes)
{
	struct decoded *d = decode(is->cache,
	    pdf_object_worker(is->file).worker, png, bytes);

	if (d == NULL)
		return IMAGE_BROKEN;
	write_decoded(is, p, png, d);
	done_with(d);
	return IMAGE_FINE;
}

static enum image_fault
write_png(struct pdf_images *is, struct picture *p, str bytes)
{
	struct sink data = { 0 };
	struct image_png png;
	enum image_fault fault = image_png_read(bytes, &png);

	p->image.width = png.width;
	p->image.height = png.height;
	p->image.dpi = png.dpi;
	if (fault == IMAGE_FINE && image_png_passes(&png)) {
		image_png_data(bytes, &data);
		write_passing(is, p, &png, sink_str(&data));
	} else if (fault == IMAGE_FINE)
		fault = write_transparent(is, p, &png, bytes);
	sink_free(&data);
	return fault;
}

static enum image_fault
write_picture(struct pdf_images *is, struct picture *p, str bytes)
{
	if (image_png_is(bytes))
		return write_png(is, p, bytes);
	if (image_jpeg_is(bytes))
		return write_jpeg(is, p, bytes);
	return image_probe_other(bytes);
}

/* --- Finding a picture --- */

/* The picture with the same bytes, or a new one, written into the file. */
static struct picture *
find_or_write(struct pdf_images *is, str bytes, enum image_fault *fault)
{
	struct digest_fingerprint fingerprint = digest_fingerprint(bytes);
	struct picture *p;

	for (p = is->first; p != NULL; p = p->next)
		if (is_same(p->fingerprint, fingerprint))
			return p;
	p = arena_new_of(is->arena, struct picture);
	p->fingerprint = fingerprint;
	*fault = write_picture(is, p, bytes);
	if (*fault != IMAGE_FINE)
		return NULL;
	p->image.number = is->num++;
	if (is->last != NULL)
		is->last->next = p;
	else
		is->first = p;
	is->last = p;
	return p;
}

static struct picture *
read_picture(struct pdf_images *is, const char *path, enum image_fault *fault)
{
	struct arena *bytes_arena = arena_new();
	struct picture *p = NULL;
	str bytes;

	*fault = IMAGE_FINE;
	if (!witness_read(bytes_arena, path, IMAGE_FILE_LIMIT, &bytes))
		*fault = IMAGE_READ;
	else if (bytes.len > IMAGE_FILE_LIMIT)
		*fault = IMAGE_SIZE;
	else
		p = find_or_write(is, bytes, fault);
	arena_free(bytes_arena);
	return p;
}

const struct pdf_image *
pdf_image_get(struct pdf_images *is, const char *path, enum image_fault *fault)
{
	struct map_slot *slot = map_find(&is->paths, str_of(path));
	struct picture *p;

	*fault = IMAGE_FINE;
	if (slot != NULL) {
		p = slot->value;
		return &p->image;
	}
	p = read_picture(is, path, fault);
	if (p == NULL) {
		if (is->lost == NULL)
			is->lost = str_c(is->arena, str_of(path));
		return NULL;
	}
	map_slot(&is->paths, str_copy(is->arena, str_of(path)))->value = p;
	return &p->image;
}

const char *
pdf_image_lost(const struct pdf_images *is)
{
	return is->lost;
}

void
pdf_image_put_names(const struct pdf_images *is, struct sink *k)
{
	const struct picture *p;

	for (p = is->first; p != NULL; p = p->next) {
		sink_puts(k, "/I");
		sink_uint(k, p->image.number);
		pdf_token_ref(k, p->object);
	}
}
