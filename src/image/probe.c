/* SPDX-License-Identifier: ISC */
#include "image/probe.h"

#include <string.h>

#include "image/image.h"

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

static enum image_probe_fault
check_size(unsigned width, unsigned height)
{
	if (width == 0 || height == 0)
		return IMAGE_PROBE_BROKEN;
	return (uint64_t)width * height > IMAGE_PIXEL_LIMIT ?
	    IMAGE_PROBE_SIZE : IMAGE_PROBE_FINE;
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

/* IHDR is the chunk that everything else relies on: its CRC is checked. The
 * decoder checks those of the pixels. */
static bool
is_header(str chunk)
{
	return chunk.len == 13 + 12 &&
	    crc((str){ chunk.p + 4, 17 }) == big32(chunk, 21) &&
	    is_depth((unsigned char)chunk.p[17], (unsigned char)chunk.p[16]) &&
	    chunk.p[18] == 0 && chunk.p[19] == 0 &&
	    (unsigned char)chunk.p[20] <= 1;
}

/* Takes a chunk from *rest: length, type, data, CRC. */
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

static enum image_probe_fault
read_png(str rest, unsigned *width, unsigned *height)
{
	bool data = false;
	str chunk;

	rest = str_from(rest, 8);
	if (!next_chunk(&rest, &chunk) || !is_chunk(chunk, "IHDR") ||
	    !is_header(chunk))
		return IMAGE_PROBE_BROKEN;
	*width = big32(chunk, 8);
	*height = big32(chunk, 12);
	while (next_chunk(&rest, &chunk)) {
		data |= is_chunk(chunk, "IDAT");
		if (is_chunk(chunk, "IEND"))
			return data ? check_size(*width, *height) :
			    IMAGE_PROBE_BROKEN;
	}
	return IMAGE_PROBE_BROKEN;
}

/* --- JPEG */

/* ISO/IEC 10918-1, table B.1: SOF0 to SOF15 without DHT, JPG and DAC. */
static bool
is_frame(unsigned marker)
{
	return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 &&
	    marker != 0xC8 && marker != 0xCC;
}

/* Whether the picture ends with the marker EOI. Cameras add bytes after it;
 * a small picture in the metadata, before the frame, has one too. */
static bool
ends_whole(str s, size_t frame)
{
	size_t from = s.len > 4096 ? s.len - 4096 : 0;
	str tail = str_from(s, from > frame ? from : frame);

	return str_search(tail, S("\xFF\xD9")) < tail.len;
}

/* B.2.2: three bytes for each component. Distinguishes a frame from a
 * damaged marker. */
static bool
is_whole_frame(str s, size_t at, size_t len)
{
	return len >= 8 && len == 8 + 3 * (size_t)(unsigned char)s.p[at + 9];
}

static enum image_probe_fault
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
	return IMAGE_PROBE_BROKEN;
}

enum image_probe_fault
image_probe(str bytes, unsigned *width, unsigned *height)
{
	if (str_starts(bytes, S("\x89PNG\r\n\x1A\n")))
		return read_png(bytes, width, height);
	if (str_starts(bytes, S("\xFF\xD8\xFF")))
		return read_jpeg(bytes, width, height);
	return IMAGE_PROBE_TYPE;
}
