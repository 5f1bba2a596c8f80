/* SPDX-License-Identifier: ISC
 *
 * signs: what fonts of signs show for a code of w:sym (signs.def).
 */
#ifndef IMPORT_SIGNS_H
#define IMPORT_SIGNS_H

#include "base/str.h"

/* The character of Unicode, static; empty where it is not known. */
str	signs_text(str font, str code);

#endif
