/* SPDX-License-Identifier: ISC
 *
 * pdf_text: a paragraph: its inlines are shaped into words, and the words
 * set as lines of a width. Tags are made on the way, in source order.
 */
#ifndef LAYOUT_TEXT_H
#define LAYOUT_TEXT_H

#include "layout/frame.h"

struct pdf_text;

/* A paragraph in the style whose words go below elem. */
struct pdf_text	*pdf_text_make(struct pdf_job *, const struct pdf_style *,
		    struct pdf_tag *elem);
/* Appends the kids of n, which are inlines. */
void	pdf_text_inlines(struct pdf_text *, const struct _xmlNode *n);
/* Appends words of matbu's own. */
void	pdf_text_words(struct pdf_text *, str);
/* Appends “Şekil-1. ”; nothing where number is 0. */
void	pdf_text_label(struct pdf_text *, enum word, unsigned number);
/* Appends a reference to a place of the document, without its own text. */
void	pdf_text_back(struct pdf_text *, str id, str words);
/* Lines are kept as they are, for code: spaces count. */
void	pdf_text_verbatim(struct pdf_text *, str line);

/* Makes all of it smaller (factor < 1) or larger, its lines too; afterwards
 * nothing is appended. */
void	pdf_text_scale(struct pdf_text *, double factor);

bool	pdf_text_is_empty(const struct pdf_text *);
/* The width of its widest word, and of all of it in one line. */
double	pdf_text_least(const struct pdf_text *);
/* The width of its widest piece that cannot be broken, even with a hyphen:
 * set as narrow as this, no syllable is torn. */
double	pdf_text_narrow(const struct pdf_text *);
double	pdf_text_most(const struct pdf_text *);

/* Lines of the text: frames with x, width, height and base; y counts on
 * from 0. In arena. */
struct pdf_set {
	struct pdf_frame	*lines;		/* num of them */
	struct pdf_foot		**feet;		/* the notes of each line */
	size_t			 num;
	double			 height;
};
struct pdf_set	pdf_text_set(struct pdf_text *, double width);
/* The last run that pdf_text_words made, after pdf_text_set. */
struct pdf_run	*pdf_text_last_run(const struct pdf_set *);

#endif
