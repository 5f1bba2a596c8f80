/* SPDX-License-Identifier: ISC */
#include "image/jpeg.h"

#include "image/exif.h"

enum marker {
	SOF0 = 0xC0, SOF1 = 0xC1, SOF2 = 0xC2, DHT = 0xC4, JPG = 0xC8,
	DAC = 0xCC, SOF15 = 0xCF, RST0 = 0xD0, RST7 = 0xD7,
	EOI = IMAGE_JPEG_EOI, SOS = IMAGE_JPEG_SOS, DQT = 0xDB, DRI = 0xDD,
	APP0 = IMAGE_JPEG_APP, APP1, APP14 = APP0 + 14, APP15,
	COM = IMAGE_JPEG_COM
};

enum { COLOURS_MAX = 3, JFIF_SIZE = 14 /* [byte] */ };

struct reader {
	str			 rest;
	struct image_jpeg	*info;
	struct sink		*out;	/* NULL: only read */
	bool			 progressive;
	unsigned		 quant;	/* bits: tables that exist */
	unsigned		 huffman;	/* bits: 0 to 3 DC, 4 to 7 AC */
	unsigned		 ids[COLOURS_MAX];
	unsigned		 tables[COLOURS_MAX];	/* of quantisation */
	unsigned		 scans;
	enum image_fault	 fault;	/* does not end the reading */
};

static unsigned
byte(str s, size_t at)
{
	return at < s.len ? (unsigned char)s.p[at] : 0;
}

static unsigned
number(str s, size_t at)
{
	return byte(s, at) << 8 | byte(s, at + 1);
}

bool
image_jpeg_is(str bytes)
{
	return str_starts(bytes, S("\xFF\xD8\xFF"));
}

void
image_jpeg_put(struct sink *out, unsigned marker, str body)
{
	char head[4] = { (char)0xFF, (char)marker,
	    (char)((body.len + 2) >> 8), (char)(body.len + 2) };

	sink_put(out, (str){ head, sizeof(head) });
	sink_put(out, body);
}

static void
keep(struct reader *r, unsigned marker, str body)
{
	if (r->out != NULL)
		image_jpeg_put(r->out, marker, body);
}

/* Reads the part for each colour (B.2.2): id, sampling, table. */
static bool
read_colours(struct reader *r, str parts)
{
	unsigned i, across, down;

	for (i = 0; i < r->info->colours; i++) {
		r->ids[i] = byte(parts, (size_t)3 * i);
		across = byte(parts, (size_t)3 * i + 1) >> 4;
		down = byte(parts, (size_t)3 * i + 1) & 15;
		r->tables[i] = byte(parts, 3 * i + 2);
		if (across < 1 || across > 4 || down < 1 || down > 4 ||
		    r->tables[i] > 3)
			return false;
	}
	return true;
}

/* B.2.2: sizes and colours. */
static enum image_fault
read_frame(struct reader *r, unsigned marker, str body)
{
	struct image_jpeg *j = r->info;

	if (j->colours != 0 || body.len < 6 ||
	    body.len != 6 + 3 * byte(body, 5))
		return IMAGE_BROKEN;
	r->progressive = marker == SOF2;
	j->height = number(body, 1);
	j->width = number(body, 3);
	j->colours = byte(body, 5);
	if (j->width == 0 || j->height == 0)
		return IMAGE_BROKEN;
	if ((size_t)j->width * j->height > IMAGE_PIXEL_LIMIT)
		return IMAGE_SIZE;
	if (marker > SOF2 || byte(body, 0) != 8)
		return IMAGE_KIND;
	if (j->colours == 4)
		return IMAGE_CMYK;
	if (j->colours != 1 && j->colours != COLOURS_MAX)
		return IMAGE_KIND;
	keep(r, marker, body);
	return read_colours(r, str_from(body, 6)) ? IMAGE_FINE : IMAGE_BROKEN;
}

