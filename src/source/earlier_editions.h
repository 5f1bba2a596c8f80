/* SPDX-License-Identifier: ISC
 *
 * earlier_editions: reads the editions that a source lists, which are older
 * than the collection: each with its date, number and change. Part of
 * front_matter.
 */
#ifndef SOURCE_EARLIER_EDITIONS_H
#define SOURCE_EARLIER_EDITIONS_H

#include "source/scan.h"

/* Reads the current value as that of the key name and appends it to
 * doc->front_matter.earlier. Reports faults, and leaves out what has one. */
void	earlier_editions_read(struct doc *, struct scan *, str name);

#endif
