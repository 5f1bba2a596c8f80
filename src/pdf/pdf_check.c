/* SPDX-License-Identifier: ISC */
#include "pdf_check.h"

#include "../base/arena.h"
#include "../base/file.h"
#include "../base/mem.h"
#include "../model/dom.h"
#include "../model/picture.h"
#include "pdf_image.h"
#include "pdf_shown.h"

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

/* What is not there, the model has told of. */
static void
check_file(struct pdf_checker *c, const struct doc *doc, struct pos pos,
    str folder, str src)
{
	enum pdf_image_fault fault;
	str bytes;

	if (!file_read(c->bytes, str_c(c->bytes, str_join(c->bytes, folder,
	    src)), PICTURE_LIMIT, &bytes))
		return;
	fault = pdf_image_check(c->gallery, c->packer, bytes);
	if (fault != PDF_IMAGE_FINE)
		doc_diag(doc, fault_of(fault), pos, src);
	arena_reset(c->bytes);
}

/* What the model could not measure it has told of. */
static void
check_picture(struct pdf_checker *c, const struct doc *doc, const node *n,
    str folder)
{
	const struct item *i = dom_item(n);

	if (i->picture.width != 0)
		check_file(c, doc, i->pos, folder, i->picture.src);
}

void
pdf_check(struct pdf_checker *c, const struct doc *doc, str folder)
{
	static const struct pos nowhere = { 0, 0 };
	const node *n;

	pdf_shown_document(c->sheet, doc);
	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		switch (dom_kind(n)) {
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

void
pdf_check_folder(struct pdf_checker *c, const struct doc *doc, str folder,
    int depth, str title)
{
	if (doc->head.logo.len != 0)
		check_file(c, doc, doc->head.logo_pos, folder, doc->head.logo);
	pdf_shown_folder(c->sheet, doc, depth, title);
}
