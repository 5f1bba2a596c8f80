/* SPDX-License-Identifier: ISC */
#include "model/picture.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/nearest.h"
#include "model/dom.h"

/* How much of a file is read for its size alone [byte]. */
enum { HEAD_LIMIT = 16 << 10 };

/* Decoded as RGB this is 120 MB: more than any sheet can show. */
enum { PIXEL_LIMIT = 40 * 1000 * 1000 };

static uint32_t
big32(str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.p + at;

	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	    (uint32_t)p[2] << 8 | p[3];
}

static uint32_t
big16(str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.p + at;

	return (uint32_t)p[0] << 8 | p[1];
}

static enum picture_fault
check_size(unsigned width, unsigned height)
{
	if (width == 0 || height == 0)
		return PICTURE_CUT_OFF;
	return (uint64_t)width * height > PIXEL_LIMIT ? PICTURE_HUGE :
	    PICTURE_SOUND;
}

/* --- PNG */

static uint32_t
crc(str s)
{
	uint32_t c = 0xFFFFFFFFU;
	size_t i;
	int bit;

	for (i = 0; i < s.len; i++) {
		c ^= (unsigned char)s.p[i];
		for (bit = 0; bit < 8; bit++)
			c = c & 1 ? c >> 1 ^ 0xEDB88320U : c >> 1;
	}
	return ~c;
}

/* ISO/IEC 15948, 11.2.2: the pairs of colour type and bit depth. */
static bool
is_depth(unsigned type, unsigned depth)
{
	bool power = depth == 1 || depth == 2 || depth == 4 || depth == 8 ||
	    depth == 16;

	switch (type) {
	case 0:
		return power;
	case 3:
		return power && depth != 16;
	case 2:
	case 4:
	case 6:
		return depth == 8 || depth == 16;
	default:
		return false;
	}
}

/* IHDR is the chunk that everything else relies on: its CRC is checked, and
 * that of a palette. The pixels' own are the decoder's. */
static bool
is_header(str chunk)
{
	return chunk.len == 13 + 12 &&
	    crc((str){ chunk.p + 4, 17 }) == big32(chunk, 21) &&
	    is_depth((unsigned char)chunk.p[17], (unsigned char)chunk.p[16]) &&
	    chunk.p[18] == 0 && chunk.p[19] == 0 &&
	    (unsigned char)chunk.p[20] <= 1;
}

/* Takes a chunk off *rest: length, type, data, CRC. */
static bool
next_chunk(str *rest, str *chunk)
{
	size_t len;

	if (rest->len < 12)
		return false;
	len = big32(*rest, 0);
	if (len > 0x7FFFFFFF || len > rest->len - 12)
		return false;
	*chunk = str_upto(*rest, len + 12);
	*rest = str_from(*rest, len + 12);
	return true;
}

static bool
is_chunk(str chunk, const char *type)
{
	return memcmp(chunk.p + 4, type, 4) == 0;
}

static enum picture_fault
read_png(str rest, unsigned *width, unsigned *height)
{
	bool data = false;
	str chunk;

	rest = str_from(rest, 8);
	if (!next_chunk(&rest, &chunk) || !is_chunk(chunk, "IHDR") ||
	    !is_header(chunk))
		return PICTURE_CUT_OFF;
	*width = big32(chunk, 8);
	*height = big32(chunk, 12);
	while (next_chunk(&rest, &chunk)) {
		data |= is_chunk(chunk, "IDAT");
		if (is_chunk(chunk, "IEND"))
			return data ? check_size(*width, *height) :
			    PICTURE_CUT_OFF;
	}
	return PICTURE_CUT_OFF;
}

/* --- JPEG */

/* ISO/IEC 10918-1, table B.1: SOF0 to SOF15 without DHT, JPG and DAC. */
static bool
is_frame(unsigned marker)
{
	return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 &&
	    marker != 0xC8 && marker != 0xCC;
}

/* Whether the picture ends with its marker, which cameras pad, and not only
 * a small one in the metadata before the frame. */
static bool
ends_whole(str s, size_t frame)
{
	size_t from = s.len > 4096 ? s.len - 4096 : 0;
	str tail = str_from(s, from > frame ? from : frame);

	return str_search(tail, S("\xFF\xD9")) < tail.len;
}

/* B.2.2: three bytes for each component. Tells a frame from a damaged
 * marker. */
static bool
is_whole_frame(str s, size_t at, size_t len)
{
	return len >= 8 && len == 8 + 3 * (size_t)(unsigned char)s.p[at + 9];
}

static enum picture_fault
read_jpeg(str s, unsigned *width, unsigned *height)
{
	size_t at = 2, len;
	unsigned marker;

	while (at + 4 <= s.len && (unsigned char)s.p[at] == 0xFF) {
		marker = (unsigned char)s.p[at + 1];
		if (marker == 0xFF) {
			at++;
			continue;
		}
		len = big16(s, at + 2);
		if (len < 2 || len > s.len - at - 2)
			break;
		if (is_frame(marker)) {
			if (!is_whole_frame(s, at, len))
				break;
			*height = big16(s, at + 5);
			*width = big16(s, at + 7);
			if (!ends_whole(s, at + 2 + len))
				break;
			return check_size(*width, *height);
		}
		at += 2 + len;
	}
	return PICTURE_CUT_OFF;
}

