/* SPDX-License-Identifier: ISC
 *
 * peek_titles: for a list, instead of the check pass: titles and review days
 * of the editions that it is about. No rule is checked.
 */
#ifndef BUILD_PEEK_TITLES_H
#define BUILD_PEEK_TITLES_H

#include "build/workspace.h"

struct peek_titles {
	struct workspace *ws;		/* after collect() */
	const bool	*wanted;	/* by edition; NULL: none */
	bool		 outside;	/* also the addresses they rely on */
};

/* Fills title and contact of the folders, and of the wanted editions the
 * cards' title, roles, review and, on request, outside. Faults are not reported. */
void	peek_titles(struct peek_titles *);

#endif
