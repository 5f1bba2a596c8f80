/* SPDX-License-Identifier: ISC
 *
 * code_box: a block of code in its box.
 */
#ifndef LAYOUT_CODE_BOX_H
#define LAYOUT_CODE_BOX_H

#include "layout/builder.h"

void	code_box_put(struct builder *, const struct area *, const node *code);

#endif
