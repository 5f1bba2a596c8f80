/* SPDX-License-Identifier: ISC
 *
 * print_check: the checks of the PDF renderer: reports whatever could make it
 * refuse a document, with its position, before anything is made.
 */
#ifndef PRINT_CHECK_H
#define PRINT_CHECK_H

#include "model/doc.h"
#include "style/style.h"

/* Reports to doc->diags characters that no face has, and a language without
 * its hyphenation patterns. */
void	print_check(const struct styles *, const struct doc *);

#endif
