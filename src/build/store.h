/* SPDX-License-Identifier: ISC
 *
 * store: finished files onto disk. Nothing that is the same is written; what
 * an earlier run made and this one no longer makes goes; what matbu did not
 * make is never touched. out/.matbu lists what matbu made; before the first
 * file is written it already lists what is about to be, so that a run that
 * is cut off leaves no stranger behind.
 */
#ifndef BUILD_STORE_H
#define BUILD_STORE_H

#include "base/str.h"

struct arena;
struct store;

struct store_count {
	size_t	written;
	size_t	same;
	size_t	removed;
};

/* The paths that the last run made in the folder, sorted; in arena. */
str		*store_made(struct arena *, str folder, size_t *num);
/* In the arena; the folder need not exist yet. About num files are to be
 * expected. */
struct store	*store_open(struct arena *, const char *folder, size_t num);
/* Announces a file; path is relative to the folder. Twice is once. */
void		 store_plan(struct store *, str path);
/* After all plans, before the first put. Ends the program at a fault. */
void		 store_begin(struct store *);
/* Puts an announced file there. From any thread; worker tells which. Ends
 * the program where a file that matbu did not make is in the way. */
void		 store_put(struct store *, size_t worker, str path, str bytes);
/* The same bytes, which store_put() has just put to path, under a second
 * name: one file with two names where the file system can do that. */
void		 store_put_again(struct store *, size_t worker, str path,
		    str again, str bytes);
/* The file from is put to path. */
void		 store_copy(struct store *, size_t worker, str from, str path);
/* Removes what was made before and is not planned any more, as far as
 * within() says; the rest stays in the list. */
void		 store_finish(struct store *, bool (*within)(const void *,
		    str path), const void *context);
struct store_count store_counted(const struct store *);

#endif
