/* SPDX-License-Identifier: ISC */
#include "image/png_decode.h"

#include <png.h>
#include <setjmp.h>
#include <string.h>

#include "base/mem.h"
#include "image/png_rows.h"

enum { FORGET = 1 << 20 };		/* [byte] at once */

struct decoder {
	str		 rest;
	const char	*kept;		/* what is before it is forgotten */
	png_structp	 png;
	png_infop	 info;
	unsigned char	*row;
	size_t		 channels;
	struct image_png_pixels *to;
	bool		 is_opaque;
};

static void
feed(png_structp png, png_bytep to, size_t len)
{
	struct decoder *d = png_get_io_ptr(png);

	if (d->rest.len < len)
		png_error(png, "cut off");
	memcpy(to, d->rest.p, len);
	d->rest = str_from(d->rest, len);
	if (d->rest.p - d->kept >= FORGET) {
		mem_forget(d->kept, (size_t)(d->rest.p - d->kept));
		d->kept = d->rest.p;
	}
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

/* Asks libpng for 8 bit grey or RGB, with alpha where the file has it. Does not
 * ask it to put the passes together: for that the caller would need memory for
 * all rows of all channels beside the two results. */
static void
ask(struct decoder *d, const struct image_png *p)
{
	size_t pixels = (size_t)p->width * p->height;

	png_set_user_limits(d->png, p->width, p->height);
	png_read_info(d->png, d->info);
	png_set_expand(d->png);
	png_set_scale_16(d->png);
	png_read_update_info(d->png, d->info);
	d->channels = png_get_channels(d->png, d->info);
	d->row = mem_raw(png_get_rowbytes(d->png, d->info));
	d->to->colours = d->channels > 2 ? 3 : 1;
	sink_room(&d->to->colour, pixels * d->to->colours);
	d->to->colour.len = pixels * d->to->colours;
	if (d->channels % 2 == 0) {
		sink_room(&d->to->alpha, pixels);
		d->to->alpha.len = pixels;
	}
}

/* Copies the row's pixels to every step-th pixel of the picture, from at on. */
static void
split_row(struct decoder *d, size_t num, size_t at, size_t step)
{
	size_t i, c, colours = d->to->colours;
	const unsigned char *from = d->row;
	char *to = d->to->colour.p + at * colours;

	for (i = 0; i < num; i++, from += d->channels, to += step * colours)
		for (c = 0; c < colours; c++)
			to[c] = (char)from[c];
	if (d->to->alpha.len == 0)
		return;
	from = d->row + colours;
	for (i = 0; i < num; i++, from += d->channels, at += step) {
		d->to->alpha.p[at] = (char)*from;
		d->is_opaque &= *from == 0xFF;
	}
}

static void
read_pass(struct decoder *d, const struct image_png *p,
    const struct image_png_pass *pass)
{
	size_t y, num = image_png_rows_every(p->width, pass->x, pass->x_step);

	for (y = pass->y; num != 0 && y < p->height; y += pass->y_step) {
		png_read_row(d->png, d->row, NULL);
		split_row(d, num, y * p->width + pass->x, pass->x_step);
	}
}

static void
read_passes(struct decoder *d, const struct image_png *p)
{
	const struct image_png_pass *passes;
	size_t i, num = image_png_rows_passes(p, &passes);

	for (i = 0; i < num; i++)
		read_pass(d, p, &passes[i]);
}

/* libpng may leave by longjmp(), so d owns what is allocated here. */
static bool
decode_rows(struct decoder *d, const struct image_png *p)
{
	if (setjmp(png_jmpbuf(d->png)))
		return false;
	png_set_read_fn(d->png, d, feed);
	ask(d, p);
	read_passes(d, p);
	png_read_end(d->png, NULL);
	return true;
}

bool
image_png_decode(str bytes, const struct image_png *p,
    struct image_png_pixels *to)
{
	struct decoder d = { .rest = bytes, .kept = bytes.p, .to = to,
	    .is_opaque = true };
	bool done = false;

	d.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, fail, pass);
	if (d.png != NULL)
		d.info = png_create_info_struct(d.png);
	if (d.info != NULL)
		done = decode_rows(&d, p);
	if (!done)
		sink_free(&to->colour);
	if (!done || d.is_opaque)
		sink_free(&to->alpha);
	mem_free(d.row);
	png_destroy_read_struct(&d.png, &d.info, NULL);
	return done;
}

const char *
image_png_decode_library(void)
{
	return png_get_libpng_ver(NULL);
}
