/* SPDX-License-Identifier: ISC */
#include "command/command.h"

#include "control/event.h"
#include "option.h"

int
command_withdraw(const struct options *o)
{
	return o->erase ? event_erase(o) : event_withdraw(o);
}
