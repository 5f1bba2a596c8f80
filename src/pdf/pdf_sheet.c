/* SPDX-License-Identifier: ISC */
#include "pdf_sheet.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "../base/arena.h"
#include "../base/mem.h"
#include "../base/nearest.h"
#include "pdf_xml.h"

enum { FACES = 64, FAMILIES = 16, CHAINS = FAMILIES * PDF_VARIANTS * 4 };

/* The least that is left for text, either way: 60 mm [pt]. */
#define ROOM (60 / 25.4 * 72)

struct family {
	str			 name;
	const struct pdf_face	*faces[PDF_VARIANTS];
};

/* A sheet that is being read. */
struct reader {
	struct arena		*arena;
	struct diags		*diags;
	str			 path;
	struct pdf_sheet	*sheet;
	size_t			 faults;
	str			 face_paths[FACES];
	struct family		 families[FAMILIES];
	size_t			 num_families;
	const struct pdf_face	*fallbacks[PDF_CHAIN_FACES];
	size_t			 num_fallbacks;
	struct pdf_chain	*chains[CHAINS];
	size_t			 num_chains;
};

/* --- Faults */

#define tell(r, id, pos, ...) \
	((r)->faults++, diag((r)->diags, (id), (pos), (r)->path, __VA_ARGS__))

static void
tell_value(struct reader *r, const struct pdf_xml_attr *a, str wanted)
{
	tell(r, DIAG_SHEET_VALUE, a->pos, a->name, wanted, a->value);
}

/* --- Values */

static bool
read_number(str *s, double *number)
{
	double n = 0, unit = 1;
	size_t i;
	bool point = false;

	for (i = 0; i < s->len && i < 12; i++)
		if (char_is_digit(s->p[i])) {
			n = n * 10 + (s->p[i] - '0');
			unit *= point ? 10 : 1;
		} else if (s->p[i] == '.' && !point && i > 0) {
			point = true;
		} else {
			break;
		}
	*s = str_from(*s, i);
	*number = n / unit;
	return i > 0;
}

