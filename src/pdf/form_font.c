/* SPDX-License-Identifier: ISC */
#include "pdf/form_font.h"

#include <stdio.h>

#include "font/face.h"
#include "pdf/object.h"
#include "pdf/token.h"

enum { FIRST = 32, LAST = 255 };

/* WinAnsiEncoding from 0x80 to 0x9F (ISO 32000-1, annex D); 0: none. */
static const uint16_t upper[32] = { 0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026,
	0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0, 0,
	0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122,
	0x161, 0x203A, 0x153, 0, 0x17E, 0x178 };

/* The code page 1254 has these letters in place of the Icelandic ones. */
static const struct { unsigned code; uint32_t letter; } turkish[] = {
	{ 208, 0x11E }, { 221, 0x130 }, { 222, 0x15E }, { 240, 0x11F },
	{ 253, 0x131 }, { 254, 0x15F } };

uint32_t
pdf_form_font_letter(unsigned code)
{
	size_t i;

	for (i = 0; i < sizeof(turkish) / sizeof(turkish[0]); i++)
		if (turkish[i].code == code)
			return turkish[i].letter;
	if (code < FIRST || code == 127 || code > LAST)
		return 0;
	return code >= 0x80 && code < 0xA0 ? upper[code - 0x80] : code;
}

unsigned
pdf_form_font_code(uint32_t letter)
{
	unsigned code;

	for (code = FIRST; code <= LAST; code++)
		if (pdf_form_font_letter(code) == letter)
			return letter != 0 ? code : 0;
	return 0;
}

static unsigned
write_program(struct pdf_file *file, const struct face *face)
{
	uint32_t letters[LAST + 1];
	struct sink program = { 0 }, *k;
	unsigned object = pdf_object_reserve(file), code;
	size_t num = 0;

	for (code = FIRST; code <= LAST; code++)
		if (pdf_form_font_letter(code) != 0)
			letters[num++] = pdf_form_font_letter(code);
	face_subset_letters(face, letters, num, &program);
	k = pdf_object_stream(file, object);
	pdf_token_put_int(k, "Length1", (long long)program.len);
	pdf_object_stream_end(file, sink_str(&program), PDF_PACK);
	sink_free(&program);
	return object;
}

static unsigned
write_descriptor(struct pdf_file *file, const struct face *face,
    unsigned program)
{
	enum { NONSYMBOLIC = 32 };
	const struct face_facts *d = face_facts(face);
	unsigned object = pdf_object_reserve(file);
	struct sink *k = pdf_object_open(file, object);
	size_t i;

	pdf_object_dict(file);
	sink_puts(k, "/Type/FontDescriptor/FontName/FORMAA+");
	sink_puts(k, d->name);
	pdf_token_put_int(k, "Flags", NONSYMBOLIC);
	sink_puts(k, "/FontBBox[");
	for (i = 0; i < 4; i++)
		pdf_token_int(k, d->box[i]);
	sink_char(k, ']');
	pdf_token_put_int(k, "ItalicAngle", 0);
	pdf_token_put_int(k, "Ascent", d->ascent);
	pdf_token_put_int(k, "Descent", d->descent);
	pdf_token_put_int(k, "CapHeight", d->cap_height);
	pdf_token_put_int(k, "StemV", d->stem);
	pdf_token_put_ref(k, "FontFile2", program);
	pdf_object_dict_end(file);
	pdf_object_close(file);
	return object;
}

/* 9.10.3: the letter of each code; a block has at most 100 of them. */
static unsigned
write_unicode(struct pdf_file *file)
{
	enum { BLOCK = 64 };
	struct sink bytes = { 0 };
	unsigned object = pdf_object_reserve(file), from, code, num;
	char line[32];

	sink_puts(&bytes, "/CIDInit/ProcSet findresource begin\n"
	    "12 dict begin\nbegincmap\n/CMapName/Form-UCS def\n"
	    "/CMapType 2 def\n1 begincodespacerange\n<00><FF>\n"
	    "endcodespacerange\n");
	for (from = FIRST; from <= LAST; from += BLOCK) {
		for (num = 0, code = from; code < from + BLOCK && code <= LAST;
		    code++)
			num += pdf_form_font_letter(code) != 0;
		pdf_token_int(&bytes, num);
		sink_puts(&bytes, " beginbfchar\n");
		for (code = from; code < from + BLOCK && code <= LAST; code++) {
			if (pdf_form_font_letter(code) == 0)
				continue;
			snprintf(line, sizeof(line), "<%02X><%04X>\n", code,
			    (unsigned)pdf_form_font_letter(code));
			sink_puts(&bytes, line);
		}
		sink_puts(&bytes, "endbfchar\n");
	}
	sink_puts(&bytes, "endcmap\nCMapName currentdict/CMap defineresource "
	    "pop\nend\nend\n");
	pdf_object_stream(file, object);
	pdf_object_stream_end(file, sink_str(&bytes), PDF_PACK);
	sink_free(&bytes);
	return object;
}

void
pdf_form_font_write(struct pdf_file *file, const struct face *face,
    unsigned object)
{
	unsigned descriptor = write_descriptor(file, face,
	    write_program(file, face)), unicode = write_unicode(file), code;
	struct sink *k = pdf_object_open(file, object);
	uint32_t c;

	pdf_object_dict(file);
	sink_puts(k, "/Type/Font/Subtype/TrueType/BaseFont/FORMAA+");
	sink_puts(k, face_facts(face)->name);
	sink_puts(k, "/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding"
	    "/Differences[208/Gbreve 221/Idotaccent/Scedilla 240/gbreve"
	    " 253/dotlessi/scedilla]>>/FirstChar 32/LastChar 255/Widths[");
	for (code = FIRST; code <= LAST; code++) {
		c = pdf_form_font_letter(code);
		pdf_token_real(k, c == 0 || face_glyph(face, c) == 0 ? 0 :
		    face_advance(face, face_glyph(face, c)) * 1000.0 /
		    face_facts(face)->upem);
	}
	sink_char(k, ']');
	pdf_token_put_ref(k, "FontDescriptor", descriptor);
	pdf_token_put_ref(k, "ToUnicode", unicode);
	pdf_object_dict_end(file);
	pdf_object_close(file);
}
