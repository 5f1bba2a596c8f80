/* SPDX-License-Identifier: ISC
 *
 * Pictures in a PDF file: every sort of PNG and JPEG has the same pixels there
 * (read back by pdfimages), broken ones are refused, and in the file with an
 * accepted one qpdf, which decodes JPEG, finds no fault. Each sort is
 * truncated at 50 lengths and each byte of its headers flipped; also the data
 * that zlib compressed, behind correct checksums of PNG.
 */
#include "pdf/image.h"
#include "pdf/image_cache.h"

#include <assert.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/packer.h"
#include "base/pool.h"
#include "pdf/catalogue.h"
#include "pdf/page.h"

enum { CUTS = 50, FLIPPED = 400 };

static struct pool *pool;
static struct packer *packer;
static struct pdf_image_cache *cache;
static const char *folder;
static unsigned failures, refused, accepted;

#define CHECK(what) \
	(void)((what) || (printf("FAIL %s:%d %s\n", __FILE__, __LINE__, #what), \
	    failures++))

/* --- Making PNG --- */

struct sort {
	const char	*name;
	unsigned	 width;
	unsigned	 height;
	int		 depth;
	int		 colour;
	int		 interlace;
	bool		 trns;
};

static const struct sort sorts[] = {
	{ "grey1", 33, 17, 1, PNG_COLOR_TYPE_GRAY, 0, false },
	{ "grey2", 33, 17, 2, PNG_COLOR_TYPE_GRAY, 0, false },
	{ "grey4", 33, 17, 4, PNG_COLOR_TYPE_GRAY, 0, false },
	{ "grey8", 33, 17, 8, PNG_COLOR_TYPE_GRAY, 0, false },
	{ "grey16", 33, 17, 16, PNG_COLOR_TYPE_GRAY, 0, false },
	{ "rgb8", 33, 17, 8, PNG_COLOR_TYPE_RGB, 0, false },
	{ "rgb16", 33, 17, 16, PNG_COLOR_TYPE_RGB, 0, false },
	{ "palette1", 33, 17, 1, PNG_COLOR_TYPE_PALETTE, 0, false },
	{ "palette2", 33, 17, 2, PNG_COLOR_TYPE_PALETTE, 0, false },
	{ "palette4", 33, 17, 4, PNG_COLOR_TYPE_PALETTE, 0, false },
	{ "palette8", 33, 17, 8, PNG_COLOR_TYPE_PALETTE, 0, false },
	{ "grey-alpha8", 33, 17, 8, PNG_COLOR_TYPE_GRAY_ALPHA, 0, false },
	{ "grey-alpha16", 33, 17, 16, PNG_COLOR_TYPE_GRAY_ALPHA, 0, false },
	{ "rgb-alpha8", 33, 17, 8, PNG_COLOR_TYPE_RGB_ALPHA, 0, false },
	{ "rgb-alpha16", 33, 17, 16, PNG_COLOR_TYPE_RGB_ALPHA, 0, false },
	{ "grey1-trns", 33, 17, 1, PNG_COLOR_TYPE_GRAY, 0, true },
	{ "grey8-trns", 33, 17, 8, PNG_COLOR_TYPE_GRAY, 0, true },
	{ "rgb8-trns", 33, 17, 8, PNG_COLOR_TYPE_RGB, 0, true },
	{ "palette4-trns", 33, 17, 4, PNG_COLOR_TYPE_PALETTE, 0, true },
	{ "interlaced-grey1", 33, 17, 1, PNG_COLOR_TYPE_GRAY, 1, false },
	{ "interlaced-rgb8", 33, 17, 8, PNG_COLOR_TYPE_RGB, 1, false },
	{ "interlaced-palette4", 33, 17, 4, PNG_COLOR_TYPE_PALETTE, 1, false },
	{ "interlaced-alpha8", 33, 17, 8, PNG_COLOR_TYPE_RGB_ALPHA, 1, false },
	{ "one-pixel", 1, 1, 8, PNG_COLOR_TYPE_RGB, 0, false },
	{ "narrow", 1, 20000, 8, PNG_COLOR_TYPE_RGB, 0, false },
	{ "narrow-alpha", 1, 20000, 8, PNG_COLOR_TYPE_RGB_ALPHA, 0, false },
};
enum { SORTS = sizeof(sorts) / sizeof(sorts[0]) };

static void
put_bytes(png_structp png, png_bytep p, size_t len)
{
	sink_put(png_get_io_ptr(png), (str){ (const char *)p, len });
}

static void
flush(png_structp png)
{
	(void)png;
}

static void
put_palette(png_structp png, png_infop info, const struct sort *s)
{
	png_color colours[256];
	png_byte alpha[4] = { 0, 128, 255, 64 };
	png_color_16 key = { .gray = 1, .red = 7, .green = 7, .blue = 7 };
	int i, num = 1 << s->depth;

	if (s->colour != PNG_COLOR_TYPE_PALETTE) {
		if (s->trns)
			png_set_tRNS(png, info, NULL, 0, &key);
		return;
	}
	for (i = 0; i < num; i++)
		colours[i] = (png_color){ (png_byte)(i * 37),
		    (png_byte)(255 - i), (png_byte)(i * 3) };
	png_set_PLTE(png, info, colours, num);
	if (s->trns)
		png_set_tRNS(png, info, alpha, 4, NULL);
}

static void
make_png(const struct sort *s, struct sink *out)
{
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL,
	    NULL, NULL);
	png_infop info = png_create_info_struct(png);
	png_bytep *rows = calloc(s->height, sizeof(*rows));
	unsigned seed = 1;
	size_t len, x, y;

	png_set_write_fn(png, out, put_bytes, flush);
	png_set_IHDR(png, info, s->width, s->height, s->depth, s->colour,
	    s->interlace, 0, 0);
	put_palette(png, info, s);
	png_write_info(png, info);
	len = png_get_rowbytes(png, info);
	for (y = 0; y < s->height; y++) {
		rows[y] = malloc(len);
		for (x = 0; x < len; x++) {
			seed = seed * 1103515245 + 12345;
			rows[y][x] = (png_byte)(seed >> 16);
			/* pdfimages rounds 16 bits up, from 255 to 0. */
			if (s->depth == 16)
				rows[y][x] &= 0x7F;
		}
	}
	if (s->trns)
		memset(rows[0], 7, 3);		/* the key of put_palette() */
	png_write_image(png, rows);
	png_write_end(png, info);
	png_destroy_write_struct(&png, &info);
	for (y = 0; y < s->height; y++)
		free(rows[y]);
	free(rows);
}

