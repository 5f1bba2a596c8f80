/* SPDX-License-Identifier: ISC
 *
 * image_probe() on a PNG and a JPEG of 3 x 2 pixels that are damaged in every
 * way: it may refuse a file, but never accept it and return another size.
 */
#include "test.h"

#include <stdlib.h>

#include "image/probe.h"

enum { WIDTH = 3, HEIGHT = 2, PLACES = 50, BITS = 8 };

/* Where the JPEG's frame begins (SOF0). */
enum { FRAME = 89, FRAME_SIZE = FRAME + 5 };

static const unsigned char png[] = {
	0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D,
	0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x03, 0x00, 0x00, 0x00, 0x02,
	0x08, 0x02, 0x00, 0x00, 0x00, 0x12, 0x16, 0xF1, 0x4D, 0x00, 0x00, 0x00,
	0x1C, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0x60, 0x60, 0x88, 0xD2,
	0x60, 0x88, 0x0A, 0x60, 0x88, 0x62, 0x60, 0xB0, 0x89, 0xD2, 0xB0, 0x89,
	0x0A, 0xB0, 0x89, 0x02, 0x00, 0x1F, 0x04, 0x03, 0xC1, 0x14, 0xD8, 0xBD,
	0x54, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60,
	0x82,
};

static const unsigned char jpeg[] = {
	0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46, 0x49, 0x46, 0x00, 0x01,
	0x01, 0x01, 0x00, 0x48, 0x00, 0x48, 0x00, 0x00, 0xFF, 0xDB, 0x00, 0x43,
	0x00, 0x03, 0x02, 0x02, 0x02, 0x02, 0x02, 0x03, 0x02, 0x02, 0x02, 0x03,
	0x03, 0x03, 0x03, 0x04, 0x06, 0x04, 0x04, 0x04, 0x04, 0x04, 0x08, 0x06,
	0x06, 0x05, 0x06, 0x09, 0x08, 0x0A, 0x0A, 0x09, 0x08, 0x09, 0x09, 0x0A,
	0x0C, 0x0F, 0x0C, 0x0A, 0x0B, 0x0E, 0x0B, 0x09, 0x09, 0x0D, 0x11, 0x0D,
	0x0E, 0x0F, 0x10, 0x10, 0x11, 0x10, 0x0A, 0x0C, 0x12, 0x13, 0x12, 0x10,
	0x13, 0x0F, 0x10, 0x10, 0x10, 0xFF, 0xC0, 0x00, 0x0B, 0x08, 0x00, 0x02,
	0x00, 0x03, 0x01, 0x01, 0x11, 0x00, 0xFF, 0xC4, 0x00, 0x14, 0x00, 0x01,
	0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
	0x00, 0x00, 0x00, 0x09, 0xFF, 0xC4, 0x00, 0x14, 0x10, 0x01, 0x00, 0x00,
	0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
	0x00, 0x00, 0xFF, 0xDA, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3F, 0x00,
	0x54, 0xDF, 0xFF, 0xD9,
};

/* Reads a copy without a byte behind it. */
static enum image_fault
read_copy(const unsigned char *bytes, size_t len, unsigned *width,
    unsigned *height)
{
	char *p = malloc(len != 0 ? len : 1);
	enum image_fault fault;

	memcpy(p, bytes, len);
	*width = *height = 0;
	fault = image_probe((str){ p, len }, width, height);
	free(p);
	return fault;
}

static void
test_sound(void)
{
	unsigned w, h;

	check(read_copy(png, sizeof(png), &w, &h) == IMAGE_FINE &&
	    w == WIDTH && h == HEIGHT, "a PNG");
	check(read_copy(jpeg, sizeof(jpeg), &w, &h) == IMAGE_FINE &&
	    w == WIDTH && h == HEIGHT, "a JPEG");
	check(jpeg[FRAME] == 0xFF && jpeg[FRAME + 1] == 0xC0,
	    "the JPEG's frame is where this test spoils it");
}

static void
test_truncated(const char *name, const unsigned char *bytes, size_t len)
{
	enum image_fault fault;
	unsigned w, h;
	size_t i, at;

	for (i = 0; i < PLACES; i++) {
		at = len * i / PLACES;
		fault = read_copy(bytes, at, &w, &h);
		check(fault == IMAGE_BROKEN || fault == IMAGE_TYPE ||
		    (at == 0 && fault == IMAGE_AWAY),
		    "%s cut off after %zu bytes", name, at);
	}
}

/* Every bit of every byte; the size itself, where nothing guards it, is read
 * as it stands. */
