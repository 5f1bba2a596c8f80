/* SPDX-License-Identifier: ISC */
#include "cli/start.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diags.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/progress.h"
#include "base/root.h"
#include "cli/completion.h"
#include "model/dom.h"

/* Output that was not written, for example to a full disk, is an error. */
static void
close_stdout(void)
{
	bool failed = ferror(stdout) != 0;

	if (fflush(stdout) != 0 || failed)
		die_errno(DIAG_WRITE, "stdout");
}

static void
fail_memory(void)
{
	die_system(DIAG_MEMORY, "", "");
}

int
start(int argc, char **argv, command instead)
{
	struct options options;
	enum lang lang;
	command run;
	int status;

	if (lang_of_environment(&lang))
		message_speak(lang);
	atexit(close_stdout);
	if (argc == 3 && strcmp(argv[1], "--completion") == 0 &&
	    completion_print(argv[2]))
		return EXIT_DONE;
	mem_start(fail_memory);
	run = option_read(&options, argc, argv);
	root_add(options.content);
	root_add(options.out);
	root_add(options.templates);
	if (!options.quiet && instead == NULL)
		progress_allow();
	dom_start();
	status = (instead != NULL ? instead : run)(&options);
	dom_stop();
	return status;
}
