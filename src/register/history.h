/* SPDX-License-Identifier: ISC
 *
 * history: the rows of a register file in any order. The chain of each row is
 * a digest of the row and of the chain of the row that it follows, so the rows
 * form a tree. Where git put the files of two clerks together, two rows follow
 * one: there a branch begins.
 */
#ifndef REGISTER_HISTORY_H
#define REGISTER_HISTORY_H

#include "register/row.h"

/* No row: above the first row. */
enum { HISTORY_TOP = -1 };

struct history_row {
	str	 line;			/* without its LF; borrowed */
	long	 above;			/* the row that it follows, an index */
	bool	 is_end;		/* no row follows it */
};

struct history {
	struct history_row *rows;	/* each after the one that it follows;
					 * each branch in one piece */
	size_t		 num;
	size_t		 num_ends;	/* 2: two histories */
	bool		 moved;		/* the file has another order */
	bool		 merged;	/* the file has marks of a conflict, or
					 * a row twice */
	str		 rest;		/* lines that follow no row */
};

/* Reads the lines of a register in its own form, in arena. The first of two
 * branches is the one whose row is first in the file. Does not check what the
 * columns say. Time and memory grow with the number of rows. Where the rows of
 * a day are in no order, time grows with the square of their number up to a
 * limit; beyond it, rows count as rest. */
void	history_read(struct history *, struct arena *, str text);

#endif
