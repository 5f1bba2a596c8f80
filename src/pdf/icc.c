/* SPDX-License-Identifier: ISC */
#include "pdf/icc.h"

#include <assert.h>

/* The tags, in the order of their data. The three curves are one. */
enum tag { DESC, CPRT, WTPT, CHAD, RXYZ, GXYZ, BXYZ, TRC, DATA_COUNT };

static const struct {
	char		name[5];
	enum tag	data;
} tags[] = {
	{ "desc", DESC }, { "cprt", CPRT }, { "wtpt", WTPT },
	{ "chad", CHAD }, { "rXYZ", RXYZ }, { "gXYZ", GXYZ },
	{ "bXYZ", BXYZ }, { "rTRC", TRC }, { "gTRC", TRC }, { "bTRC", TRC }
};

enum {
	TAGS = sizeof(tags) / sizeof(tags[0]),
	HEADER = 128,			/* [byte] */
	TABLE = 4 + 12 * TAGS
};

static void
put32(struct sink *k, uint32_t n)
{
	int shift;

	for (shift = 24; shift >= 0; shift -= 8)
		sink_char(k, (char)(n >> shift & 0xFF));
}

/* ASCII as UTF-16BE in a “mluc” of one language, padded to four bytes. */
static void
put_words(struct sink *k, const char *words)
{
	str s = str_of(words);
	size_t i;

	sink_put(k, (str){ "mluc\0\0\0\0\0\0\0\1\0\0\0\14enUS", 20 });
	put32(k, (uint32_t)(2 * s.len));
	put32(k, 28);
	for (i = 0; i < s.len; i++) {
		sink_char(k, '\0');
		sink_char(k, s.p[i]);
	}
	if (s.len % 2 != 0)
		sink_put(k, (str){ "\0\0", 2 });
}

/* Numbers of 16.16 bits after the signature of their type. */
static void
put_fixed(struct sink *k, const char *type, const int32_t *n, size_t num)
{
	size_t i;

	sink_puts(k, type);
	put32(k, 0);
	for (i = 0; i < num; i++)
		put32(k, (uint32_t)n[i]);
}

/* Adapted to D50 by the Bradford matrix, as the ICC publishes them. */
static const int32_t white[] = { 0xF6D6, 0x10000, 0xD32D };
static const int32_t red[] = { 0x6FA2, 0x38F5, 0x0390 };
static const int32_t green[] = { 0x6299, 0xB785, 0x18DA };
static const int32_t blue[] = { 0x24A0, 0x0F84, 0xB6CF };
static const int32_t adapt[] = {
	0x10C42, 0x05DE, -0x0CDB, 0x0793, 0xFD90, -0x045B, -0x025D, 0x03DB,
	0xC081
};
/* g a b c d of parametric curve 3: 2.4, 1/1.055, 0.055/1.055, 1/12.92,
 * 0.04045. */
static const int32_t curve[] = {
	0x30000, 0x26666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B
};

static void
put_data(struct sink *k, enum tag tag)
{
	switch (tag) {
	case DESC:
		put_words(k, "sRGB");
		break;
	case CPRT:
		put_words(k, "CC0");
		break;
	case WTPT:
		put_fixed(k, "XYZ ", white, 3);
		break;
	case CHAD:
		put_fixed(k, "sf32", adapt, 9);
		break;
	case RXYZ:
		put_fixed(k, "XYZ ", red, 3);
		break;
	case GXYZ:
		put_fixed(k, "XYZ ", green, 3);
		break;
	case BXYZ:
		put_fixed(k, "XYZ ", blue, 3);
		break;
	default:
		put_fixed(k, "para", curve, 6);
		break;
	}
}

/* 7.2; the date is that of the standard, so that the bytes never change. */
static void
put_header(struct sink *k, size_t size)
{
	static const unsigned char day[] = {
		0x07, 0xCF, 0, 10, 0, 18, 0, 0, 0, 0, 0, 0	/* 1999-10-18 */
	};

	put32(k, (uint32_t)size);
	put32(k, 0);				/* no preferred CMM */
	put32(k, 0x04200000);			/* version 4.2 */
	sink_puts(k, "mntrRGB XYZ ");
	sink_put(k, (str){ (const char *)day, sizeof(day) });
	sink_puts(k, "acsp");
	while (k->len % HEADER != 68)
		sink_char(k, '\0');
	put32(k, 0xF6D6);			/* D50 */
	put32(k, 0x10000);
	put32(k, 0xD32D);
	while (k->len % HEADER != 0)
		sink_char(k, '\0');
}

void
pdf_icc_put(struct sink *out)
{
	size_t starts[DATA_COUNT + 1], i;
	struct sink data = { 0 };

	for (i = 0; i < DATA_COUNT; i++) {
		starts[i] = HEADER + TABLE + data.len;
		put_data(&data, (enum tag)i);
		assert(data.len % 4 == 0);
	}
	starts[DATA_COUNT] = HEADER + TABLE + data.len;
	assert(out->len == 0);
	put_header(out, starts[DATA_COUNT]);
	put32(out, TAGS);
	for (i = 0; i < TAGS; i++) {
		sink_puts(out, tags[i].name);
		put32(out, (uint32_t)starts[tags[i].data]);
		put32(out, (uint32_t)(starts[tags[i].data + 1] -
		    starts[tags[i].data]));
	}
	sink_put(out, sink_str(&data));
	sink_free(&data);
}
