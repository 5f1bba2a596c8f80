/* SPDX-License-Identifier: ISC */
#include "pdf/form.h"

#include <assert.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/map.h"
#include "pdf/canvas.h"
#include "pdf/form_font.h"
#include "pdf/object.h"
#include "pdf/tag.h"
#include "pdf/token.h"

/*
 * Why the font is called Wingdings
 * --------------------------------
 * PDFium (Chromium, Edge) sets what a user types word by word in the font that
 * it finds for the word's letters. A font of the field's own is used for all of
 * them only where its resource has this name; under any other, Ğ ğ İ ı are
 * lost. The name of a resource means nothing to other programs.
 */
#define FONT	"/Wingdings"

/* Of a box, as parts of its side. */
#define LINE	0.06
#define INSIDE	0.24
/* The control points of a quarter of a circle. */
#define ARC	0.5523

/* Field flags (ISO 32000-1, tables 221, 226, 228, 230). */
enum {
	READ_ONLY = 1, REQUIRED = 1 << 1, MULTILINE = 1 << 12,
	NO_TOGGLE = 1 << 14, RADIO = 1 << 15, COMBO = 1 << 17, COMB = 1 << 24
};

/* Radio buttons of one name. */
struct group {
	struct pdf_field	 field;		/* of the first one */
	unsigned		 object;
	struct sink		 kids;		/* references */
	str			 value;		/* of the chosen one, or empty */
	struct group		*next;
};

struct pdf_form {
	const struct face	*face;
	struct map		 appearances;	/* -> number: an object */
	struct map		 groups;	/* -> value */
	struct group		*first, **tail;
	struct sink		 fields;	/* references */
	unsigned		 font;
};

static struct pdf_form *
form_of(struct pdf *pdf, const struct face *face)
{
	struct pdf_form *f = pdf->form;

	if (f != NULL)
		return f;
	f = pdf->form = arena_new_of(pdf->arena, struct pdf_form);
	f->face = face;
	f->appearances = map_make(pdf->arena);
	f->groups = map_make(pdf->arena);
	f->tail = &f->first;
	f->font = pdf_object_reserve(pdf->file);
	return f;
}

/* --- Appearances (12.5.5) --- */

static void
put_circle(struct sink *k, double c, double r)
{
	static const double p[4][6] = { { 1, ARC, ARC, 1, 0, 1 },
	    { -ARC, 1, -1, ARC, -1, 0 }, { -1, -ARC, -ARC, -1, 0, -1 },
	    { ARC, -1, 1, -ARC, 1, 0 } };
	size_t i, n;

	pdf_token_real(k, c + r);
	pdf_token_real(k, c);
	sink_puts(k, " m");
	for (i = 0; i < 4; i++) {
		for (n = 0; n < 6; n++)
			pdf_token_real(k, c + r * p[i][n]);
		sink_puts(k, " c");
	}
}

static void
put_square(struct sink *k, double from, double side)
{
	pdf_token_real(k, from);
	pdf_token_real(k, from);
	pdf_token_real(k, side);
	pdf_token_real(k, side);
	sink_puts(k, " re");
}

/* A box or button of that side. */
static void
put_box(struct sink *k, bool round, bool on, double side)
{
	double line = side * LINE, in = side * INSIDE;

	sink_puts(k, "0 g 0 G");
	pdf_token_real(k, line);
	sink_puts(k, " w");
	if (round)
		put_circle(k, side / 2, (side - line) / 2);
	else
		put_square(k, line / 2, side - line);
	sink_puts(k, " S");
	if (on && round) {
		put_circle(k, side / 2, side / 2 - in);
		sink_puts(k, " f");
	} else if (on) {
		pdf_token_real(k, 2 * line);
		sink_puts(k, " w");
		pdf_token_real(k, in);
		pdf_token_real(k, side / 2);
		sink_puts(k, " m");
		pdf_token_real(k, side * 0.43);
		pdf_token_real(k, in);
		sink_puts(k, " l");
		pdf_token_real(k, side - in);
		pdf_token_real(k, side - in);
		sink_puts(k, " l S");
	}
}

enum look { LOOK_TEXT, LOOK_NOTHING, LOOK_BOX, LOOK_BOX_ON, LOOK_BUTTON,
	LOOK_BUTTON_ON };

/* The appearance of that size, as an object; equal ones are one. On a turned
 * page it is turned against the paper, as the text is. */
