/* SPDX-License-Identifier: ISC
 *
 * state_file: small tables in content/, read line by line: columns separated
 * by tabs; empty lines and those that begin with “#” say nothing. A byte-order
 * mark, CRLF and spaces around a column change nothing.
 */
#ifndef BASE_STATE_FILE_H
#define BASE_STATE_FILE_H

#include "base/diags.h"

enum { STATE_FILE_COLUMNS = 8 };

struct state_file {
	str		path;		/* “content/.mail.tsv” */
	str		rest;
	size_t		max_lines;	/* not fewer than it has */
	/* The line that state_file_next() has read. */
	struct pos	pos;
	str		columns[STATE_FILE_COLUMNS];
	size_t		num;
};

/* Reads a file of the content folder, in arena; a missing one is empty. Ends
 * the program where it cannot be read, or is larger than 64 MiB. */
void	state_file_open(struct state_file *, struct arena *, str content,
	    str name);
/* Reads the next line that says something; false at the end. A column beyond
 * the last is part of it. */
bool	state_file_next(struct state_file *);
/* Replaces the file. Ends the program where the disk fails. */
void	state_file_write(struct arena *, str path, str bytes);

#endif
