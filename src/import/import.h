/* SPDX-License-Identifier: ISC
 *
 * import: matbu import.
 */
#ifndef IMPORT_IMPORT_H
#define IMPORT_IMPORT_H

struct options;

/* Writes the Word file of the command line as a new work, with its pictures and
 * each index.md that is missing, and prints what is lost. Of a folder, each
 * Word file in it becomes a work named after it; a table of the results
 * follows. Where a file is at fault, or its words would not all be there,
 * nothing of it is written. Returns an exit status; ends the program where the
 * arguments are wrong or the disk fails. */
int	import_run(const struct options *);

#endif
