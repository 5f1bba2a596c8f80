/* SPDX-License-Identifier: ISC
 *
 * card: what the collection knows of a document once its tree is dropped:
 * enough for indexes, and for the links of others.
 */
#ifndef MODEL_CARD_H
#define MODEL_CARD_H

#include "model/doc.h"
#include "model/edition_status.h"

/* A link into another document, kept until all documents are known. */
struct card_link {
	struct pos	pos;
	str		path;		/* frm/bim/… */
	str		anchor;		/* may be empty */
};

struct card {
	const struct ident *ident;
	enum lang	 lang;
	str		 title;
	str		 summary;
	str		 change;
	str		 approved_by;
	unsigned	 review_months;	/* 0: none */
	struct date	 review_date;
	struct edition_status	 status;	/* uncontrolled where not set */
	str		 anchors;	/* ids, a space after each */
	struct card_link *links;
	size_t		 num_links;
	struct strings	 outside;	/* addresses it relies on, sorted */
};

/* Fills the card from a document that is read; copied into the arena. The
 * card's ident is set by the caller. */
void	card_make(struct card *, struct arena *, const struct doc *);

#endif
