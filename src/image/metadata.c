/* SPDX-License-Identifier: ISC */
#include "image/metadata.h"

#include "base/inflate.h"
#include "image/exif.h"
#include "image/jpeg.h"
#include "image/png.h"

#define EXIF S("Exif\0\0")
#define ICC S("ICC_PROFILE\0")

enum { APP0 = IMAGE_JPEG_APP, APP1, APP2, APP12 = APP0 + 12, APP14 = APP0 + 14,
    APP15 };

/* --- Both formats */

static unsigned
find_exif(str tiff)
{
	struct image_exif exif;

	image_exif_read(tiff, &exif);
	return exif.found;
}

/* XMP, whose names may have any prefix: the names alone are looked for. All of
 * it is removed, so nothing depends on them but the message. */
static unsigned
find_xmp(str xmp)
{
	static const struct { str name; unsigned found; } names[] = {
		{ S("GPSL"), IMAGE_LOCATION }, { S("creator"), IMAGE_AUTHOR },
		{ S("Author"), IMAGE_AUTHOR }, { S("rights"), IMAGE_AUTHOR },
		{ S("description"), IMAGE_COMMENT },
		{ S("Thumbnails"), IMAGE_THUMBNAIL } };
	unsigned found = IMAGE_OTHER;
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (str_search(xmp, names[i].name) != xmp.len)
			found |= names[i].found;
	return found;
}

/* Some programs fill the end of a file. */
static unsigned
find_behind(str rest)
{
	size_t i = 0;

	while (i < rest.len && (rest.p[i] == '\0' || rest.p[i] == ' ' ||
	    rest.p[i] == '\r' || rest.p[i] == '\n' || rest.p[i] == '\xFF'))
		i++;
	return i < rest.len ? IMAGE_BEHIND : 0;
}

/* --- JPEG (ITU-T T.81) */

static unsigned
find_in_application(unsigned marker, str body)
{
	if (str_starts(body, S("JFXX\0")))
		return IMAGE_THUMBNAIL;
	if (marker == APP0 && str_starts(body, S("JFIF\0")))
		return body.len > 14 ? IMAGE_THUMBNAIL : 0;
	if (marker == APP1 && str_starts(body, EXIF))
		return find_exif(str_from(body, EXIF.len));
	if (marker == APP1)
		return find_xmp(body);
	if (marker == APP2 && str_starts(body, S("MPF\0")))
		return IMAGE_THUMBNAIL;
	if ((marker == APP2 && str_starts(body, ICC)) ||
	    (marker == APP12 && str_starts(body, S("Ducky"))) ||
	    (marker == APP14 && str_starts(body, S("Adobe"))))
		return 0;
	return IMAGE_OTHER;
}

static unsigned
find_in_jpeg(str bytes)
{
	str rest = str_from(bytes, 2), body, data;
	unsigned marker, found = 0;

	while (image_jpeg_next(&rest, &marker, &body)) {
		if (marker == IMAGE_JPEG_EOI)
			return found | find_behind(rest);
		if (marker == IMAGE_JPEG_SOS && !image_jpeg_data(&rest, &data))
			break;
		if (marker == IMAGE_JPEG_COM && body.len != 0)
			found |= IMAGE_COMMENT;
		if (marker >= APP0 && marker <= APP15)
			found |= find_in_application(marker, body);
	}
	return found;
}

static void
clean_exif(str tiff, struct sink *out)
{
	struct image_exif exif;
	struct sink body = { 0 };

	image_exif_read(tiff, &exif);
	sink_put(&body, EXIF);
	image_exif_write(&exif, &body);
	if (body.len > EXIF.len)
		image_jpeg_put(out, APP1, sink_str(&body));
	sink_free(&body);
}

static void
clean_application(unsigned marker, str body, struct sink *out)
{
	if (marker == APP0)
		image_jpeg_put_jfif(out, body);
	else if (marker == APP1 && str_starts(body, EXIF))
		clean_exif(str_from(body, EXIF.len), out);
	else if (find_in_application(marker, body) == 0)
		image_jpeg_put(out, marker, body);
}

static bool
clean_jpeg(str bytes, struct sink *out)
{
	str rest = str_from(bytes, 2), body, data;
	unsigned marker;

	sink_put(out, str_upto(bytes, 2));
	while (image_jpeg_next(&rest, &marker, &body)) {
		if (marker == IMAGE_JPEG_EOI) {
			sink_puts(out, "\xFF\xD9");
			return true;
		}
		if (marker >= APP0 && marker <= APP15)
			clean_application(marker, body, out);
		else if (marker != IMAGE_JPEG_COM)
			image_jpeg_put(out, marker, body);
		if (marker != IMAGE_JPEG_SOS)
			continue;
		if (!image_jpeg_data(&rest, &data))
			return false;
		sink_put(out, data);
	}
	return false;
}

