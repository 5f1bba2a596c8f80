/* SPDX-License-Identifier: ISC
 *
 * register_form: a register that another program has saved. Excel and
 * Notepad change line ends, quotes, separators, days and letters, and sort
 * rows; the chain proves whether the rows are still the same.
 */
#ifndef REGISTER_FORM_H
#define REGISTER_FORM_H

#include "base/str.h"

struct arena;

/* The register in its own form and order, as far as it can be told from the
 * bytes; *sorted tells that rows stood in another order. The caller proves
 * the result. In arena. */
str	register_form_mended(struct arena *, str bytes, bool *sorted);

#endif
