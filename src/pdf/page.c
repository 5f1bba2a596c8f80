/* SPDX-License-Identifier: ISC */
#include "pdf/page.h"

#include <assert.h>

#include "base/arena.h"
#include "pdf/canvas.h"
#include "pdf/font.h"
#include "pdf/object.h"
#include "pdf/structure.h"
#include "pdf/token.h"

struct pdf *
pdf_page_start(struct arena *a, struct packer *packer, size_t worker,
    struct pdf_image_cache *cache, struct sink *out, str lang)
{
	struct pdf *pdf = arena_new_of(a, struct pdf);

	pdf->arena = a;
	pdf->file = pdf_object_start(a, packer, worker, out);
	pdf->fonts = pdf_font_start(a);
	pdf->images = pdf_image_start(a, cache, pdf->file);
	pdf->tags = pdf_tag_start(a, lang);
	pdf->parent = pdf_object_reserve(pdf->file);
	pdf->resources = pdf_object_reserve(pdf->file);
	pdf->destinations = map_make(a);
	return pdf;
}

static void
add_page(struct pdf *pdf, unsigned object)
{
	unsigned *old = pdf->pages, i;

	if (pdf->num_pages == pdf->cap_pages) {
		pdf->cap_pages = pdf->cap_pages != 0 ? pdf->cap_pages * 2 : 16;
		pdf->pages = arena_array(pdf->arena, unsigned, pdf->cap_pages);
		for (i = 0; i < pdf->num_pages; i++)
			pdf->pages[i] = old[i];
	}
	pdf->pages[pdf->num_pages++] = object;
}

void
pdf_page_begin(struct pdf *pdf, double width, double height)
{
	struct pdf_page *p = arena_new_of(pdf->arena, struct pdf_page);

	assert(pdf->page == NULL);
	/* 19005-3, 6.1.13 */
	assert(width >= 3 && width <= 14400 && height >= 3 && height <= 14400);
	p->index = pdf->num_pages;
	p->object = pdf_object_reserve(pdf->file);
	p->parents = pdf_tag_page(pdf->tags);
	p->width = width;
	p->height = height;
	p->font = PDF_NO_FONT;
	p->colour = PDF_NO_COLOUR;
	add_page(pdf, p->object);
	pdf->page = p;
}

void
pdf_page_turn(struct pdf *pdf)
{
	struct pdf_page *p = pdf->page;

	assert(p->content.len == 0);
	p->turned = true;
	sink_puts(&p->content, "0 1 -1 0");
	pdf_canvas_length(&p->content, p->height);
	sink_puts(&p->content, " 0 cm\n");
}

/* --- Marks --- */

void
pdf_page_mark(struct pdf *pdf, struct pdf_tag *content)
{
	assert(pdf->page != NULL && pdf_tag_type(content) == PDF_TAG_CONTENT);
	pdf->page->wanted = (struct pdf_canvas_mark){ .content = content,
	    .is_set = true };
}

void
pdf_page_artifact(struct pdf *pdf, enum pdf_artifact artifact)
{
	assert(pdf->page != NULL);
	pdf->page->wanted = (struct pdf_canvas_mark){ .artifact = artifact,
	    .is_set = true };
}

/* --- Shapes --- */

static void
put_rectangle(struct pdf_page *p, double x, double y, double width,
    double height)
{
	pdf_canvas_length(&p->content, x);
	pdf_canvas_length(&p->content, pdf_canvas_upwards(p, y + height));
	pdf_canvas_length(&p->content, width);
	pdf_canvas_length(&p->content, height);
	pdf_token_word(&p->content, "re");
}

void
pdf_page_fill(struct pdf *pdf, double x, double y, double width,
    double height, unsigned colour)
{
	struct pdf_page *p = pdf_canvas_enter_shape(pdf, colour);

	put_rectangle(p, x, y, width, height);
	sink_puts(&p->content, " f\n");
}

void
pdf_page_border(struct pdf *pdf, double x, double y, double width,
    double height, double line, unsigned colour)
{
	struct pdf_page *p = pdf_canvas_enter_shape(pdf, colour);

	put_rectangle(p, x, y, width, height);
	put_rectangle(p, x + line, y + line, width - 2 * line,
	    height - 2 * line);
	sink_puts(&p->content, " f*\n");
}

static void
put_point(struct pdf_page *p, struct pdf_point at, const char *operator)
{
	pdf_canvas_length(&p->content, at.x);
	pdf_canvas_length(&p->content, pdf_canvas_upwards(p, at.y));
	pdf_token_word(&p->content, operator);
}

void
pdf_page_polygons(struct pdf *pdf, const struct pdf_polygon *polygons,
    size_t num, unsigned colour)
{
	struct pdf_page *p = pdf_canvas_enter_shape(pdf, colour);
	size_t i, k;

	for (i = 0; i < num; i++) {
		for (k = 0; k < polygons[i].num; k++)
			put_point(p, polygons[i].points[k], k == 0 ? "m" : "l");
		pdf_token_word(&p->content, "h");
	}
	sink_puts(&p->content, " f*\n");
}

/* Adjacent cells as one rectangle, in units of the grid, so that rounding
 * leaves no gap between rectangles. */
static void
put_cells(struct sink *k, const unsigned char *row, int side, int y)
{
	int from, to;

	for (from = 0; from < side; from = to + 1) {
		for (to = from; to < side && (row[to] & 1) != 0; to++)
			;
		if (to == from)
			continue;
		pdf_token_int(k, from);
		pdf_token_int(k, y);
		pdf_token_int(k, to - from);
		pdf_token_int(k, 1);
		pdf_token_word(k, "re");
	}
}

