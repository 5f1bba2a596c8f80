/* SPDX-License-Identifier: ISC */
#include "cli/command.h"

#include "build/options.h"
#include "edition/release.h"

int
command_release(const struct options *o)
{
	return o->undo ? release_undo(o) : release_editions(o);
}
