/* SPDX-License-Identifier: ISC
 *
 * pull: takes over from a destination what others have published: rows of
 * the register and the files that they speak of.
 */
#ifndef PUBLISH_PULL_H
#define PUBLISH_PULL_H

struct options;

/* matbu pull DEST; returns an exit status. */
int	pull(const struct options *);

#endif
