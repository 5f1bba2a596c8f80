/* SPDX-License-Identifier: ISC
 *
 * card: the data of an edition that the collection keeps after it has freed
 * the document's tree: for indexes and for the links of other documents.
 */
#ifndef MODEL_CARD_H
#define MODEL_CARD_H

#include "model/doc.h"
#include "model/edition_status.h"

/* A link into another document, to be checked when all documents are known. */
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
	struct pos	 change_pos;
	const struct earlier *earlier;	/* the source's list, or NULL */
	str		 translation_of; /* the edition, as typed; or empty */
	struct pos	 translation_pos;
	const struct card *original;	/* that edition: model/translation.h */
	str		 prepared_by;
	str		 approved_by;
	struct sourced	*declared;	/* model/declared.h; may be NULL */
	unsigned	 review_months;	/* 0: none */
	struct date	 review_date;
	struct edition_status status;	/* zeroed: uncontrolled */
	const struct card *successor;	/* of a withdrawn work: what replaced
					 * it in the end, in force; or NULL */
	str		 anchors;	/* ids, each with a space after it */
	struct card_link *links;
	size_t		 num_links;
	struct strings	 items;		/* paths of list items that other
					 * documents link to; sorted */
	struct strings	 outside;	/* external addresses, sorted */
};

/* Fills the card from a document, copying into the arena. The caller sets
 * card->ident and card->status. */
void	card_make(struct card *, struct arena *, const struct doc *);

#endif
