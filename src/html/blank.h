/* SPDX-License-Identifier: ISC
 *
 * html_blank: what stands for a field where there is no form: a line to write
 * on, a box to tick. For html/ only.
 */
#ifndef HTML_BLANK_H
#define HTML_BLANK_H

struct field;
struct html;

/* Writes the field as characters: the block may lose its style sheet where it
 * is pasted. */
void	html_blank_put(struct html *, const struct field *);

#endif
