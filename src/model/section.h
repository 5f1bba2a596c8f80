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
/* The heading's text behind its number: “2.1 Kapsam”. In arena. */
str	section_label(struct arena *, const struct _xmlNode *heading);

#endif
