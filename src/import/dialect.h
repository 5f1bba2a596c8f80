/* SPDX-License-Identifier: ISC
 *
 * dialect: the words of matbu's dialect that an import writes (dialect.def).
 */
#ifndef IMPORT_DIALECT_H
#define IMPORT_DIALECT_H

#include "base/str.h"

enum dialect {
#define X(id, text) DIALECT_##id,
#include "import/dialect.def"
#undef X
};

/* Static. */
str	dialect_text(enum dialect);

#endif
