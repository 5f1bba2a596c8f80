/* SPDX-License-Identifier: ISC */
#include "style/style_sheet.h"

#include <errno.h>
#include <math.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/nearest.h"
#include "base/phrase.h"
#include "font/hyphen.h"
#include "style/font_file.h"
#include "style/read_region.h"
#include "style/read_style.h"
#include "style/reader.h"

/* The minimum width and height of the text: 60 mm [pt]. */
#define ROOM (60 / 25.4 * 72)

#define IN_STYLES(field)	offsetof(struct styles, field)

static const struct reader_property page_properties[] = {
	{ "page-width", READER_TYPE_LENGTH, IN_STYLES(width) },
	{ "page-height", READER_TYPE_LENGTH, IN_STYLES(height) },
	{ "margin-left", READER_TYPE_LENGTH, IN_STYLES(left) },
	{ "margin-right", READER_TYPE_LENGTH, IN_STYLES(right) },
	{ "margin-top", READER_TYPE_LENGTH, IN_STYLES(top) },
	{ "margin-bottom", READER_TYPE_LENGTH, IN_STYLES(bottom) },
	{ NULL, READER_TYPE_NAME, 0 }
};

/* --- Faces */

static str
face_fault(enum face_fault fault)
{
	switch (fault) {
	case FACE_READ:
		return str_of(fault_text(errno));
	case FACE_VARIABLE:
		return phrase_text(PHRASE_FACE_VARIABLE);
	case FACE_LICENCE:
		return phrase_text(PHRASE_FACE_LICENCE);
	default:
		return phrase_text(PHRASE_FACE_BROKEN);
	}
}

static void
report_face(struct reader *r, const struct dom_attr *a, enum face_fault fault)
{
	const char *package = font_file_package(a->value);

	if (fault == FACE_READ && errno == ENOENT && package != NULL)
		reader_report(r, DIAG_SHEET_FONT, a->pos, a->value,
		    str_of(package));
	else
		reader_report(r, DIAG_SHEET_FACE, a->pos, a->value,
		    face_fault(fault));
}

static const struct face *
open_face(struct reader *r, const node *x)
{
	const struct dom_attr *a = reader_attr(r, x, "src");
	enum face_fault fault = FACE_BROKEN;
	struct face *face;
	size_t i;

	if (a == NULL) {
		reader_report(r, DIAG_SHEET_MISSING, dom_pos(x),
		    dom_name(x), S("src"));
		return NULL;
	}
	for (i = 0; i < r->styles->num_faces; i++)
		if (str_eq(a->value, r->face_paths[i]))
			return r->styles->faces[i];
	face = r->styles->num_faces < READER_FACES ?
	    face_open(font_file_find(&r->files, r->path, a->value).p, &fault) :
	    NULL;
	if (face == NULL) {
		report_face(r, a, fault);
		return NULL;
	}
	r->face_paths[r->styles->num_faces] = a->value;
	r->styles->faces[r->styles->num_faces++] = face;
	return face;
}

static void
read_face(struct reader *r, struct reader_family *f, const node *x)
{
	static const struct reader_property known[] = {
		{ "src", READER_TYPE_NAME, 0 },
		{ "font-weight", READER_TYPE_WEIGHT, 0 },
		{ "font-style", READER_TYPE_SLOPE, 0 }, { NULL,
		    READER_TYPE_NAME, 0 }
	};
	const struct reader_property *p;
	size_t num;
	const struct dom_attr *a = dom_attrs(r->arena, x, &num);
	unsigned bold = 0, italic = 0;

	for (; num > 0; num--, a++) {
		p = reader_property(r, known, a);
		if (p != NULL && p->type == READER_TYPE_WEIGHT)
			reader_keyword(r, a, reader_weights, &bold);
		else if (p != NULL && p->type == READER_TYPE_SLOPE)
			reader_keyword(r, a, reader_slopes, &italic);
	}
	f->faces[(bold ? STYLE_BOLD : 0) | (italic ? STYLE_ITALIC : 0)] =
	    open_face(r, x);
}

static void
read_face_of_last(struct reader *r, const node *x)
{
	read_face(r, &r->families[r->num_families - 1], x);
}

static void
read_family(struct reader *r, const node *x)
{
	static const struct reader_element children[] = {
		{ "face", read_face_of_last }, { NULL, NULL }
	};
	const struct dom_attr *a = reader_attr(r, x, "name");
	struct reader_family *f;

	if (a == NULL || r->num_families == READER_FAMILIES) {
		reader_report(r, DIAG_SHEET_MISSING, dom_pos(x),
		    dom_name(x), S("name"));
		return;
	}
	f = &r->families[r->num_families++];
	f->name = a->value;
	reader_children(r, x, children);
	if (f->faces[0] == NULL && r->faults == 0)
		reader_report(r, DIAG_SHEET_MISSING, dom_pos(x),
		    dom_name(x), S("face"));
}