static bool
read_length(str s, double *length)
{
	static const struct { str unit; double pt; } units[] = {
		{ { "pt", 2 }, 1 }, { { "mm", 2 }, 72 / 25.4 },
		{ { "cm", 2 }, 720 / 25.4 }, { { "in", 2 }, 72 }
	};
	double n;
	size_t i;

	if (!read_number(&s, &n) || n > 10000)
		return false;
	for (i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (str_eq(s, units[i].unit)) {
			*length = n * units[i].pt;
			return true;
		}
	*length = 0;
	return n == 0 && s.len == 0;
}

static bool
read_colour(str s, unsigned *colour)
{
	unsigned c = 0;
	size_t i;

	if (s.len != 7 || s.p[0] != '#')
		return false;
	for (i = 1; i < s.len; i++)
		if (char_is_digit(s.p[i]))
			c = c * 16 + (unsigned)(s.p[i] - '0');
		else if ((s.p[i] | 0x20) >= 'a' && (s.p[i] | 0x20) <= 'f')
			c = c * 16 + (unsigned)((s.p[i] | 0x20) - 'a' + 10);
		else
			return false;
	*colour = c;
	return true;
}

/* --- Properties: what an attribute may be and where it goes. */

enum type {
	TYPE_LENGTH, TYPE_COLOUR, TYPE_BACKGROUND, TYPE_SIZE, TYPE_ALIGN,
	TYPE_FLAG, TYPE_WEIGHT, TYPE_SLOPE, TYPE_FAMILY, TYPE_NAME
};

struct property {
	const char	*name;
	enum type	 type;
	size_t		 at;		/* offset of the field */
};

#define IN_STYLE(field)		offsetof(struct pdf_style, field)
#define IN_REGION(field)	offsetof(struct pdf_region, field)
#define IN_SHEET(field)		offsetof(struct pdf_sheet, field)

static const struct property style_properties[] = {
	{ "name", TYPE_NAME, 0 },
	{ "font-family", TYPE_FAMILY, 0 },
	{ "font-weight", TYPE_WEIGHT, 0 },
	{ "font-style", TYPE_SLOPE, 0 },
	{ "font-size", TYPE_SIZE, 0 },
	{ "line-height", TYPE_LENGTH, IN_STYLE(leading) },
	{ "color", TYPE_COLOUR, IN_STYLE(colour) },
	{ "text-align", TYPE_ALIGN, 0 },
	{ "hyphenate", TYPE_FLAG, IN_STYLE(hyphenate) },
	{ "space-before", TYPE_LENGTH, IN_STYLE(before) },
	{ "space-after", TYPE_LENGTH, IN_STYLE(after) },
	{ "start-indent", TYPE_LENGTH, IN_STYLE(indent) },
	{ "padding", TYPE_LENGTH, IN_STYLE(padding) },
	{ "border-width", TYPE_LENGTH, IN_STYLE(border) },
	{ "border-color", TYPE_COLOUR, IN_STYLE(border_colour) },
	{ "background-color", TYPE_BACKGROUND, 0 },
	{ NULL, TYPE_NAME, 0 }
};

static const struct property region_properties[] = {
	{ "margin-top", TYPE_LENGTH, IN_REGION(edge) },
	{ "margin-bottom", TYPE_LENGTH, IN_REGION(edge) },
	{ "space-after", TYPE_LENGTH, IN_REGION(space) },
	{ "padding", TYPE_LENGTH, IN_REGION(padding) },
	{ "border-width", TYPE_LENGTH, IN_REGION(border) },
	{ "border-color", TYPE_COLOUR, IN_REGION(border_colour) },
	{ "content-height", TYPE_LENGTH, IN_REGION(picture) },
	{ NULL, TYPE_NAME, 0 }
};

static const struct property page_properties[] = {
	{ "page-width", TYPE_LENGTH, IN_SHEET(width) },
	{ "page-height", TYPE_LENGTH, IN_SHEET(height) },
	{ "margin-left", TYPE_LENGTH, IN_SHEET(left) },
	{ "margin-right", TYPE_LENGTH, IN_SHEET(right) },
	{ "margin-top", TYPE_LENGTH, IN_SHEET(top) },
	{ "margin-bottom", TYPE_LENGTH, IN_SHEET(bottom) },
	{ NULL, TYPE_NAME, 0 }
};

static const struct property *
find_property(struct reader *r, const struct property *table,
    const struct pdf_xml_attr *a)
{
	struct nearest near = nearest_to(a->name);

	for (; table->name != NULL; table++) {
		if (str_eq(a->name, str_of(table->name)))
			return table;
		nearest_offer(&near, str_of(table->name));
	}
	tell(r, DIAG_SHEET_PROPERTY, a->pos, a->name, nearest_best(&near));
	return NULL;
}

static const struct pdf_xml_attr *
find_attr(const struct pdf_xml *x, const char *name)
{
	const struct pdf_xml_attr *a;

	for (a = x->attrs; a != NULL; a = a->next)
		if (str_eq(a->name, str_of(name)))
			return a;
	return NULL;
}

static bool
read_keyword(struct reader *r, const struct pdf_xml_attr *a,
    const char *const *words, unsigned *index)
{
	static const char *const none = "";
	struct sink k = { 0 };
	unsigned i;

	for (i = 0; words[i] != NULL; i++) {
		if (str_eq(a->value, str_of(words[i]))) {
			*index = i;
			sink_free(&k);
			return true;
		}
		sink_puts(&k, i > 0 ? " | " : none);
		sink_puts(&k, words[i]);
	}
	tell_value(r, a, sink_str(&k));
	sink_free(&k);
	return false;
}

/* --- Faces */

static str
face_fault(enum pdf_face_fault fault)
{
	bool tr = diag_language() == LANG_TR;

	switch (fault) {
	case PDF_FACE_READ:
		return str_of(strerror(errno));
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
open_face(struct reader *r, const struct pdf_xml *x)
{
	const struct pdf_xml_attr *a = find_attr(x, "src");
	enum pdf_face_fault fault;
	struct pdf_face *face;
	size_t i;

	if (a == NULL) {
		tell(r, DIAG_SHEET_MISSING, x->pos, x->name, S("src"));
		return NULL;
	}
	for (i = 0; i < r->sheet->num_faces; i++)
		if (str_eq(a->value, r->face_paths[i]))
			return r->sheet->faces[i];
	face = r->sheet->num_faces < FACES ?
	    pdf_font_open(str_c(r->arena, a->value), &fault) : NULL;
	if (face == NULL) {
		tell(r, DIAG_SHEET_FACE, a->pos, a->value, face_fault(fault));
		return NULL;
	}
	r->face_paths[r->sheet->num_faces] = a->value;
	r->sheet->faces[r->sheet->num_faces++] = face;
	return face;
}

static const char *const weights[] = { "normal", "bold", NULL };
static const char *const slopes[] = { "normal", "italic", NULL };

static void
read_face(struct reader *r, struct family *f, const struct pdf_xml *x)
{
	static const struct property known[] = {
		{ "src", TYPE_NAME, 0 }, { "font-weight", TYPE_WEIGHT, 0 },
		{ "font-style", TYPE_SLOPE, 0 }, { NULL, TYPE_NAME, 0 }
	};
	const struct property *p;
	const struct pdf_xml_attr *a;
	unsigned bold = 0, italic = 0;

	for (a = x->attrs; a != NULL; a = a->next) {
		p = find_property(r, known, a);
		if (p != NULL && p->type == TYPE_WEIGHT)
			read_keyword(r, a, weights, &bold);
		else if (p != NULL && p->type == TYPE_SLOPE)
			read_keyword(r, a, slopes, &italic);
	}
	f->faces[(bold ? PDF_BOLD : 0) | (italic ? PDF_ITALIC : 0)] =
	    open_face(r, x);
}

/* --- Elements */

struct element {
	const char	*name;
	void		(*read)(struct reader *, const struct pdf_xml *);
};

static bool
is_blank(const struct pdf_xml *x)
{
	return x->name.len == 0 && str_trim(x->text).len == 0;
}

static void
tell_element(struct reader *r, const struct pdf_xml *x,
    const struct nearest *near)
{
	tell(r, DIAG_SHEET_ELEMENT, x->pos, x->name.len != 0 ? x->name :
	    str_trim(x->text), nearest_best(near));
}

/* Each kid of x by its row of the table. */
static void
read_kids(struct reader *r, const struct pdf_xml *x,
    const struct element *table)
{
	const struct pdf_xml *kid;
	const struct element *e;
	struct nearest near;

	for (kid = x->first; kid != NULL; kid = kid->next) {
		if (is_blank(kid))
			continue;
		near = nearest_to(kid->name);
		for (e = table; e->name != NULL; e++) {
			if (str_eq(kid->name, str_of(e->name)))
				break;
			nearest_offer(&near, str_of(e->name));
		}
		if (e->name != NULL)
			e->read(r, kid);
		else
			tell_element(r, kid, &near);
	}
}

static void
read_face_of_last(struct reader *r, const struct pdf_xml *x)
{
	read_face(r, &r->families[r->num_families - 1], x);
}

static void
read_family(struct reader *r, const struct pdf_xml *x)
{
	static const struct element kids[] = { { "face", read_face_of_last },
		{ NULL, NULL } };
	const struct pdf_xml_attr *a = find_attr(x, "name");
	struct family *f;

	if (a == NULL || r->num_families == FAMILIES) {
		tell(r, DIAG_SHEET_MISSING, x->pos, x->name, S("name"));
		return;
	}
	f = &r->families[r->num_families++];
	f->name = a->value;
	read_kids(r, x, kids);
	if (f->faces[0] == NULL && r->faults == 0)
		tell(r, DIAG_SHEET_MISSING, x->pos, x->name, S("face"));
}

static void
read_fallback(struct reader *r, const struct pdf_xml *x)
{
	const struct pdf_face *face = open_face(r, x);

	if (face != NULL && r->num_fallbacks + 1 < PDF_CHAIN_FACES)
		r->fallbacks[r->num_fallbacks++] = face;
}

static void
read_faces(struct reader *r, const struct pdf_xml *x)
{
	static const struct element kids[] = { { "family", read_family },
		{ "fallback", read_fallback }, { NULL, NULL } };

	read_kids(r, x, kids);
}

static void
read_hyphenation(struct reader *r, const struct pdf_xml *x)
{
	const struct pdf_xml_attr *a = find_attr(x, "src");

	if (a == NULL)
		tell(r, DIAG_SHEET_MISSING, x->pos, x->name, S("src"));
	else if (r->sheet->hyphen == NULL)
		r->sheet->hyphen = pdf_hyphen_new(str_c(r->arena, a->value));
}

static void
read_lengths(struct reader *r, const struct pdf_xml *x,
    const struct property *table, void *to)
{
	const struct pdf_xml_attr *a;
	const struct property *p;
	void *field;

	for (a = x->attrs; a != NULL; a = a->next) {
		p = find_property(r, table, a);
		if (p == NULL)
			continue;
		field = (char *)to + p->at;
		if (p->type == TYPE_COLOUR && !read_colour(a->value, field))
			tell_value(r, a, S("#rrggbb"));
		if (p->type == TYPE_LENGTH && !read_length(a->value, field))
			tell_value(r, a, S("10pt, 25mm, 2.5cm"));
	}
}

static void
read_page(struct reader *r, const struct pdf_xml *x)
{
	const struct pdf_sheet *s = r->sheet;

	read_lengths(r, x, page_properties, r->sheet);
	if (s->width - s->left - s->right < ROOM ||
	    s->height - s->top - s->bottom < ROOM)
		tell(r, DIAG_SHEET_ROOM, x->pos, S(""));
}

/* --- Styles */

static const char *const look_names[] = {
#define X(id, name) name,
#include "pdf_looks.def"
#undef X
	NULL
};

/* A name among names; false and told where it is not there. */
static bool
find_name(struct reader *r, const struct pdf_xml_attr *a,
    const char *const *names, str kind, unsigned *index)
{
	struct nearest near = nearest_to(a->value);
	unsigned i;

	for (i = 0; names[i] != NULL; i++) {
		if (str_eq(a->value, str_of(names[i]))) {
			*index = i;
			return true;
		}
		nearest_offer(&near, str_of(names[i]));
	}
	tell(r, DIAG_SHEET_NAME, a->pos, a->value, kind, nearest_best(&near));
	return false;
}

static const struct family *
find_family(struct reader *r, const struct pdf_xml_attr *a)
{
	struct nearest near = nearest_to(a->value);
	size_t i;

	for (i = 0; i < r->num_families; i++) {
		if (str_eq(a->value, r->families[i].name))
			return &r->families[i];
		nearest_offer(&near, r->families[i].name);
	}
	tell(r, DIAG_SHEET_NAME, a->pos, a->value, S("font-family"),
	    nearest_best(&near));
	return NULL;
}

/* The chain of a family's variant, one for all styles that use it, so that
 * a word is shaped once. */
static const struct pdf_chain *
make_chain(struct reader *r, const struct family *f, unsigned variant)
{
	const struct pdf_face *face = f->faces[variant];
	struct pdf_chain *c;
	size_t i;

	if (face == NULL)
		face = f->faces[variant & PDF_BOLD];
	if (face == NULL)
		face = f->faces[0];
	for (i = 0; i < r->num_chains; i++)
		if (r->chains[i]->faces[0] == face)
			return r->chains[i];
	c = arena_new_of(r->arena, struct pdf_chain);
	c->faces[c->num++] = face;
	for (i = 0; i < r->num_fallbacks; i++)
		if (r->fallbacks[i] != face && c->num < PDF_CHAIN_FACES)
			c->faces[c->num++] = r->fallbacks[i];
	r->chains[r->num_chains++] = c;
	return c;
}

static void
set_family(struct reader *r, struct pdf_style *s, const struct family *f)
{
	unsigned i;

	for (i = 0; f != NULL && f->faces[0] != NULL && i < PDF_VARIANTS; i++)
		s->chains[i] = make_chain(r, f, i);
}

static void
set_size(struct reader *r, struct pdf_style *s, const struct pdf_xml_attr *a)
{
	str rest = a->value;

	if (str_ends(rest, S("em")) && read_number(&rest, &s->scale) &&
	    str_eq(rest, S("em")) && s->scale > 0)
		return;
	s->scale = 0;
	if (!read_length(a->value, &s->size) || s->size < 1)
		tell_value(r, a, S("10.5pt, 0.9em"));
}

static void
set_variant(struct reader *r, struct pdf_style *s,
    const struct pdf_xml_attr *a, const char *const *words, unsigned bit)
{
	unsigned on = 0;

	if (read_keyword(r, a, words, &on))
		s->variant = on ? s->variant | bit : s->variant & ~bit;
}

static void
set_other(struct reader *r, struct pdf_style *s, const struct property *p,
    const struct pdf_xml_attr *a)
{
	static const char *const aligns[] = { "start", "center", "end",
		"justify", NULL };
	static const char *const flags[] = { "false", "true", NULL };
	unsigned i = 0;

	if (p->type == TYPE_FAMILY) {
		set_family(r, s, find_family(r, a));
	} else if (p->type == TYPE_SIZE) {
		set_size(r, s, a);
	} else if (p->type == TYPE_WEIGHT) {
		set_variant(r, s, a, weights, PDF_BOLD);
	} else if (p->type == TYPE_SLOPE) {
		set_variant(r, s, a, slopes, PDF_ITALIC);
	} else if (p->type == TYPE_ALIGN) {
		if (read_keyword(r, a, aligns, &i))
			s->align = (enum pdf_align)i;
	} else if (p->type == TYPE_FLAG) {
		if (read_keyword(r, a, flags, &i))
			s->hyphenate = i == 1;
	} else if (p->type == TYPE_BACKGROUND) {
		s->filled = read_colour(a->value, &s->background);
		if (!s->filled)
			tell_value(r, a, S("#rrggbb"));
	}
}

/* What a style has where it does not say: XSL's inherited properties from
 * “paragraph”, nothing else. */
static void
inherit(struct pdf_style *s, const struct pdf_style *from)
{
	*s = *from;
	s->before = s->after = s->indent = s->padding = s->border = 0;
	s->filled = false;
}

static void
read_style(struct reader *r, const struct pdf_xml *x)
{
	const struct pdf_xml_attr *a = find_attr(x, "name");
	const struct property *p;
	struct pdf_style *s;
	unsigned look = 0;

	if (a == NULL) {
		tell(r, DIAG_SHEET_MISSING, x->pos, x->name, S("name"));
		return;
	}
	if (!find_name(r, a, look_names, S("style"), &look))
		return;
	s = &r->sheet->styles[look];
	if (look != PDF_LOOK_PARAGRAPH)
		inherit(s, &r->sheet->styles[PDF_LOOK_PARAGRAPH]);
	read_lengths(r, x, style_properties, s);
	for (a = x->attrs; a != NULL; a = a->next)
		for (p = style_properties; p->name != NULL; p++)
			if (str_eq(a->name, str_of(p->name)))
				set_other(r, s, p, a);
}

static void
read_styles(struct reader *r, const struct pdf_xml *x)
{
	static const struct element kids[] = { { "style", read_style },
		{ NULL, NULL } };

	read_kids(r, x, kids);
}

/* --- Regions */

static const char *const slot_names[] = {
#define X(id, name) name,
#include "pdf_slots.def"
#undef X
	NULL
};

str
pdf_sheet_slot_name(enum pdf_slot slot)
{
	return str_of(slot_names[slot]);
}

static void
read_slot(struct reader *r, const struct pdf_xml *x, struct pdf_part *part)
{
	const struct pdf_xml_attr *a = find_attr(x, "name");
	struct nearest near = nearest_to(a != NULL ? a->value : S(""));
	unsigned i;

	if (a == NULL) {
		tell(r, DIAG_SHEET_MISSING, x->pos, x->name, S("name"));
		return;
	}
	part->is_slot = true;
	for (i = 0; i < PDF_SLOT_COUNT; i++) {
		if (str_eq(a->value, str_of(slot_names[i]))) {
			part->slot = (enum pdf_slot)i;
			return;
		}
		nearest_offer(&near, str_of(slot_names[i]));
	}
	tell(r, DIAG_TEMPLATE_SLOT, a->pos, a->value, nearest_best(&near));
}

/* Text and slots of <start> or <end>. */
static struct pdf_part *
read_parts(struct reader *r, const struct pdf_xml *x, enum pdf_look *look)
{
	struct pdf_part *first = NULL, **tail = &first;
	const struct pdf_xml_attr *a = find_attr(x, "style");
	const struct pdf_xml *kid;
	unsigned i = PDF_LOOK_FOOTER;

	if (a == NULL)
		tell(r, DIAG_SHEET_MISSING, x->pos, x->name, S("style"));
	else
		find_name(r, a, look_names, S("style"), &i);
	*look = (enum pdf_look)i;
	for (kid = x->first; kid != NULL; kid = kid->next) {
		struct nearest near = nearest_to(kid->name);
		*tail = arena_new_of(r->arena, struct pdf_part);
		(*tail)->text = kid->text;
		nearest_offer(&near, S("slot"));
		if (str_eq(kid->name, S("slot")))
			read_slot(r, kid, *tail);
		else if (kid->name.len != 0)
			tell_element(r, kid, &near);
		tail = &(*tail)->next;
	}
	return first;
}

static void
read_line(struct reader *r, const struct pdf_xml *x,
    struct pdf_region_line *line)
{
	const struct pdf_xml *kid;
	struct nearest near;

	for (kid = x->first; kid != NULL; kid = kid->next) {
		near = nearest_to(kid->name);
		nearest_offer(&near, S("start"));
		nearest_offer(&near, S("end"));
		if (str_eq(kid->name, S("start")))
			line->start = read_parts(r, kid, &line->start_look);
		else if (str_eq(kid->name, S("end")))
			line->end = read_parts(r, kid, &line->end_look);
		else if (!is_blank(kid))
			tell_element(r, kid, &near);
	}
}

static void
read_region(struct reader *r, const struct pdf_xml *x, struct pdf_region *to)
{
	struct pdf_region_line **tail = &to->lines;
	const struct pdf_xml *kid;
	struct nearest near;

	read_lengths(r, x, region_properties, to);
	for (kid = x->first; kid != NULL; kid = kid->next) {
		near = nearest_to(kid->name);
		nearest_offer(&near, S("line"));
		if (str_eq(kid->name, S("line"))) {
			*tail = arena_new_of(r->arena,
			    struct pdf_region_line);
			read_line(r, kid, *tail);
			tail = &(*tail)->next;
		} else if (!is_blank(kid)) {
			tell_element(r, kid, &near);
		}
	}
}

static void
read_letterhead(struct reader *r, const struct pdf_xml *x)
{
	read_region(r, x, &r->sheet->letterhead);
}

static void
read_header(struct reader *r, const struct pdf_xml *x)
{
	read_region(r, x, &r->sheet->header);
}

static void
read_footer(struct reader *r, const struct pdf_xml *x)
{
	read_region(r, x, &r->sheet->footer);
}

/* --- The whole */

/* Every style that the sheet does not name is a paragraph's. */
static void
complete(struct reader *r, const struct pdf_xml *root)
{
	struct pdf_sheet *s = r->sheet;
	const struct pdf_style *p = &s->styles[PDF_LOOK_PARAGRAPH];
	size_t i;

	if (p->chains[0] == NULL || p->size <= 0 || p->leading <= 0) {
		if (r->faults == 0)
			tell(r, DIAG_SHEET_MISSING, root->pos, S("styles"),
			    S("paragraph"));
		return;
	}
	if (s->width <= 0 || s->height <= 0)
		tell(r, DIAG_SHEET_MISSING, root->pos, root->name, S("page"));
	for (i = 0; i < PDF_LOOK_COUNT; i++)
		if (s->styles[i].chains[0] == NULL)
			inherit(&s->styles[i], p);
	if (s->hyphen == NULL)
		s->hyphen = pdf_hyphen_new(NULL);
}

struct pdf_sheet *
pdf_sheet_read(struct arena *a, str text, struct diags *ds, str path)
{
	static const struct element kids[] = { { "page", read_page },
		{ "faces", read_faces }, { "hyphenation", read_hyphenation },
		{ "styles", read_styles }, { "letterhead", read_letterhead },
		{ "header", read_header }, { "footer", read_footer },
		{ NULL, NULL } };
	struct reader *r = arena_new_of(a, struct reader);
	struct pdf_xml *root = pdf_xml_read(a, text, ds, path);
	struct nearest near;

	if (root == NULL)
		return NULL;
	r->arena = a;
	r->diags = ds;
	r->path = path;
	r->sheet = arena_new_of(a, struct pdf_sheet);
	r->sheet->faces = arena_array(a, struct pdf_face *, FACES);
	near = nearest_to(root->name);
	nearest_offer(&near, S("sheet"));
	if (str_eq(root->name, S("sheet")))
		read_kids(r, root, kids);
	else
		tell_element(r, root, &near);
	complete(r, root);
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
		pdf_font_close(s->faces[i]);
	pdf_hyphen_free(s->hyphen);
}

double
pdf_sheet_measure(const struct pdf_sheet *s)
{
	return s->width - s->left - s->right;
}
