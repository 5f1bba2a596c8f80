/* SPDX-License-Identifier: ISC
 *
 * store_names: the list of files that rclone lsjson prints.
 */
#ifndef PUBLISH_STORE_NAMES_H
#define PUBLISH_STORE_NAMES_H

#include "base/strings.h"

struct store_name {
	str		 path;		/* below the folder that was listed */
	uint64_t	 size;		/* [byte] */
};

struct store_names {
	struct store_name *names;
	size_t		 num;
	bool		 is_workshop;	/* it is a content or an out folder */
};

/* Reads the bytes that rclone printed, in arena. folder: what was listed,
 * “register”; empty: the destination. Leaves out each path that a destination
 * of a collection cannot have (model/site_path.h). False where the bytes are no
 * such list. */
bool	store_names_read(struct store_names *, struct arena *, str folder,
	    str bytes);

#endif
