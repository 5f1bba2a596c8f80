/* SPDX-License-Identifier: ISC
 *
 * diag: everything that matbu has to say about content. Each message is a
 * row of messages.def; its id stands at the end of the line. Faults are
 * collected and printed sorted, all of them.
 */
#ifndef BASE_DIAGS_H
#define BASE_DIAGS_H

#include <stdio.h>

#include "base/message.h"
#include "base/str.h"

struct diags;

/* A place in a source: both 1-based, the column in bytes; 0 is unknown and
 * is not printed. */
struct pos {
	unsigned	line;
	unsigned	col;
};

struct diags	*diags_new(void);
void		 diags_free(struct diags *);

/* The place of text.p[at], where the text begins at start; unknown where
 * that is. */
struct pos	 diags_pos(struct pos start, str text, size_t at);

/* diag(ds, id, pos, path[, value]...): notes a fault; path and values are
 * strs and are copied. From any thread. Nothing is noted where ds is NULL:
 * the caller does not want to be told. */
#define diag(ds, id, pos, ...) \
	diags_add((ds), (id), (pos), (str[1 + DIAG_VALUES]){ __VA_ARGS__ })
void	 diags_add(struct diags *, enum diag, struct pos,
	    const str path_and_values[1 + DIAG_VALUES]);

/* From any thread, as are the three that follow. */
size_t	 diags_errors(struct diags *);
/* Forgets what was noted of paths that keep() does not want. */
void		 diags_keep(struct diags *, bool (*keep)(const void *, str path),
		    const void *context);
/* Forgets the warnings that idle() names. */
void		 diags_drop(struct diags *, bool (*idle)(const void *,
		    str path, enum diag), const void *context);
/* Errors that soft() names count as warnings. */
void		 diags_soften(struct diags *, bool (*soft)(const void *,
		    str path, enum diag), const void *context);
/* Forgets the warnings. */
void		 diags_keep_errors(struct diags *);
/* Prints all of it, sorted by path, line, column and id, and forgets it. */
void	 diags_print(struct diags *, FILE *, enum lang, bool colour);

#endif