static unsigned
appearance(struct pdf *pdf, enum look look, double width, double height)
{
	char key[64];
	bool turned = pdf->page->turned;
	int len = snprintf(key, sizeof(key), "%d %ld %ld%s", (int)look,
	    pdf_canvas_hundredths(width), pdf_canvas_hundredths(height),
	    turned ? " t" : "");
	struct map_slot *slot = map_slot(&pdf->form->appearances,
	    str_copy(pdf->arena, (str){ key, (size_t)len }));
	struct sink bytes = { 0 }, *k;

	if (slot->number != 0)
		return (unsigned)slot->number;
	slot->number = pdf_object_reserve(pdf->file);
	if (look == LOOK_TEXT)
		sink_puts(&bytes, "/Tx BMC EMC");
	else if (look >= LOOK_BOX)
		put_box(&bytes, look >= LOOK_BUTTON, look == LOOK_BOX_ON ||
		    look == LOOK_BUTTON_ON, height);
	k = pdf_object_stream(pdf->file, (unsigned)slot->number);
	sink_puts(k, "/Type/XObject/Subtype/Form/BBox[0 0");
	pdf_canvas_length(k, width);
	pdf_canvas_length(k, height);
	sink_char(k, ']');
	if (turned) {
		sink_puts(k, "/Matrix[0 1 -1 0");
		pdf_canvas_length(k, height);
		sink_puts(k, " 0]");
	}
	sink_puts(k, "/Resources<<");
	if (look == LOOK_TEXT) {
		sink_puts(k, "/Font<<" FONT);
		pdf_token_ref(k, pdf->form->font);
		sink_puts(k, ">>");
	}
	sink_puts(k, ">>");
	pdf_object_stream_end(pdf->file, sink_str(&bytes), PDF_PLAIN);
	sink_free(&bytes);
	return (unsigned)slot->number;
}

/* --- Fields (12.7.3, 12.7.4) --- */

static void
put_name(struct sink *k, const char *key, str name)
{
	pdf_token_name(k, key);
	sink_char(k, '/');
	sink_put(k, name);
}

static unsigned
flags_of(const struct pdf_field *f)
{
	unsigned flags = (f->read_only ? READ_ONLY : 0) |
	    (f->required ? REQUIRED : 0);

	switch (f->type) {
	case PDF_FIELD_LONG:
		return flags | MULTILINE;
	case PDF_FIELD_CHOICE:
		return flags | COMBO;
	case PDF_FIELD_RADIO:
		return flags | RADIO | NO_TOGGLE;
	case PDF_FIELD_TEXT:
		return flags | (f->comb ? COMB : 0);
	case PDF_FIELD_CHECK:
	case PDF_FIELD_SIGNATURE:
		break;
	}
	return flags;
}

static void
put_flags(struct sink *k, const struct pdf_field *f)
{
	unsigned flags = flags_of(f);

	if (flags != 0)
		pdf_token_put_int(k, "Ff", flags);
}

static void
put_font(struct sink *k, double size)
{
	sink_puts(k, "/DA(" FONT);
	pdf_token_real(k, size);
	sink_puts(k, " Tf 0 g)");
}

static void
put_choices(struct sink *k, const struct pdf_field *f)
{
	size_t i;

	sink_puts(k, "/Opt[");
	for (i = 0; i < f->num_choices; i++)
		pdf_token_text(k, f->choices[i]);
	sink_char(k, ']');
}

/* What the field is, apart from its widget. */
static void
put_field(struct sink *k, const struct pdf_field *f)
{
	static const char *const types[] = { "Tx", "Tx", "Ch", "Btn", "Btn",
	    "Sig" };

	pdf_token_name(k, "FT");
	pdf_token_name(k, types[f->type]);
	pdf_token_put_text(k, "T", f->name);
	put_flags(k, f);
	if (f->length != 0 && f->type == PDF_FIELD_TEXT)
		pdf_token_put_int(k, "MaxLen", f->length);
	if (f->type <= PDF_FIELD_CHOICE)
		put_font(k, f->size);
	if (f->type == PDF_FIELD_CHOICE)
		put_choices(k, f);
	if (f->type == PDF_FIELD_CHECK)
		put_name(k, "V", f->ticked ? S("Yes") : S("Off"));
}

/* --- Widgets (12.5.6.19) --- */

struct look_of {
	unsigned	on, off;	/* objects; of others: on alone */
};

static struct look_of
looks(struct pdf *pdf, const struct pdf_field *f, double width, double height)
{
	enum look look = f->type == PDF_FIELD_CHECK ? LOOK_BOX : LOOK_BUTTON;
	struct look_of l = { 0, 0 };

	if (f->type == PDF_FIELD_CHECK || f->type == PDF_FIELD_RADIO) {
		l.off = appearance(pdf, look, width, height);
		l.on = appearance(pdf, look + 1, width, height);
	} else
		l.on = appearance(pdf, f->type == PDF_FIELD_SIGNATURE ?
		    LOOK_NOTHING : LOOK_TEXT, width, height);
	return l;
}