/* --- Making JPEG: one block for each colour, every coefficient zero, by
 * tables of a single code each (ITU-T T.81, annex B). --- */

struct jpeg {
	const char	*name;
	unsigned	 frame;			/* SOF0 … */
	unsigned	 depth;
	unsigned	 colours;
	unsigned	 orientation;		/* 0: no Exif */
	enum image_fault fault;
};

static const struct jpeg jpegs[] = {
	{ "jpeg-grey", 0xC0, 8, 1, 0, IMAGE_FINE },
	{ "jpeg-rgb", 0xC0, 8, 3, 0, IMAGE_FINE },
	{ "jpeg-upright", 0xC0, 8, 3, 1, IMAGE_FINE },
	{ "jpeg-turned", 0xC0, 8, 3, 6, IMAGE_TURNED },
	{ "jpeg-cmyk", 0xC0, 8, 4, 0, IMAGE_CMYK },
	{ "jpeg-two", 0xC0, 8, 2, 0, IMAGE_KIND },
	{ "jpeg-12bit", 0xC1, 12, 1, 0, IMAGE_KIND },
	{ "jpeg-lossless", 0xC3, 8, 1, 0, IMAGE_KIND },
	{ "jpeg-arithmetic", 0xC9, 8, 1, 0, IMAGE_KIND },
};
enum { JPEGS = sizeof(jpegs) / sizeof(jpegs[0]) };

static void
put_hex(struct sink *k, const char *hex)
{
	unsigned byte;

	for (; sscanf(hex, " %2x", &byte) == 1; hex += strspn(hex, " ") + 2)
		sink_char(k, (char)byte);
}

