/* SPDX-License-Identifier: ISC
 *
 * store: writes finished files to disk. A file that is already there with the
 * same bytes is not written; what an earlier run made and this one no longer
 * makes is removed; what matbu did not make is never changed. store.c explains
 * the steps and what an interruption leaves.
 *
 * New files have temporary names until store_finish(), so a run with an error
 * changes nothing that anybody sees. out/.matbu lists what matbu made. It lists
 * the files of this run before the first of them gets its name, so that an
 * interrupted run leaves no file that the next one would treat as foreign;
 * temporary files that it leaves are removed by the next run.
 */
#ifndef BUILD_STORE_H
#define BUILD_STORE_H

#include "base/census.h"

struct arena;
struct store;

struct store_count {
	size_t	written;
	size_t	same;
	size_t	removed;
	size_t	pages;		/* of what was written */
	str	page;		/* the first of them; empty: none */
};

/* Opens the folder, and makes it if it is missing; in the arena. Waits while
 * another program holds it, then holds it until store_close() or store_drop().
 * num is an estimate of how many files there will be. Ends the program where
 * that fails. */
struct store	*store_open(struct arena *, const char *folder, size_t num);
/* Announces a file; path is relative to the folder. May be repeated. */
void		 store_plan(struct store *, str path);
/* Call after all plans, before the first put. Ends the program where out/ is no
 * folder. */
void		 store_begin(struct store *);
/* Puts an announced file into the folder, each path once; from any thread. Ends
 * the program where the disk fails. */
void		 store_put(struct store *, str path, str bytes);
/* The announced file, which an earlier run has made and nobody has changed
 * since, stays as it is. From any thread. */
void		 store_keep(struct store *, str path);
/* Puts the same bytes, which store_put() has just put to path, under a second
 * name: as a hard link where the file system supports it. */
void		 store_put_again(struct store *, str path, str again,
		    str bytes);
/* Puts the bytes of the file from to path. Ends the program where the file
 * cannot be read. */
void		 store_copy(struct store *, str from, str path);
/* Instead of store_finish(): discards what was put; out/ is as it was. */
void		 store_drop(struct store *);
/* Makes what was put visible; store_close() follows. Ends the program before
 * any change where a foreign file has the name of one of ours. Removes what was
 * made before and is no longer planned, if within() accepts it; the rest stays
 * in the list. */
void		 store_finish(struct store *, bool (*within)(const void *,
		    str path), const void *context);
struct store_count store_counted(const struct store *);
/* After store_finish(): another program may use the folder. */
void		 store_close(struct store *);

/* What a census of the folder, between store_finish() and store_close(), says
 * of a file: this run did not make it; it has the bytes that this run, which
 * began then, wrote or compared; or somebody may have changed it since. */
enum store_trust { STORE_OTHER, STORE_OURS, STORE_CHANGED };
enum store_trust store_trust(const struct store *, const struct census_file *,
		    struct timespec began);
/* How many files were announced. */
size_t		 store_num(const struct store *);

#endif