enum picture_fault
picture_read(str bytes, unsigned *width, unsigned *height)
{
	if (str_starts(bytes, S("\x89PNG\r\n\x1A\n")))
		return read_png(bytes, width, height);
	if (str_starts(bytes, S("\xFF\xD8\xFF")))
		return read_jpeg(bytes, width, height);
	return PICTURE_NO_PICTURE;
}

enum diag
picture_check(str bytes)
{
	static const enum diag ids[] = { DIAG_COUNT, DIAG_PICTURE_TYPE,
	    DIAG_PICTURE_BROKEN, DIAG_PICTURE_SIZE };
	unsigned width, height;

	return bytes.len > PICTURE_LIMIT ? DIAG_PICTURE_SIZE :
	    ids[picture_read(bytes, &width, &height)];
}

/* --- Pictures of a document */

str
picture_name(const struct doc *doc, str src)
{
	if (str_starts(src, S("./")))
		src = str_from(src, 2);
	if (!str_starts(src, doc->stem) || src.len <= doc->stem.len + 1 ||
	    src.p[doc->stem.len] != '/')
		return S("");
	src = str_from(src, doc->stem.len + 1);
	return str_find(src, '/') == src.len ? src : S("");
}

/* The index of a file name in doc->pictures; their number if it is missing. */
static size_t
find_file(const struct doc *doc, str name)
{
	size_t i;

	for (i = 0; i < doc->pictures->num; i++)
		if (str_eq(doc->pictures->items[i], name))
			break;
	return i;
}

static str
nearest_file(struct doc *doc, str name)
{
	struct nearest near = nearest_to(name);
	size_t i;

	if (doc->searches++ >= DOC_SEARCH_LIMIT)
		return nearest_best(&near);
	for (i = 0; i < doc->pictures->num; i++)
		nearest_offer(&near, doc->pictures->items[i]);
	return near.best.len != 0 ? str_join3(doc->arena, doc->stem, S("/"),
	    near.best) : nearest_best(&near);
}

/* Reads the size from the beginning of the file; photographs with much metadata
 * need all of it. picture_check() checks the rest of the file. */
static void
read_size(struct doc *doc, struct item *i, str name)
{
	str folder = str_upto(doc->path, doc->path.len - S(".md").len);
	str bytes, path = str_join3(doc->arena, folder, S("/"), name);

	i->picture.is_there = file_read(doc->arena, path.p, HEAD_LIMIT,
	    &bytes);
	if (!i->picture.is_there) {
		doc_diag(doc, DIAG_FILE_READ, i->pos,
		    str_of(fault_text(errno)));
		return;
	}
	picture_read(bytes, &i->picture.width, &i->picture.height);
	if (i->picture.width == 0 && bytes.len > HEAD_LIMIT &&
	    file_read(doc->arena, path.p, PICTURE_LIMIT, &bytes))
		picture_read(bytes, &i->picture.width, &i->picture.height);
}

/* A picture in a format that a record cannot contain. */
static bool
is_other_format(str name)
{
	static const char *const suffixes[] = { ".gif", ".webp", ".bmp", ".svg",
		".tif", ".tiff", ".heic", ".avif" };
	size_t i;

	for (i = 0; i < sizeof(suffixes) / sizeof(*suffixes); i++)
		if (str_ends(name, str_of(suffixes[i])))
			return true;
	return false;
}

static void
resolve(struct doc *doc, struct item *i)
{
	str name = picture_name(doc, i->picture.src);
	size_t at;

	if (doc->ident == NULL && doc->names != NULL) {
		doc_diag(doc, DIAG_PICTURE_INDEX, i->pos, i->picture.src);
		return;
	}
	if (str_find(i->picture.src, '\\') != i->picture.src.len) {
		doc_diag(doc, DIAG_ADDRESS_BACKSLASH, i->pos, i->picture.src);
		return;
	}
	if (name.len == 0) {
		doc_diag(doc, DIAG_PICTURE_PLACE, i->pos, i->picture.src,
		    doc->stem);
		return;
	}
	at = find_file(doc, name);
	if (at == doc->pictures->num && is_other_format(name)) {
		doc_diag(doc, DIAG_PICTURE_TYPE, i->pos, i->picture.src);
		return;
	}
	if (at == doc->pictures->num) {
		doc_diag(doc, DIAG_PICTURE_MISSING, i->pos, i->picture.src,
		    nearest_file(doc, name));
		return;
	}
	doc->pictures_used[at] = true;
	read_size(doc, i, name);
}

void
picture_resolve(struct doc *doc)
{
	node *n;

	doc->pictures_used = arena_array(doc->arena, bool, doc->pictures->num);
	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		if (dom_kind(n) == KIND_FIGURE || dom_kind(n) == KIND_PICTURE)
			resolve(doc, dom_item(n));
}