static void
test_flipped(const char *name, const unsigned char *bytes, size_t len,
    size_t size_at)
{
	unsigned char *copy = malloc(len);
	unsigned w, h;
	size_t i, bit;
	bool right;

	for (i = 0; i < len; i++) {
		memcpy(copy, bytes, len);
		for (right = true, bit = 0; bit <= BITS; bit++) {
			copy[i] = (unsigned char)(bytes[i] ^
			    (bit < BITS ? 1U << bit : 0xFFU));
			if (read_copy(copy, len, &w, &h) == IMAGE_FINE &&
			    (i < size_at || i >= size_at + 4))
				right &= w == WIDTH && h == HEIGHT;
		}
		check(right, "%s with byte %zu flipped", name, i);
	}
	free(copy);
}

/* The lengths in a PNG's chunks and a JPEG's segments, at their extremes. */
static void
test_lengths(void)
{
	static const unsigned char extremes[] = { 0x00, 0x01, 0x7F, 0x80, 0xFF };
	unsigned char copy[sizeof(png) + sizeof(jpeg)];
	unsigned w, h;
	size_t i, at, sound = 0;

	for (i = 0; i < LENGTH(extremes); i++) {
		memcpy(copy, png, sizeof(png));
		memset(copy + 33, extremes[i], 4);
		sound += read_copy(copy, sizeof(png), &w, &h) ==
		    IMAGE_FINE;
		for (at = 4; at <= FRAME + 2; at += FRAME - 2) {
			memcpy(copy, jpeg, sizeof(jpeg));
			memset(copy + at, extremes[i], 2);
			sound += read_copy(copy, sizeof(jpeg), &w, &h) ==
			    IMAGE_FINE;
		}
	}
	check(sound == 0, "extreme lengths are no sound pictures");
}

static void
test_sizes(void)
{
	unsigned char copy[sizeof(jpeg)];
	unsigned w, h;

	memcpy(copy, jpeg, sizeof(jpeg));
	memset(copy + FRAME_SIZE, 0xFF, 4);
	check(read_copy(copy, sizeof(copy), &w, &h) == IMAGE_SIZE,
	    "65,535 pixels square are too many");
	memset(copy + FRAME_SIZE, 0, 2);
	check(read_copy(copy, sizeof(copy), &w, &h) != IMAGE_FINE,
	    "no height, no picture");
}

static void
test_others(void)
{
	static const char *const rows[] = { "P", "\x89PNG", "GIF89a",
	    "BM", "\xFF\xD8", "<svg xmlns='http://www.w3.org/2000/svg'/>",
	    "RIFF....WEBP", "PNG" };
	unsigned w, h;
	size_t i;

	for (i = 0; i < LENGTH(rows); i++)
		check(read_copy((const unsigned char *)rows[i],
		    strlen(rows[i]), &w, &h) == IMAGE_TYPE,
		    "no picture %zu", i);
}

static void
test_pointers(void)
{
	static const char lfs[] =
	    "version https://git-lfs.github.com/spec/v1\noid sha256:0\n";
	static const unsigned char zeros[5000];
	unsigned w, h;

	check(read_copy((const unsigned char *)lfs, sizeof(lfs) - 1, &w, &h) ==
	    IMAGE_LFS, "a pointer of Git LFS");
	check(read_copy(zeros, 0, &w, &h) == IMAGE_AWAY, "an empty file");
	check(read_copy(zeros, sizeof(zeros), &w, &h) == IMAGE_AWAY, "zeros");
}

/* Cameras put previews there. */
static void
test_appended(void)
{
	unsigned char copy[sizeof(jpeg) + 20000];
	unsigned w, h;

	memset(copy, 0xFF, sizeof(copy));
	memcpy(copy, jpeg, sizeof(jpeg));
	check(read_copy(copy, sizeof(copy), &w, &h) == IMAGE_FINE,
	    "a JPEG with 20,000 bytes behind its end marker");
}

/* 65535 x 65535 pixels would take all memory. */
static void
test_size(void)
{
	unsigned char large[sizeof(jpeg)];
	unsigned width, height;

	memcpy(large, jpeg, sizeof(large));
	memset(large + FRAME_SIZE, 0xFF, 4);
	check(read_copy(large, sizeof(large), &width, &height) == IMAGE_SIZE,
	    "a JPEG with too many pixels is refused");
}

int
main(void)
{
	test_sound();
	test_truncated("a PNG", png, sizeof(png));
	test_truncated("a JPEG", jpeg, sizeof(jpeg));
	test_flipped("a PNG", png, sizeof(png), sizeof(png));
	test_flipped("a JPEG", jpeg, sizeof(jpeg), FRAME_SIZE);
	test_lengths();
	test_sizes();
	test_others();
	test_pointers();
	test_appended();
	test_size();
	return 0;
}
