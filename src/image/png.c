/* SPDX-License-Identifier: ISC */
#include "image/png.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/packer.h"
#include "image/exif.h"

#define SIGNATURE S("\x89PNG\r\n\x1A\n")

/* --- Chunks (5.3) --- */

enum stage { AT_HEAD, BEFORE_DATA, IN_DATA, AFTER_DATA, AT_END };

struct reader {
	struct image_png	*info;
	struct sink		*data;	/* NULL: only read */
	enum stage		 stage;
	size_t			 data_len;	/* [byte] */
	bool			 turned;
};

struct chunk {
	str	type;
	str	body;
};

static uint32_t
number(str s, size_t at)
{
	uint32_t n = 0;
	size_t i;

	for (i = at; i < at + 4; i++)
		n = n << 8 | (i < s.len ? (unsigned char)s.p[i] : 0U);
	return n;
}

bool
image_png_is(str bytes)
{
	return str_starts(bytes, SIGNATURE);
}

/* Takes a whole chunk with a correct checksum from the rest. */
static bool
next_chunk(str *rest, struct chunk *c)
{
	size_t len = number(*rest, 0);

	if (rest->len < 12 || len > rest->len - 12)
		return false;
	c->type = str_upto(str_from(*rest, 4), 4);
	c->body = str_upto(str_from(*rest, 8), len);
	if (packer_crc32((str){ c->type.p, 4 + len }) != number(*rest, 8 + len))
		return false;
	*rest = str_from(*rest, 12 + len);
	return true;
}

/* 11.2.2, table 11.1: the depths that a colour type allows. */
static bool
is_possible(unsigned depth, unsigned colour)
{
	switch (colour) {
	case IMAGE_PNG_GREY:
		return depth == 1 || depth == 2 || depth == 4 || depth == 8 ||
		    depth == 16;
	case IMAGE_PNG_PALETTE:
		return depth == 1 || depth == 2 || depth == 4 || depth == 8;
	case IMAGE_PNG_RGB:
	case IMAGE_PNG_GREY_ALPHA:
	case IMAGE_PNG_RGB_ALPHA:
		return depth == 8 || depth == 16;
	default:
		return false;
	}
}

static enum image_fault
read_head(struct reader *r, str body)
{
	struct image_png *p = r->info;
	unsigned colour;

	if (body.len != 13)
		return IMAGE_BROKEN;
	p->width = number(body, 0);
	p->height = number(body, 4);
	p->depth = (unsigned char)body.p[8];
	colour = (unsigned char)body.p[9];
	if (p->width == 0 || p->height == 0 || p->width > INT32_MAX ||
	    p->height > INT32_MAX || !is_possible(p->depth, colour) ||
	    body.p[10] != 0 || body.p[11] != 0 ||
	    (unsigned char)body.p[12] > 1)
		return IMAGE_BROKEN;
	p->colour = (enum image_png_colour)colour;
	p->interlaced = body.p[12] == 1;
	p->transparent = colour == IMAGE_PNG_GREY_ALPHA ||
	    colour == IMAGE_PNG_RGB_ALPHA;
	r->stage = BEFORE_DATA;
	return (uint64_t)p->width * p->height > IMAGE_PIXEL_LIMIT ?
	    IMAGE_SIZE : IMAGE_FINE;
}

static bool
read_palette(struct reader *r, str body)
{
	struct image_png *p = r->info;

	if (r->stage != BEFORE_DATA || p->palette.len != 0 ||
	    body.len == 0 || body.len % 3 != 0 || body.len > (size_t)3 * 256)
		return false;
	if (p->colour == IMAGE_PNG_PALETTE && body.len / 3 > 1U << p->depth)
		return false;
	p->palette = body;
	return p->colour != IMAGE_PNG_GREY && p->colour != IMAGE_PNG_GREY_ALPHA;
}

/* 11.3.2.1; a palette is transparent only where an entry is not opaque. */
static void
read_transparency(struct reader *r, str body)
{
	size_t i;

	if (r->info->colour != IMAGE_PNG_PALETTE)
		r->info->transparent = true;
	for (i = 0; i < body.len; i++)
		if ((unsigned char)body.p[i] != 0xFF)
			r->info->transparent = true;
}

