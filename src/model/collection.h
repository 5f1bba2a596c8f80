/* SPDX-License-Identifier: ISC
 *
 * collection: all that a run knows of a content folder beside the texts:
 * its settings, the titles of its folders, the cards of its editions, and
 * what each path names. Filled by the check pass, read by the presses.
 */
#ifndef MODEL_COLLECTION_H
#define MODEL_COLLECTION_H

#include "model/card.h"

struct folder_card {
	str		path;		/* frm/bim; empty: the institution */
	int		depth;		/* 0 institution … 3 subject */
	str		title;
	str		contact;	/* empty: that of the folder above */
	size_t		documents;	/* works in it and below */
};

/* What a path names: the number of its slot in names. */
enum name { NAME_NONE, NAME_FOLDER, NAME_WORK, NAME_EDITION };

struct collection {
	bool			 controlled;	/* it has a register */
	enum lang		 lang;
	str			 url;	/* without “/” at its end, or empty */
	str			 logo;	/* file name in content/, or empty */
	str			 logo_alt;
	struct header_rows	 header_rows;
	struct folder_card	*folders;	/* a folder before what is in it */
	size_t			 num_folders;
	struct card		*cards;	/* by work, then revision */
	size_t			 num_cards;
	/* path -> number: enum name; value: struct folder_card, or the struct card
	 * of the (newest) edition. */
	struct map		 names;
};

/* The folder of the path; it must exist. */
const struct folder_card	*collection_folder(const struct collection *,
	    str path);
/* The card that the path names, or NULL. */
const struct card		*collection_card(const struct collection *,
	    str path);
/* The first edition of the card's work that is kept here. */
const struct card		*collection_first(const struct collection *,
			    const struct card *);
bool				 collection_is_newest(const struct collection *,
			    const struct card *);
/* The edition at the address of the card's work: the newest released one,
 * be it withdrawn; the newest of all where none ever was released. */
const struct card		*collection_face(const struct collection *,
			    const struct card *);
/* The released edition before (after) a card of a controlled collection, or
 * NULL. */
const struct card		*collection_before(const struct collection *,
			    const struct card *);
const struct card		*collection_after(const struct collection *,
			    const struct card *);
/* Whether the work of the card is shown to readers at its address: in a
 * controlled collection one of its editions was released. */
bool				 collection_is_shown(const struct collection *,
			    const struct card *);
/* The contact of the folder, else of the nearest one above; may be empty. */
str				 collection_contact(const struct collection *,
			    str path);
/* The folder above; that of the institution is itself. */
str				 collection_above(str path);

#endif
