/* SPDX-License-Identifier: ISC
 *
 * diag: everything that matbu has to say about content and about the world.
 * Each message is a row of messages.def; its id stands at the end of the
 * line. Faults of content are collected and printed sorted, all of them;
 * faults of the world end the program (diag_die).
 */
#ifndef DIAG_H
#define DIAG_H

#include <stdio.h>

#include "lang.h"
#include "str.h"

struct diags;

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_WORLD };

enum diag {
#define X(id, name, severity, tr, tr_mend, en, en_mend) DIAG_##id,
#include "messages.def"
#undef X
	DIAG_COUNT
};

/* A place in a source: both 1-based, the column in bytes; 0 is unknown and
 * is not printed. */
struct pos {
	unsigned	line;
	unsigned	col;
};

/* The most values that a message may hold: {1} {2} {3}. */
enum { DIAG_VALUES = 3 };

struct diags	*diags_new(void);
void		 diags_free(struct diags *);

/* diag(ds, id, pos, path[, value]...): notes a fault; path and values are
 * strs and are copied. From any thread. Nothing is noted where ds is NULL:
 * the caller does not want to be told. */
#define diag(ds, id, pos, ...) \
	diag_add((ds), (id), (pos), (str[1 + DIAG_VALUES]){ __VA_ARGS__ })
void	 diag_add(struct diags *, enum diag, struct pos,
	    const str path_and_values[1 + DIAG_VALUES]);

size_t	 diags_errors(struct diags *);
size_t	 diags_warnings(struct diags *);
/* Forgets what was noted of paths that keep() does not want. */
void		 diags_keep(struct diags *, bool (*keep)(const void *, str path),
		    const void *context);
/* Errors that soft() names count as warnings. */
void		 diags_soften(struct diags *, bool (*soft)(const void *,
		    str path, enum diag), const void *context);
/* Forgets the warnings. */
void		 diags_keep_errors(struct diags *);
/* Prints all of it, sorted by path, line, column and id, and forgets it. */
void	 diags_print(struct diags *, FILE *, enum lang, bool colour);

/* The language of diag_die() and diag_usage(); Turkish until told. */
void	 diag_speak(enum lang);
enum lang diag_language(void);
/* What diag_die() calls last: gives back what outlives the program. */
void	 diag_last(void (*)(void));
/* “matbu: text”, then exit 3 (2) as soon as other threads have the files in
 * their hands written: none is left half by it. */
_Noreturn void	diag_die(enum diag, const char *value1, const char *value2);
_Noreturn void	diag_usage(enum diag, const char *value1, const char *value2);

/* The table, for tests and documentation. */
const char	*diag_name(enum diag);
enum severity	 diag_severity(enum diag);
const char	*diag_text(enum diag, enum lang);
const char	*diag_mend(enum diag, enum lang);

#endif