/* --- PNG (ISO/IEC 15948) */

/* The chunks that change the picture, or say how and when it was made: of the
 * standard, of APNG, and of programs. */
static bool
is_plain_chunk(str type)
{
	const str names = S("tRNS pHYs gAMA cHRM sRGB iCCP sBIT bKGD hIST sPLT "
	    "oFFs pCAL sCAL sTER tIME cICP mDCv mDCV cLLi cLLI acTL fcTL fdAT "
	    "iDOT vpAg caNv orNT");

	return (type.p[0] & 0x20) == 0 || str_search(names, type) != names.len;
}

/* 11.3.3: a keyword, then the text. */
static unsigned
find_in_text(str body)
{
	static const struct { str key; unsigned found; } keys[] = {
		{ S("Software"), 0 }, { S("Creation Time"), 0 },
		{ S("date:create"), 0 }, { S("date:modify"), 0 },
		{ S("date:timestamp"), 0 }, { S("Author"), IMAGE_AUTHOR },
		{ S("Artist"), IMAGE_AUTHOR }, { S("Creator"), IMAGE_AUTHOR },
		{ S("Copyright"), IMAGE_AUTHOR } };
	str key = str_upto(body, str_find(body, '\0'));
	size_t i;

	if (str_starts(key, S("XML:com.adobe.xmp")))
		return find_xmp(body);
	if (str_starts(key, S("Raw profile type")))
		return IMAGE_OTHER;
	if (str_search(key, S("GPS")) != key.len)
		return IMAGE_LOCATION;
	for (i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (str_eq(key, keys[i].key))
			return keys[i].found;
	return IMAGE_COMMENT;
}

static unsigned
find_in_chunk(const struct image_png_chunk *c)
{
	if (is_plain_chunk(c->type))
		return 0;
	if (str_eq(c->type, S("eXIf")))
		return find_exif(c->body);
	return str_eq(c->type, S("tEXt")) || str_eq(c->type, S("zTXt")) ||
	    str_eq(c->type, S("iTXt")) ? find_in_text(c->body) : IMAGE_OTHER;
}

static unsigned
find_in_png(str bytes)
{
	str rest = str_from(bytes, IMAGE_PNG_START);
	struct image_png_chunk c;
	unsigned found = 0;

	while (image_png_next(&rest, &c)) {
		if (str_eq(c.type, S("IEND")))
			return found | find_behind(rest);
		found |= find_in_chunk(&c);
	}
	return found;
}

static void
put_number(struct sink *to, uint32_t n)
{
	int i;

	for (i = 24; i >= 0; i -= 8)
		sink_char(to, (char)(n >> i));
}

static void
put_chunk(struct sink *out, const char *type, str body)
{
	size_t at = out->len + 4;

	put_number(out, (uint32_t)body.len);
	sink_puts(out, type);
	sink_put(out, body);
	put_number(out, inflate_crc32(str_from(sink_str(out), at)));
}

static void
clean_exif_chunk(str tiff, struct sink *out)
{
	struct image_exif exif;
	struct sink body = { 0 };

	image_exif_read(tiff, &exif);
	image_exif_write(&exif, &body);
	if (body.len != 0)
		put_chunk(out, "eXIf", sink_str(&body));
	sink_free(&body);
}

static bool
clean_png(str bytes, struct sink *out)
{
	str rest = str_from(bytes, IMAGE_PNG_START), before = rest;
	struct image_png_chunk c;

	sink_put(out, str_upto(bytes, IMAGE_PNG_START));
	for (; image_png_next(&rest, &c); before = rest) {
		if (is_plain_chunk(c.type))
			sink_put(out, str_upto(before, before.len - rest.len));
		else if (str_eq(c.type, S("eXIf")))
			clean_exif_chunk(c.body, out);
		if (str_eq(c.type, S("IEND")))
			return true;
	}
	return false;
}

/* --- Any file */

unsigned
image_metadata_find(str bytes)
{
	if (image_png_is(bytes))
		return find_in_png(bytes);
	return image_jpeg_is(bytes) ? find_in_jpeg(bytes) : 0;
}

bool
image_metadata_clean(str bytes, struct sink *out)
{
	if (image_png_is(bytes))
		return clean_png(bytes, out);
	return image_jpeg_is(bytes) && clean_jpeg(bytes, out);
}
