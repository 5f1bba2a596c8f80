/* SPDX-License-Identifier: ISC
 *
 * section: the levels and numbers of headings: what divides a document into
 * sections.
 */
#ifndef MODEL_SECTION_H
#define MODEL_SECTION_H

#include "model/doc.h"

/* Corrects skipped levels (ISO 14289-1, 7.4.2), numbers the sections where the
 * document asks for it, and compares numbers that the author typed. Reports
 * faults. */
void	section_make(struct doc *);
/* The heading's text after its number: “2.1 Kapsam”. In arena. */
str	section_label(struct arena *, const struct _xmlNode *heading);

/* The level at which a list of contents has the node: that of a heading, 2 of an
 * annex that begins with none. 0: it is not listed. */
int	section_level(const struct _xmlNode *);
/* What the list says of it: “2.1 Kapsam”, “Ek-1”. In the document's arena. */
str	section_entry(const struct doc *, const struct _xmlNode *);

#endif
