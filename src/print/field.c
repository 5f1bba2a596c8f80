/* SPDX-License-Identifier: ISC */
#include "print/field.h"

#include "font/word.h"
#include "layout/field.h"
#include "model/field.h"
#include "pdf/form.h"
#include "style/style.h"

/* Of what is typed, as a part of the text around. */
#define TYPED	0.95
/* “gg.aa.yyyy” */
enum { DATE = 10 };

static enum pdf_field_type
type_of(const struct field *f)
{
	switch (f->type) {
	case FIELD_TEXT:
	case FIELD_NUMBER:
	case FIELD_DATE:
	case FIELD_MAIL:
	case FIELD_PHONE:
		break;
	case FIELD_LONG:
		return PDF_FIELD_LONG;
	case FIELD_SIGNATURE:
		return PDF_FIELD_SIGNATURE;
	case FIELD_CHOICE:
		return PDF_FIELD_CHOICE;
	case FIELD_CHECK:
		return PDF_FIELD_CHECK;
	case FIELD_RADIO:
		return PDF_FIELD_RADIO;
	}
	return PDF_FIELD_TEXT;
}

/* The line that a hand writes on, or the frame that it writes in. The
 * appearance of a box or button has its own. */
static void
paint_blank(struct layout_job *j, const struct glyph_run *r, double x,
    double y, double height)
{
	const struct style *style = &j->styles->by_id[STYLE_TABLE];
	const struct field *f = r->style->field;
	double line = style->border;
	unsigned i;

	if (field_is_box(f) || (f->framed && !field_is_comb(f)))
		return;
	pdf_page_artifact(j->pdf, PDF_ARTIFACT_LAYOUT);
	if (f->type == FIELD_LONG || f->type == FIELD_SIGNATURE ||
	    field_is_comb(f))
		pdf_page_border(j->pdf, x, y, r->width, height, line,
		    style->border_colour);
	else
		pdf_page_fill(j->pdf, x, y + height - line, r->width, line,
		    style->border_colour);
	for (i = 1; field_is_comb(f) && i < f->length; i++)
		pdf_page_fill(j->pdf, x + i * r->width / f->length, y, line,
		    height, style->border_colour);
}

void
print_field(struct layout_job *j, const struct glyph_run *r, double x,
    double y)
{
	const struct field *f = r->style->field;
	const struct style *text = &j->styles->by_id[STYLE_PARAGRAPH];
	double lead = field_lead(f), height = r->style->height - lead;
	struct pdf_field p = { .type = type_of(f), .name = f->name,
	    .label = f->label, .value = f->value, .question = f->question,
	    .length = f->type == FIELD_DATE ? DATE : f->length,
	    .comb = field_is_comb(f),
	    .required = f->required, .read_only = f->office &&
	    j->doc->front_matter.office_fields != ANSWER_YES,
	    .ticked = f->ticked, .choices = f->choices,
	    .num_choices = f->num_choices, .size = r->style->size * TYPED };

	paint_blank(j, r, x, y + lead, height);
	pdf_form_add(j->pdf, pdf_tag_parent(r->style->content),
	    text->chains[0]->faces[0], &p, x, y + lead, r->width, height);
}
