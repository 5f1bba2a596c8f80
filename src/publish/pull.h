/* SPDX-License-Identifier: ISC
 *
 * pull: takes over from a destination what others published: rows of the
 * register, and the files that the rows name.
 */
#ifndef PUBLISH_PULL_H
#define PUBLISH_PULL_H

struct options;

/* The command “matbu pull DEST”: prints faults and the summary, and returns an
 * exit status (base/die.h). */
int	pull(const struct options *);

#endif
