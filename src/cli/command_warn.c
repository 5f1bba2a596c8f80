/* SPDX-License-Identifier: ISC */
#include "cli/command.h"

#include "build/options.h"
#include "edition/event.h"

int
command_warn(const struct options *o)
{
	return o->lift ? events_lift(o) : events_warn(o);
}
