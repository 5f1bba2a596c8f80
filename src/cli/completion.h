/* SPDX-License-Identifier: ISC
 *
 * completion: scripts that complete the command line in a shell, made of
 * commands.def and options.def: “matbu --completion bash”. For “make install”;
 * --help does not list it.
 */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include <stdbool.h>

/* Prints the script of the shell: bash, zsh or fish. False for another. */
bool	completion_print(const char *shell);

#endif