void
pdf_page_grid(struct pdf *pdf, double x, double y, double cell,
    const unsigned char *cells, int side, unsigned colour)
{
	struct pdf_page *p = pdf_canvas_enter_shape(pdf, colour);
	struct sink *k = &p->content;
	int i;

	pdf_token_word(k, "q");
	pdf_token_real(k, cell);
	sink_puts(k, " 0 0");
	pdf_token_real(k, cell);
	pdf_canvas_length(k, x);
	pdf_canvas_length(k, pdf_canvas_upwards(p, y + side * cell));
	pdf_token_word(k, "cm");
	for (i = 0; i < side; i++)
		put_cells(k, cells + (ptrdiff_t)i * side, side, side - 1 - i);
	sink_puts(k, " f Q\n");
}

void
pdf_page_image(struct pdf *pdf, const struct pdf_image *image, double x,
    double y, double width, double height)
{
	struct pdf_page *p = pdf_canvas_enter(pdf);
	struct sink *k = &p->content;

	pdf_canvas_end_text(p);
	pdf_token_word(k, "q");
	pdf_canvas_length(k, width);
	sink_puts(k, " 0 0");
	pdf_canvas_length(k, height);
	pdf_canvas_length(k, x);
	pdf_canvas_length(k, pdf_canvas_upwards(p, y + height));
	pdf_token_word(k, "cm");
	sink_puts(k, "/I");
	sink_uint(k, image->number);
	sink_puts(k, " Do Q\n");
}

void
pdf_page_box(struct pdf *pdf, struct pdf_tag *t, double x, double y,
    double width, double height)
{
	double box[4];

	pdf_canvas_box(pdf->page, x, y, width, height, box);
	pdf_tag_box(t, box);
}

/* --- Writing --- */

static void
write_page(struct pdf *pdf, struct pdf_page *p, unsigned content)
{
	struct sink *k = pdf_object_open(pdf->file, p->object);

	pdf_object_dict(pdf->file);
	pdf_token_put_ref(k, "Type/Page/Parent", pdf->parent);
	sink_puts(k, "/MediaBox[0 0");
	pdf_canvas_length(k, p->turned ? p->height : p->width);
	pdf_canvas_length(k, p->turned ? p->width : p->height);
	sink_char(k, ']');
	if (p->turned)
		pdf_token_put_int(k, "Rotate", 90);
	pdf_token_put_ref(k, "Contents", content);
	pdf_token_put_ref(k, "Resources", pdf->resources);
	pdf_token_put_int(k, "StructParents", p->parents);
	sink_puts(k, "/Tabs/S");		/* 14289-1, 7.18.3 */
	if (p->annotations.len != 0) {
		pdf_token_name(k, "Annots");
		sink_char(k, '[');
		sink_put(k, sink_str(&p->annotations));
		sink_char(k, ']');
	}
	pdf_object_dict_end(pdf->file);
	pdf_object_close(pdf->file);
}

void
pdf_page_end(struct pdf *pdf)
{
	struct pdf_page *p = pdf->page;
	unsigned content = pdf_object_reserve(pdf->file);

	pdf_canvas_end_mark(p);
	pdf_object_stream(pdf->file, content);
	pdf_object_stream_end(pdf->file, sink_str(&p->content), PDF_PACK);
	write_page(pdf, p, content);
	sink_free(&p->content);
	sink_free(&p->annotations);
	pdf->page = NULL;
}

static void
write_tree(struct pdf *pdf)
{
	struct sink *k = pdf_object_open(pdf->file, pdf->parent);
	unsigned i;

	pdf_object_dict(pdf->file);
	pdf_token_name(k, "Type/Pages/Kids");
	pdf_object_array(pdf->file);
	for (i = 0; i < pdf->num_pages; i++)
		pdf_token_ref(k, pdf->pages[i]);
	pdf_object_array_end(pdf->file);
	pdf_token_put_int(k, "Count", pdf->num_pages);
	pdf_object_dict_end(pdf->file);
	pdf_object_close(pdf->file);
}

/* “/F3 12 0 R”, “/I0 14 0 R” */
static void
put_resource(struct sink *k, const char *letter, unsigned number,
    unsigned object)
{
	pdf_token_name(k, letter);
	sink_uint(k, number);
	pdf_token_ref(k, object);
}

/* One dictionary for all pages. Fonts are written before it, since only one
 * object is open at a time. */
static void
write_resources(struct pdf *pdf)
{
	unsigned num = pdf_font_count(pdf->fonts), i;
	unsigned *fonts = arena_array(pdf->arena, unsigned, num);
	struct sink *k;

	pdf_font_subset(pdf->fonts, pdf_object_worker(pdf->file));
	for (i = 0; i < num; i++)
		fonts[i] = pdf_font_write(pdf->fonts, pdf->file, i);
	k = pdf_object_open(pdf->file, pdf->resources);
	pdf_object_dict(pdf->file);
	sink_puts(k, "/Font<<");
	for (i = 0; i < num; i++)
		put_resource(k, "F", i, fonts[i]);
	sink_puts(k, ">>/XObject<<");
	pdf_image_put_names(pdf->images, k);
	sink_puts(k, ">>");
	pdf_object_dict_end(pdf->file);
	pdf_object_close(pdf->file);
}

struct pdf_page_roots
pdf_page_finish(struct pdf *pdf)
{
	struct pdf_page_roots roots = { .pages = pdf->parent };

	assert(pdf->page == NULL && pdf->num_pages > 0);
	write_tree(pdf);
	write_resources(pdf);
	roots.structure = pdf_structure_write(pdf->tags, pdf->file, pdf->pages);
	return roots;
}

void
pdf_page_drop(struct pdf *p)
{
	pdf_object_drop(p->file);
}
