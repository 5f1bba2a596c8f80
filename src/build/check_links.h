/* SPDX-License-Identifier: ISC
 *
 * check_links: links from one document into another, which can be checked
 * only when all documents are read.
 */
#ifndef BUILD_CHECK_LINKS_H
#define BUILD_CHECK_LINKS_H

#include "build/input.h"

/* Reports links to missing ids and to withdrawn works. After all cards have
 * their anchors and their status. */
void	check_links(struct input *);

#endif
