/* SPDX-License-Identifier: ISC
 *
 * sheet_count: the number of sheets of a record, which the page of a released
 * edition states. Only a record that matbu itself made states it so that
 * sheet_count() finds it.
 */
#ifndef REGISTER_SHEET_COUNT_H
#define REGISTER_SHEET_COUNT_H

#include "base/str.h"

/* Returns the number of sheets of a PDF that matbu made; 0 where it is not
 * found: the PDF is of another program, broken, or too large to be searched.
 * Needs a few MiB at most while it runs, for any bytes. */
unsigned	sheet_count(str pdf);

#endif
