/* SPDX-License-Identifier: ISC
 *
 * pdf_structure: writes the structure tree into the file (ISO 32000-1, 14.7).
 */
#ifndef PDF_STRUCTURE_H
#define PDF_STRUCTURE_H

struct pdf_file;
struct pdf_tags;

/* Writes the tree, its parent tree and its IDs; returns the object of its root.
 * pages: the objects of all pages. Called once, after the last mark. */
unsigned pdf_structure_write(struct pdf_tags *, struct pdf_file *,
	    const unsigned *pages);

#endif
