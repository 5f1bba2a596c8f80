/* SPDX-License-Identifier: ISC
 *
 * print_glyphs: the gate's rule on characters: all that a record shows must be
 * in a face that it is shown in. A text is looked for where the press will
 * set it: in the chain that text_style names. Told to doc->diags, with its
 * place.
 */
#ifndef PRINT_GLYPHS_H
#define PRINT_GLYPHS_H

#include "model/doc.h"
#include "style/style.h"

/* The document's texts, and what the press adds to them. */
void	print_glyphs_document(const struct styles *, const struct doc *);
/* Of a folder's index.md: its title (depth 0 is the institution's), its
 * contact, the labels of the header table. */
void	print_glyphs_folder(const struct styles *, const struct doc *,
	    int depth, str title);
/* What the register says of an edition: it stands in the revision table. Told
 * of the document, of which only arena, diags and path are looked at. */
void	print_glyphs_note(const struct styles *, const struct doc *, str note);

#endif
