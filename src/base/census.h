/* SPDX-License-Identifier: ISC
 *
 * census: everything that is in a folder and below it, as one digest of what
 * stat tells: names, kinds, modes, sizes, times of the last change, inodes and
 * devices. No file is opened. Equal digests: the same files are there, and
 * nothing was done to any of them since.
 */
#ifndef BASE_CENSUS_H
#define BASE_CENSUS_H

#include <time.h>

#include "base/digest.h"

struct arena;
struct sink;

/* A file that is not a folder, during a census. The times are the latest that
 * its disk, which may keep whole seconds alone, can mean. */
struct census_file {
	str		path;		/* from the folder, borrowed */
	struct timespec	written;	/* its bytes */
	struct timespec	changed;	/* anything of it; not before written */
};

struct census {
	struct digest	digest;
	size_t		num;		/* of all below the folder */
	struct timespec	newest;		/* the last change of all of them */
};

struct census_view {
	/* What is directly in the folder under one of these names is not
	 * there; NULL ends them. */
	const char *const *hidden;
	/* Called for each file; may be NULL. */
	void		(*see)(void *context, const struct census_file *);
	void		*context;
};

/* False where the folder, or one below it, cannot be read completely; errno
 * has the reason. A link is not followed, except the folder itself. */
bool		census_take(const char *folder, const struct census_view *,
		    struct census *);
/* Appends what stat tells of what the path leads to; false: there is nothing,
 * which is appended too. *newest becomes the last change if that is later. */
bool		census_target(struct sink *, const char *path,
		    struct timespec *newest);
/* The same, and of the path itself where it is a link. */
void		census_path(struct sink *, const char *path,
		    struct timespec *newest);
/* <0, 0, >0 */
int		census_compare(struct timespec, struct timespec);
/* The time that a file would get if it were changed now, on a disk of this
 * machine. */
struct timespec	census_now(void);

#endif
