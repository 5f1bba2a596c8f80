/* SPDX-License-Identifier: ISC
 *
 * input: what one execution of the program reads: the options, which
 * documents there are, the register, and the cards of its documents. Also reads
 * single documents. Nothing here renders or writes.
 */
#ifndef BUILD_INPUT_H
#define BUILD_INPUT_H

#include "base/digest.h"
#include "build/limit.h"
#include "model/collection.h"
#include "model/doc.h"
#include "register/register.h"
#include "source/content_tree.h"

struct options;

struct input {
	const struct options	*options;	/* borrowed */
	struct arena		*arena;		/* all of it lives here */
	struct diags		*diags;		/* what is reported */
	struct content_tree	 tree;
	struct limit		 limit;
	struct collection	 collection;
	struct reg		 reg;		/* the register */
	struct date		 day;		/* that counts as today */
	struct strings		*used;		/* each edition's images */
	/* Of the bytes of each document, folders first; zeroed where there is
	 * none. */
	struct digest		*sources;
};

/* The folders and editions of the content tree. */
size_t		input_num_documents(const struct input *);
/* The editions within the limit. */
size_t		input_num_editions(const struct input *);

/* A document with ids, numbers, images and links, in the arena; faults are
 * reported to ds, which may be NULL. dom_close() it. */
struct doc	input_read_index(const struct input *, struct arena *,
		    struct diags *ds, const struct folder *);
struct doc	input_read_edition(const struct input *, struct arena *,
		    struct diags *ds, const struct edition *);
/* The steps between source and renderer, for any document. */
void		input_complete(struct doc *);

/* Front matter and title of a document, without its tree; faults are not
 * reported. False where only the whole document yields the title. */
bool		input_peek_index(const struct input *, struct arena *,
		    const struct folder *, struct doc *, str *title);
bool		input_peek_edition(const struct input *, struct arena *,
		    const struct edition *, struct doc *, str *title);
/* Whether the edition certainly can be read and has a title; sets
 * doc->text. */
bool		input_has_title(const struct input *, struct arena *,
		    const struct edition *, struct doc *);

#endif
