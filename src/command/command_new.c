/* SPDX-License-Identifier: ISC */
#include "command/command.h"

#include "control/skeleton.h"
#include "option.h"

int
command_new(const struct options *o)
{
	return skeleton_write(o);
}
