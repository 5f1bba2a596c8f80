/* SPDX-License-Identifier: ISC */
#include "cli/command.h"

#include "build/options.h"
#include "publish/publish.h"

int
command_publish(const struct options *o)
{
	return publish(o);
}
