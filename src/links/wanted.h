/* SPDX-License-Identifier: ISC
 *
 * wanted: the addresses outside that texts have, and the phrases on which they
 * rely: those of the texts in force, of drafts and of folders, and those of
 * content/dayanak.tsv (work, address, phrase), which is edited at any time and
 * never published. A line of it replaces what the front matter of a released
 * text says of the same address; without a phrase, the text relies on the page
 * no longer.
 */
#ifndef LINKS_WANTED_H
#define LINKS_WANTED_H

#include "build/workspace.h"
#include "links/ask.h"

struct wanted {
	str		 address;	/* without the place on the page */
	str		 phrase;	/* or empty: the address itself */
	const struct card *card;	/* NULL: the text of a folder */
	struct place	 place;
	/* The caller's. */
	enum ask_result	 result;
	str		 why;		/* as link_state has it */
};

struct wanted_list {
	struct wanted	*items;		/* in the input's arena: by address,
					 * phrase, file; each once a file */
	size_t		 num;
};

/* Reads the texts and dayanak.tsv, within the limit; after collect(), with
 * status. Sets the language of cards. Reports faulty
 * lines of dayanak.tsv. */
void	wanted_read(struct wanted_list *, struct workspace *, struct diags *);

#endif
