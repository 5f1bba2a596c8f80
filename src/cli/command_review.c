/* SPDX-License-Identifier: ISC */
#include "cli/command.h"

#include "build/options.h"
#include "edition/event.h"

int
command_review(const struct options *o)
{
	return events_review(o);
}
