/* SPDX-License-Identifier: ISC
 *
 * pdf_link: links on the open page, and their destinations in the file.
 * Units are pdf_page's.
 */
#ifndef PDF_LINK_H
#define PDF_LINK_H

#include "pdf/pdf.h"

/* Adds a link to an address. link is a PDF_TAG_LINK; called once for each line
 * that the link takes. contents: what a screen reader reads (ISO 14289-1,
 * 7.18.5), often the address or the text; never empty. */
void	pdf_link_uri(struct pdf *, struct pdf_tag *link, double x,
	    double y, double width, double height, str uri, str contents);
/* Adds a link to a destination of the file, which may be set later. */
void	pdf_link_to(struct pdf *, struct pdf_tag *link, double x,
	    double y, double width, double height, str id, str contents);
/* Sets the destination with the id: y is its upper edge on the open page. */
void	pdf_link_target(struct pdf *, str id, double y);

/* --- Called by pdf_outline and pdf_catalogue --- */

/* A destination (ISO 32000-1, 12.3.2.2). */
struct pdf_destination {
	str	id;
	bool	is_there;		/* set; false: only a link to it */
	unsigned page;			/* an object */
	double	x, y;			/* [pt] on the paper, y upwards */
};
struct pdf_destination pdf_link_here(struct pdf *, double y);
void	pdf_link_put_destination(struct sink *, const struct pdf_destination *);
/* The name tree of all destinations; as an object. 0: there are none. */
unsigned pdf_link_names(struct pdf *);

#endif
