/* SPDX-License-Identifier: ISC */
#include "pdf/canvas.h"

#include <assert.h>
#include <math.h>

#include "pdf/tag.h"
#include "pdf/token.h"

long
pdf_canvas_hundredths(double v)
{
	assert(isfinite(v) && fabs(v) < 1e6);
	return lround(v * 100);
}

void
pdf_canvas_length(struct sink *k, double v)
{
	pdf_token_fixed(k, pdf_canvas_hundredths(v), /*decimals*/2);
}

double
pdf_canvas_upwards(const struct pdf_page *p, double y)
{
	return p->height - y;
}

void
pdf_canvas_box(const struct pdf_page *p, double x, double y, double width,
    double height, double box[4])
{
	box[0] = p->turned ? y : x;
	box[1] = p->turned ? x : pdf_canvas_upwards(p, y + height);
	box[2] = p->turned ? y + height : x + width;
	box[3] = p->turned ? x + width : pdf_canvas_upwards(p, y);
}

void
pdf_canvas_colour(struct pdf_page *p, unsigned colour)
{
	unsigned parts[3] = { colour >> 16 & 0xFF, colour >> 8 & 0xFF,
	    colour & 0xFF };
	bool is_grey = parts[0] == parts[1] && parts[1] == parts[2];
	size_t i;

	if (p->colour == (long)colour)
		return;
	for (i = 0; i < (is_grey ? 1 : 3); i++)
		pdf_token_real(&p->content, parts[i] / 255.0);
	pdf_token_word(&p->content, is_grey ? "g" : "rg");
	p->colour = (long)colour;
}

/* --- Closing strings, text and marks --- */

void
pdf_canvas_end_string(struct pdf_page *p)
{
	if (p->in_string)
		sink_char(&p->content, ')');
	p->in_string = false;
}

void
pdf_canvas_end_array(struct pdf_page *p)
{
	pdf_canvas_end_string(p);
	if (p->in_array)
		sink_puts(&p->content, "]TJ\n");
	p->in_array = false;
}

void
pdf_canvas_end_text(struct pdf_page *p)
{
	pdf_canvas_end_array(p);
	if (p->in_text)
		sink_puts(&p->content, "ET\n");
	p->in_text = false;
}

static bool
is_same(struct pdf_canvas_mark a, struct pdf_canvas_mark b)
{
	return a.is_set && b.is_set && a.content == b.content &&
	    (a.content != NULL || a.artifact == b.artifact);
}

void
pdf_canvas_end_mark(struct pdf_page *p)
{
	pdf_canvas_end_text(p);
	if (p->open.is_set)
		sink_puts(&p->content, "EMC\n");
	p->open.is_set = false;
}

static void
open_content(struct pdf_page *p, struct pdf_tag *content)
{
	struct sink *k = &p->content;

	pdf_token_name(k, pdf_tag_name(pdf_tag_type(pdf_tag_parent(content))));
	sink_puts(k, "<</MCID");
	pdf_token_int(k, pdf_tag_mark(content, p->index));
	sink_puts(k, ">>BDC\n");
}

/* ISO 32000-1, 14.8.2.2 */
static void
open_artifact(struct pdf_page *p, enum pdf_artifact artifact)
{
	static const char *const properties[] = {
		[PDF_ARTIFACT_HEADER] =
		    "/Type/Pagination/Subtype/Header/Attached[/Top]",
		[PDF_ARTIFACT_FOOTER] =
		    "/Type/Pagination/Subtype/Footer/Attached[/Bottom]",
		[PDF_ARTIFACT_REPEAT] = "/Type/Pagination",
		[PDF_ARTIFACT_LAYOUT] = "/Type/Layout"
	};

	sink_puts(&p->content, "/Artifact<<");
	sink_puts(&p->content, properties[artifact]);
	sink_puts(&p->content, ">>BDC\n");
}

struct pdf_page *
pdf_canvas_enter(struct pdf *pdf)
{
	struct pdf_page *p = pdf->page;

	assert(p != NULL && p->wanted.is_set);	/* 14289-1, 7.1 */
	if (is_same(p->open, p->wanted))
		return p;
	pdf_canvas_end_mark(p);
	if (p->wanted.content != NULL)
		open_content(p, p->wanted.content);
	else
		open_artifact(p, p->wanted.artifact);
	p->open = p->wanted;
	return p;
}

struct pdf_page *
pdf_canvas_enter_shape(struct pdf *pdf, unsigned colour)
{
	struct pdf_page *p = pdf_canvas_enter(pdf);

	pdf_canvas_end_text(p);
	pdf_canvas_colour(p, colour);
	return p;
}
