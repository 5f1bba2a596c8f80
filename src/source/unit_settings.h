/* SPDX-License-Identifier: ISC
 *
 * unit_settings: reads “units: {bim: Title}” of content/index.md. Part of
 * front_matter.
 */
#ifndef SOURCE_UNIT_SETTINGS_H
#define SOURCE_UNIT_SETTINGS_H

#include "model/unit.h"
#include "source/scan.h"

/* Reads the current value, of the key; reports faults. */
void	unit_settings_read(struct doc *, struct scan *, str key,
	    struct units *);

#endif
