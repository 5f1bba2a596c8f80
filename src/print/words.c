/* SPDX-License-Identifier: ISC */
#include "print/words.h"

#include "font/shaper.h"
#include "pdf/pen.h"

double
print_words(struct layout_job *j, const struct style *style, str words,
    double x, double y, enum style_align align)
{
	const struct shaped_word *w = shaper_word(j->worker->shaper,
	    style->chains[style->variant], j->doc->lang, words);
	double width = w->width * style->size;

	pdf_pen_scale(j->pdf, 1);
	pdf_pen_move(j->pdf, align == STYLE_ALIGN_END ? x - width : x, y);
	pdf_pen_show(j->pdf, w, 0, w->num, style->size, style->colour);
	return width;
}
