/* SPDX-License-Identifier: ISC */
#include "pdf/font.h"

#include <assert.h>

#include "base/arena.h"
#include "base/mem.h"
#include "font/shaper.h"
#include "pdf/object.h"
#include "pdf/token.h"

/*
 * Fonts of a file (ISO 32000-1, 9.7)
 * ----------------------------------
 * A content stream shows text as codes of two bytes. matbu assigns the codes
 * itself: code n of a font is the nth pair of a glyph and its text, in the
 * order in which text is shown. So a font has as many codes as it needs, and
 * one glyph with two texts (the hyphen “-” and the hyphen at the end of a
 * line, U+00AD) has two codes, which a reader extracts as different texts.
 *
 * The codes of a glyph form a list: first[] has the last code that the glyph
 * got, code.next the one before. Code 0 ends the list and is never shown.
 *
 * Each font becomes six objects:
 *
 *   Type0 -> CIDFontType2 -> FontDescriptor -> FontFile2 (the subset)
 *     |            \-> CIDToGIDMap
 *     \-> ToUnicode
 *
 * - Encoding is Identity-H: the CID is the code itself.
 * - CIDToGIDMap is a stream of two bytes for each CID: the glyph in the subset
 *   (new_ids), since face_subset() numbers the glyphs anew.
 * - /W has the width of each CID, the face's own advance. Kerning is in the
 *   content stream (pen.c), so /W has the program's widths (14289-1, 7.21.5).
 * - ToUnicode has the text of each code. A code without a text (the second
 *   glyph of a letter and its accent) gets U+200B (14289-1, 7.21.7).
 *
 * The subsets are made at the end, when all codes are known, one task for each
 * font. Writing them in the order of their numbers keeps the file's bytes the
 * same, whatever task ends first.
 */

enum {
	FONTS_MAX = 64,			/* faces of a file */
	BFCHARS_MAX = 100		/* in one block of a CMap */
};

/* A code; its index in codes[] is one less than the code. */
struct code {
	str		text;
	uint16_t	glyph;
	uint16_t	next;		/* code of the same glyph, or 0 */
};

struct font {
	const struct face	*face;
	uint16_t		*first;		/* of each glyph, a code with
						 * it; 0: none */
	struct code		*codes;
	size_t			 num;
	size_t			 cap;
	struct sink		 program;	/* subset with these glyphs */
	uint16_t		*new_ids;	/* glyph of each code in it */
};

struct pdf_fonts {
	struct arena	*arena;
	struct font	 fonts[FONTS_MAX];
	unsigned	 num;
};

struct pdf_fonts *
pdf_font_start(struct arena *a)
{
	struct pdf_fonts *fs = arena_new_of(a, struct pdf_fonts);

	fs->arena = a;
	return fs;
}

unsigned
pdf_font_number(struct pdf_fonts *fs, const struct face *face)
{
	struct font *f;
	unsigned i;

	for (i = 0; i < fs->num; i++)
		if (fs->fonts[i].face == face)
			return i;
	assert(fs->num < FONTS_MAX);
	f = &fs->fonts[fs->num];
	f->face = face;
	f->first = arena_array(fs->arena, uint16_t, face_facts(face)->glyphs);
	return fs->num++;
}

unsigned
pdf_font_count(const struct pdf_fonts *fs)
{
	return fs->num;
}

/* --- Codes --- */

static unsigned
add_code(struct pdf_fonts *fs, struct font *f, uint16_t glyph, str text)
{
	struct code *old = f->codes;
	size_t i;

	if (f->num == f->cap) {
		f->cap = f->cap != 0 ? f->cap * 2 : 64;
		f->codes = arena_array(fs->arena, struct code, f->cap);
		for (i = 0; i < f->num; i++)
			f->codes[i] = old[i];
	}
	assert(f->num < 0xFFFF);	/* 19005-3, 6.1.13 */
	f->codes[f->num] = (struct code){ .text = str_copy(fs->arena, text),
	    .glyph = glyph, .next = f->first[glyph] };
	f->first[glyph] = (uint16_t)++f->num;
	return (unsigned)f->num;
}

unsigned
pdf_font_code(struct pdf_fonts *fs, const struct shaped_word *w, size_t i)
{
	const struct glyph *g = &w->glyphs[i];
	struct font *f = &fs->fonts[pdf_font_number(fs,
	    w->chain->faces[g->face])];
	str text = shaper_text(w, i, i + 1);
	unsigned code;

	for (code = f->first[g->id]; code != 0; code = f->codes[code - 1].next)
		if (str_eq(f->codes[code - 1].text, text))
			return code;
	return add_code(fs, f, g->id, text);
}

