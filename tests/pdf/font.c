/* SPDX-License-Identifier: ISC
 *
 * A shaped word says that something is missing where it shows .notdef, and where
 * no face has a character: every character of the first plane, alone and after
 * a letter, in a face without many of them, with and without fallback; no face
 * has what PDF/A forbids; and the hyphen is from a face that has one.
 * And a face of one width shows code without ligatures: a copy of a serif that
 * claims to be one.
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

/* Sets isFixedPitch (ISO/IEC 14496-22, “post”) in a font file. */
static void
claim_one_width(char *bytes, size_t len)
{
	unsigned char *table, *p = (unsigned char *)bytes;
	size_t i, offset;

	for (i = 0; i < (size_t)(p[4] << 8 | p[5]); i++) {
		table = p + 12 + 16 * i;
		if (memcmp(table, "post", 4) != 0)
			continue;
		offset = (size_t)table[8] << 24 | (size_t)table[9] << 16 |
		    (size_t)table[10] << 8 | table[11];
		assert(offset + 16 <= len);
		p[offset + 15] = 1;
	}
}

/* Returns the number of glyphs of “fi” in an English text. */
static size_t
glyphs_of_fi(const char *path)
{
	enum face_fault fault;
	struct face *face = face_open(path, &fault);
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
try_ligature(void)
{
	const char *serif = FACES "NotoSerif-Regular.ttf";
	char copy[] = "/tmp/matbu-font-XXXXXX";
	struct arena *a = arena_new();
	int fd = mkstemp(copy);
	str bytes;
	char *font;

	if (fd < 0 || !file_read(a, serif, 1 << 24, &bytes))
		abort();
	font = str_c(a, bytes);
	claim_one_width(font, bytes.len);
	if (write(fd, font, bytes.len) != (ssize_t)bytes.len)
		abort();
	close(fd);
	if (glyphs_of_fi(serif) == 1 && glyphs_of_fi(copy) == 2)
		puts("ok ligature");
	else {
		puts("FAIL ligature: a face of one width has one");
		failures++;
	}
	unlink(copy);
	arena_free(a);
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
	try_ligature();
	if (refused == 0 || shown == 0 || failures != 0)
		printf("FAIL lacks: %u lack, %u are shown, %u differ\n",
		    refused, shown, failures);
	face_close(math);
	face_close(serif);
	face_close(symbols);
	return failures != 0;
}
