/* SPDX-License-Identifier: ISC */
#include "pdf/page.h"

#include <assert.h>

#include "base/arena.h"
#include "pdf/canvas.h"
#include "pdf/font.h"
#include "pdf/object.h"
#include "pdf/structure.h"

struct pdf *
pdf_page_start(struct arena *a, struct packer *packer, size_t worker,
    struct pdf_image_cache *gallery, struct sink *out, str lang)
{
	struct pdf *r = arena_new_of(a, struct pdf);

	r->arena = a;
	r->file = pdf_object_start(a, packer, worker, out);
	r->fonts = pdf_font_start(a);
	r->images = pdf_image_start(a, gallery, r->file);
	r->tags = pdf_tag_start(a, lang);
	r->parent = pdf_object_reserve(r->file);
	r->resources = pdf_object_reserve(r->file);
	r->destinations = map_make(a);
	return r;
}

static void
keep_page(struct pdf *r, unsigned object)
{
	unsigned *old = r->pages, i;

	if (r->num_pages == r->cap_pages) {
		r->cap_pages = r->cap_pages != 0 ? r->cap_pages * 2 : 16;
		r->pages = arena_array(r->arena, unsigned, r->cap_pages);
		for (i = 0; i < r->num_pages; i++)
			r->pages[i] = old[i];
	}
	r->pages[r->num_pages++] = object;
}

void
pdf_page_begin(struct pdf *r, double width, double height)
{
	struct pdf_page *p = arena_new_of(r->arena, struct pdf_page);

	assert(r->page == NULL);
	/* 19005-3, 6.1.13 */
	assert(width >= 3 && width <= 14400 && height >= 3 && height <= 14400);
	p->index = r->num_pages;
	p->object = pdf_object_reserve(r->file);
	p->parents = pdf_tag_page(r->tags);
	p->width = width;
	p->height = height;
	p->font = PDF_NO_FONT;
	p->colour = PDF_NO_COLOUR;
	keep_page(r, p->object);
	r->page = p;
}

/* --- Marks --- */

void
pdf_page_mark(struct pdf *r, struct pdf_tag *content)
{
	assert(r->page != NULL && pdf_tag_type(content) == PDF_TAG_CONTENT);
	r->page->wanted = (struct pdf_canvas_mark){ .content = content,
	    .is_set = true };
}