/* --- Writing (ISO 32000-1, 9.7 to 9.10) --- */

/* One font that is being written, and its objects. */
struct job {
	struct pdf_file		*file;
	struct font		*font;
	const struct face_facts *facts;
	char			 tag[7];
	unsigned		 type0, cid, descriptor, program, map, unicode;
};

/* 9.6.4: six letters, made from the glyphs: the same glyphs always have the
 * same tag. */
static void
make_tag(const struct font *f, char tag[7])
{
	uint32_t h = 2166136261U;
	size_t i;

	for (i = 0; i < f->num; i++)
		h = (h ^ f->codes[i].glyph) * 16777619U;
	for (i = 0; i < 6; i++) {
		tag[i] = (char)('A' + h % 26);
		h /= 26;
	}
	tag[6] = '\0';
}

static void
put_font_name(const struct job *j, struct sink *k, const char *key)
{
	pdf_token_name(k, key);
	pdf_token_name(k, j->tag);
	sink_char(k, '+');
	sink_puts(k, j->facts->name);
}

static void
write_type0(const struct job *j)
{
	struct sink *k = pdf_object_open(j->file, j->type0);

	pdf_object_dict(j->file);
	sink_puts(k, "/Type/Font/Subtype/Type0/Encoding/Identity-H");
	put_font_name(j, k, "BaseFont");
	pdf_token_name(k, "DescendantFonts");
	pdf_object_array(j->file);
	pdf_token_ref(k, j->cid);
	pdf_object_array_end(j->file);
	pdf_token_put_ref(k, "ToUnicode", j->unicode);
	pdf_object_dict_end(j->file);
	pdf_object_close(j->file);
}

/* 9.7.4.3: one array of all widths; code 0 is never used. */
static void
put_widths(const struct job *j, struct sink *k)
{
	const struct font *f = j->font;
	size_t i;
	int advance;

	sink_puts(k, "/W[1[");
	for (i = 0; i < f->num; i++) {
		advance = face_advance(f->face, f->codes[i].glyph);
		pdf_token_real(k, advance * 1000.0 / j->facts->upem);
	}
	sink_puts(k, "]]");
}

static void
write_cid(const struct job *j)
{
	struct sink *k = pdf_object_open(j->file, j->cid);

	pdf_object_dict(j->file);
	sink_puts(k, "/Type/Font/Subtype/CIDFontType2");
	put_font_name(j, k, "BaseFont");
	sink_puts(k, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
	    "/Supplement 0>>");
	pdf_token_put_ref(k, "FontDescriptor", j->descriptor);
	pdf_token_put_ref(k, "CIDToGIDMap", j->map);
	put_widths(j, k);
	pdf_object_dict_end(j->file);
	pdf_object_close(j->file);
}

static void
write_descriptor(const struct job *j)
{
	enum { FIXED = 1, SYMBOLIC = 4, ITALIC = 64 };
	const struct face_facts *d = j->facts;
	struct sink *k = pdf_object_open(j->file, j->descriptor);
	size_t i;

	pdf_object_dict(j->file);
	sink_puts(k, "/Type/FontDescriptor");
	put_font_name(j, k, "FontName");
	pdf_token_put_int(k, "Flags", SYMBOLIC | (d->fixed ? FIXED : 0) |
	    (d->slant != 0 ? ITALIC : 0));
	sink_puts(k, "/FontBBox[");
	for (i = 0; i < 4; i++)
		pdf_token_int(k, d->box[i]);
	sink_char(k, ']');
	pdf_token_put_int(k, "ItalicAngle", d->slant);
	pdf_token_put_int(k, "Ascent", d->ascent);
	pdf_token_put_int(k, "Descent", d->descent);
	pdf_token_put_int(k, "CapHeight", d->cap_height);
	pdf_token_put_int(k, "StemV", d->stem);
	pdf_token_put_ref(k, "FontFile2", j->program);
	pdf_object_dict_end(j->file);
	pdf_object_close(j->file);
}

static void
subset_font(void *context, size_t worker)
{
	struct font *f = context;
	uint16_t *ids = mem_calloc(f->num, sizeof(*ids));
	size_t i;

	(void)worker;
	f->new_ids = mem_calloc(f->num, sizeof(*f->new_ids));
	for (i = 0; i < f->num; i++)
		ids[i] = f->codes[i].glyph;
	face_subset(f->face, ids, f->num, &f->program, f->new_ids);
	mem_free(ids);
}

