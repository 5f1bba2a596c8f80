/* SPDX-License-Identifier: ISC
 *
 * text: a paragraph: its inlines are shaped into words, and the words
 * set as lines of a width. Tags are made on the way, in source order.
 */
#ifndef LAYOUT_TEXT_H
#define LAYOUT_TEXT_H

#include "layout/job.h"

struct text;

/* A paragraph in the style whose words go below elem. */
struct text	*text_make(struct layout_job *, const struct style *,
		    struct pdf_tag *elem);
/* Appends the kids of n, which are inlines. */
void		text_inlines(struct text *, const struct _xmlNode *n);
/* Appends words of matbu's own. */
void		text_words(struct text *, str);
/* Appends “Şekil-1. ”; nothing where number is 0. */
void		text_label(struct text *, enum word, unsigned number);
/* Appends a reference to a place of the document, without its own text. */
void		text_back(struct text *, str id, str words);
/* Lines are kept as they are, for code: spaces count. */
void		text_verbatim(struct text *, str line);

/* Makes all of it smaller (factor < 1) or larger, its lines too; afterwards
 * nothing is appended. */
void	text_width_scale(struct text *, double factor);

bool	text_is_empty(const struct text *);
/* The width of its widest word, and of all of it in one line. */
double	text_width_minimum(const struct text *);
/* The width of its widest piece that cannot be broken, even with a hyphen:
 * set as narrow as this, no syllable is torn. */
double	text_width_unbreakable(const struct text *);
double	text_width_maximum(const struct text *);

/* Lines of the text: frames with x, width, height and base; y counts on
 * from 0. In arena. */
struct text_lines {
	struct frame		*lines;	/* num of them */
	struct footnote_ref	**footnote_refs;	/* of each line */
	size_t			 num;
	double			 height;
};
struct text_lines	text_lines(struct text *, double width);
/* The last run that text_words made, after text_lines. */
struct glyph_run	*text_lines_last_run(const struct text_lines *);

#endif
