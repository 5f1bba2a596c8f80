/* SPDX-License-Identifier: ISC */
#include "cli/command.h"

#include "build/options.h"
#include "edition/revise.h"

int
command_revise(const struct options *o)
{
	if (o->restore)
		return revise_restore(o);
	return o->redate ? revise_redate(o) : revise_begin(o);
}