static void
put_looks(struct sink *k, const struct pdf_field *f, struct look_of l)
{
	str on = f->type == PDF_FIELD_RADIO ? f->value : S("Yes");

	sink_puts(k, "/AP<</N");
	if (l.off == 0) {
		pdf_token_ref(k, l.on);
		sink_puts(k, ">>");
		return;
	}
	sink_puts(k, "<</Off");
	pdf_token_ref(k, l.off);
	sink_char(k, '/');
	sink_put(k, on);
	pdf_token_ref(k, l.on);
	sink_puts(k, ">>>>");
	put_name(k, "AS", f->ticked ? on : S("Off"));
}

static struct group *
group_of(struct pdf *pdf, const struct pdf_field *f)
{
	struct map_slot *slot = map_slot(&pdf->form->groups, f->name);
	struct group *g = slot->value;

	if (g == NULL) {
		g = slot->value = arena_new_of(pdf->arena, struct group);
		g->field = *f;
		g->object = pdf_object_reserve(pdf->file);
		*pdf->form->tail = g;
		pdf->form->tail = &g->next;
		pdf_token_ref(&pdf->form->fields, g->object);
	}
	g->field.required = g->field.required || f->required;
	if (f->ticked)
		g->value = f->value;
	return g;
}

static void
put_rect(struct pdf *pdf, struct sink *k, double x, double y, double width,
    double height)
{
	double edges[4];
	size_t i;

	pdf_canvas_box(pdf->page, x, y, width, height, edges);
	sink_puts(k, "/Rect[");
	for (i = 0; i < 4; i++)
		pdf_canvas_length(k, edges[i]);
	sink_char(k, ']');
	/* What is typed stands as the text around does. */
	if (pdf->page->turned)
		sink_puts(k, "/MK<</R 90>>");
}

void
pdf_form_add(struct pdf *pdf, struct pdf_tag *form, const struct face *face,
    const struct pdf_field *f, double x, double y, double width, double height)
{
	struct pdf_form *all = form_of(pdf, face);
	struct look_of l = looks(pdf, f, width, height);
	unsigned object = pdf_object_reserve(pdf->file);
	struct group *g = f->type == PDF_FIELD_RADIO ? group_of(pdf, f) : NULL;
	struct sink *k = pdf_object_open(pdf->file, object);

	assert(f->label.len != 0);		/* 14289-1, 7.18.1 */
	pdf_token_ref(&pdf->page->annotations, object);
	pdf_object_dict(pdf->file);
	sink_puts(k, "/Type/Annot/Subtype/Widget/F 4");
	put_rect(pdf, k, x, y, width, height);
	pdf_token_put_ref(k, "P", pdf->page->object);
	pdf_token_put_int(k, "StructParent", pdf_tag_annotation(form,
	    pdf->page->index, object));
	pdf_token_put_text(k, "TU", f->label);
	if (g != NULL)
		pdf_token_put_ref(k, "Parent", g->object);
	else
		put_field(k, f);
	put_looks(k, f, l);
	pdf_object_dict_end(pdf->file);
	pdf_object_close(pdf->file);
	pdf_token_ref(g != NULL ? &g->kids : &all->fields, object);
}

/* --- The form (12.7.2) --- */

static void
write_group(struct pdf *pdf, struct group *g)
{
	struct sink *k = pdf_object_open(pdf->file, g->object);

	pdf_object_dict(pdf->file);
	put_field(k, &g->field);
	pdf_token_put_text(k, "TU", g->field.question);
	put_name(k, "V", g->value.len != 0 ? g->value : S("Off"));
	sink_puts(k, "/Kids[");
	sink_put(k, sink_str(&g->kids));
	sink_char(k, ']');
	pdf_object_dict_end(pdf->file);
	pdf_object_close(pdf->file);
	sink_free(&g->kids);
}

unsigned
pdf_form_write(struct pdf *pdf)
{
	struct pdf_form *f = pdf->form;
	unsigned object;
	struct group *g;
	struct sink *k;

	if (f == NULL)
		return 0;
	pdf_form_font_write(pdf->file, f->face, f->font);
	for (g = f->first; g != NULL; g = g->next)
		write_group(pdf, g);
	object = pdf_object_reserve(pdf->file);
	k = pdf_object_open(pdf->file, object);
	pdf_object_dict(pdf->file);
	sink_puts(k, "/Fields[");
	sink_put(k, sink_str(&f->fields));
	sink_puts(k, "]/DR<</Font<<" FONT);
	pdf_token_ref(k, f->font);
	sink_puts(k, ">>>>");
	put_font(k, 0);
	pdf_object_dict_end(pdf->file);
	pdf_object_close(pdf->file);
	sink_free(&f->fields);
	return object;
}
