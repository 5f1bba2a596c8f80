/* SPDX-License-Identifier: ISC
 *
 * pdf_link: links on the sheet that is painted, and the places of the
 * document that they lead to. Units are pdf_page's.
 */
#ifndef PDF_LINK_H
#define PDF_LINK_H

#include "pdf/page.h"

/* link is a PDF_TAG_LINK; called once for each line that it takes. contents:
 * what it is read out as (14289-1, 7.18.5), often the address or the text.
 * To an address: */
void	pdf_link_uri(struct pdf *, struct pdf_tag *link, double x,
	    double y, double width, double height, str uri, str contents);
/* To a place of the document, which may come later. */
void	pdf_link_to(struct pdf *, struct pdf_tag *link, double x,
	    double y, double width, double height, str id, str contents);
/* The place with the id is here: y at its upper edge. */
void	pdf_link_target(struct pdf *, str id, double y);

/* --- Called by pdf_meta --- */

/* Where a place is; as a destination (ISO 32000-1, 12.3.2.2). */
struct pdf_destination {
	str	id;
	bool	is_there;		/* not only linked to */
	unsigned page;			/* an object */
	double	y;			/* [pt] upwards */
};
struct pdf_destination pdf_link_here(struct pdf *, double y);
void	pdf_link_put_destination(struct sink *, const struct pdf_destination *);
/* The tree of names of all places; as an object. 0: there are none. */
unsigned pdf_link_names(struct pdf *);

#endif
