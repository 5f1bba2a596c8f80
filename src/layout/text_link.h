/* SPDX-License-Identifier: ISC
 *
 * text_link: the elements around words that lead somewhere, and what such words
 * look like. Part of text.
 */
#ifndef LAYOUT_TEXT_LINK_H
#define LAYOUT_TEXT_LINK_H

#include "model/dom.h"

struct pdf_tag;
struct text;

/* The text that a link is read out as: its words, else the alternative text
 * of its picture, else its target. Never empty (14289-1, 7.18.5). */
str	 text_link_contents(const struct text *, const node *link, str target);
/* Open a Link for the node, or Reference <- Link to a destination of this
 * document; return the element around it, for atom_leave(). The caller puts the
 * words and restores the setting. shown: they look like a link, where they do
 * not name a number. */
struct pdf_tag	*text_link_enter(struct text *, const node *);
struct pdf_tag	*text_link_enter_reference(struct text *, str id, str contents,
		    bool shown);

#endif