static void
put_header(struct sink *k, const struct jpeg *j)
{
	static const char exif[] = "FFE1 0022 457869660000 4D4D002A 00000008"
	    "0001 0112 0003 00000001 00";
	unsigned i;

	if (j->orientation != 0) {
		put_hex(k, exif);
		sink_char(k, (char)j->orientation);
		put_hex(k, "0000 00000000");
	}
	put_hex(k, "FFFE 0008 736563726574");	/* a comment: “secret” */
	put_hex(k, "FFDB 0043 00");
	for (i = 0; i < 64; i++)
		sink_char(k, 1);
	put_hex(k, "FF");
	sink_char(k, (char)j->frame);
	sink_char(k, 0);
	sink_char(k, (char)(8 + 3 * j->colours));
	sink_char(k, (char)j->depth);
	put_hex(k, "0008 0008");
	sink_char(k, (char)j->colours);
	for (i = 0; i < j->colours; i++) {
		sink_char(k, (char)(i + 1));
		put_hex(k, "11 00");
	}
}

static void
make_jpeg(const struct jpeg *j, struct sink *k)
{
	static const unsigned char data[] = { 0, 0x3F, 0x0F, 0x03, 0x00 };
	unsigned i, table;

	put_hex(k, "FFD8 FFE0 0010 4A46494600 0101 01 0048 0048 0000");
	put_header(k, j);
	for (table = 0; table < 2; table++) {
		put_hex(k, "FFC4 0014");
		sink_char(k, (char)(table << 4));
		put_hex(k, "01000000 00000000 00000000 00000000 00");
	}
	put_hex(k, "FFDA 00");
	sink_char(k, (char)(6 + 2 * j->colours));
	sink_char(k, (char)j->colours);
	for (i = 0; i < j->colours; i++) {
		sink_char(k, (char)(i + 1));
		sink_char(k, 0);
	}
	put_hex(k, "00 3F 00");
	sink_char(k, (char)data[j->colours]);
	put_hex(k, "FFD9");
	sink_puts(k, "after the end");
}

/* --- A file with one picture --- */

static void
write_bytes(const char *path, str bytes)
{
	FILE *f = fopen(path, "wb");

	if (f == NULL || fwrite(bytes.p, 1, bytes.len, f) != bytes.len ||
	    fclose(f) != 0) {
		perror(path);
		exit(3);
	}
}

static void
finish(struct pdf *pdf, const struct pdf_image *image)
{
	struct pdf_tag *figure = pdf_tag_add(pdf_tag_root(pdf->tags),
	    PDF_TAG_FIGURE);
	struct pdf_tag *content = pdf_tag_add(figure, PDF_TAG_CONTENT);
	struct pdf_meta m = { .title = S("picture"), .lang = S("en"),
	    .date = { 2019, 1, 15 } };

	pdf_tag_alt(figure, S("a picture"));
	pdf_page_begin(pdf, 200, 200);
	pdf_page_mark(pdf, content);
	pdf_page_image(pdf, image, 20, 20, 100, 100);
	pdf_page_end(pdf);
	pdf_catalogue_finish(pdf, &m);
}

/* Puts the picture's bytes into a PDF file, which goes to out. */
static enum image_fault
write_picture(str bytes, struct sink *out, struct pdf_image *seen)
{
	struct arena *a = arena_new();
	struct pdf *pdf = pdf_page_start(a, packer, 0, cache, out, S("en"));
	enum image_fault fault;
	const struct pdf_image *image;
	char path[512];

	snprintf(path, sizeof(path), "%s/picture", folder);
	write_bytes(path, bytes);
	image = pdf_image_get(pdf->images, path, &fault);
	CHECK((image != NULL) == (fault == IMAGE_FINE));
	if (image != NULL) {
		*seen = *image;
		finish(pdf, image);
	} else {
		/* Only to free what the file has. */
		pdf_page_begin(pdf, 200, 200);
		pdf_page_end(pdf);
		pdf_catalogue_finish(pdf, &(struct pdf_meta){ .title = S("x"),
		    .lang = S("en"), .date = { 2019, 1, 15 } });
	}
	arena_free(a);
	return fault;
}

/* --- Pixels back from the file --- */

/* As RGBA of 8 bits; NULL where it cannot be read. */
static png_bytep
read_rgba(const void *bytes, size_t len, const char *path, png_image *image)
{
	png_bytep pixels;

	memset(image, 0, sizeof(*image));
	image->version = PNG_IMAGE_VERSION;
	if (path != NULL ? !png_image_begin_read_from_file(image, path) :
	    !png_image_begin_read_from_memory(image, bytes, len))
		return NULL;
	image->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
	image->format = PNG_FORMAT_RGBA;
	pixels = malloc(PNG_IMAGE_SIZE(*image));
	png_image_finish_read(image, NULL, pixels, 0, NULL);
	return pixels;
}

