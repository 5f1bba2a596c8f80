/* SPDX-License-Identifier: ISC
 *
 * xref: the targets of references and links. Resolves references to ids of the
 * document, fills in their texts and corrects their numbers; sorts links into
 * external addresses, works and folders of the collection.
 */
#ifndef MODEL_XREF_H
#define MODEL_XREF_H

#include "model/collection.h"

/* Needs anchor_make() before it. Reports faults. */
void	xref_resolve(struct doc *);
/* The word in the name of a figure, a table, or (else) an annex. */
enum word xref_word(enum kind);
/* Whether “Şekil-12” (in the document's language) is at byte i of s; *len is
 * its length, *digits the offset of its number in s. */
bool	xref_typed(const struct doc *, enum kind, str s, size_t i, size_t *len,
	    size_t *digits);
/* The position of such a label in the source of its text. Searches from *at,
 * and moves *at past the label: escapes make text and source differ. */
struct pos xref_pos(const struct item *text, str label, size_t *at);
/* Whether a heading, figure, table or annex of the target has that id. */
bool	xref_has_anchor(const struct card *target, str anchor);

#endif
