/* SPDX-License-Identifier: ISC
 *
 * form: a register that another program has saved. Excel and Notepad change
 * line ends, quotes, separators, days and letters; the chain shows whether the
 * rows are still the same.
 */
#ifndef REGISTER_FORM_H
#define REGISTER_FORM_H

#include "base/str.h"

struct arena;

/* Returns the text in UTF-8 without a byte-order mark, in arena. */
str	form_letters(struct arena *, str bytes);
/* Returns the lines of a register in its own form, as far as the bytes show
 * them, in their order: the same bytes or in arena. Does not check the result. */
str	form_lines(struct arena *, str bytes);

#endif
