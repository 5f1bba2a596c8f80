/* SPDX-License-Identifier: ISC
 *
 * traces: personal data, tracked changes, comments and macros in a file of an
 * office program. Reads Office Open XML (docx, xlsx,
 * pptx) and Open Document (odt, ods, odp), and files of these kinds within
 * them.
 *
 * The file may be any bytes: at most 64 MiB of its parts are read, and 20,000
 * parts; nothing of it is written or executed, no entity is expanded.
 */
#ifndef OFFICE_TRACES_H
#define OFFICE_TRACES_H

#include "office/trace.h"

/* Reads the bytes of a file. Where there is a fault, some traces may be
 * missing. */
void	traces_read(struct traces *, str bytes);
/* The same for one XML document, which is named as the part. */
void	traces_read_xml(struct traces *, str part, str bytes);

#endif
