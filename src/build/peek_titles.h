/* SPDX-License-Identifier: ISC
 *
 * peek_titles: for a list, instead of the check pass: titles and days of
 * review of the editions that it is about, with no rule tried.
 */
#ifndef BUILD_PEEK_TITLES_H
#define BUILD_PEEK_TITLES_H

#include "build/workspace.h"

struct peek_titles {
	struct workspace	*run;		/* after collect() */
	const bool		*wanted;	/* by edition; NULL: none */
	bool			 outside;	/* the addresses they rely on, too */
};

/* Fills title and contact of the folders, and the cards of the editions wanted: title,
 * review and, where asked for, outside. Faults are not told. */
void	peek_titles(struct peek_titles *);

#endif
