/* SPDX-License-Identifier: ISC
 *
 * fill: one form for each row of a table.
 */
#ifndef EDITION_FILL_H
#define EDITION_FILL_H

struct options;

/* matbu fill EDITION TABLE.csv -o FOLDER: writes a PDF for each row, the record
 * with the row's values. Reports every fault of the table and then writes
 * nothing. Returns an exit status. Ends the program where the folder is below
 * content or out, or where the disk fails. */
int	fill_forms(const struct options *);

#endif
