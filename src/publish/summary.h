/* SPDX-License-Identifier: ISC
 *
 * summary: prints the result of a publish to standard output.
 */
#ifndef PUBLISH_SUMMARY_H
#define PUBLISH_SUMMARY_H

#include "publish/mirror.h"

struct options;

/* Prints a line for the file if it is new, changed or removed. */
void	summary_step(const struct mirror_step *);
/* Prints one line for each file that is new, changed or removed. */
void	summary_steps(const struct mirror *);
/* Prints the closing line; nothing with --quiet. rows is the number of rows
 * of the register; some is whether anything was planned. */
void	summary_print(const struct options *, const struct mirror *,
	    size_t rows, bool some);

#endif
