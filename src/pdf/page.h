/* SPDX-License-Identifier: ISC
 *
 * pdf_page: a PDF file from its first page to its last, and the shapes that
 * are painted on a page. Text is pdf_pen's, links are pdf_link's.
 *
 * Lengths are [pt]; x counts from the left edge of the page, y from its
 * upper edge downwards. Colours are 0xRRGGBB. Everything painted is inside a
 * mark: it belongs to a content of the structure tree or is an artifact
 * (ISO 14289-1, 7.1); painting outside of one is a fault of the program.
 */
#ifndef PDF_PAGE_H
#define PDF_PAGE_H

#include "pdf/image.h"
#include "pdf/pdf.h"
#include "pdf/tag.h"

struct packer;

/* A file whose bytes go to out, written by the worker. lang: BCP 47. */
struct pdf *pdf_page_start(struct arena *, struct packer *, size_t worker,
	    struct pdf_image_cache *, struct sink *out, str lang);

void	pdf_page_begin(struct pdf *, double width, double height);
/* The open page, on which nothing is painted yet, is shown turned: its paper
 * stands upright, and its upper edge is the left edge of the paper. So every
 * printer turns it in the same direction, and bound at the left it is read
 * from the right. */
void	pdf_page_turn(struct pdf *);
void	pdf_page_end(struct pdf *);

/* --- Marks: from one call to the next, or to the end of the page. The same
 * content again continues where it ended. --- */
void	pdf_page_mark(struct pdf *, struct pdf_tag *content);
void	pdf_page_artifact(struct pdf *, enum pdf_artifact);

/* --- Shapes --- */
void	pdf_page_fill(struct pdf *, double x, double y, double width,
	    double height, unsigned colour);
/* A border inside the rectangle, as wide as line. */
void	pdf_page_border(struct pdf *, double x, double y, double width,
	    double height, double line, unsigned colour);
/* Polygons as one shape: what lies in two of them is not filled. */
struct pdf_point { double x, y; };
struct pdf_polygon { const struct pdf_point *points; size_t num; };
void	pdf_page_polygons(struct pdf *, const struct pdf_polygon *,
	    size_t num, unsigned colour);
/* The cells of a square grid whose lowest bit is set, as one shape; cells:
 * side * side of them, row by row. */
void	pdf_page_grid(struct pdf *, double x, double y, double cell,
	    const unsigned char *cells, int side, unsigned colour);
/* x, y: its upper left corner. */
void	pdf_page_image(struct pdf *, const struct pdf_image *, double x,
	    double y, double width, double height);
/* The box of a Figure, Table … (its Layout attribute BBox). */
void	pdf_page_box(struct pdf *, struct pdf_tag *, double x, double y,
	    double width, double height);

/* Frees a file that is not finished. No page may be open. */
void	pdf_page_drop(struct pdf *);

/* --- Called by pdf_catalogue: writes the page tree, fonts, images and tags.
 * Returns the objects of the page tree and of the structure tree. --- */
struct pdf_page_roots { unsigned pages; unsigned structure; };
struct pdf_page_roots pdf_page_finish(struct pdf *);

#endif
