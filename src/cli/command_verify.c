/* SPDX-License-Identifier: ISC */
#include "cli/command.h"

#include "base/diags.h"
#include "base/die.h"
#include "build/options.h"
#include "edition/verify.h"

int
command_verify(const struct options *o)
{
	if (o->all == (o->num_paths != 0))
		die_usage(DIAG_VERIFY_WHAT, "", "");
	return o->all ? verify_all(o) : verify_files(o);
}
