/* SPDX-License-Identifier: ISC
 *
 * init: a new collection: a folder with content that builds, a Makefile, and
 * files for git.
 */
#ifndef EDITION_INIT_H
#define EDITION_INIT_H

struct options;

/* matbu init: asks for the institution and a unit on standard input, unless
 * --yes, writes the collection and prints what comes next. Files that are there
 * stay as they are. Returns an exit status. Ends the program where the folder
 * has content, where a question is not answered, or where the disk fails. */
int	init_collection(const struct options *);

#endif
