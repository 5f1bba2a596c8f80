/* SPDX-License-Identifier: ISC */
#include "cli/command.h"

#include "build/options.h"
#include "edition/event.h"

int
command_mend(const struct options *o)
{
	return events_mend(o);
}
