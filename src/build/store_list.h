/* SPDX-License-Identifier: ISC
 *
 * store_list: out/.matbu, the list of the files that matbu made in the folder:
 * a path a line, sorted. Lines that cannot be a file of a site
 * (model/site_path.h) are reported by store_list_check() and ignored by all
 * else. Part of store.
 */
#ifndef BUILD_STORE_LIST_H
#define BUILD_STORE_LIST_H

#include "base/strings.h"

struct arena;
struct diags;
struct sink;

/* Reports each line that cannot be a file of a site. */
void		store_list_check(struct arena *, str folder, struct diags *);
/* The paths that the last run made in the folder, sorted; in arena. */
struct strings	store_list_made(struct arena *, str folder);
/* The bytes of the list, empty where there is none; in arena. Ends the program
 * where it cannot be read. */
str		store_list_read(struct arena *, str folder);
/* Takes the next path off the list; false: there is none. */
bool		store_list_next(str *list, str *path);
/* Appends a path to a list that is to be written. */
void		store_list_add(struct sink *, str path);
/* Writes the list, by a rename, unless it has these bytes. Ends the program
 * where the disk fails. */
void		store_list_write(struct arena *, str folder, str list);

#endif
