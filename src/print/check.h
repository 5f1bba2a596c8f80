/* SPDX-License-Identifier: ISC
 *
 * print_check: what could make the PDF renderer refuse a document and is known
 * before it is laid out. Missing glyphs are found by layout/shape.c.
 */
#ifndef PRINT_CHECK_H
#define PRINT_CHECK_H

#include "model/doc.h"
#include "style/style.h"

/* Reports to doc->diags a language without its hyphenation patterns. */
void	print_check(const struct styles *, const struct doc *);

#endif
