/* SPDX-License-Identifier: ISC
 *
 * main: language, command line, command.
 */
#include "base/diag.h"
#include "base/mem.h"
#include "model/dom.h"
#include "option.h"

int
main(int argc, char **argv)
{
	struct options options;
	enum lang lang;
	command run;
	int status;

	if (lang_of_environment(&lang))
		diag_speak(lang);
	mem_arm();
	run = option_read(&options, argc, argv);
	dom_start();
	status = run(&options);
	dom_stop();
	return status;
}
