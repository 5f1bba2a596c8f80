/* SPDX-License-Identifier: ISC
 *
 * front: the front matter at the start of a source: its keys and what each
 * may say. Second stage of source/.
 */
#ifndef SOURCE_FRONT_H
#define SOURCE_FRONT_H

#include "model/doc.h"

/* Whose front matter it is: each kind of file knows its own keys. */
enum front { FRONT_DOCUMENT, FRONT_FOLDER, FRONT_SITE };

/* Reads the front matter at the start of doc->text into doc->head. Returns
 * the number of lines it takes, its fences included; 0 where there is none.
 * What is kept is in the document's arena. Faults are told. */
unsigned	front_read(struct doc *, enum front);
/* That number alone, of a text. */
unsigned	front_lines(str text);

#endif
