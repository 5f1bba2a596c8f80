/* SPDX-License-Identifier: ISC
 *
 * row_name: the names of declared rows of the header table, and what
 * content/index.md has to say to declare one.
 */
#ifndef MODEL_ROW_NAME_H
#define MODEL_ROW_NAME_H

#include "model/header_row.h"

/* The name in small letters and digits, beginning with a letter, with one
 * hyphen for all between; at most 60 bytes and perhaps empty. In arena. A name
 * that equals it is proper. */
str	row_name_proper(struct arena *, str name);
/* The language in which the name is that of a usual row. */
enum lang row_name_lang(str name);
/* What declares the row of that name in front matter: “name: label” where the
 * collection declares rows; else the key with all its rows and that one. keys:
 * the names of the key. In arena. */
str	row_name_declaration(struct arena *, const struct header_rows *,
	    const str keys[LANG_COUNT], str name);

#endif
