/* SPDX-License-Identifier: ISC
 *
 * successor: the work that takes the place of a withdrawn one. The register
 * keeps it at the end of the note: “Birleştirildi (yerine: frm/bim/a/b)”.
 */
#ifndef REGISTER_SUCCESSOR_H
#define REGISTER_SUCCESSOR_H

#include "model/collection.h"

/* Returns the note that names the successor, in the arena. */
str	successor_note(struct arena *, str note, str work);
/* Returns the note without its successor, and this; a note that ends otherwise,
 * or names what cannot be a work, is returned whole, with an empty
 * successor. */
str	successor_split(str note, str *successor);
/* Returns whether the chain of successors that begins at the first work comes
 * to the second. */
bool	successor_leads(const struct collection *, str from, str to);
/* Sets the successor of the withdrawn cards, and of the superseded ones of
 * withdrawn works. A chain that ends
 * at a work without a released edition, at a withdrawn one, or nowhere, leaves
 * NULL. Takes time proportional to the cards, whose states are set. */
void	successor_find(struct collection *);

#endif
