/* SPDX-License-Identifier: ISC
 *
 * store: writes finished files to disk. A file that is already there with the
 * same bytes is not written; what an earlier run made and this one no longer
 * makes is removed; what matbu did not make is never touched. out/.matbu lists
 * what matbu made. It lists the files of this run before the first of them is
 * written, so that an interrupted run leaves no file that the next one would
 * take for a foreign one.
 */
#ifndef BUILD_STORE_H
#define BUILD_STORE_H

#include "base/str.h"

struct arena;
struct diags;
struct store;

struct store_count {
	size_t	written;
	size_t	same;
	size_t	removed;
};

/* Reports each line of the folder's list that cannot be a file of a site
 * (model/site_path.h). The other functions ignore such lines. */
void		 store_check(struct arena *, str folder, struct diags *);
/* The paths that the last run made in the folder, sorted; in arena. */
str		*store_made(struct arena *, str folder, size_t *num);
/* In the arena; the folder need not exist yet. num is an estimate of how many
 * files there will be. */
struct store	*store_open(struct arena *, const char *folder, size_t num);
/* Announces a file; path is relative to the folder. May be repeated. */
void		 store_plan(struct store *, str path);
/* After all plans, before the first put. Ends the program at a fault. */
void		 store_begin(struct store *);
/* Puts an announced file there. From any thread; worker is its number. Ends
 * the program where a foreign file has the name. */
void		 store_put(struct store *, size_t worker, str path, str bytes);
/* Puts the same bytes, which store_put() has just put to path, under a second
 * name: as a hard link where the file system supports it. */
void		 store_put_again(struct store *, size_t worker, str path,
		    str again, str bytes);
/* The file from is put to path. */
void		 store_copy(struct store *, size_t worker, str from, str path);
/* Removes what was made before and is no longer planned, if within() accepts
 * it; the rest stays in the list. */
void		 store_finish(struct store *, bool (*within)(const void *,
		    str path), const void *context);
struct store_count store_counted(const struct store *);

#endif
