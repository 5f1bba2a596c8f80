/* SPDX-License-Identifier: ISC */
#include "command/command.h"

#include "control/event.h"
#include "option.h"

int
command_warn(const struct options *o)
{
	return o->lift ? event_lift(o) : event_warn(o);
}
