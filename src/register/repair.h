/* SPDX-License-Identifier: ISC
 *
 * repair: a register that another program has saved. Excel and Notepad change
 * line ends, quotes, separators, days and letters, and sort rows; the chain
 * shows whether the rows are still the same.
 */
#ifndef REGISTER_REPAIR_H
#define REGISTER_REPAIR_H

#include "base/str.h"

struct arena;

/* Returns the register in its own form and order, as far as the bytes show
 * them, in arena. Sets *sorted to whether the rows were in another order. Does
 * not check the result: the caller reads it as a register. */
str	repair_text(struct arena *, str bytes, bool *sorted);

#endif
