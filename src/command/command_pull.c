/* SPDX-License-Identifier: ISC */
#include "command/command.h"

#include "option.h"
#include "publish/pull.h"

int
command_pull(const struct options *o)
{
	return pull(o);
}