/* B.2.4.1 */
static bool
read_quant(struct reader *r, str body)
{
	size_t at = 0, len;

	while (at < body.len) {
		len = byte(body, at) >> 4 == 0 ? 64 : 128;
		if (byte(body, at) >> 4 > 1 || (byte(body, at) & 15) > 3)
			return false;
		r->quant |= 1U << (byte(body, at) & 15);
		at += 1 + len;
	}
	keep(r, DQT, body);
	return at == body.len;
}

/* Returns the size of a Huffman table [byte], or 0 where it is invalid: it has
 * more codes of a length than are free (C.2), or a DC symbol is not a number of
 * bits up to 15 (F.1.2.1). */
static size_t
read_code(str body, bool dc)
{
	size_t i, codes = 0;
	unsigned room = 1;

	for (i = 1; i <= 16; i++) {
		room *= 2;
		if (byte(body, i) > room)
			return 0;
		room -= byte(body, i);
		codes += byte(body, i);
	}
	if (codes > 256 || 17 + codes > body.len)
		return 0;
	for (i = 0; dc && i < codes; i++)
		if (byte(body, 17 + i) > 15)
			return 0;
	return 17 + codes;
}

/* B.2.4.2 */
static bool
read_huffman(struct reader *r, str body)
{
	unsigned class, number_of;
	str rest = body;
	size_t size;

	while (rest.len != 0) {
		class = byte(rest, 0) >> 4;
		number_of = byte(rest, 0) & 15;
		size = read_code(rest, class == 0);
		if (class > 1 || number_of > 3 || size == 0)
			return false;
		r->huffman |= 1U << (4 * class + number_of);
		rest = str_from(rest, size);
	}
	keep(r, DHT, body);
	return true;
}

bool
image_jpeg_put_jfif(struct sink *out, str body)
{
	char plain[JFIF_SIZE];
	size_t i;

	if (!str_starts(body, S("JFIF\0")) || body.len < JFIF_SIZE)
		return false;
	for (i = 0; i < JFIF_SIZE; i++)
		plain[i] = i < JFIF_SIZE - 2 ? body.p[i] : '\0';
	if (out != NULL)
		image_jpeg_put(out, APP0, (str){ plain, JFIF_SIZE });
	return true;
}

/* Reads the density, and keeps the segment without its thumbnail. */
static void
read_jfif(struct reader *r, str body)
{
	unsigned density = number(body, 8);

	if (!image_jpeg_put_jfif(r->out, body))
		return;
	if (byte(body, 7) == 1)
		r->info->dpi = density;
	else if (byte(body, 7) == 2)
		r->info->dpi = density * 2.54;
}

/* Keeps only the segments that affect the colours: JFIF and Adobe's APP14. */
static void
read_application(struct reader *r, unsigned marker, str body)
{
	if (marker == APP0)
		read_jfif(r, body);
	if (marker == APP14 && str_starts(body, S("Adobe")))
		keep(r, marker, body);
	if (marker == APP1 && str_starts(body, S("Exif\0\0")) &&
	    image_exif_is_turned(str_from(body, 6)))
		r->fault = IMAGE_TURNED;
}

/* B.1.1.2: up to a marker that is not a restart. */
bool
image_jpeg_data(str *rest, str *data)
{
	size_t at = 0;
	unsigned next;

	for (;;) {
		at += str_find(str_from(*rest, at), (char)0xFF);
		if (at + 1 >= rest->len)
			return false;
		next = byte(*rest, at + 1);
		if (next != 0 && (next < RST0 || next > RST7) && next != 0xFF)
			break;
		at += next == 0xFF ? 1 : 2;
	}
	*data = str_upto(*rest, at);
	*rest = str_from(*rest, at);
	return true;
}

static bool
read_data(struct reader *r)
{
	str data;

	if (!image_jpeg_data(&r->rest, &data))
		return false;
	if (r->out != NULL)
		sink_put(r->out, data);
	return true;
}

/* Whether a scan's part for one colour refers to a colour of the frame and to
 * tables that exist. A progressive scan needs only one of the two tables. */
