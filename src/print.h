/* SPDX-License-Identifier: ISC
 *
 * print: --dump: one file's tree or HTML fragment on standard output.
 */
#ifndef PRINT_H
#define PRINT_H

struct options;

/* Returns an exit status. */
int	print_file(const struct options *);

#endif
