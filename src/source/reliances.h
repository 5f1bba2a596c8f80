/* SPDX-License-Identifier: ISC
 *
 * reliances: reads what a text relies on: a list, or one, of “address, what the
 * page says”. Part of front_matter.
 */
#ifndef SOURCE_RELIANCES_H
#define SOURCE_RELIANCES_H

#include "source/scan.h"

/* Reads the current value as that of the key name and appends it to
 * doc->front_matter.reliances. Reports faults, and leaves out what has one. */
void	reliances_read(struct doc *, struct scan *, str name);

#endif
