/* SPDX-License-Identifier: ISC
 *
 * print_glyphs: checks characters: a face must have every character that a
 * record shows. Each text is checked against the faces that the renderer will
 * set it in: the chain that text_style names. A missing character is reported
 * to doc->diags, with its position.
 */
#ifndef PRINT_GLYPHS_H
#define PRINT_GLYPHS_H

#include "model/doc.h"
#include "style/style.h"

/* Checks the document's texts, and what the renderer adds to them. */
void	print_glyphs_document(const struct styles *, const struct doc *);
/* Checks what a folder's index.md says: its title (depth 0 is the
 * institution's), its contact, the labels of the header table. */
void	print_glyphs_folder(const struct styles *, const struct doc *,
	    int depth, str title);
/* Checks the register's note on an edition, which the revision table shows.
 * Reported for the document, of which only arena, diags and path are used. */
void	print_glyphs_note(const struct styles *, const struct doc *, str note);

#endif
