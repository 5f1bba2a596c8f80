/* SPDX-License-Identifier: ISC
 *
 * division: blocks that hold blocks without being a list, a quotation or a
 * note: right-aligned or centred lines, signatures, landscape sheets, annexes.
 */
#ifndef MODEL_DIVISION_H
#define MODEL_DIVISION_H

#include "model/dom.h"

/* Whether n is a division of the type. */
bool		 division_is(const node *n, enum division_type);
/* Whether only divisions and the document are around n. */
bool		 division_is_top(const node *n);
/* The annex that n stands in, or NULL. */
const node	*division_annex(const node *n);
/* The block after n in document order, below top, going into divisions alone;
 * NULL at the end. */
const node	*division_walk(const node *top, const node *n);
/* The name of an annex, or of the annex of a heading: “Ek-1”. In arena. */
str		 division_label(const struct doc *, unsigned number);

/* Checks a division or a page break. Reports faults. */
void		 division_check(struct doc *, const node *);
/* Reports a number that the author put before the heading of an annex. */
void		 division_check_heading(struct doc *, const node *heading);
/* Reports “\newpage” in a text. */
void		 division_check_text(struct doc *, const node *text);

#endif
