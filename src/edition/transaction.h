/* SPDX-License-Identifier: ISC
 *
 * transaction: what the commands that write into content/ share: one at a time,
 * over a register that is sound, on a day that does not go back.
 */
#ifndef EDITION_TRANSACTION_H
#define EDITION_TRANSACTION_H

#include "build/options.h"
#include "build/workspace.h"

struct transaction {
	struct workspace	 ws;
	struct options		 options;	/* of the check pass: its own PATHs */
	const char		*command;
};

/* Takes the lock and runs the check pass over the paths; with none of them
 * no record will be pressed, and the press's rules are not asked. False where the
 * register is not sound: that is all that transaction_close() then tells. */
bool		transaction_open(struct transaction *, const struct options *,
	    const char *name, char **paths, size_t num_paths);
/* Prints what there is to say and frees all; the exit status it makes. */
int		transaction_close(struct transaction *);
/* For diags_keep(): nothing is kept. */
bool		transaction_keep_nothing(const void *, str path);
/* Forgets the faults of content: the command does not depend on them. */
void		transaction_drop_faults(struct transaction *);
/* The card that the argument names: an edition, or a work's edition at its
 * address. Ends the program where it names none. */
struct card	*transaction_target(struct transaction *, const char *argument);
/* A row of the day about the card's edition; by whom is --by, else who
 * approves, else nobody. Ends the program on a day before the last row. */
struct row	transaction_row(struct transaction *, enum event,
		    const struct card *, str note);
/* Seals the rows and puts them into the register. */
void		transaction_enter(struct transaction *, struct row *, size_t
	    num);
/* Writes, or removes, a file of content/; ends the program at a fault. */
void		transaction_write(struct transaction *, str path, str bytes);
void		transaction_remove(struct transaction *, str path);
/* “content/frm/…”: a path of the collection on disk. */
str		transaction_path(struct transaction *, str path, str suffix);

#endif