static bool
is_colour(const struct reader *r, str part, bool dc, bool ac)
{
	unsigned i, tables = byte(part, 1);

	for (i = 0; i < r->info->colours && r->ids[i] != byte(part, 0); i++)
		;
	if (i == r->info->colours || (r->quant >> r->tables[i] & 1) == 0)
		return false;
	if (tables >> 4 > 3 || (tables & 15) > 3)
		return false;
	return (!dc || (r->huffman >> (tables >> 4) & 1) != 0) &&
	    (!ac || (r->huffman >> (4 + (tables & 15)) & 1) != 0);
}

/* Returns whether a progressive scan may have these coefficients and these bits
 * of them (G.1.1.1). */
static bool
is_progress(unsigned colours, unsigned first, unsigned last, unsigned bits)
{
	unsigned high = bits >> 4, low = bits & 15;

	if (first > last || last > 63 || low > 13 ||
	    (high != 0 && high != low + 1))
		return false;
	return first == 0 ? last == 0 : colours == 1;
}

/* B.2.3 */
static bool
read_scan(struct reader *r, str body)
{
	unsigned colours = byte(body, 0), i, first, bits;
	str end = str_from(body, 1 + 2 * colours);

	if (colours == 0 || colours > r->info->colours || end.len != 3)
		return false;
	first = byte(end, 0);
	bits = byte(end, 2);
	if (r->progressive && !is_progress(colours, first, byte(end, 1), bits))
		return false;
	for (i = 0; i < colours; i++)
		if (!is_colour(r, str_from(body, 1 + 2 * i),
		    !r->progressive || (first == 0 && bits >> 4 == 0),
		    !r->progressive || first != 0))
			return false;
	r->scans++;
	keep(r, SOS, body);
	return read_data(r);
}

static enum image_fault
read_segment(struct reader *r, unsigned marker, str body)
{
	bool fine = true;

	switch (marker) {
	case DQT:
		fine = read_quant(r, body);
		break;
	case DHT:
		fine = read_huffman(r, body);
		break;
	case DRI:
		fine = body.len == 2;
		keep(r, marker, body);
		break;
	case SOS:
		fine = read_scan(r, body);
		break;
	case COM:
		break;
	case DAC:
		r->fault = IMAGE_KIND;
		break;
	default:
		if (marker >= APP0 && marker <= APP15) {
			read_application(r, marker, body);
			break;
		}
		if (marker >= SOF0 && marker <= SOF15 && marker != JPG)
			return read_frame(r, marker, body);
		fine = false;
	}
	return fine ? IMAGE_FINE : IMAGE_BROKEN;
}

bool
image_jpeg_next(str *rest, unsigned *marker, str *body)
{
	size_t len;

	if (byte(*rest, 0) != 0xFF)
		return false;
	while (byte(*rest, 1) == 0xFF)
		*rest = str_from(*rest, 1);
	*marker = byte(*rest, 1);
	*rest = str_from(*rest, 2);
	*body = S("");
	if (*marker == EOI)
		return true;
	len = number(*rest, 0);
	if (*marker == 0 || len < 2 || len > rest->len)
		return false;
	*body = str_upto(str_from(*rest, 2), len - 2);
	*rest = str_from(*rest, len);
	return true;
}

enum image_fault
image_jpeg_read(str bytes, struct image_jpeg *j, struct sink *out)
{
	struct reader r = { .rest = str_from(bytes, 2), .info = j,
	    .out = out };
	enum image_fault fault;
	unsigned marker;
	str body;

	*j = (struct image_jpeg){ 0 };
	if (out != NULL)
		sink_puts(out, "\xFF\xD8");
	for (;;) {
		if (!image_jpeg_next(&r.rest, &marker, &body))
			return IMAGE_BROKEN;
		if (marker == EOI)
			break;
		fault = read_segment(&r, marker, body);
		if (fault != IMAGE_FINE)
			return fault;
	}
	if (r.scans == 0)
		return IMAGE_BROKEN;
	if (out != NULL)
		sink_puts(out, "\xFF\xD9");
	return r.fault;
}
