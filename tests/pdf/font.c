/* SPDX-License-Identifier: ISC
 *
 * A shaped word says that something is missing where it shows .notdef, and where
 * no face has a character: every character of the first plane, alone and after
 * a letter, in a face without many of them, with and without fallback; no face
 * has what PDF/A forbids; and the hyphen is from a face that has one.
 * Copies of faces are changed: one that claims one width shows code without
 * ligatures; one whose licence forbids embedding, and a variable one, are
 * refused; one with private-use characters has none for us.
 */
#include "font/shaper.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"

#define FACES "/usr/share/fonts/truetype/noto/"

static unsigned failures, refused, shown;

static size_t
encode(char *to, uint32_t c)
{
	size_t n = 0;

	if (c < 0x80) {
		to[n++] = (char)c;
	} else if (c < 0x800) {
		to[n++] = (char)(0xC0 | c >> 6);
		to[n++] = (char)(0x80 | (c & 63));
	} else {
		to[n++] = (char)(0xE0 | c >> 12);
		to[n++] = (char)(0x80 | (c >> 6 & 63));
		to[n++] = (char)(0x80 | (c & 63));
	}
	return n;
}

static bool
shows_notdef(const struct shaped_word *w)
{
	size_t i;

	for (i = 0; i < w->num; i++)
		if (w->glyphs[i].id == 0)
			return true;
	return false;
}

static bool
some_face_has(const struct font_chain *chain, uint32_t c)
{
	size_t i;

	for (i = 0; i < chain->num && !face_has(chain->faces[i], c); i++)
		;
	return i < chain->num;
}

/* The word must be missing something where it shows .notdef, and where no face
 * has its last character; only there. */
static void
try_text(struct shaper *s, const struct font_chain *chain, str text, uint32_t c)
{
	const struct shaped_word *w = shaper_word(s, chain, LANG_TR, text);

	if (w->missing != shows_notdef(w) ||
	    w->missing == some_face_has(chain, c)) {
		printf("FAIL U+%04X: %.*s\n", (unsigned)c, (int)text.len,
		    text.p);
		failures++;
	}
	*(w->missing ? &refused : &shown) += 1;
}

/* A face may have characters that an archive may not have. */
static bool
is_barred(uint32_t c)
{
	return (c >= 0xD800 && c <= 0xF8FF) || c == 0xFEFF || c >= 0xFFFE;
}

static void
try_chain(const char *name, const struct font_chain *chain)
{
	struct shaper *s = shaper_new();
	char text[8] = "a";
	unsigned before = failures;
	uint32_t c;
	size_t len;

	for (c = 0x21; c < 0x10000; c++) {
		if ((c >= 0xD800 && c < 0xE000) || c >= 0xFFFE ||
		    (c >= 0x7F && c < 0xA0))
			continue;
		len = encode(text + 1, c);
		if (is_barred(c) && some_face_has(chain, c))
			failures++;
		try_text(s, chain, (str){ text + 1, len }, c);
		try_text(s, chain, (str){ text, len + 1 }, c);
		shaper_rest(s);
	}
	if (shaper_hyphen(s, chain)->missing ||
	    shows_notdef(shaper_hyphen(s, chain)))
		failures++;
	if (failures == before)
		printf("ok %s\n", name);
	shaper_free(s);
}

/* --- Copies of faces in which something is changed (ISO/IEC 14496-22) */

static void
put16(unsigned char *p, unsigned n)
{
	p[0] = (unsigned char)(n >> 8);
	p[1] = (unsigned char)n;
}

static void
put32(unsigned char *p, uint32_t n)
{
	put16(p, n >> 16);
	put16(p + 2, n & 0xFFFF);
}

static size_t
get32(const unsigned char *p)
{
	return (size_t)p[0] << 24 | (size_t)p[1] << 16 | (size_t)p[2] << 8 |
	    p[3];
}

/* The entry of a table in the font's directory. */
static unsigned char *
entry_of(unsigned char *font, const char *tag)
{
	size_t i, num = (size_t)(font[4] << 8 | font[5]);

	for (i = 0; i < num; i++)
		if (memcmp(font + 12 + 16 * i, tag, 4) == 0)
			return font + 12 + 16 * i;
	abort();
}

static unsigned char *
table_of(unsigned char *font, const char *tag)
{
	return font + get32(entry_of(font, tag) + 8);
}

/* Sets isFixedPitch. */
static void
claim_one_width(unsigned char *font, unsigned on)
{
	table_of(font, "post")[15] = (unsigned char)on;
}

/* Sets fsType: what the licence allows. */
static void
set_licence(unsigned char *font, unsigned type)
{
	put16(table_of(font, "OS/2") + 8, type);
}

/* Makes “fvar”, with one axis, of a table that this test does not need. */
static void
vary(unsigned char *font, unsigned major)
{
	static const unsigned char axis[20] = { 'w', 'g', 'h', 't' };
	unsigned char *table = table_of(font, "fpgm");

	memcpy(entry_of(font, "fpgm"), "fvar", 4);
	put32(table, major << 16);
	put16(table + 4, 16);			/* axesArrayOffset */
	put16(table + 6, 2);
	put16(table + 8, 1);			/* axisCount */
	put16(table + 10, sizeof(axis));
	put16(table + 12, 0);			/* instanceCount */
	put16(table + 14, 8);
	memcpy(table + 16, axis, sizeof(axis));
}

/* Characters that a face may have: the first and last of private use and of
 * what is none, and those beside them. */
