/* SPDX-License-Identifier: ISC
 *
 * diags: the messages about content. Each message is a row of messages.def;
 * its id is at the end of the printed line. Faults are collected from all
 * threads, then printed sorted, all of them.
 */
#ifndef BASE_DIAGS_H
#define BASE_DIAGS_H

#include <stdio.h>

#include "base/message.h"
#include "base/str.h"

struct diags;

/* A position in a source: both 1-based, the column in bytes; 0 is unknown
 * and is not printed. */
struct pos {
	unsigned	line;
	unsigned	col;
};

#define POS_NONE ((struct pos){ 0, 0 })

/* A position in a file. */
struct place {
	str		path;
	struct pos	pos;
};

/* A text and where it begins; the path is empty for words of matbu's own. */
struct sourced {
	str		text;
	struct place	place;
};

struct diags	*diags_new(void);
void		 diags_free(struct diags *);

/* The position of text.p[at], where the text begins at start; unknown where
 * start is unknown. */
struct pos	 diags_pos(struct pos start, str text, size_t at);

/* diag(ds, id, pos, path[, value]...): adds a fault; path and values are
 * strs and are copied. From any thread. Adds nothing where ds is NULL: the
 * caller does not want a report. */
#define diag(ds, id, pos, ...) \
	diags_add((ds), (id), (pos), (str[1 + DIAG_VALUES]){ __VA_ARGS__ })
void		 diags_add(struct diags *, enum diag, struct pos,
		    const str path_and_values[1 + DIAG_VALUES]);

/* The number of errors. From any thread, as the two functions that
 * follow. */
size_t		 diags_errors(struct diags *);
/* Removes the faults for which keep() is false. */
void		 diags_keep(struct diags *, bool (*keep)(const void *,
		    str path, enum diag), const void *context);
/* Gives each fault the severity that grade() returns for it; removes those of
 * SEVERITY_NONE. */
void		 diags_regrade(struct diags *, enum severity (*grade)(
		    const void *, str path, enum diag, enum severity),
		    const void *context);
/* A fault, to keep beyond the run. */
struct diags_fault {
	enum diag	id;
	struct pos	pos;
	str		path;
	str		values[DIAG_VALUES];
};
/* Calls take() with each warning; errors are left out. */
void		 diags_each_warning(struct diags *, void (*take)(void *,
		    const struct diags_fault *), void *context);
/* Adds a fault as a warning, whatever messages.def says. */
void		 diags_warn(struct diags *, const struct diags_fault *);
/* Prints all faults, sorted by path, line, column and id, and removes them. */
void		 diags_print(struct diags *, FILE *, enum lang, bool colour);

#endif
