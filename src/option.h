/* SPDX-License-Identifier: ISC
 *
 * option: the command line, from one table; --help is printed from it.
 */
#ifndef OPTION_H
#define OPTION_H

#include <stdbool.h>
#include <stddef.h>

enum dump { DUMP_NOTHING, DUMP_MODEL, DUMP_HTML, DUMP_FRAMES, DUMP_TAGS };

/* What a run presses: bits. */
enum press { PRESS_HTML = 1, PRESS_PDF = 2 };

struct options {
	const char	*content;
	const char	*templates;
	const char	*out;
	size_t		 jobs;		/* [thread] */
	unsigned	 presses;	/* enum press, or-ed */
	enum dump	 dump;
	bool		 quiet;
	char		**paths;	/* what follows the options */
	size_t		 num_paths;
};

typedef int	(*command)(const struct options *);

/* Reads the command line. Ends the program with status 2 at a fault, with
 * status 0 after --help and --version. */
command	option_read(struct options *, int argc, char **argv);

#endif