static const struct {
	uint32_t	c;
	bool		allowed;
} odd[] = {
	{ 0xE000, false }, { 0xF8FF, false }, { 0xF900, true },
	{ 0xFEFF, false }, { 0xFFFD, true }, { 0xFFFE, false },
	{ 0xFFFF, false }, { 0x1FFFD, true }, { 0x1FFFE, false },
	{ 0xEFFFD, true }, { 0xF0000, false }, { 0x10FFFD, false },
};

enum { ODD = sizeof(odd) / sizeof(odd[0]) };

/* Gives them, and no others, a glyph in each subtable of format 12. */
static void
map_odd(unsigned char *font, unsigned glyph)
{
	unsigned char *group, *subtable, *cmap = table_of(font, "cmap");
	size_t i, j, num = (size_t)(cmap[2] << 8 | cmap[3]);

	for (i = 0; i < num; i++) {
		subtable = cmap + get32(cmap + 4 + 8 * i + 4);
		if (subtable[1] != 12)
			continue;
		put32(subtable + 12, ODD);
		for (j = 0; j < ODD; j++) {
			group = subtable + 16 + 12 * j;
			put32(group, odd[j].c);
			put32(group + 4, odd[j].c);
			put32(group + 8, glyph);
		}
	}
}

static struct face *
open_changed(const char *path, void (*change)(unsigned char *, unsigned),
    unsigned value, enum face_fault *fault)
{
	char copy[] = "/tmp/matbu-font-XXXXXX";
	struct arena *a = arena_new();
	int fd = mkstemp(copy);
	struct face *face;
	char *font;
	str bytes;

	if (fd < 0 || !file_read(a, path, 1 << 24, &bytes))
		abort();
	font = str_c(a, bytes);
	change((unsigned char *)font, value);
	if (write(fd, font, bytes.len) != (ssize_t)bytes.len)
		abort();
	close(fd);
	face = face_open(copy, fault);
	unlink(copy);
	arena_free(a);
	return face;
}

static void
tell(const char *name, bool fine, const char *reason)
{
	if (fine) {
		printf("ok %s\n", name);
		return;
	}
	printf("FAIL %s: %s\n", name, reason);
	failures++;
}

/* Returns the number of glyphs of “fi” in an English text. */
static size_t
glyphs_of_fi(unsigned one_width)
{
	enum face_fault fault;
	struct face *face = open_changed(FACES "NotoSerif-Regular.ttf",
	    claim_one_width, one_width, &fault);
	const struct font_chain chain = { { face }, 1 };
	struct shaper *s = shaper_new();
	size_t num;

	assert(face != NULL);
	num = shaper_word(s, &chain, LANG_EN, S("fi"))->num;
	shaper_free(s);
	face_close(face);
	return num;
}

static void
try_fault(void (*change)(unsigned char *, unsigned), const char *name,
    unsigned value, enum face_fault wanted)
{
	enum face_fault fault;
	struct face *face = open_changed(FACES "NotoSerif-Regular.ttf", change,
	    value, &fault);
	char whole[64];

	snprintf(whole, sizeof(whole), "%s 0x%X", name, value);
	tell(whole, fault == wanted && (face != NULL) == (fault == FACE_FINE),
	    "accepted, or refused for another reason");
	face_close(face);
}

/* Bits 0 to 3 of fsType are one value, of which the least restrictive counts
 * where a face sets several; bits 8 and 9 stand alone. */
static void
try_licences(void)
{
	static const unsigned fine[] = { 0, 4, 8, 6, 0xA };
	static const unsigned refused_types[] = { 2, 0x100, 0x104, 0x102,
		0x200, 0x208, 0x300 };
	size_t i;

	for (i = 0; i < sizeof(fine) / sizeof(fine[0]); i++)
		try_fault(set_licence, "licence", fine[i], FACE_FINE);
	for (i = 0; i < sizeof(refused_types) / sizeof(refused_types[0]); i++)
		try_fault(set_licence, "licence", refused_types[i], FACE_LICENCE);
}

static void
try_odd(void)
{
	enum face_fault fault;
	struct face *face = open_changed(FACES "NotoSansMath-Regular.ttf",
	    map_odd, 5, &fault);
	char name[64];
	size_t i;

	assert(face != NULL);
	for (i = 0; i < ODD; i++) {
		snprintf(name, sizeof(name), "U+%04X", (unsigned)odd[i].c);
		tell(name, face_glyph(face, odd[i].c) == 5 &&
		    face_has(face, odd[i].c) == odd[i].allowed,
		    "no glyph, or the wrong answer");
	}
	face_close(face);
}

int
main(void)
{
	enum face_fault fault;
	struct face *math = face_open(FACES
	    "NotoSansMath-Regular.ttf", &fault);
	struct face *serif = face_open(FACES
	    "NotoSerif-Italic.ttf", &fault);
	struct face *symbols = face_open(FACES
	    "NotoSansSymbols2-Regular.ttf", &fault);
	const struct font_chain alone = { { math }, 1 };
	const struct font_chain both = { { symbols, serif }, 2 };

	assert(math != NULL && serif != NULL && symbols != NULL);
	try_chain("alone", &alone);
	try_chain("fallback", &both);
	tell("ligature", glyphs_of_fi(0) == 1 && glyphs_of_fi(1) == 2,
	    "a face of one width has one");
	try_licences();
	try_fault(vary, "variable", 1, FACE_VARIABLE);
	try_odd();
	if (refused == 0 || shown == 0 || failures != 0)
		printf("FAIL lacks: %u lack, %u are shown, %u differ\n",
		    refused, shown, failures);
	face_close(math);
	face_close(serif);
	face_close(symbols);
	return failures != 0;
}
