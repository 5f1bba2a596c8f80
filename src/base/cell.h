/* SPDX-License-Identifier: ISC
 *
 * cell: a value in a table for other programs: CSV that a Turkish Excel opens
 * by a click (byte-order mark, semicolons, CRLF), and JSON.
 */
#ifndef BASE_CELL_H
#define BASE_CELL_H

#include "base/sink.h"

/* What a file of CSV begins with. */
#define CELL_CSV_MARK	"\xEF\xBB\xBF"

/* Puts the value in quotes. Excel takes a cell that begins with “= + - @”, a
 * tab or CR for a formula or the like: such a value gets a “'” in front.
 * Returns whether it did. */
bool	cell_csv(struct sink *, str);
/* Puts a string of JSON (RFC 8259), with exactly these characters; bytes that
 * are not UTF-8 become U+FFFD. */
void	cell_json(struct sink *, str);

#endif
