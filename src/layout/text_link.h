/* SPDX-License-Identifier: ISC
 *
 * text_link: what leads somewhere in a text: links, references, markers of
 * footnotes. Part of text.
 */
#ifndef LAYOUT_TEXT_LINK_H
#define LAYOUT_TEXT_LINK_H

#include "layout/text.h"

/* Append a node of that kind. */
void		 text_link_put(struct text *, const node *);
void		 text_link_reference(struct text *, const node *);
void		 text_link_footnote(struct text *, const node *);
/* Appends a reference, without its own text, to the destination id of the
 * document. */
void		 text_link_back(struct text *, str id, str words, struct place);

#endif
