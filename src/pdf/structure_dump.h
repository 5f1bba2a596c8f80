/* SPDX-License-Identifier: ISC
 *
 * pdf_structure_dump: writes the structure tree as text, for tests.
 */
#ifndef PDF_STRUCTURE_DUMP_H
#define PDF_STRUCTURE_DUMP_H

struct pdf_tags;
struct sink;

/* Appends one line for each element, two spaces deeper than its parent, with
 * its attributes; the text of a content in quotes, if pdf_tag_keep_text() was
 * called. */
void	 pdf_structure_dump(const struct pdf_tags *, struct sink *);

#endif