/* Two steps of 256: 16 bits are rounded in more than one way. Alpha is drawn
 * as grey by pdfimages, in a picture of its own. */
static bool
is_near(const png_byte *x, const png_byte *y, bool alpha)
{
	int c;

	if (alpha)
		return abs(x[3] - y[0]) <= 2;
	for (c = 0; c < 3; c++)
		if (abs(x[c] - y[c]) > 2)
			return false;
	return true;
}

static void
compare(str bytes, const char *path, bool alpha)
{
	png_image was, is;
	png_bytep before = read_rgba(bytes.p, bytes.len, NULL, &was);
	png_bytep after = read_rgba(NULL, 0, path, &is);
	size_t i, wrong = 0;

	CHECK(before != NULL && after != NULL);
	if (before == NULL || after == NULL)
		return;
	CHECK(was.width == is.width && was.height == is.height);
	for (i = 0; i < (size_t)was.width * was.height; i++)
		wrong += !is_near(before + 4 * i, after + 4 * i, alpha);
	CHECK(wrong == 0);
	free(before);
	free(after);
	remove(path);
}

static void
read_back(const struct sort *s, str bytes, str pdf)
{
	char path[512], command[1200];
	bool alpha = s->trns || (s->colour & PNG_COLOR_MASK_ALPHA) != 0;

	snprintf(path, sizeof(path), "%s/%s.pdf", folder, s->name);
	write_bytes(path, pdf);
	if (s->depth == 1 && s->colour == PNG_COLOR_TYPE_PALETTE)
		return;			/* pdfimages shows it black and white */
	snprintf(command, sizeof(command), "pdfimages -png '%s' '%s/back'",
	    path, folder);
	CHECK(system(command) == 0);
	snprintf(path, sizeof(path), "%s/back-000.png", folder);
	compare(bytes, path, /*alpha*/false);
	if (!alpha)
		return;
	snprintf(path, sizeof(path), "%s/back-001.png", folder);
	compare(bytes, path, /*alpha*/true);
}

/* --- Breaking them --- */

/* Whether qpdf finds the file sound. Since version 12 it calls a JPEG corrupt
 * of which libjpeg only warns, and which every viewer shows. */
static bool
is_sound(const char *path)
{
	char command[2000];

	snprintf(command, sizeof(command),
	    "qpdf --check '%s' >'%s.said' 2>&1 || { grep -q 'JPEG data is "
	    "corrupt' '%s.said' && ! grep -i -e error -e damaged '%s.said' | "
	    "grep -qv 'JPEG data is corrupt'; }", path, path, path, path);
	return system(command) == 0;
}

/* The writer accepts exactly what the check accepts, except for data that are
 * embedded without decoding: only the check reads those. */
static void
try_broken(str bytes)
{
	enum image_fault checked = pdf_image_cache_check(cache, 0, bytes);
	struct sink file = { 0 };
	struct pdf_image seen;
	char path[512];

	CHECK(write_picture(bytes, &file, &seen) == checked ||
	    checked == IMAGE_BROKEN);
	if (checked == IMAGE_FINE) {
		snprintf(path, sizeof(path), "%s/accepted.pdf", folder);
		write_bytes(path, sink_str(&file));
		CHECK(is_sound(path));
		accepted++;
	} else
		refused++;
	sink_free(&file);
}

static void
cut_off(str bytes)
{
	size_t i;

	for (i = 0; i < CUTS; i++) {
		str part = str_upto(bytes, bytes.len * i / CUTS);

		CHECK(pdf_image_cache_check(cache, 0, part) != IMAGE_FINE);
		try_broken(part);
	}
}

static void
fix_sum(char *png)
{
	uLong sum = crc32(0, (const Bytef *)png + 12, 17);
	int i;

	for (i = 0; i < 4; i++)
		png[29 + i] = (char)(sum >> (24 - 8 * i) & 0xFF);
}

/* Each byte of the headers; in a PNG with its sum as it was, and corrected. */
static void
flip(str bytes, bool is_png)
{
	size_t i, len = bytes.len < FLIPPED ? bytes.len : FLIPPED;
	char *copy = malloc(bytes.len);

	for (i = 0; i < len; i++) {
		memcpy(copy, bytes.p, bytes.len);
		copy[i] = (char)~copy[i];
		try_broken((str){ copy, bytes.len });
		if (!is_png || i < 16 || i >= 29)
			continue;
		copy[i] = (char)(bytes.p[i] ^ 1);
		fix_sum(copy);
		try_broken((str){ copy, bytes.len });
	}
	free(copy);
}

