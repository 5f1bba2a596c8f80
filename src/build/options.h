/* SPDX-License-Identifier: ISC
 *
 * options: what the command line requests. Every command gets the whole
 * struct and reads the members that options.def gives it.
 */
#ifndef BUILD_OPTIONS_H
#define BUILD_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"

enum dump { DUMP_NOTHING, DUMP_MODEL, DUMP_HTML, DUMP_FRAMES, DUMP_TAGS };

/* What is rendered: bits. */
enum renderers { RENDER_HTML = 1, RENDER_PDF = 2 };

struct options {
	const char	*content;
	const char	*templates;
	const char	*out;
	size_t		 jobs;		/* [thread] */
	unsigned	 port;		/* of serve; 0: any */
	unsigned	 renderers;	/* enum renderers, or-ed */
	bool		 fragment;	/* of build */
	bool		 force;		/* of build: nothing is taken over */
	enum dump	 dump;
	struct date	 day;		/* --date; unset: day_of() decides */
	bool		 dry_run;
	bool		 verify;
	bool		 unlock;
	bool		 anew;
	const char	*changed;	/* NULL: not requested */
	const char	*status;	/* of list; NULL: in force */
	struct date	 on;		/* of list */
	bool		 all;		/* of verify */
	const char	*format;	/* of list; NULL: text */
	const char	*note;		/* register texts; NULL: none */
	const char	*by;
	const char	*approval;
	const char	*title;
	const char	*sign;		/* a key; NULL: sign nothing */
	const char	*since;		/* of verify: a checkpoint */
	const char	*signers;	/* of verify: whose signatures count */
	bool		 extract;	/* of verify */
	const char	*output;	/* a file to write, or a folder of fill;
					 * NULL: none */
	const char	*name;		/* of fill: a column; NULL: none */
	struct date	 next;		/* review; unset: none */
	const char	*same;		/* why an unchanged text is released */
	bool		 future;	/* a later day than today is meant */
	bool		 existing;	/* of release */
	bool		 accept;	/* of import: tracked changes */
	bool		 reject;
	bool		 yes;		/* of import: what its header says */
	bool		 undo;
	bool		 redate;
	bool		 restore;
	bool		 lift;
	bool		 erase;
	const char	*successor;	/* of withdraw: a work; NULL: none */
	bool		 ours;		/* of two histories, or releases */
	bool		 theirs;
	bool		 send;		/* of due */
	bool		 clean;		/* of check */
	bool		 links;		/* of check */
	bool		 with_properties;	/* of release */
	bool		 quiet;
	bool		 help;
	char		**paths;	/* what follows the options */
	size_t		 num_paths;
	char		**line;		/* the whole command line, where
					 * there are no paths; NULL ends it */
};

#endif
