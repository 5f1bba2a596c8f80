/* SPDX-License-Identifier: ISC
 *
 * witness: a run sees one state of each file. It reads documents and images
 * several times: to check, to render and to copy them. Every later reading of a
 * file must find what the first one found, bytes or an error. Works between
 * witness_begin() and witness_end(), for the whole program; outside them
 * witness_read() is file_read(). The two calls may be nested.
 */
#ifndef BASE_WITNESS_H
#define BASE_WITNESS_H

#include "base/str.h"

struct arena;
struct diags;

void	witness_begin(void);
void	witness_end(void);
/* As file_read(), from any thread. False, too, where an earlier reading found
 * other bytes (errno is FAULT_CHANGED), or failed (with the same errno). */
bool	witness_read(struct arena *, const char *path, size_t limit,
	    str *bytes);
/* Notes that a file or folder cannot be read. */
void	witness_fail(const char *path, int error);
/* Returns the errno with which the file could not be read, or 0. */
int	witness_error(const char *path);
/* Reports each file that did not stay as it was first read; with all, each
 * that could not be read, too. Returns their number. From any
 * thread; ds may be NULL. */
size_t	witness_report(struct diags *, bool all);

#endif
