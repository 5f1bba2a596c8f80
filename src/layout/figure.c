/* SPDX-License-Identifier: ISC */
#include "layout/figure.h"

#include <math.h>

#include "layout/text.h"
#include "layout/text_lines.h"
#include "model/picture.h"

/* The resolution of a picture whose file does not say: as on a screen. */
#define DPI		96.
/* The maximum height of a picture, as a part of the height of the text. */
#define HIGHEST		0.62
/* The minimum part of its size to which a picture is made smaller to stay on
 * its sheet. */
#define SMALLEST	0.8
/* The minimum resolution at which a picture is set [pixel per inch]; before
 * dialect 2 it was another one. */
#define COARSEST	110.
#define COARSEST_1	96.

static double
room_height(const struct styles *s)
{
	return s->height - s->top - s->bottom;
}

/* The size of the picture on the sheet [pt]: its own, or as large as there is
 * room. */
static void
scale(const struct builder *b, const struct item *i,
    const struct pdf_image *image, double width, double *w, double *h)
{
	double dpi = fmax(image->dpi > 0 ? image->dpi : DPI,
	    b->job->doc->dialect < 2 ? COARSEST_1 : COARSEST);
	double by;

	*w = picture_wanted(i, width, FRAME_INCH);
	if (!(*w > 0))
		*w = image->width * 72 / dpi;
	*h = *w * image->height / image->width;
	by = fmin(1, fmin(width / *w,
	    HIGHEST * room_height(b->job->styles) / *h));
	*w *= by;
	*h *= by;
}

static const struct pdf_image *
image_of(struct layout_job *j, str src)
{
	enum image_fault fault;

	return pdf_image_get(j->pdf->images, str_c(j->arena,
	    str_join(j->arena, j->context->folder, src)), &fault);
}

static struct text_lines
set_caption(struct builder *b, const node *n, struct pdf_tag *tag, double width)
{
	const struct style *style = &b->job->styles->by_id[STYLE_CAPTION];
	struct text *t = text_make(b->job, style,
	    pdf_tag_add(tag, PDF_TAG_CAPTION));

	text_label(t, WORD_FIGURE, n);
	if (dom_first(n) != NULL)
		text_inlines(t, dom_first(n));
	return text_lines(t, width);
}

static void
put_picture(struct builder *b, const struct area *area,
    struct strip *s, const struct item *i, const struct pdf_image *image,
    struct pdf_tag *tag)
{
	const struct style *style = &b->job->styles->by_id[STYLE_FIGURE];
	struct frame *f = frame_add(b->job->arena, s, FRAME_PICTURE);

	scale(b, i, image, area->width, &f->width, &f->height);
	f->x = area->left + (area->width - f->width) / 2;
	f->image = image;
	f->elem = tag;
	f->content = pdf_tag_add(tag, PDF_TAG_CONTENT);
	f->border = style->border;
	f->colour = style->border_colour;
	s->height = f->height + style->after;
}

/* A picture of a step stays in it. */
static bool
is_in_step(const node *n)
{
	for (; dom_kind(n) != KIND_DOCUMENT; n = dom_parent(n))
		if (dom_kind(n) == KIND_ENTRY)
			return true;
	return false;
}

/* Figure and Caption stand side by side: the alternative text of a Figure
 * stands for all that is in it. */
void
figure_put(struct builder *b, const struct area *area, const node *n)
{
	const struct style *styles = b->job->styles->by_id;
	const struct item *i = dom_item(n);
	const struct pdf_image *image = image_of(b->job, i->picture.src);
	struct pdf_tag *around = pdf_tag_add(area->tag, PDF_TAG_DIV), *tag;
	struct strip *s;
	struct text_lines set;
	size_t k;

	builder_space(b, styles[STYLE_FIGURE].before);
	b->owed = 0;
	s = builder_strip(b, area);
	if (image != NULL) {		/* else the record is refused */
		s->floats = b->job->doc->dialect < 2 || !is_in_step(n);
		s->stays = b->bound;
		tag = pdf_tag_add(around, PDF_TAG_FIGURE);
		pdf_tag_alt(tag, i->picture.alt);
		put_picture(b, area, s, i, image, tag);
	}
	frame_bookmark(b->job->arena, s, i->id, 0, S(""));
	if (i->number != 0) {
		set = set_caption(b, n, around, area->width);
		for (k = 0; k < set.num; k++)
			frame_copy(b->job->arena, s, &set.lines[k],
			    area->left, s->height + set.lines[k].y);
		s->height += set.height;
	}
	b->bound = false;
	b->space = styles[STYLE_CAPTION].after;
}

bool
figure_shrink(struct strip *s, double room)
{
	struct frame *picture = s->frames, *f;
	double by, less = s->height - room;

	if (less <= 0 || picture->height - less < picture->height * SMALLEST)
		return false;
	by = (picture->height - less) / picture->height;
	picture->x += picture->width * (1 - by) / 2;
	picture->width *= by;
	picture->height *= by;
	for (f = picture->next; f != NULL; f = f->next)
		f->y -= less;
	s->height -= less;
	return true;
}
