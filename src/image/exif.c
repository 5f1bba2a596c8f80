/* SPDX-License-Identifier: ISC */
#include "image/exif.h"

enum { ORIENTATION = 0x0112, ENTRY_SIZE = 12 };

struct tiff {
	str	bytes;
	bool	big_endian;
};

static uint32_t
read(const struct tiff *t, size_t at, size_t len)
{
	uint32_t n = 0;
	size_t i;

	if (at > t->bytes.len || t->bytes.len - at < len)
		return 0;
	for (i = 0; i < len; i++)
		n = n << 8 | (unsigned char)
		    t->bytes.p[at + (t->big_endian ? i : len - 1 - i)];
	return n;
}

bool
image_exif_is_turned(str bytes)
{
	struct tiff t = { .bytes = bytes,
	    .big_endian = str_starts(bytes, S("MM")) };
	size_t at, num, i;
	uint32_t value;

	if (!t.big_endian && !str_starts(bytes, S("II")))
		return false;
	at = read(&t, 4, 4);
	num = read(&t, at, 2);
	for (i = 0; i < num; i++) {
		if (read(&t, at + 2 + i * ENTRY_SIZE, 2) != ORIENTATION)
			continue;
		value = read(&t, at + 2 + i * ENTRY_SIZE + 8, 2);
		return value >= 2 && value <= 8;
	}
	return false;
}
