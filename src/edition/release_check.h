/* SPDX-License-Identifier: ISC
 *
 * release_check: the rules for a release that the check pass does not have:
 * the order of editions, links to unreleased editions, the day, the review.
 */
#ifndef EDITION_RELEASE_CHECK_H
#define EDITION_RELEASE_CHECK_H

#include "edition/batch.h"

/* Reports what forbids to release the edition, together with the others of the
 * batch. */
void	release_check(struct batch *, const struct card *);

#endif
