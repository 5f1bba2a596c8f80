/* SPDX-License-Identifier: ISC
 *
 * watch: says what an author has changed: saved sources and pictures, at once;
 * anything else, that something has changed. The kernel tells (inotify); where
 * it does not (network drives, Windows folders below WSL, too many folders, a
 * folder that was removed and came back) the folders are looked through from
 * time to time.
 *
 * Files that editors make beside a text are not looked at: swap files, copies,
 * what begins with a dot.
 */
#ifndef SERVE_WATCH_H
#define SERVE_WATCH_H

#include "base/strings.h"

struct watch;

struct watch_changes {
	bool		any;
	bool		at_once;	/* what all pages depend on */
	bool		others;		/* other files than texts */
	struct strings	editions;	/* saved: frm/bim/…_20190115_1 */
	struct strings	gone;		/* not there for the moment at least:
					 * editors exchange files */
};

/* The folders are borrowed and may be missing. */
struct watch	*watch_open(const char *content, const char *templates);
void		 watch_close(struct watch *);
/* The descriptor to wait for, or -1, and how long at most [ms]. */
int		 watch_descriptor(const struct watch *);
int		 watch_patience(const struct watch *);
/* Sets what has changed since the last call; does not wait. The changes are
 * zeroed; in the arena. */
void		 watch_take(struct watch *, struct arena *,
		    struct watch_changes *);

#endif
