/* SPDX-License-Identifier: ISC
 *
 * link_uri: where the links of a record lead.
 */
#ifndef LAYOUT_LINK_URI_H
#define LAYOUT_LINK_URI_H

#include "layout/job.h"

/* The URI of a KIND_LINK whose target is not TARGET_NONE. */
str	link_uri(const struct layout_job *, const struct item *);

#endif