/* --- Breaking what is packed, behind right check sums --- */

static void
put_chunk(struct sink *k, const char *type, str body)
{
	char head[8] = { (char)(body.len >> 24), (char)(body.len >> 16),
	    (char)(body.len >> 8), (char)body.len };
	uLong sum;
	int i;

	memcpy(head + 4, type, 4);
	sum = crc32(crc32(0, (const Bytef *)type, 4), (const Bytef *)body.p,
	    (uInt)body.len);
	sink_put(k, (str){ head, sizeof(head) });
	sink_put(k, body);
	for (i = 0; i < 4; i++)
		sink_char(k, (char)(sum >> (24 - 8 * i) & 0xFF));
}

static size_t
chunk_len(str png, size_t at)
{
	const unsigned char *p = (const unsigned char *)png.p + at;

	return (size_t)p[0] << 24 | (size_t)p[1] << 16 | (size_t)p[2] << 8 |
	    p[3];
}

/* All chunks before the first IDAT; and the data of all IDAT, joined. */
static void
take_apart(str png, struct sink *before, struct sink *data)
{
	size_t at = 8, len;

	sink_put(before, str_upto(png, 8));
	for (; at + 12 <= png.len; at += 12 + len) {
		len = chunk_len(png, at);
		if (memcmp(png.p + at + 4, "IDAT", 4) == 0)
			sink_put(data, str_upto(str_from(png, at + 8), len));
		else if (data->len == 0)
			sink_put(before, str_upto(str_from(png, at),
			    12 + len));
	}
}

/* The picture with these data, in two chunks. */
static enum image_fault
check_with(str before, str data)
{
	struct sink png = { 0 };
	enum image_fault fault;

	sink_put(&png, before);
	put_chunk(&png, "IDAT", str_upto(data, data.len / 2));
	put_chunk(&png, "IDAT", str_from(data, data.len / 2));
	put_chunk(&png, "IEND", S(""));
	fault = pdf_image_cache_check(cache, 0, sink_str(&png));
	sink_free(&png);
	return fault;
}

/* Whether both unpack to the same: bits that fill a byte up say nothing. */
static bool
is_same_packed(str x, str y)
{
	static Bytef from_x[1 << 16], from_y[1 << 16];
	uLongf x_len = sizeof(from_x), y_len = sizeof(from_y);

	return uncompress(from_x, &x_len, (const Bytef *)x.p, x.len) == Z_OK &&
	    uncompress(from_y, &y_len, (const Bytef *)y.p, y.len) == Z_OK &&
	    x_len == y_len && memcmp(from_x, from_y, x_len) == 0;
}

/* One byte wrong at each place: the check sum of zlib tells. */
static void
flip_data(str before, str data)
{
	char *copy = malloc(data.len);
	str wrong = { copy, data.len };
	size_t i;

	for (i = 0; i < data.len; i++) {
		memcpy(copy, data.p, data.len);
		copy[i] ^= 0x10;
		CHECK(check_with(before, wrong) == IMAGE_BROKEN ||
		    is_same_packed(data, wrong));
	}
	free(copy);
}

/* Rows packed anew: as many bytes too few or too many, a filter that is
 * none. */
static void
pack_wrong(const struct sort *s, str before, str data)
{
	uLongf len = 1 << 20, packed;
	Bytef *rows = calloc(len, 1), *to = malloc(1 << 20);
	static const int more[] = { 0, -1, 1 };
	size_t i;

	CHECK(uncompress(rows, &len, (const Bytef *)data.p, data.len) == Z_OK);
	for (i = 0; i < 3 + 1; i++) {
		packed = 1 << 20;
		rows[s->height > 1 ? len / s->height : 0] = i == 3 ? 5 : 0;
		compress2(to, &packed, rows, len +
		    (uLong)(i < 3 ? more[i] : 0), 6);
		CHECK((check_with(before, (str){ (char *)to, packed }) ==
		    IMAGE_FINE) == (i == 0));
	}
	free(rows);
	free(to);
}

