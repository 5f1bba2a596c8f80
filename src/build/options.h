/* SPDX-License-Identifier: ISC
 *
 * option: the command line, from two tables: commands.def and options.def.
 * --help is printed from them.
 */
#ifndef BUILD_OPTIONS_H
#define BUILD_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"

enum dump { DUMP_NOTHING, DUMP_MODEL, DUMP_HTML, DUMP_FRAMES, DUMP_TAGS };

/* What a run presses: bits. */
enum renderers { RENDER_HTML = 1, RENDER_PDF = 2 };

struct options {
	const char	*content;
	const char	*templates;
	const char	*out;
	size_t		 jobs;		/* [thread] */
	unsigned	 renderers;	/* enum renderers, or-ed */
	enum dump	 dump;
	struct date	 day;		/* --date; unset: day_of() decides */
	bool		 dry_run;
	bool		 verify;
	bool		 unlock;
	bool		 anew;
	const char	*changed;	/* NULL: not asked for */
	const char	*status;	/* of list; NULL: in force */
	struct date	 on;		/* of list */
	bool		 all;		/* of verify */
	const char	*format;	/* of list; NULL: text */
	const char	*note;		/* register texts; NULL: none */
	const char	*by;
	const char	*approval;
	const char	*title;
	struct date	 next;		/* review; unset: none */
	bool		 import;
	bool		 undo;
	bool		 redate;
	bool		 restore;
	bool		 lift;
	bool		 erase;
	bool		 quiet;
	bool		 help;
	char		**paths;	/* what follows the options */
	size_t		 num_paths;
};

typedef int	(*command)(const struct options *);

/* Reads the command line. Ends the program with status 2 at a fault, with
 * status 0 after --help and --version. */
command	option_read(struct options *, int argc, char **argv);
/* Whether it may go into the register: one line of clean text. */
bool	register_is_line(const char *);

#endif
