/* SPDX-License-Identifier: ISC
 *
 * skeleton: a new work: its folders, their index.md, and a source that
 * passes the gate and is ready to be written over.
 */
#ifndef SKELETON_H
#define SKELETON_H

struct options;

/* Tells what was written on standard output; an exit status. */
int	skeleton_write(const struct options *);

#endif
