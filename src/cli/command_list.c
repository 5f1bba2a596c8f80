/* SPDX-License-Identifier: ISC */
#include "cli/command.h"

#include "build/options.h"
#include "edition/master_list.h"

int
command_list(const struct options *o)
{
	return list(o);
}
