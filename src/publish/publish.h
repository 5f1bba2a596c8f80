/* SPDX-License-Identifier: ISC
 *
 * publish: the site onto its destination.
 */
#ifndef PUBLISH_H
#define PUBLISH_H

struct options;

/* matbu publish DEST; returns an exit status. */
int	publish(const struct options *);

#endif
