/* SPDX-License-Identifier: ISC */
#include "style/style_sheet.h"

#include <errno.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/message.h"
#include "base/nearest.h"
#include "style/reader.h"

/* The least that is left for text, either way: 60 mm [pt]. */
#define ROOM (60 / 25.4 * 72)

#define IN_SHEET(field)	offsetof(struct pdf_sheet, field)

static const struct pdf_property page_properties[] = {
	{ "page-width", PDF_TYPE_LENGTH, IN_SHEET(width) },
	{ "page-height", PDF_TYPE_LENGTH, IN_SHEET(height) },
	{ "margin-left", PDF_TYPE_LENGTH, IN_SHEET(left) },
	{ "margin-right", PDF_TYPE_LENGTH, IN_SHEET(right) },
	{ "margin-top", PDF_TYPE_LENGTH, IN_SHEET(top) },
	{ "margin-bottom", PDF_TYPE_LENGTH, IN_SHEET(bottom) },
	{ NULL, PDF_TYPE_NAME, 0 }
};

/* --- Faces */

static str
face_fault(enum pdf_face_fault fault)
{
	bool tr = message_language() == LANG_TR;

	switch (fault) {
	case PDF_FACE_READ:
		return str_of(fault_text(errno));
	case PDF_FACE_VARIABLE:
		return tr ? S("değişken yazı tipi") : S("a variable font");
	case PDF_FACE_LICENCE:
		return tr ? S("lisansı gömülmesine izin vermiyor") :
		    S("its licence forbids embedding");
	default:
		return tr ? S("yazı tipi dosyası değil ya da bozuk") :
		    S("not a font, or broken");
	}
}

static const struct pdf_face *
open_face(struct pdf_reader *r, const node *x)
{
	const struct dom_attr *a = pdf_reader_attr(r, x, "src");
	enum pdf_face_fault fault;
	struct pdf_face *face;
	size_t i;

	if (a == NULL) {
		pdf_reader_tell(r, DIAG_SHEET_MISSING, dom_pos(x),
		    dom_name(x), S("src"));
		return NULL;
	}
	for (i = 0; i < r->sheet->num_faces; i++)
		if (str_eq(a->value, r->face_paths[i]))
			return r->sheet->faces[i];
	face = r->sheet->num_faces < PDF_READER_FACES ?
	    pdf_face_open(str_c(r->arena, a->value), &fault) : NULL;
	if (face == NULL) {
		pdf_reader_tell(r, DIAG_SHEET_FACE, a->pos, a->value,
		    face_fault(fault));
		return NULL;
	}
	r->face_paths[r->sheet->num_faces] = a->value;
	r->sheet->faces[r->sheet->num_faces++] = face;
	return face;
}

static void
read_face(struct pdf_reader *r, struct pdf_family *f, const node *x)
{
	static const struct pdf_property known[] = {
		{ "src", PDF_TYPE_NAME, 0 },
		{ "font-weight", PDF_TYPE_WEIGHT, 0 },
		{ "font-style", PDF_TYPE_SLOPE, 0 }, { NULL, PDF_TYPE_NAME, 0 }
	};
	const struct pdf_property *p;
	size_t num;
	const struct dom_attr *a = dom_attrs(r->arena, x, &num);
	unsigned bold = 0, italic = 0;

	for (; num > 0; num--, a++) {
		p = pdf_reader_property(r, known, a);
		if (p != NULL && p->type == PDF_TYPE_WEIGHT)
			pdf_reader_keyword(r, a, pdf_reader_weights, &bold);
		else if (p != NULL && p->type == PDF_TYPE_SLOPE)
			pdf_reader_keyword(r, a, pdf_reader_slopes, &italic);
	}
	f->faces[(bold ? PDF_BOLD : 0) | (italic ? PDF_ITALIC : 0)] =
	    open_face(r, x);
}

static void
read_face_of_last(struct pdf_reader *r, const node *x)
{
	read_face(r, &r->families[r->num_families - 1], x);
}

static void
read_family(struct pdf_reader *r, const node *x)
{
	static const struct pdf_element kids[] = { { "face", read_face_of_last },
		{ NULL, NULL } };
	const struct dom_attr *a = pdf_reader_attr(r, x, "name");
	struct pdf_family *f;

	if (a == NULL || r->num_families == PDF_READER_FAMILIES) {
		pdf_reader_tell(r, DIAG_SHEET_MISSING, dom_pos(x),
		    dom_name(x), S("name"));
		return;
	}
	f = &r->families[r->num_families++];
	f->name = a->value;
	pdf_reader_kids(r, x, kids);
	if (f->faces[0] == NULL && r->faults == 0)
		pdf_reader_tell(r, DIAG_SHEET_MISSING, dom_pos(x),
		    dom_name(x), S("face"));
}

