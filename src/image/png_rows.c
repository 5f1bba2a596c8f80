/* SPDX-License-Identifier: ISC */
#include "image/png_rows.h"

#include "base/arena.h"
#include "base/inflate.h"

/* --- Rows (7.2) --- */

enum { PASSES = 7 };

/* 8.2: Adam7; without interlace there is one pass. */
size_t
image_png_rows_passes(const struct image_png *p,
    const struct image_png_pass **passes)
{
	static const struct image_png_pass adam7[PASSES] = {
		{ 0, 8, 0, 8 }, { 4, 8, 0, 8 }, { 0, 4, 4, 8 },
		{ 2, 4, 0, 4 }, { 0, 2, 2, 4 }, { 1, 2, 0, 2 },
		{ 0, 1, 1, 2 } }, all = { 0, 1, 0, 1 };

	*passes = p->interlaced ? adam7 : &all;
	return p->interlaced ? PASSES : 1;
}

size_t
image_png_rows_every(size_t num, unsigned first, unsigned step)
{
	return num > first ? (num - first + step - 1) / step : 0;
}

static size_t
samples_of(const struct image_png *p)
{
	static const unsigned char samples[] = { 1, 0, 3, 1, 2, 0, 4 };

	return samples[p->colour];
}

/* --- Checking the data --- */

/* The rows that are still to come. */
struct rows {
	size_t	num[PASSES];
	size_t	size[PASSES];		/* [byte] of each, with the filter */
	size_t	passes, pass;
	size_t	at;			/* [byte] in the row */
};

/* Returns the size of all rows [byte]. A pass without columns has no rows. */
static size_t
count_rows(const struct image_png *p, struct rows *r)
{
	const struct image_png_pass *pass;
	size_t i, width, total = 0;

	*r = (struct rows){ 0 };
	r->passes = image_png_rows_passes(p, &pass);
	for (i = 0; i < r->passes; i++, pass++) {
		width = image_png_rows_every(p->width, pass->x, pass->x_step);
		r->size[i] = 1 + (width * samples_of(p) * p->depth + 7) / 8;
		r->num[i] = width == 0 ? 0 : image_png_rows_every(p->height,
		    pass->y, pass->y_step);
		total += r->num[i] * r->size[i];
	}
	return total;
}

static bool
at_end(struct rows *r)
{
	while (r->pass < r->passes && r->num[r->pass] == 0)
		r->pass++;
	return r->pass == r->passes;
}

/* Counts the rows of a piece. Returns false for a filter that is not 0 to 4
 * (9.2) and for bytes after the last row. */
static bool
take_rows(void *context, str piece)
{
	struct rows *r = context;
	size_t len;

	while (piece.len != 0) {
		if (at_end(r) ||
		    (r->at == 0 && (unsigned char)piece.p[0] > 4))
			return false;
		len = r->size[r->pass] - r->at;
		if (len > piece.len)
			len = piece.len;
		piece = str_from(piece, len);
		r->at += len;
		if (r->at == r->size[r->pass]) {
			r->num[r->pass]--;
			r->at = 0;
		}
	}
	return true;
}

static bool
check_at_once(str bytes, size_t size, struct rows *r)
{
	struct arena *a = arena_new();
	struct sink data = { 0 };
	bool whole;
	str all;

	image_png_data(bytes, &data);
	whole = inflate_zlib(a, sink_str(&data), size, &all) &&
	    take_rows(r, all);
	sink_free(&data);
	arena_free(a);
	return whole;
}

static bool
check_in_parts(str bytes, struct rows *r)
{
	struct inflate_stream *s = inflate_open();
	bool fine = true;
	size_t at = 0;
	str data;

	while (fine && image_png_next_data(bytes, &at, &data))
		fine = inflate_part(s, data, take_rows, r);
	return inflate_close(s) && fine && at_end(r);
}

/* Decompressing at once is four times as fast, but needs memory for a copy of
 * the data (a sink may have twice its size) and for all rows. So it is done
 * only where both need little more than the pixels: not for 16 bit samples,
 * narrow pictures and photographs. */
bool
image_png_rows_are_whole(const struct image_png *p, str bytes)
{
	size_t pixels = (size_t)p->width * p->height * samples_of(p);
	struct rows r;
	size_t size = count_rows(p, &r);

	if (2 * p->data_len + size <= pixels + pixels / 8)
		return check_at_once(bytes, size, &r);
	return check_in_parts(bytes, &r);
}
