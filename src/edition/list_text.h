/* SPDX-License-Identifier: ISC
 *
 * list_text: writes a list for a terminal, at most 100 columns wide: of each
 * row a line of the columns above, a row of cells, which may take several
 * lines, and lines of the columns below. Columns in which no row has a value
 * are left out.
 */
#ifndef EDITION_LIST_TEXT_H
#define EDITION_LIST_TEXT_H

#include "edition/list_output.h"

/* An empty list is “–”. */
void	list_text_write(const struct list_output *, struct sink *);
/* Takes the next line of at most width (> 0) characters from *rest: it ends
 * at a space; within a longer word after “/” or, where it has none, anywhere.
 * Spaces around it are removed. False at the end. */
bool	list_text_line(str *rest, size_t width, str *line);
/* Writes the text in such lines, at most 100 columns wide with the indent. */
void	list_text_lines(str, size_t indent, struct sink *);

#endif
