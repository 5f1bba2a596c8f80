/* SPDX-License-Identifier: ISC
 *
 * indented_prose: whether indented code was meant as text: a petition whose
 * lines begin with blanks, a date at the right. For source/code.
 */
#ifndef MODEL_INDENTED_PROSE_H
#define MODEL_INDENTED_PROSE_H

#include "base/str.h"

/* Weighs all lines of the code, which has lost its first four blanks: those
 * that read as prose are not outnumbered by those that read as code. In arena:
 * what it needs meanwhile. */
bool	indented_prose(struct arena *, str code);

#endif