static bool
read_data(struct reader *r, str body)
{
	if (r->stage != BEFORE_DATA && r->stage != IN_DATA)
		return false;
	if (r->info->colour == IMAGE_PNG_PALETTE && r->info->palette.len == 0)
		return false;
	r->stage = IN_DATA;
	r->data_len += body.len;
	if (r->data != NULL)
		sink_put(r->data, body);
	return true;
}

static bool
read_end(struct reader *r, str body)
{
	if (r->stage != IN_DATA && r->stage != AFTER_DATA)
		return false;
	r->stage = AT_END;
	return body.len == 0 && r->data_len > 6;
}

static void
read_size(struct reader *r, str body)
{
	if (body.len == 9 && body.p[8] == 1)	/* [1/m] */
		r->info->dpi = number(body, 0) * 0.0254;
}

static enum image_fault
read_chunk(struct reader *r, const struct chunk *c)
{
	bool fine = true;

	if (r->stage == IN_DATA && !str_eq(c->type, S("IDAT")))
		r->stage = AFTER_DATA;
	if (str_eq(c->type, S("PLTE")))
		fine = read_palette(r, c->body);
	else if (str_eq(c->type, S("IDAT")))
		fine = read_data(r, c->body);
	else if (str_eq(c->type, S("IEND")))
		fine = read_end(r, c->body);
	else if (str_eq(c->type, S("tRNS")))
		read_transparency(r, c->body);
	else if (str_eq(c->type, S("pHYs")))
		read_size(r, c->body);
	else if (str_eq(c->type, S("eXIf")))
		r->turned = image_exif_is_turned(c->body);
	else
		fine = (c->type.p[0] & 0x20) != 0;	/* 5.4: ancillary */
	if (!fine)
		return IMAGE_BROKEN;
	return r->turned ? IMAGE_TURNED : IMAGE_FINE;
}

enum image_fault
image_png_read(str bytes, struct image_png *p, struct sink *data)
{
	struct reader r = { .info = p, .data = data };
	str rest = str_from(bytes, SIGNATURE.len);
	enum image_fault fault;
	struct chunk c;

	*p = (struct image_png){ 0 };
	if (!next_chunk(&rest, &c) || !str_eq(c.type, S("IHDR")))
		return IMAGE_BROKEN;
	fault = read_head(&r, c.body);
	while (fault == IMAGE_FINE && r.stage != AT_END)
		fault = next_chunk(&rest, &c) ? read_chunk(&r, &c) :
		    IMAGE_BROKEN;
	return fault;
}

bool
image_png_passes(const struct image_png *p)
{
	return !p->interlaced && !p->transparent;
}

/* --- Checking the data --- */

/* The rows of a picture, or of one of its interlaced parts. */
struct part {
	size_t	rows;
	size_t	size;			/* [byte] of each, with the filter */
};

enum { PARTS = 7 };

static size_t
row_size(const struct image_png *p, size_t width)
{
	static const unsigned samples[] = { 1, 0, 3, 1, 2, 0, 4 };

	return 1 + (width * samples[p->colour] * p->depth + 7) / 8;
}

/* The number of lines first, first + step, … below num. */
static size_t
every(size_t num, unsigned first, unsigned step)
{
	return num > first ? (num - first + step - 1) / step : 0;
}

/* 7.2; 8.2: Adam7. A part without columns has no rows either. */
static size_t
find_parts(const struct image_png *p, struct part parts[PARTS])
{
	static const unsigned char adam7[PARTS][4] = {
		{ 0, 8, 0, 8 }, { 4, 8, 0, 8 }, { 0, 4, 4, 8 },
		{ 2, 4, 0, 4 }, { 0, 2, 2, 4 }, { 1, 2, 0, 2 },
		{ 0, 1, 1, 2 }		/* columns from, step; rows */
	};
	size_t i, width;

	if (!p->interlaced) {
		parts[0] = (struct part){ p->height, row_size(p, p->width) };
		return 1;
	}
	for (i = 0; i < PARTS; i++) {
		width = every(p->width, adam7[i][0], adam7[i][1]);
		parts[i] = (struct part){ width == 0 ? 0 :
		    every(p->height, adam7[i][2], adam7[i][3]),
		    row_size(p, width) };
	}
	return PARTS;
}

/* 9.2: the filters are 0 to 4. */
static bool
are_rows(str bytes, const struct part *parts, size_t num)
{
	size_t i, row, at = 0;

	for (i = 0; i < num; i++)
		for (row = 0; row < parts[i].rows; row++) {
			if ((unsigned char)bytes.p[at] > 4)
				return false;
			at += parts[i].size;
		}
	return true;
}

