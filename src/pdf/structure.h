/* SPDX-License-Identifier: ISC
 *
 * pdf_structure: writes the structure tree: into the file (ISO 32000-1,
 * 14.7), and as text for tests.
 */
#ifndef PDF_STRUCTURE_H
#define PDF_STRUCTURE_H

struct pdf_file;
struct pdf_tags;
struct sink;

/* Writes the tree, its parent tree and its IDs; returns the object of its root.
 * pages: the objects of all pages. Called once, after the last mark. */
unsigned pdf_structure_write(struct pdf_tags *, struct pdf_file *,
	    const unsigned *pages);
/* Appends one line for each element, two spaces deeper than its parent, with
 * its attributes; the text of a content in quotes, if pdf_tag_keep_text() was
 * called. */
void	 pdf_structure_dump(const struct pdf_tags *, struct sink *);

#endif
