/* SPDX-License-Identifier: ISC
 *
 * xref: where references and links lead. References to ids of the document
 * are resolved, filled in and their numbers put right; links are sorted into
 * addresses outside, works and folders of the collection.
 */
#ifndef MODEL_XREF_H
#define MODEL_XREF_H

#include "model/collection.h"

/* After anchor_make(). Faults are told. */
void	xref_resolve(struct doc *);
/* “Şekil-1”, “Tablo-2”, or the heading's text: what a reference to it says.
 * In the document's arena. */
str	xref_label(struct doc *, struct item *);
/* Whether “Şekil-12” (in the document's language) stands at byte i of s;
 * the whole length, and where its digits begin. */
bool	xref_typed(const struct doc *, enum kind, str s, size_t i, size_t *len,
	    size_t *digits);
/* Where such a label stands in the source of its text, searched from *at,
 * which moves past it: escapes make text and source differ. */
struct pos xref_pos(const struct item *text, str label, size_t *at);
/* Checks a link that was kept in a card against the anchors of its target. */
void	xref_check_anchor(const struct card_link *, const struct card *target,
	    struct diags *, str path);

#endif
