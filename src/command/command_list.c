/* SPDX-License-Identifier: ISC */
#include "command/command.h"

#include "control/list.h"
#include "option.h"

int
command_list(const struct options *o)
{
	return list(o);
}
