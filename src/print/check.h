/* SPDX-License-Identifier: ISC
 *
 * print_check: the faults that prevent a record and can be found before the
 * document is laid out. layout/shape.c finds missing glyphs.
 */
#ifndef PRINT_CHECK_H
#define PRINT_CHECK_H

#include "model/doc.h"
#include "style/style.h"

/* Reports to doc->diags that the patterns for hyphenation in the document's
 * language are missing. */
void	print_check(const struct styles *, const struct doc *);

#endif