static void
read_fallback(struct pdf_reader *r, const node *x)
{
	const struct pdf_face *face = open_face(r, x);

	if (face != NULL && r->num_fallbacks + 1 < PDF_CHAIN_FACES)
		r->fallbacks[r->num_fallbacks++] = face;
}

static void
read_faces(struct pdf_reader *r, const node *x)
{
	static const struct pdf_element kids[] = { { "family", read_family },
		{ "fallback", read_fallback }, { NULL, NULL } };

	pdf_reader_kids(r, x, kids);
}

static void
read_hyphenation(struct pdf_reader *r, const node *x)
{
	const struct dom_attr *a = pdf_reader_attr(r, x, "src");

	if (a == NULL)
		pdf_reader_tell(r, DIAG_SHEET_MISSING, dom_pos(x),
		    dom_name(x), S("src"));
	else if (r->sheet->hyphen == NULL)
		r->sheet->hyphen = pdf_hyphen_new(str_c(r->arena, a->value));
}

static void
read_page(struct pdf_reader *r, const node *x)
{
	const struct pdf_sheet *s = r->sheet;

	pdf_reader_fields(r, x, page_properties, r->sheet);
	if (s->width - s->left - s->right < ROOM ||
	    s->height - s->top - s->bottom < ROOM)
		pdf_reader_tell(r, DIAG_SHEET_ROOM, dom_pos(x), S(""));
}

static void
read_styles(struct pdf_reader *r, const node *x)
{
	static const struct pdf_element kids[] = { { "style", pdf_style_read },
		{ NULL, NULL } };

	pdf_reader_kids(r, x, kids);
}

static void
read_letterhead(struct pdf_reader *r, const node *x)
{
	pdf_region_read(r, x, &r->sheet->letterhead);
}

static void
read_header(struct pdf_reader *r, const node *x)
{
	pdf_region_read(r, x, &r->sheet->header);
}

static void
read_footer(struct pdf_reader *r, const node *x)
{
	pdf_region_read(r, x, &r->sheet->footer);
}

/* --- The whole */

/* Every style that the sheet does not name is a paragraph's. */
static void
complete(struct pdf_reader *r, const node *root)
{
	struct pdf_sheet *s = r->sheet;
	const struct pdf_style *p = &s->styles[PDF_LOOK_PARAGRAPH];
	size_t i;

	if (p->chains[0] == NULL || p->size <= 0 || p->leading <= 0) {
		if (r->faults == 0)
			pdf_reader_tell(r, DIAG_SHEET_MISSING,
			    dom_pos(root), S("styles"), S("paragraph"));
		return;
	}
	if (r->faults == 0 && (s->width <= 0 || s->height <= 0))
		pdf_reader_tell(r, DIAG_SHEET_MISSING, dom_pos(root),
		    dom_name(root), S("page"));
	for (i = 0; i < PDF_LOOK_COUNT; i++)
		if (s->styles[i].chains[0] == NULL)
			pdf_style_inherit(&s->styles[i], p);
	if (s->hyphen == NULL)
		s->hyphen = pdf_hyphen_new(NULL);
}

struct pdf_sheet *
pdf_sheet_read(struct arena *a, str text, struct diags *ds, str path)
{
	static const struct pdf_element kids[] = { { "page", read_page },
		{ "faces", read_faces }, { "hyphenation", read_hyphenation },
		{ "styles", read_styles }, { "letterhead", read_letterhead },
		{ "header", read_header }, { "footer", read_footer },
		{ NULL, NULL } };
	struct pdf_reader *r = arena_new_of(a, struct pdf_reader);
	node *root = dom_parse(a, text, ds, path);
	struct nearest near;

	if (root == NULL)
		return NULL;
	r->arena = a;
	r->diags = ds;
	r->path = path;
	r->sheet = arena_new_of(a, struct pdf_sheet);
	r->sheet->faces = arena_array(a, struct pdf_face *, PDF_READER_FACES);
	near = nearest_to(dom_name(root));
	nearest_offer(&near, S("sheet"));
	if (str_eq(dom_name(root), S("sheet")))
		pdf_reader_kids(r, root, kids);
	else
		pdf_reader_tell_element(r, root, &near);
	complete(r, root);
	dom_drop(root);
	if (r->faults == 0)
		return r->sheet;
	pdf_sheet_close(r->sheet);
	return NULL;
}

void
pdf_sheet_close(struct pdf_sheet *s)
{
	size_t i;

	if (s == NULL)
		return;
	for (i = 0; i < s->num_faces; i++)
		pdf_face_close(s->faces[i]);
	pdf_hyphen_free(s->hyphen);
}

double
pdf_sheet_measure(const struct pdf_sheet *s)
{
	return s->width - s->left - s->right;
}
