/* SPDX-License-Identifier: ISC
 *
 * dialect: the words of matbu's dialect that an import writes (dialect.def).
 */
#ifndef IMPORT_DIALECT_H
#define IMPORT_DIALECT_H

#include "base/lang.h"
#include "base/str.h"

enum dialect {
#define X(id, turkish, english) DIALECT_##id,
#include "import/dialect.def"
#undef X
};

/* Sets the language, which is that of the collection; Turkish without it. */
void	dialect_choose(enum lang);
/* Static. */
str	dialect_text(enum dialect);

#endif
