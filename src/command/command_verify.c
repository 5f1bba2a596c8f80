/* SPDX-License-Identifier: ISC */
#include "command/command.h"

#include "base/diag.h"
#include "base/die.h"
#include "control/verify.h"
#include "option.h"

int
command_verify(const struct options *o)
{
	if (o->all == (o->num_paths != 0))
		die_usage(DIAG_VERIFY_WHAT, "", "");
	return o->all ? verify_all(o) : verify_files(o);
}