static void
read_fallback(struct reader *r, const node *x)
{
	const struct face *face = open_face(r, x);

	if (face != NULL && r->num_fallbacks + 1 < FONT_CHAIN_FACES)
		r->fallbacks[r->num_fallbacks++] = face;
}

static void
read_faces(struct reader *r, const node *x)
{
	static const struct reader_element children[] = {
		{ "family", read_family }, { "fallback", read_fallback },
		{ NULL, NULL }
	};

	reader_children(r, x, children);
}

static void
read_hyphenation(struct reader *r, const node *x)
{
	const struct dom_attr *a = reader_attr(r, x, "src");

	if (a == NULL)
		reader_report(r, DIAG_SHEET_MISSING, dom_pos(x),
		    dom_name(x), S("src"));
	else if (r->styles->hyphen == NULL)
		r->styles->hyphen = hyphen_new(font_file_find(&r->files, r->path,
		    a->value).p);
}

static void
read_page(struct reader *r, const node *x)
{
	const struct styles *s = r->styles;

	reader_fields(r, x, page_properties, r->styles);
	if (s->width - s->left - s->right < ROOM ||
	    s->height - s->top - s->bottom < ROOM)
		reader_report(r, DIAG_SHEET_ROOM, dom_pos(x), S(""));
}

static void
read_styles(struct reader *r, const node *x)
{
	static const struct reader_element children[] = {
		{ "style", read_style }, { NULL, NULL }
	};

	reader_children(r, x, children);
}

static void
read_letterhead(struct reader *r, const node *x)
{
	read_region(r, x, &r->styles->letterhead);
}

static void
read_header(struct reader *r, const node *x)
{
	read_region(r, x, &r->styles->header);
}

static void
read_footer(struct reader *r, const node *x)
{
	read_region(r, x, &r->styles->footer);
}

/* --- All of it */

/* Sets every style that the style sheet does not name like a paragraph. */
static void
complete(struct reader *r, const node *root)
{
	struct styles *s = r->styles;
	const struct style *p = &s->by_id[STYLE_PARAGRAPH];
	size_t i;

	if (p->chains[0] == NULL || p->size <= 0 || p->leading <= 0) {
		if (r->faults == 0)
			reader_report(r, DIAG_SHEET_MISSING,
			    dom_pos(root), S("styles"), S("paragraph"));
		return;
	}
	if (r->faults == 0 && (s->width <= 0 || s->height <= 0))
		reader_report(r, DIAG_SHEET_MISSING, dom_pos(root),
		    dom_name(root), S("page"));
	for (i = 0; i < STYLE_COUNT; i++)
		if (s->by_id[i].chains[0] == NULL)
			read_style_inherit(&s->by_id[i], p);
	if (s->hyphen == NULL)
		s->hyphen = hyphen_new(NULL);
}

/* A landscape sheet has the margins of the others. */
/* A landscape sheet is filed with its head at the binding, which needs the
 * room that an upright sheet has at the left. */
static void
turn(struct arena *a, struct styles *s)
{
	struct styles *turned = arena_new_of(a, struct styles);

	*turned = *s;
	turned->width = s->height;
	turned->height = s->width;
	turned->top += fmax(0, s->left - s->header.edge);
	turned->header.edge = fmax(s->left, s->header.edge);
	turned->letterhead.edge = fmax(s->left, s->letterhead.edge);
	s->turned = turned;
}

struct styles *
style_sheet_read(struct arena *a, str text, struct diags *ds, str path)
{
	static const struct reader_element children[] = { { "page", read_page },
		{ "faces", read_faces }, { "hyphenation", read_hyphenation },
		{ "styles", read_styles }, { "letterhead", read_letterhead },
		{ "header", read_header }, { "footer", read_footer },
		{ NULL, NULL } };
	struct reader *r = arena_new_of(a, struct reader);
	node *root = dom_parse(a, text, ds, path);
	struct nearest near;

	if (root == NULL)
		return NULL;
	r->arena = r->files.arena = a;
	r->diags = ds;
	r->path = path;
	r->styles = arena_new_of(a, struct styles);
	r->styles->path = path;
	r->styles->faces = arena_array(a, struct face *, READER_FACES);
	near = nearest_to(dom_name(root));
	nearest_offer(&near, S("sheet"));
	if (str_eq(dom_name(root), S("sheet")))
		reader_children(r, root, children);
	else
		reader_report_element(r, root, &near);
	complete(r, root);
	dom_drop(root);
	if (r->faults == 0) {
		turn(a, r->styles);
		return r->styles;
	}
	style_sheet_close(r->styles);
	return NULL;
}

void
style_sheet_close(struct styles *s)
{
	size_t i;

	if (s == NULL)
		return;
	for (i = 0; i < s->num_faces; i++)
		face_close(s->faces[i]);
	hyphen_free(s->hyphen);
}
