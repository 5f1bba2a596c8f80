/* SPDX-License-Identifier: ISC
 *
 * tree: removes a folder with all that is in it.
 */
#ifndef BASE_TREE_H
#define BASE_TREE_H

#include <stdbool.h>

/* Removes a folder with its contents, a file, or a link but not its target.
 * True also where there is nothing. False: errno has the reason. */
bool	tree_remove(const char *path);

#endif
