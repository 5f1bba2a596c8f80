/* SPDX-License-Identifier: ISC
 *
 * pdf_figure: a picture with its caption, scaled down where it is larger
 * than the sheet allows. It may be put later than its place (pdf_flow).
 */
#include <math.h>

#include "base/arena.h"
#include "layout/block.h"

/* A picture's own size where the file does not say: as on a screen. */
#define DPI		96.
/* It takes at most this part of the height of the text. */
#define HIGHEST		0.62
/* It may lose so much of its width to stay on its sheet. */
#define SMALLEST	0.8
/* And is not set larger than this many pixels an inch at least. */
#define COARSEST	96.

static double
room_height(const struct pdf_sheet *s)
{
	return s->height - s->top - s->bottom;
}

/* The size of the picture on the sheet [pt]: its own, or what is there. */
static void
scale(const struct pdf_builder *b, const struct pdf_image *image, double width,
    double *w, double *h)
{
	double dpi = fmax(image->dpi > 0 ? image->dpi : DPI, COARSEST);
	double by;

	*w = image->width * 72 / dpi;
	*h = image->height * 72 / dpi;
	by = fmin(1, fmin(width / *w,
	    HIGHEST * room_height(b->job->sheet) / *h));
	*w *= by;
	*h *= by;
}

static const struct pdf_image *
image_of(struct pdf_job *j, str src)
{
	enum pdf_image_fault fault;

	return pdf_image_get(j->record->images, str_c(j->arena,
	    str_join(j->arena, j->context->folder, src)), &fault);
}

static struct pdf_set
set_caption(struct pdf_builder *b, const node *n, struct pdf_tag *tag,
    double width)
{
	const struct pdf_style *style =
	    &b->job->sheet->styles[PDF_LOOK_CAPTION];
	struct pdf_text *t = pdf_text_make(b->job, style,
	    pdf_tag_add(tag, PDF_TAG_CAPTION));

	pdf_text_label(t, WORD_FIGURE, dom_item(n)->number);
	if (dom_first(n) != NULL)
		pdf_text_inlines(t, dom_first(n));
	return pdf_text_set(t, width);
}

static void
put_picture(struct pdf_builder *b, const struct pdf_place_in *p,
    struct pdf_strip *s, const struct pdf_image *image, struct pdf_tag *tag)
{
	const struct pdf_style *style = &b->job->sheet->styles[PDF_LOOK_FIGURE];
	struct pdf_frame *f = pdf_frame_add(b->job, s, PDF_FRAME_PICTURE);

	scale(b, image, p->width, &f->width, &f->height);
	f->x = p->left + (p->width - f->width) / 2;
	f->image = image;
	f->elem = tag;
	f->leaf = pdf_tag_add(tag, PDF_TAG_CONTENT);
	f->border = style->border;
	f->colour = style->border_colour;
	s->height = f->height + style->after;
}

/* Figure and Caption stand side by side: the alternative text of a Figure
 * stands for all that is in it. */
void
pdf_figure_put(struct pdf_builder *b, const struct pdf_place_in *p,
    const node *n)
{
	const struct pdf_style *styles = b->job->sheet->styles;
	const struct item *i = dom_item(n);
	const struct pdf_image *image = image_of(b->job, i->picture.src);
	struct pdf_tag *around = pdf_tag_add(p->tag, PDF_TAG_DIV), *tag;
	struct pdf_strip *s;
	struct pdf_set set;
	size_t k;

	pdf_block_space(b, styles[PDF_LOOK_FIGURE].before);
	s = pdf_block_strip(b, p);
	if (image != NULL) {		/* else the gate refuses it */
		s->floats = true;
		s->ends_section = b->bound;
		tag = pdf_tag_add(around, PDF_TAG_FIGURE);
		pdf_tag_alt(tag, i->picture.alt);
		put_picture(b, p, s, image, tag);
	}
	pdf_frame_mark(b->job, s, i->id, 0, S(""));
	set = set_caption(b, n, around, p->width);
	for (k = 0; k < set.num; k++)
		pdf_frame_move(b->job, s, &set.lines[k], p->left,
		    s->height + set.lines[k].y);
	s->height += set.height;
	b->owed = 0;
	b->bound = false;
	b->space = styles[PDF_LOOK_CAPTION].after;
}

bool
pdf_figure_shrink(struct pdf_strip *s, double room)
{
	struct pdf_frame *picture = s->frames, *f;
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
