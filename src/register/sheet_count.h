/* SPDX-License-Identifier: ISC
 *
 * sheets: of how many sheets a record is, which a released page tells its
 * readers. Only what our own press has written tells it.
 */
#ifndef REGISTER_SHEET_COUNT_H
#define REGISTER_SHEET_COUNT_H

#include "base/str.h"

/* The number of pages of a PDF of matbu's own making; 0 where it does not
 * tell: it is another's, broken, or too large to be looked through. Takes a
 * few MiB for a moment at most, whatever the bytes. */
unsigned	sheet_count(str pdf);

#endif
