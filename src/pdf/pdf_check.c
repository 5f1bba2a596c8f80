/* SPDX-License-Identifier: ISC */
#include "pdf_check.h"

#include "../base/arena.h"
#include "../base/file.h"
#include "../base/mem.h"
#include "../model/dom.h"
#include "pdf_image.h"

/* Larger files are a fault of their own (picture-size). */
enum { PICTURE_MOST = 256 << 20 };

struct pdf_checker {
	const struct pdf_sheet	*sheet;
	struct pdf_gallery	*gallery;
	struct pdf_packer	*packer;
	struct arena		*bytes;		/* of the picture in hand */
};

struct pdf_checker *
pdf_check_new(const struct pdf_sheet *sheet, struct pdf_gallery *gallery,
    struct pdf_packer *packer)
{
	struct pdf_checker *c = mem_alloc(sizeof(*c));

	c->sheet = sheet;
	c->gallery = gallery;
	c->packer = packer;
	c->bytes = arena_new();
	return c;
}

void
pdf_check_free(struct pdf_checker *c)
{
	if (c == NULL)
		return;
	arena_free(c->bytes);
	mem_free(c);
}

/* --- Characters --- */

/* “U+1F600” */
static str
code_point(struct arena *a, uint32_t c)
{
	static const char digits[] = "0123456789ABCDEF";
	char *to = arena_alloc(a, 10);
	int shift = c > 0xFFFF ? 20 : 12, n = 2;

	to[0] = 'U';
	to[1] = '+';
	for (; shift >= 0; shift -= 4)
		if (shift != 20 || c >> 20 != 0)
			to[n++] = digits[c >> shift & 15];
	return (str){ to, (size_t)n };
}

/* The place of the byte at in a text that begins at pos; a line ends where
 * the text's does. */
static struct pos
place_of(struct pos pos, str text, size_t at)
{
	size_t i;

	if (pos.line == 0)
		return pos;
	for (i = 0; i < at; i++) {
		pos.col++;
		if (text.p[i] == '\n') {
			pos.line++;
			pos.col = 1;
		}
	}
	return pos;
}

static void
check_text(struct pdf_checker *c, const struct pdf_chain *chain,
    struct diags *ds, str path, struct pos pos, str text)
{
	size_t at = 0, len;
	uint32_t rune;
	str rest;

	while (at < text.len) {
		rest = str_from(text, at);
		at += pdf_font_chain_lacks(chain, rest);
		if (at >= text.len)
			return;
		rest = str_from(text, at);
		rune = str_rune(rest, &len);
		if (rune != '\n' && rune != '\t')
			diag(ds, DIAG_GLYPH_MISSING, place_of(pos, text, at),
			    path, str_upto(rest, len),
			    code_point(c->bytes, rune));
		at += len;
	}
}

static const struct pdf_chain *
chain_of(const struct pdf_checker *c, enum pdf_look look)
{
	const struct pdf_style *s = &c->sheet->styles[look];

	return s->chains[s->variant];
}

void
pdf_check_text(struct pdf_checker *c, struct diags *ds, str path,
    struct pos pos, str text)
{
	check_text(c, chain_of(c, PDF_LOOK_PARAGRAPH), ds, path, pos, text);
	arena_reset(c->bytes);
}

/* What the text is set in. */
static enum pdf_look
look_of(const node *text)
{
	const node *n;

	for (n = dom_parent(text); n != NULL; n = dom_parent(n))
		switch (dom_kind(n)) {
		case KIND_LITERAL:
			return PDF_LOOK_LITERAL;
		case KIND_CODE:
			return PDF_LOOK_CODE;
		case KIND_CELL:
			return PDF_LOOK_TABLE;
		case KIND_CAPTION:
			return PDF_LOOK_CAPTION;
		case KIND_HEADING:
			return PDF_LOOK_HEADING_1;
		case KIND_FOOTNOTE:
			return PDF_LOOK_FOOTNOTE;
		case KIND_DOCUMENT:
			return PDF_LOOK_PARAGRAPH;
		default:
			break;
		}
	return PDF_LOOK_PARAGRAPH;
}

/* --- Pictures --- */

/* Broken, foreign and too large ones the model has told already. */
static enum diag
fault_of(enum pdf_image_fault fault)
{
	switch (fault) {
	case PDF_IMAGE_CMYK:
		return DIAG_PICTURE_CMYK;
	case PDF_IMAGE_TURNED:
		return DIAG_PICTURE_TURNED;
	case PDF_IMAGE_KIND:
		return DIAG_PICTURE_KIND;
	case PDF_IMAGE_TYPE:
		return DIAG_PICTURE_TYPE;
	case PDF_IMAGE_SIZE:
		return DIAG_PICTURE_SIZE;
	default:
		return DIAG_PICTURE_BROKEN;
	}
}

static void
check_picture(struct pdf_checker *c, const struct doc *doc, const node *n,
    str folder)
{
	const struct item *i = dom_item(n);
	enum pdf_image_fault fault;
	str bytes;

	/* What the model could not measure it has told of. */
	if (i->picture.width == 0)
		return;
	if (!file_read(c->bytes, str_c(c->bytes, str_join(c->bytes, folder,
	    i->picture.src)), PICTURE_MOST, &bytes))
		return;
	fault = pdf_image_check(c->gallery, c->packer, bytes);
	if (fault != PDF_IMAGE_FINE)
		doc_diag(doc, fault_of(fault), i->pos, i->picture.src);
	arena_reset(c->bytes);
}

void
pdf_check(struct pdf_checker *c, const struct doc *doc, str folder)
{
	static const struct pos nowhere = { 0, 0 };
	const node *n;

	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		switch (dom_kind(n)) {
		case KIND_TEXT:
			check_text(c, chain_of(c, look_of(n)), doc->diags,
			    doc->path, dom_item(n)->pos, dom_text(n));
			break;
		case KIND_FIGURE:
		case KIND_PICTURE:
			check_picture(c, doc, n, folder);
			break;
		default:
			break;
		}
	if (doc->lang == LANG_EN && !pdf_hyphen_has(c->sheet->hyphen, LANG_EN))
		diag(doc->diags, DIAG_SHEET_HYPHEN, nowhere, doc->path,
		    S("hyph_en_US.dic"));
	arena_reset(c->bytes);
}
