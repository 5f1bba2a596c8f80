/* SPDX-License-Identifier: ISC */
#include "command/command.h"

#include "control/event.h"
#include "option.h"

int
command_review(const struct options *o)
{
	return event_review(o);
}