void
pdf_font_subset(struct pdf_fonts *fs, struct pool_worker worker)
{
	struct pool_batch batch = { 0 };
	unsigned i;

	for (i = 0; i < fs->num; i++)
		pool_add(worker, &batch, subset_font, &fs->fonts[i]);
	pool_wait(worker, &batch);
}

/* The font program, and the stream that maps a code to its glyph. */
static void
write_program(const struct job *j)
{
	struct font *f = j->font;
	struct sink bytes = { 0 }, *k;
	size_t i;

	k = pdf_object_stream(j->file, j->program);
	pdf_token_put_int(k, "Length1", (int)f->program.len);
	pdf_object_stream_end(j->file, sink_str(&f->program), PDF_PACK);
	sink_put(&bytes, (str){ "\0\0", 2 });
	for (i = 0; i < f->num; i++) {
		sink_char(&bytes, (char)(f->new_ids[i] >> 8));
		sink_char(&bytes, (char)(f->new_ids[i] & 0xFF));
	}
	pdf_object_stream(j->file, j->map);
	pdf_object_stream_end(j->file, sink_str(&bytes), PDF_PACK);
	sink_free(&bytes);
	sink_free(&f->program);
	mem_free(f->new_ids);
	f->new_ids = NULL;
}

static void
put_hex16(struct sink *k, uint32_t n)
{
	char bytes[2] = { (char)(n >> 8 & 0xFF), (char)(n & 0xFF) };
	static const char digits[] = "0123456789ABCDEF";
	size_t i;

	for (i = 0; i < 2; i++) {
		sink_char(k, digits[(unsigned char)bytes[i] >> 4]);
		sink_char(k, digits[(unsigned char)bytes[i] & 15]);
	}
}

/* Where several glyphs show one character, only one of them has a text. But
 * every code must have one (14289-1, 7.21.7): the others get U+200B. */
static void
put_utf16(struct sink *k, str text)
{
	uint32_t c;
	size_t len;

	if (text.len == 0)
		text = S("\xE2\x80\x8B");
	for (; text.len != 0; text = str_from(text, len)) {
		c = str_rune(text, &len);
		if (c > 0xFFFF) {
			put_hex16(k, 0xD7C0 + (c >> 10));
			c = 0xDC00 + (c & 0x3FF);
		}
		put_hex16(k, c);
	}
}

static void
put_block(struct sink *k, const struct font *f, size_t from, size_t to)
{
	pdf_token_int(k, (long long)(to - from));
	sink_puts(k, " beginbfchar\n");
	for (; from < to; from++) {
		sink_char(k, '<');
		put_hex16(k, (uint32_t)from + 1);
		sink_puts(k, "><");
		put_utf16(k, f->codes[from].text);
		sink_puts(k, ">\n");
	}
	sink_puts(k, "endbfchar\n");
}

/* 9.10.3: ToUnicode, the text of every code. A block of a CMap has at most 100
 * entries. */
static void
write_unicode(const struct job *j)
{
	const struct font *f = j->font;
	struct sink bytes = { 0 };
	size_t from, to;

	sink_puts(&bytes, "/CIDInit/ProcSet findresource begin\n"
	    "12 dict begin\nbegincmap\n/CIDSystemInfo"
	    "<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
	    "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
	    "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
	for (from = 0; from < f->num; from = to) {
		to = from + BFCHARS_MAX < f->num ? from + BFCHARS_MAX : f->num;
		put_block(&bytes, f, from, to);
	}
	sink_puts(&bytes, "endcmap\nCMapName currentdict/CMap defineresource "
	    "pop\nend\nend\n");
	pdf_object_stream(j->file, j->unicode);
	pdf_object_stream_end(j->file, sink_str(&bytes), PDF_PACK);
	sink_free(&bytes);
}

unsigned
pdf_font_write(struct pdf_fonts *fs, struct pdf_file *file, unsigned number)
{
	struct font *f = &fs->fonts[number];
	struct job j = { .file = file, .font = f };

	assert(f->num != 0);
	j.facts = face_facts(f->face);
	make_tag(f, j.tag);
	j.type0 = pdf_object_reserve(file);
	j.cid = pdf_object_reserve(file);
	j.descriptor = pdf_object_reserve(file);
	j.program = pdf_object_reserve(file);
	j.map = pdf_object_reserve(file);
	j.unicode = pdf_object_reserve(file);
	write_type0(&j);
	write_cid(&j);
	write_descriptor(&j);
	write_program(&j);
	write_unicode(&j);
	return j.type0;
}
