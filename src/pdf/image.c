/* SPDX-License-Identifier: ISC */
#include "pdf/image.h"

#include "base/arena.h"
#include "base/digest.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/witness.h"
#include "image/jpeg.h"
#include "image/png.h"
#include "image/probe.h"
#include "pdf/image_cache.h"
#include "pdf/object.h"
#include "pdf/token.h"

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

/* Ends the stream with the bytes, and empties the sink. */
static void
move_stream(struct pdf_images *is, struct sink *bytes, enum pdf_filter filter)
{
	sink_move(pdf_object_stream_parts(is->file, bytes->len, filter),
	    sink_str(bytes));
	pdf_object_stream_close(is->file);
	sink_free(bytes);
}

static enum image_fault
write_jpeg(struct pdf_images *is, struct picture *p, str bytes)
{
	struct sink plain = { 0 }, *k;
	struct image_jpeg j;
	enum image_fault fault = image_jpeg_read(bytes, &j, &plain);

	mem_forget(bytes.p, bytes.len);
	if (fault == IMAGE_FINE) {
		p->image.width = j.width;
		p->image.height = j.height;
		p->image.dpi = j.dpi;
		p->object = pdf_object_reserve(is->file);
		k = begin_image(is, p->object, j.width, j.height, 8);
		put_space(k, j.colours);
		sink_puts(k, "/Filter/DCTDecode");
		move_stream(is, &plain, PDF_PLAIN);
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
    const struct image_png *png, str bytes)
{
	unsigned colours = png->colour == IMAGE_PNG_RGB ? 3 : 1;
	struct sink *k;
	size_t at = 0;
	str data;

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
	k = pdf_object_stream_parts(is->file, png->data_len, PDF_PACKED);
	while (image_png_next_data(bytes, &at, &data)) {
		sink_move(k, data);
		mem_forget(bytes.p, at);
	}
	pdf_object_stream_close(is->file);
}

static void
write_samples(struct pdf_images *is, const struct pdf_image_decoded *d,
    struct sink *samples)
{
	if (d->is_kept)
		pdf_object_stream_end(is->file, sink_str(samples), PDF_PACKED);
	else
		move_stream(is, samples, PDF_PACKED);
}

static void
write_decoded(struct pdf_images *is, struct picture *p,
    const struct image_png *png, struct pdf_image_decoded *d)
{
	unsigned mask = 0;
	struct sink *k;

	p->object = pdf_object_reserve(is->file);
	if (d->alpha.len != 0) {
		mask = pdf_object_reserve(is->file);
		k = begin_image(is, mask, png->width, png->height, 8);
		put_space(k, 1);
		write_samples(is, d, &d->alpha);
	}
	k = begin_image(is, p->object, png->width, png->height, 8);
	put_space(k, d->colours);
	if (mask != 0) {
		pdf_token_put_ref(k, "SMask", mask);
	}
	write_samples(is, d, &d->colour);
}

static enum image_fault
write_transparent(struct pdf_images *is, struct picture *p,
    const struct image_png *png, str bytes)
{
	struct pdf_image_decoded *d = pdf_image_cache_decode(is->cache,
	    pdf_object_worker(is->file).worker, png, bytes);

	if (d == NULL)
		return IMAGE_BROKEN;
	write_decoded(is, p, png, d);
	pdf_image_cache_done(d);
	return IMAGE_FINE;
}

static enum image_fault
write_png(struct pdf_images *is, struct picture *p, str bytes)
{
	struct image_png png;
	enum image_fault fault = image_png_read(bytes, &png);

	p->image.width = png.width;
	p->image.height = png.height;
	p->image.dpi = png.dpi;
	if (fault == IMAGE_FINE && image_png_passes(&png))
		write_passing(is, p, &png, bytes);
	else if (fault == IMAGE_FINE)
		fault = write_transparent(is, p, &png, bytes);
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
		if (digest_fingerprint_eq(p->fingerprint, fingerprint))
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
