/* SPDX-License-Identifier: ISC
 *
 * text: a paragraph: its inlines shaped into words, with their tags in source
 * order. text_lines makes lines of it, text_width measures it.
 */
#ifndef LAYOUT_TEXT_H
#define LAYOUT_TEXT_H

#include "layout/job.h"
#include "model/dom.h"

struct text;

/* A paragraph in the style whose words go below elem. In the job's
 * block_arena. */
struct text	*text_make(struct layout_job *, const struct style *,
		    struct pdf_tag *elem);
bool		 text_is_empty(const struct text *);
/* Blanks to fill in begin at least so far from the left [pt]. */
void		 text_tab(struct text *, double);
/* Appends the children of the node, which are inlines. */
void		 text_inlines(struct text *, const node *);
/* Appends words that come from the place, or are shape_own(). */
void		 text_words(struct text *, str, struct place);
/* Appends “Şekil-1. ” for the node; nothing where it has no number. */
void		 text_label(struct text *, enum word, const node *);
/* Appends a reference, without its own text, to the destination id of the
 * document; words are what it shows. */
void		 text_back(struct text *, str id, str words, struct place);
/* Appends a line of code as it is: spaces count. */
void		 text_verbatim(struct text *, str line, struct place);

#endif
