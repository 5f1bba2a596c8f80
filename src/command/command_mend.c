/* SPDX-License-Identifier: ISC */
#include "command/command.h"

#include "control/event.h"
#include "option.h"

int
command_mend(const struct options *o)
{
	return event_mend(o);
}
