/* SPDX-License-Identifier: ISC */
#include "print/words.h"

#include "layout/shape.h"
#include "pdf/pen.h"

double
print_words(struct layout_job *j, const struct style *style, str words,
    double x, double y, enum style_align align)
{
	struct shape_source source = shape_source(shape_own(), S(""));
	const struct shaped_word *w = shape_word(j,
	    style->chains[style->variant], words, &source);
	double width = w->width * style->size;

	pdf_pen_scale(j->pdf, 1);
	pdf_pen_move(j->pdf, align == STYLE_ALIGN_END ? x - width : x, y);
	pdf_pen_show(j->pdf, w, 0, w->num, style->size, style->colour);
	return width;
}
