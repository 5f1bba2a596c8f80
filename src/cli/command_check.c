/* SPDX-License-Identifier: ISC */
#include "cli/command.h"

#include <stdio.h>

#include "base/diags.h"
#include "base/die.h"
#include "base/mem.h"
#include "build/build.h"
#include "build/options.h"

int
command_check(const struct options *o)
{
	struct build_result result;
	int status = build_check(o, &result);

	if (status == EXIT_DONE && !o->quiet)
		printf(message_language() == LANG_TR ?
		    "%zu sürüm denetlendi, hata yok\n" :
		    "%zu editions checked, no errors\n", result.editions);
	return status;
}
