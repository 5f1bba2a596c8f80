/* SPDX-License-Identifier: ISC
 *
 * markup: the inlines of a text that are written as tags: struck, underlined
 * and raised words, keys, words of another language. Part of text.
 */
#ifndef LAYOUT_MARKUP_H
#define LAYOUT_MARKUP_H

#include "model/dom.h"

struct pdf_tag;
struct text;

/* Opens an element for the node, of one of these kinds, and sets how its words
 * are set. The caller puts them, gives what begin returned to end, and restores
 * the setting. */
struct pdf_tag	*markup_begin(struct text *, const node *);
void		 markup_end(struct text *, const node *,
		    struct pdf_tag *around);

#endif
