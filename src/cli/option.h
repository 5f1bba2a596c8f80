/* SPDX-License-Identifier: ISC
 *
 * option: reads the command line, and prints --help. Both use the tables
 * commands.def and options.def.
 */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include "build/options.h"

/* A command; returns an exit status (base/die.h). */
typedef int	(*command)(const struct options *);

/* Reads the command line; strings are borrowed from argv. Returns the function
 * of the command. Ends the program with status 2 at a wrong argument, with
 * status 0 after --help and --version. */
command	option_read(struct options *, int argc, char **argv);

#endif
