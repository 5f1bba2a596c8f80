/* SPDX-License-Identifier: ISC */
#include "image/png.h"

#include "base/inflate.h"
#include "image/exif.h"

#define SIGNATURE S("\x89PNG\r\n\x1A\n")

/* --- Chunks (5.3) --- */

enum stage { AT_HEAD, BEFORE_DATA, IN_DATA, AFTER_DATA, AT_END };

struct reader {
	struct image_png	*info;
	enum stage		 stage;
	bool			 turned;
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

bool
image_png_next(str *rest, struct image_png_chunk *c)
{
	size_t len = number(*rest, 0);

	if (rest->len < 12 || len > rest->len - 12)
		return false;
	c->type = str_upto(str_from(*rest, 4), 4);
	c->body = str_upto(str_from(*rest, 8), len);
	c->sum = number(*rest, 8 + len);
	*rest = str_from(*rest, 12 + len);
	return true;
}

/* The same, with a correct checksum. */
static bool
next_sound_chunk(str *rest, struct image_png_chunk *c)
{
	return image_png_next(rest, c) && inflate_crc32((str){ c->type.p,
	    4 + c->body.len }) == c->sum;
}

/* 11.2.2, table 11.1: the depths that a colour type allows, each a bit. */
static bool
is_possible(unsigned depth, unsigned colour)
{
	static const unsigned char depths[] = { 1 | 2 | 4 | 8 | 16, 0, 8 | 16,
	    1 | 2 | 4 | 8, 8 | 16, 0, 8 | 16 };

	return colour < sizeof(depths) && (depth & (depth - 1)) == 0 &&
	    (depth & depths[colour]) != 0;
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
	r->info->data_len += body.len;
	return true;
}

static bool
read_end(struct reader *r, str body)
{
	if (r->stage != IN_DATA && r->stage != AFTER_DATA)
		return false;
	r->stage = AT_END;
	return body.len == 0 && r->info->data_len > 6;
}

static void
read_size(struct reader *r, str body)
{
	if (body.len == 9 && body.p[8] == 1)	/* [1/m] */
		r->info->dpi = number(body, 0) * 0.0254;
}

static enum image_fault
read_chunk(struct reader *r, const struct image_png_chunk *c)
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
image_png_read(str bytes, struct image_png *p)
{
	struct reader r = { .info = p };
	str rest = str_from(bytes, SIGNATURE.len);
	enum image_fault fault;
	struct image_png_chunk c;

	*p = (struct image_png){ 0 };
	if (!next_sound_chunk(&rest, &c) || !str_eq(c.type, S("IHDR")))
		return IMAGE_BROKEN;
	fault = read_head(&r, c.body);
	while (fault == IMAGE_FINE && r.stage != AT_END)
		fault = next_sound_chunk(&rest, &c) ? read_chunk(&r, &c) :
		    IMAGE_BROKEN;
	return fault;
}

bool
image_png_next_data(str bytes, size_t *at, str *data)
{
	str rest = str_from(bytes, *at != 0 ? *at : SIGNATURE.len);
	struct image_png_chunk c;

	/* Another picture may follow the end. */
	while (image_png_next(&rest, &c) && !str_eq(c.type, S("IEND")))
		if (str_eq(c.type, S("IDAT"))) {
			*at = bytes.len - rest.len;
			*data = c.body;
			return true;
		}
	return false;
}

void
image_png_data(str bytes, struct sink *to)
{
	size_t at = 0;
	str data;

	while (image_png_next_data(bytes, &at, &data))
		sink_put(to, data);
}

bool
image_png_passes(const struct image_png *p)
{
	return !p->interlaced && !p->transparent;
}
