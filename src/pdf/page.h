/* SPDX-License-Identifier: ISC
 *
 * pdf_page: the sheets of a document and what is painted on them.
 *
 * Lengths are [pt]; x counts from the left edge of the sheet, y from its
 * upper edge downwards. Colours are 0xRRGGBB. Everything painted stands in a
 * mark: it belongs to a leaf of the structure tree or is an artifact
 * (ISO 14289-1, 7.1); painting outside of one is a fault of the program.
 * Text is pdf_pen's, links are pdf_link's.
 */
#ifndef PDF_PAGE_H
#define PDF_PAGE_H

#include "base/map.h"
#include "font/shaper.h"
#include "pdf/font.h"
#include "pdf/image.h"
#include "pdf/object.h"
#include "pdf/tag.h"

struct pdf_page;			/* the sheet that is painted */

struct pdf_outline;			/* pdf_meta: an entry of the outline */

/* Everything of one document; in arena. Fields are for pdf/ alone. */
struct pdf {
	struct arena		*arena;
	struct pdf_file		*file;
	struct pdf_fonts	*fonts;
	struct pdf_images	*images;
	struct pdf_tags		*tags;
	struct pdf_page		*page;		/* open, or NULL */
	unsigned		*pages;		/* their objects */
	unsigned		 num_pages;
	unsigned		 cap_pages;
	unsigned		 parent;	/* of the pages: an object */
	unsigned		 resources;	/* object, shared by all */
	struct map		 places;	/* id -> struct pdf_destination */
	struct pdf_outline	*outlines;
	struct pdf_outline	*last_outline;
};

/* A record whose file goes to out; the worker's. lang: BCP 47. */
struct pdf *pdf_page_start(struct arena *, struct packer *, size_t worker,
	    struct pdf_image_cache *, struct sink *out, str lang);

void	pdf_page_begin(struct pdf *, double width, double height);
void	pdf_page_end(struct pdf *);

/* --- Marks: from one call to the next, or to the end of the sheet. The
 * same leaf again goes on where it was. --- */
enum pdf_artifact {
	PDF_ARTIFACT_HEADER,		/* letterhead, stamp: pagination */
	PDF_ARTIFACT_FOOTER,
	PDF_ARTIFACT_REPEAT,		/* a table's head on its next sheets */
	PDF_ARTIFACT_LAYOUT		/* rules, frames, backgrounds */
};
void	pdf_page_mark(struct pdf *, struct pdf_tag *leaf);
void	pdf_page_artifact(struct pdf *, enum pdf_artifact);

/* --- Shapes --- */
void	pdf_page_fill(struct pdf *, double x, double y, double width,
	    double height, unsigned colour);
void	pdf_page_frame(struct pdf *, double x, double y, double width,
	    double height, double line, unsigned colour);
void	pdf_page_line(struct pdf *, double x1, double y1, double x2,
	    double y2, double line, unsigned colour);
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

/* Called by pdf_meta. Writes all of it: fonts, pictures, tags. Returns the objects of the page
 * tree and of the structure tree. */
struct pdf_page_roots { unsigned pages; unsigned structure; };
struct pdf_page_roots pdf_page_finish(struct pdf *);

#endif
