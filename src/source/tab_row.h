/* SPDX-License-Identifier: ISC
 *
 * tab_row: rows whose cells are divided by tabs, as a spreadsheet copies them,
 * or by many blanks. Markdown prints each as a space. For body.
 */
#ifndef SOURCE_TAB_ROW_H
#define SOURCE_TAB_ROW_H

#include "source/extract.h"
#include "source/paragraph.h"

/* Reports each row of the paragraph with what makes it a row of a table; of
 * more than a hundred rows, the first hundred. A single line is no table,
 * nor are rows of more than a hundred cells: reports where the first ends. */
void	tab_row_check(struct doc *, const struct extract *,
	    const struct paragraph *);

#endif
