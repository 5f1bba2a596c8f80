/* SPDX-License-Identifier: ISC
 *
 * command: the commands that choose between several actions or print a
 * summary. commands.def names the action of every other command directly. Each
 * function returns an exit status (base/die.h).
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

struct options;

int	command_build(const struct options *);
int	command_check(const struct options *);
int	command_list(const struct options *);
int	command_release(const struct options *);
int	command_revise(const struct options *);
int	command_serve(const struct options *);
int	command_verify(const struct options *);
int	command_warn(const struct options *);
int	command_withdraw(const struct options *);

#endif
