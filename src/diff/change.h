/* SPDX-License-Identifier: ISC
 *
 * change: the changes between two texts: the lines with marks, in reading
 * order, and an entry for each change. changes makes it; terminal, change_html
 * and change_json write it. The output shows first what readers must act on.
 */
#ifndef DIFF_CHANGE_H
#define DIFF_CHANGE_H

#include "diff/script.h"

enum change_act {
	CHANGE_NONE,			/* the line is as it was */
	CHANGE_ADDED, CHANGE_REMOVED, CHANGE_EDITED, CHANGE_SPLIT,
	CHANGE_JOINED, CHANGE_MOVED, CHANGE_MOVED_EDITED, CHANGE_REWRITTEN,
	CHANGE_COLUMN_ADDED, CHANGE_COLUMN_REMOVED,
	CHANGE_GONE			/* a line: it stands elsewhere now */
};

/* Why readers must act. */
enum {
	CHANGE_OF_STEP = 1, CHANGE_OF_SETTING = 2, CHANGE_OF_ADDRESS = 4,
	CHANGE_OF_NUMBER = 8, CHANGE_OF_DATE = 16, CHANGE_OF_WARNING = 32,
	CHANGE_OF_FIELD = 64, CHANGE_OF_PICTURE = 128
};

/* The words of a block, or of a cell. */
struct change_part {
	struct script	 script;
	enum change_act	 column;	/* a cell of an added or removed column:
					 * CHANGE_COLUMN_… */
	size_t		 cell;		/* in the row of the new text, or of the
					 * old one where the cell was
					 * removed */
};

struct change_line {
	enum change_act	 act;
	size_t		 old, old_end;	/* blocks; none: both FLAT_NONE */
	size_t		 new, new_end;
	struct change_part *parts;
	size_t		 num_parts;
};

struct change {
	enum change_act	 act;
	unsigned	 reasons;	/* CHANGE_OF_…; 0: no need to act */
	size_t		 line;		/* the first one */
	size_t		 num_lines;	/* moved together */
	size_t		 cell;		/* of an added or removed column */
};

struct changes {
	struct arena		*arena;
	const struct flat	*old, *new;
	struct change_line	*lines;
	size_t			 num_lines;
	struct change		*entries;	/* in reading order */
	size_t			 num_entries;
	size_t			 num_must;	/* of them */
	bool			 rewritten;	/* almost every word changed */
};

#endif