bool
image_png_is_whole(const struct image_png *p, struct packer *packer,
    size_t worker, str data)
{
	struct part parts[PARTS];
	size_t num = find_parts(p, parts), size = 0, i;
	str bytes;

	for (i = 0; i < num; i++)
		size += parts[i].rows * parts[i].size;
	return packer_decompress(packer, worker, data, size, &bytes) &&
	    are_rows(bytes, parts, num);
}

/* --- Decoding --- */

struct decoder {
	str		 rest;
	png_structp	 png;
	png_infop	 info;
	unsigned char	*rows;
	png_bytepp	 pointers;
	size_t		 row_len;	/* [byte] */
};

static void
feed(png_structp png, png_bytep to, size_t len)
{
	struct decoder *d = png_get_io_ptr(png);

	if (d->rest.len < len)
		png_error(png, "cut off");
	memcpy(to, d->rest.p, len);
	d->rest = str_from(d->rest, len);
}

_Noreturn static void
fail(png_structp png, png_const_charp why)
{
	(void)why;
	png_longjmp(png, 1);
}

static void
pass(png_structp png, png_const_charp why)
{
	(void)png;
	(void)why;
}

/* Asks for 8 bit grey or RGB, with the transparency that there is. */
static void
ask(struct decoder *d, const struct image_png *p)
{
	png_set_user_limits(d->png, p->width, p->height);
	png_read_info(d->png, d->info);
	png_set_expand(d->png);
	png_set_scale_16(d->png);
	png_set_interlace_handling(d->png);
	png_read_update_info(d->png, d->info);
	d->row_len = png_get_rowbytes(d->png, d->info);
}

/* libpng may leave by longjmp(), so d owns what is allocated here. */
static bool
decode_rows(struct decoder *d, const struct image_png *p)
{
	size_t y;

	if (setjmp(png_jmpbuf(d->png)))
		return false;
	png_set_read_fn(d->png, d, feed);
	ask(d, p);
	d->rows = mem_calloc(p->height, d->row_len);
	d->pointers = mem_calloc(p->height, sizeof(*d->pointers));
	for (y = 0; y < p->height; y++)
		d->pointers[y] = d->rows + y * d->row_len;
	png_read_image(d->png, d->pointers);
	png_read_end(d->png, NULL);
	return true;
}

static bool
is_opaque(const unsigned char *pixels, size_t num, size_t channels)
{
	size_t i;

	for (i = 0; i < num; i++)
		if (pixels[i * channels + channels - 1] != 0xFF)
			return false;
	return true;
}

/* Appends count samples of each pixel, from the first-th on. */
static void
take(const unsigned char *pixels, size_t num, size_t channels, size_t first,
    size_t count, struct sink *to)
{
	char part[3 * 1024];
	size_t i, c, len = 0;

	for (i = 0; i < num; i++) {
		for (c = first; c < first + count; c++)
			part[len++] = (char)pixels[i * channels + c];
		if (len + count > sizeof(part) || i + 1 == num) {
			sink_put(to, (str){ part, len });
			len = 0;
		}
	}
}

/* Separates colour and transparency. */
static void
split(const unsigned char *pixels, size_t num, size_t channels,
    struct image_png_pixels *to)
{
	bool alpha = channels % 2 == 0;

	to->colours = channels > 2 ? 3 : 1;
	take(pixels, num, channels, 0, to->colours, &to->colour);
	if (alpha && !is_opaque(pixels, num, channels))
		take(pixels, num, channels, channels - 1, 1, &to->alpha);
}

bool
image_png_decode(str bytes, const struct image_png *p,
    struct image_png_pixels *to)
{
	struct decoder d = { .rest = bytes };
	bool done = false;

	d.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, fail, pass);
	if (d.png != NULL)
		d.info = png_create_info_struct(d.png);
	if (d.info != NULL)
		done = decode_rows(&d, p);
	if (done)
		split(d.rows, (size_t)p->width * p->height,
		    d.row_len / p->width, to);
	mem_free(d.pointers);
	mem_free(d.rows);
	png_destroy_read_struct(&d.png, &d.info, NULL);
	return done;
}

const char *
image_png_library(void)
{
	return png_get_libpng_ver(NULL);
}
