/* SPDX-License-Identifier: ISC
 *
 * losses: what an import does not take over, with the places; and the words
 * that it moves out of the text or adds to it, for the proof (import/proof.h).
 */
#ifndef IMPORT_LOSSES_H
#define IMPORT_LOSSES_H

#include "base/phrase.h"
#include "base/sink.h"

struct arena;

struct loss {
	enum phrase	 kind;
	str		 what;		/* its value, or empty */
	struct sink	 places;
	size_t		 num;
	struct loss	*next;
};

struct losses {
	struct arena	*arena;
	struct loss	*first;
	struct loss	*last;
	size_t		 num;
	struct sink	 moved;		/* words of the file that are not in the
					 * text, with blanks between */
	struct sink	 added;		/* words of the text that are not in the
					 * file */
};

/* Adds a loss (copied): of one kind and value there is one, with all its
 * places. */
void	losses_add(struct losses *, enum phrase kind, str what, str place);
/* Says that words of the file stand elsewhere than in the text, or nowhere. */
void	losses_moved(struct losses *, str words);
/* Says that the text has words that the file has not. */
void	losses_added(struct losses *, str words);
/* Prints them. */
void	losses_print(const struct losses *);
void	losses_free(struct losses *);

#endif
