/* SPDX-License-Identifier: ISC */
#include "command/command.h"

#include "option.h"
#include "publish/publish.h"

int
command_publish(const struct options *o)
{
	return publish(o);
}
