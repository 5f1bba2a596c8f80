/* SPDX-License-Identifier: ISC */
#include "cli/command.h"

#include "build/options.h"
#include "publish/pull.h"

int
command_pull(const struct options *o)
{
	return pull(o);
}
