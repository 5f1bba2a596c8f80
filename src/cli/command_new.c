/* SPDX-License-Identifier: ISC */
#include "cli/command.h"

#include "build/options.h"
#include "edition/skeleton.h"

int
command_new(const struct options *o)
{
	return skeleton_write(o);
}
