/* SPDX-License-Identifier: ISC
 *
 * dump_file: --dump: one file's tree or HTML fragment on standard output.
 */
#ifndef BUILD_DUMP_FILE_H
#define BUILD_DUMP_FILE_H

struct options;

/* Returns an exit status. */
int	dump_file(const struct options *);

#endif
