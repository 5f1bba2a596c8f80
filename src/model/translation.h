/* SPDX-License-Identifier: ISC
 *
 * translation: which editions translate which. A translation is a work of its
 * own; each of its editions names the edition that it translates, so that
 * readers can be told when the original has gone on.
 */
#ifndef MODEL_TRANSLATION_H
#define MODEL_TRANSLATION_H

#include "model/collection.h"

/* What has become of the original since. */
enum translation_lag {
	TRANSLATION_CURRENT,		/* nothing; or it is no translation */
	TRANSLATION_BEHIND,		/* a newer edition is in force */
	TRANSLATION_WITHDRAWN		/* it is in force no more */
};

/* Finds card->original of every card: the edition that the card names; NULL
 * where there is none, where it is one of the card's own work or itself a
 * translation. Needs the names of the collection. */
void	translation_find(struct collection *);
/* The edition at the address of the original; card->original is not NULL. */
const struct card *translation_now(const struct collection *,
	    const struct card *);
enum translation_lag translation_lag(const struct collection *,
	    const struct card *);

#endif
