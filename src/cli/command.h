/* SPDX-License-Identifier: ISC
 *
 * command: the commands of the program, a file each. Each returns an exit
 * status (base/mem.h).
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

struct options;

int	command_build(const struct options *);
int	command_check(const struct options *);
int	command_new(const struct options *);
int	command_revise(const struct options *);
int	command_release(const struct options *);
int	command_review(const struct options *);
int	command_warn(const struct options *);
int	command_withdraw(const struct options *);
int	command_mend(const struct options *);
int	command_publish(const struct options *);
int	command_pull(const struct options *);
int	command_list(const struct options *);
int	command_verify(const struct options *);

#endif
