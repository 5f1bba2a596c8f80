/* SPDX-License-Identifier: ISC
 *
 * part: finds traces in one XML part of an office file. Finds out by the
 * elements, not by the name, what the part is: programs choose any names.
 */
#ifndef OFFICE_PART_H
#define OFFICE_PART_H

#include "office/trace.h"

struct part;

/* Adds what is found to the traces; the name (borrowed) says where.
 * part_close() it. */
struct part	*part_open(struct traces *, str name);
/* Reads the next piece. False where the XML is not well-formed. */
bool		 part_take(void *part, str piece);
/* Frees it. */
void		 part_close(struct part *);

#endif
