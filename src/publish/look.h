/* SPDX-License-Identifier: ISC
 *
 * look: looks for foreign files at a destination that make a publish unsafe or
 * useless: links, and files that a web server shows in place
 * of an index.html.
 */
#ifndef PUBLISH_LOOK_H
#define PUBLISH_LOOK_H

#include "publish/mirror.h"

/* Reports a lock that is a link. */
void	look_lock(struct arena *, struct remote *, struct diags *);
/* Reports links and index files in the folders of a planned mirror; where the
 * plan compared bytes, also gives the folders the access of the
 * destination. */
void	look_site(struct mirror *);

#endif
