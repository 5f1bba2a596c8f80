/* SPDX-License-Identifier: ISC
 *
 * style_sheet: reads the style sheet, templates/sheet.xml, into styles. Its
 * properties have the names of XSL 1.1 (formatting objects).
 */
#ifndef STYLE_STYLE_SHEET_H
#define STYLE_STYLE_SHEET_H

#include "base/diags.h"
#include "style/style.h"

struct arena;

/* Reads the text of a style sheet; path is for messages. Reports every
 * mistake with its position and returns NULL after one. The result is in the
 * arena, but style_sheet_close() must close it. */
struct styles	*style_sheet_read(struct arena *, str text,
			    struct diags *, str path);
void		 style_sheet_close(struct styles *);

#endif
