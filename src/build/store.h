/* SPDX-License-Identifier: ISC
 *
 * store: writes finished files to disk. A file that is already there with the
 * same bytes is not written; what an earlier run made and this one no longer
 * makes is removed; what matbu did not make is never touched.
 *
 * New files have temporary names until store_finish(), so a run with an error
 * changes nothing that anybody sees. out/.matbu lists what matbu made. It lists
 * the files of this run before the first of them gets its name, so that an
 * interrupted run leaves no file that the next one would take for a foreign
 * one; temporary files that it leaves are removed by the next run.
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
/* In the arena; the folder need not exist yet. Waits while another program
 * works in it, until store_finish(). num is an estimate of how many
 * files there will be. */
struct store	*store_open(struct arena *, const char *folder, size_t num);
/* Announces a file; path is relative to the folder. May be repeated. */
void		 store_plan(struct store *, str path);
/* After all plans, before the first put. Ends the program at a fault. */
void		 store_begin(struct store *);
/* Puts an announced file there, each path once. From any thread. */
void		 store_put(struct store *, str path, str bytes);
/* Puts the same bytes, which store_put() has just put to path, under a second
 * name: as a hard link where the file system supports it. */
void		 store_put_again(struct store *, str path, str again,
		    str bytes);
/* The file from is put to path. */
void		 store_copy(struct store *, str from, str path);
/* Forgets what was put: out/ is as it was. */
void		 store_drop(struct store *);
/* Makes what was put visible. Ends the program before any change where a
 * foreign file has the name of one of ours. Removes what was made before and is
 * no longer planned, if within() accepts it; the rest stays in the list. */
void		 store_finish(struct store *, bool (*within)(const void *,
		    str path), const void *context);
/* Instead of store_finish(): the run ends with an error. */
void		 store_drop(struct store *);
struct store_count store_counted(const struct store *);

#endif
