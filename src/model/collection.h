/* SPDX-License-Identifier: ISC
 *
 * collection: the data that a run has of a content folder, apart from the
 * texts: its settings, the titles of its folders, the cards of its editions,
 * and what each path names. The check pass fills it; renderers read it.
 */
#ifndef MODEL_COLLECTION_H
#define MODEL_COLLECTION_H

#include "model/card.h"

struct folder_card {
	str		path;		/* frm/bim; empty: the institution */
	int		depth;		/* 0 institution … 3 subject */
	str		title;
	struct place	title_place;
	struct sourced	contact;	/* empty: that of the folder above */
	struct sourced	*declared;	/* model/declared.h; may be NULL */
	size_t		documents;	/* works in it and below it */
};

/* What a path names: the number of its slot in collection.names. */
enum name { NAME_NONE, NAME_FOLDER, NAME_WORK, NAME_EDITION };

struct collection {
	bool			 controlled;	/* has a register */
	enum lang		 lang;
	str			 url;	/* without “/” at its end, or empty */
	str			 logo;	/* file name in content/, or empty */
	str			 logo_alt;
	unsigned		 release_needs;	/* model/release_need.h */
	struct header_rows	 header_rows;
	struct units		 units;	/* that content/index.md names */
	struct folder_card	*folders;	/* each before those below it, which
					 * stand together */
	size_t			 num_folders;
	struct card		*cards;	/* by work, then revision */
	size_t			 num_cards;
	/* path -> number: enum name; value: struct folder_card, or the
	 * struct card of the (newest) edition. */
	struct map		 names;
};

/* The folder of the path, which must exist. */
const struct folder_card *collection_folder(const struct collection *,
    str path);
/* The card that the path names, or NULL. */
const struct card *collection_card(const struct collection *, str path);
/* The first card whose work does not sort before what is in the folder; the
 * cards of a subject stand there. */
const struct card *collection_below(const struct collection *, str folder);
/* The first edition of the card's work in the collection. */
const struct card *collection_first(const struct collection *,
    const struct card *);
/* The day of the work's first edition; not set where the source, whose list of
 * editions from before the collection is given, does not state it. */
struct date collection_published(const struct collection *,
	    const struct card *, const struct earlier *);
/* The day of the edition; not set where it is the work's first one. */
struct date collection_revised(const struct collection *,
	    const struct card *, const struct earlier *);
bool	collection_is_newest(const struct collection *, const struct card *);
/* The edition at the address of the card's work: the newest released one, even
 * if it is withdrawn; the newest of all if none was ever released. */
const struct card *collection_at_address(const struct collection *,
    const struct card *);
/* The released edition before (after) a card of a controlled collection, or
 * NULL. */
const struct card *collection_before(const struct collection *,
    const struct card *);
const struct card *collection_after(const struct collection *,
    const struct card *);
/* The edition that the page of changes compares a card with: the one before it;
 * NULL where there is no such page: for the first one, and where the bytes of
 * either were erased. */
const struct card *collection_compared(const struct collection *,
    const struct card *);
/* Whether the site shows the card's work at its address: in a controlled
 * collection, one of its editions must have been released. */
bool	collection_is_shown(const struct collection *, const struct card *);
/* The contact of the folder, else of the nearest folder above; may be empty. */
struct sourced collection_contact(const struct collection *, str path);
/* The value of the i-th row of the header table for a document in the folder
 * that has those values of its own (model/declared.h), else the one that the
 * nearest folder above says; may be empty. */
struct sourced collection_declared(const struct collection *,
	    const struct sourced *own, str folder, size_t i);
/* The same of the document number; empty where the work is the number. */
struct sourced collection_number(const struct collection *,
	    const struct sourced *own, str folder);
/* The folder above; that of the institution is itself. */
str	collection_above(str path);

#endif
