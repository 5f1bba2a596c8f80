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
/* Sets all properties of a style to their defaults: those that XSL inherits are
 * taken from from, the style “paragraph”; the others are 0. A <style> then sets
 * the properties that it names. */
void	 read_style_inherit(struct style *, const struct style *from);
/* Sets the id of the style that the attribute names. Where there is none,
 * reports that and returns false. */
bool	 read_style_name(struct reader *, const struct dom_attr *,
	    enum style_id *);

#endif
