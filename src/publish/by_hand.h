/* SPDX-License-Identifier: ISC
 *
 * by_hand: what a user does who uploads a package (publish --changed): which
 * files to upload, which blocks to paste into which page of a content
 * management system, what to delete.
 */
#ifndef PUBLISH_BY_HAND_H
#define PUBLISH_BY_HAND_H

#include "publish/mirror.h"

struct by_hand {
	struct arena		*arena;
	const struct mirror	*mirror;	/* planned */
	str			 url;		/* of the site */
};

/* Writes into the package the lists of what to paste and what to delete; one
 * that is empty is not written. */
void	by_hand_write(const struct by_hand *, struct remote *);
/* Prints each file that is to be uploaded, pasted or deleted. */
void	by_hand_print(const struct by_hand *);

#endif
