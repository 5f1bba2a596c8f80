/* SPDX-License-Identifier: ISC
 *
 * start: what both programs, matbu and matbu-serve, do first and last.
 */
#ifndef CLI_START_H
#define CLI_START_H

#include "cli/option.h"

/* Sets the language, reads the command line, and runs its command, or the one
 * that is given instead. Returns an exit status. */
int	start(int argc, char **argv, command instead);

#endif
