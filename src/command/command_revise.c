/* SPDX-License-Identifier: ISC */
#include "command/command.h"

#include "control/revise.h"
#include "option.h"

int
command_revise(const struct options *o)
{
	if (o->restore)
		return revise_restore(o);
	return o->redate ? revise_redate(o) : revise_begin(o);
}
