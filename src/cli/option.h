/* SPDX-License-Identifier: ISC
 *
 * option: reads the command line, from two tables: commands.def and
 * options.def. --help is printed from them.
 */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include "build/options.h"

/* Returns an exit status. */
typedef int	(*command)(const struct options *);

/* Reads the command line. Ends the program with status 2 at a wrong argument,
 * with status 0 after --help and --version. */
command	option_read(struct options *, int argc, char **argv);

#endif
