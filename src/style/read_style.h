/* SPDX-License-Identifier: ISC
 *
 * read_style: reads an element <style> of the style sheet. For style_sheet
 * and read_region.
 */
#ifndef STYLE_READ_STYLE_H
#define STYLE_READ_STYLE_H

#include "style/reader.h"

/* Reads <style> into the style that it names. */
void	 read_style(struct reader *, const node *);
/* Sets a style that the style sheet does not name, or the properties that
 * its <style> does not: it has XSL's inherited properties of from, which is
 * the style “paragraph”, and no others. */
void	 read_style_inherit(struct style *, const struct style *from);
/* The id of the style that the attribute names; false and reported where
 * there is none. */
bool	 read_style_name(struct reader *, const struct dom_attr *,
	    enum style_id *);

#endif
