/* SPDX-License-Identifier: ISC
 *
 * private_place: where filled-in forms may be written.
 */
#ifndef EDITION_PRIVATE_PLACE_H
#define EDITION_PRIVATE_PLACE_H

struct options;

/* Ends the program where the path, or NULL: where standard output goes, is
 * below content or out: it would be published. Files and folders that are made
 * from then on are for this user alone. */
void	private_place_check(const struct options *, const char *path);

#endif