static void
break_data(const struct sort *s, str png)
{
	struct sink before = { 0 }, data = { 0 };
	size_t i;

	take_apart(png, &before, &data);
	CHECK(check_with(sink_str(&before), sink_str(&data)) == IMAGE_FINE);
	for (i = 0; i < CUTS; i++)
		CHECK(check_with(sink_str(&before), str_upto(sink_str(&data),
		    data.len * i / CUTS)) != IMAGE_FINE);
	flip_data(sink_str(&before), sink_str(&data));
	if (!s->interlace)
		pack_wrong(s, sink_str(&before), sink_str(&data));
	sink_free(&before);
	sink_free(&data);
}

/* --- */

static void
test_png(const struct sort *s)
{
	struct sink png = { 0 }, file = { 0 };
	struct pdf_image seen = { 0 };

	make_png(s, &png);
	CHECK(pdf_image_cache_check(cache, 0, sink_str(&png)) == IMAGE_FINE);
	CHECK(write_picture(sink_str(&png), &file, &seen) == IMAGE_FINE);
	CHECK(seen.width == s->width && seen.height == s->height);
	read_back(s, sink_str(&png), sink_str(&file));
	if (s->height < 100) {
		cut_off(sink_str(&png));
		flip(sink_str(&png), /*is_png*/true);
		break_data(s, sink_str(&png));
	}
	sink_free(&png);
	sink_free(&file);
}

static void
test_jpeg(const struct jpeg *j)
{
	struct sink jpeg = { 0 }, file = { 0 };
	struct pdf_image seen = { 0 };
	char path[512];

	make_jpeg(j, &jpeg);
	CHECK(write_picture(sink_str(&jpeg), &file, &seen) == j->fault);
	CHECK(pdf_image_cache_check(cache, 0, sink_str(&jpeg)) == j->fault);
	if (j->fault == IMAGE_FINE) {
		CHECK(seen.width == 8 && seen.height == 8 && seen.dpi == 72);
		CHECK(str_search(sink_str(&file), S("secret")) == file.len);
		CHECK(str_search(sink_str(&file), S("Exif")) == file.len);
		snprintf(path, sizeof(path), "%s/%s.pdf", folder, j->name);
		write_bytes(path, sink_str(&file));
		cut_off(str_upto(sink_str(&jpeg), jpeg.len - 14));
		flip(sink_str(&jpeg), /*is_png*/false);
	}
	sink_free(&jpeg);
	sink_free(&file);
}

/* 5,000 names of which 3 differ in what they hold: three pictures. */
static void
test_same(void)
{
	struct arena *a = arena_new();
	struct sink out = { 0 }, pngs[3] = { 0 };
	struct pdf *pdf = pdf_page_start(a, packer, 0, cache, &out, S("en"));
	enum image_fault fault;
	const struct pdf_image *image = NULL;
	char path[512];
	unsigned i;

	for (i = 0; i < 3; i++)
		make_png(&sorts[5 + 4 * i], &pngs[i]);
	for (i = 0; i < 5000; i++) {
		snprintf(path, sizeof(path), "%s/same", folder);
		write_bytes(path, sink_str(&pngs[i % 3]));
		snprintf(path, sizeof(path), "%s%.*s/same", folder,
		    (int)(i % 64 * 2), "/././././././././././././././././././."
		    "/././././././././././././././././././././././././././.");
		image = pdf_image_get(pdf->images, path, &fault);
		CHECK(image != NULL && image->number < 3);
	}
	finish(pdf, image);
	arena_free(a);
	sink_free(&out);
	for (i = 0; i < 3; i++)
		sink_free(&pngs[i]);
}

int
main(void)
{
	char name[] = "/tmp/matbu-image-XXXXXX", command[100];
	size_t i;

	folder = mkdtemp(name);
	if (folder == NULL) {
		perror(name);
		return 3;
	}
	pool = pool_open(1);
	packer = packer_new(pool);
	cache = pdf_image_cache_new(packer);
	for (i = 0; i < SORTS; i++)
		test_png(&sorts[i]);
	for (i = 0; i < JPEGS; i++)
		test_jpeg(&jpegs[i]);
	test_same();
	pdf_image_cache_free(cache);
	packer_free(packer);
	pool_close(pool);
	snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	CHECK(system(command) == 0);
	printf("%s %d sorts, %u broken refused, %u taken\n",
	    failures == 0 ? "ok" : "FAIL", SORTS + JPEGS, refused, accepted);
	return failures != 0;
}
