/* SPDX-License-Identifier: ISC */
#include "command/command.h"

#include "control/release.h"
#include "option.h"

int
command_release(const struct options *o)
{
	return o->undo ? release_undo(o) : release_editions(o);
}
