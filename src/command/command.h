/* SPDX-License-Identifier: ISC
 *
 * command: the commands of the program, a file each. Each returns an exit
 * status (base/mem.h).
 */
#ifndef COMMAND_H
#define COMMAND_H

struct options;

int	command_build(const struct options *);
int	command_check(const struct options *);
int	command_publish(const struct options *);

#endif