void
pdf_page_artifact(struct pdf *r, enum pdf_artifact artifact)
{
	assert(r->page != NULL);
	r->page->wanted = (struct pdf_canvas_mark){ .artifact = artifact,
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
	pdf_object_word(&p->content, "re");
}

void
pdf_page_fill(struct pdf *r, double x, double y, double width,
    double height, unsigned colour)
{
	struct pdf_page *p = pdf_canvas_enter_shape(r, colour);

	put_rectangle(p, x, y, width, height);
	sink_puts(&p->content, " f\n");
}

void
pdf_page_frame(struct pdf *r, double x, double y, double width,
    double height, double line, unsigned colour)
{
	struct pdf_page *p = pdf_canvas_enter_shape(r, colour);

	put_rectangle(p, x, y, width, height);
	put_rectangle(p, x + line, y + line, width - 2 * line,
	    height - 2 * line);
	sink_puts(&p->content, " f*\n");
}

void
pdf_page_line(struct pdf *r, double x1, double y1, double x2, double y2,
    double line, unsigned colour)
{
	struct pdf_page *p = pdf_canvas_enter(r);
	struct sink *k = &p->content;

	pdf_canvas_end_text(p);
	pdf_canvas_length(k, line);
	pdf_object_word(k, "w");
	pdf_canvas_put_colour(k, colour, "G", "RG");
	pdf_canvas_length(k, x1);
	pdf_canvas_length(k, pdf_canvas_upwards(p, y1));
	pdf_object_word(k, "m");
	pdf_canvas_length(k, x2);
	pdf_canvas_length(k, pdf_canvas_upwards(p, y2));
	pdf_object_word(k, "l");
	sink_puts(k, " S\n");
}

/* Runs of cells in the units of the grid, so that no seam is rounded. */
static void
put_cells(struct sink *k, const unsigned char *row, int side, int y)
{
	int from, to;

	for (from = 0; from < side; from = to + 1) {
		for (to = from; to < side && (row[to] & 1) != 0; to++)
			;
		if (to == from)
			continue;
		pdf_object_int(k, from);
		pdf_object_int(k, y);
		pdf_object_int(k, to - from);
		pdf_object_int(k, 1);
		pdf_object_word(k, "re");
	}
}

void
pdf_page_grid(struct pdf *r, double x, double y, double cell,
    const unsigned char *cells, int side, unsigned colour)
{
	struct pdf_page *p = pdf_canvas_enter_shape(r, colour);
	struct sink *k = &p->content;
	int i;

	pdf_object_word(k, "q");
	pdf_object_real(k, cell);
	sink_puts(k, " 0 0");
	pdf_object_real(k, cell);
	pdf_canvas_length(k, x);
	pdf_canvas_length(k, pdf_canvas_upwards(p, y + side * cell));
	pdf_object_word(k, "cm");
	for (i = 0; i < side; i++)
		put_cells(k, cells + (ptrdiff_t)i * side, side, side - 1 - i);
	sink_puts(k, " f Q\n");
}

void
pdf_page_image(struct pdf *r, const struct pdf_image *image, double x,
    double y, double width, double height)
{
	struct pdf_page *p = pdf_canvas_enter(r);
	struct sink *k = &p->content;

	pdf_canvas_end_text(p);
	pdf_object_word(k, "q");
	pdf_canvas_length(k, width);
	sink_puts(k, " 0 0");
	pdf_canvas_length(k, height);
	pdf_canvas_length(k, x);
	pdf_canvas_length(k, pdf_canvas_upwards(p, y + height));
	pdf_object_word(k, "cm");
	sink_puts(k, "/I");
	sink_uint(k, image->number);
	sink_puts(k, " Do Q\n");
}

void
pdf_page_box(struct pdf *r, struct pdf_tag *t, double x, double y,
    double width, double height)
{
	const struct pdf_page *p = r->page;
	double box[4] = { x, pdf_canvas_upwards(p, y + height), x + width,
	    pdf_canvas_upwards(p, y) };

	pdf_tag_box(t, box);
}

/* --- Writing --- */

static void
write_page(struct pdf *r, struct pdf_page *p, unsigned content)
{
	struct sink *k = pdf_object_open(r->file, p->object);

	pdf_object_dict(r->file);
	pdf_object_put_ref(k, "Type/Page/Parent", r->parent);
	sink_puts(k, "/MediaBox[0 0");
	pdf_canvas_length(k, p->width);
	pdf_canvas_length(k, p->height);
	sink_char(k, ']');
	pdf_object_put_ref(k, "Contents", content);
	pdf_object_put_ref(k, "Resources", r->resources);
	pdf_object_put_int(k, "StructParents", p->parents);
	sink_puts(k, "/Tabs/S");		/* 14289-1, 7.18.3 */
	if (p->annotations.len != 0) {
		pdf_object_name(k, "Annots");
		sink_char(k, '[');
		sink_put(k, sink_str(&p->annotations));
		sink_char(k, ']');
	}
	pdf_object_dict_end(r->file);
	pdf_object_close(r->file);
}

void
pdf_page_end(struct pdf *r)
{
	struct pdf_page *p = r->page;
	unsigned content = pdf_object_reserve(r->file);

	pdf_canvas_end_mark(p);
	pdf_object_stream(r->file, content);
	pdf_object_stream_end(r->file, sink_str(&p->content), PDF_PACK);
	write_page(r, p, content);
	sink_free(&p->content);
	sink_free(&p->annotations);
	r->page = NULL;
}

static void
write_tree(struct pdf *r)
{
	struct sink *k = pdf_object_open(r->file, r->parent);
	unsigned i;

	pdf_object_dict(r->file);
	pdf_object_name(k, "Type/Pages/Kids");
	pdf_object_array(r->file);
	for (i = 0; i < r->num_pages; i++)
		pdf_object_ref(k, r->pages[i]);
	pdf_object_array_end(r->file);
	pdf_object_put_int(k, "Count", r->num_pages);
	pdf_object_dict_end(r->file);
	pdf_object_close(r->file);
}

/* “/F3 12 0 R”, “/I0 14 0 R” */
static void
put_resource(struct sink *k, const char *letter, unsigned number,
    unsigned object)
{
	pdf_object_name(k, letter);
	sink_uint(k, number);
	pdf_object_ref(k, object);
}

/* One dictionary for all pages. Fonts are written before it, since only one
 * object is open at a time. */
static void
write_resources(struct pdf *r)
{
	unsigned num = pdf_font_count(r->fonts), i;
	unsigned *fonts = arena_array(r->arena, unsigned, num);
	struct sink *k;

	pdf_font_cut(r->fonts, pdf_object_worker(r->file));
	for (i = 0; i < num; i++)
		fonts[i] = pdf_font_write(r->fonts, r->file, i);
	k = pdf_object_open(r->file, r->resources);
	pdf_object_dict(r->file);
	sink_puts(k, "/Font<<");
	for (i = 0; i < num; i++)
		put_resource(k, "F", i, fonts[i]);
	sink_puts(k, ">>/XObject<<");
	pdf_image_put_names(r->images, k);
	sink_puts(k, ">>");
	pdf_object_dict_end(r->file);
	pdf_object_close(r->file);
}

struct pdf_page_roots
pdf_page_finish(struct pdf *r)
{
	struct pdf_page_roots roots = { .pages = r->parent };

	assert(r->page == NULL && r->num_pages > 0);
	write_tree(r);
	write_resources(r);
	roots.structure = pdf_structure_write(r->tags, r->file, r->pages);
	return roots;
}
