/* SPDX-License-Identifier: ISC */
#include "cli/command.h"

#include "build/options.h"
#include "edition/event.h"

int
command_withdraw(const struct options *o)
{
	return o->erase ? events_erase(o) : events_withdraw(o);
}
