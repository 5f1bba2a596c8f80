/* SPDX-License-Identifier: ISC
 *
 * publish: sends the site to a destination.
 */
#ifndef PUBLISH_PUBLISH_H
#define PUBLISH_PUBLISH_H

struct options;

/* The command “matbu publish DEST”: sends the site; with --changed, writes
 * its new and changed files to a folder. Prints faults and the summary, and
 * returns an exit status (base/die.h). */
int	publish(const struct options *);

#endif
