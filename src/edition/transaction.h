/* SPDX-License-Identifier: ISC
 *
 * transaction: what the commands that write to content/ share. One command at
 * a time writes, only over a valid register, and only on a day that is not
 * before its last row.
 *
 * A command calls transaction_open(), does its work where that returns true,
 * and returns the result of transaction_close() in any case.
 */
#ifndef EDITION_TRANSACTION_H
#define EDITION_TRANSACTION_H

#include "build/options.h"
#include "build/workspace.h"

struct transaction {
	struct workspace	 ws;
	struct options		 options;	/* with the PATHs to check */
	const char		*command;	/* as messages name it */
	bool			 day_reported;	/* once for all rows */
};

/* Locks content/ and runs the check pass over the paths. Without paths no
 * record will be made, and the rules of its renderer are not checked. Returns
 * whether the register is valid; where it is not, transaction_close() reports
 * nothing but that. Ends the program where another command has the lock. The
 * transaction must not be moved in memory. */
bool		transaction_open(struct transaction *, const struct options *,
		    const char *name, char **paths, size_t num_paths);
/* Prints the messages, frees everything and returns the exit status that
 * follows from the messages. */
int		transaction_close(struct transaction *);
/* For diags_keep(): keeps no message. */
bool		transaction_keep_nothing(const void *, str path,
		    enum diag);
/* Drops all messages but those of the register, for a command that does not
 * depend on the faults of content. */
void		transaction_drop_faults(struct transaction *);
/* Returns the card that the argument names: an edition, or the edition that is
 * at the address of a work. Ends the program where it names none. */
struct card	*transaction_target(struct transaction *, const char *argument);
/* Returns a row of the day about the card's edition, not sealed. Its by is
 * --by, else who approves the edition, else empty; --next and --approval are
 * added to the note. Ends the program where the day is before the last row, or
 * later than today without --future. Where the last row has a later day than
 * today, the row has that, and its note begins with the own one. */
struct row	transaction_row(struct transaction *, enum event,
		    const struct card *, str note);
/* Seals the rows and adds them to the register. Ends the program where the
 * disk fails. */
void		transaction_enter(struct transaction *, struct row *,
		    size_t num);
/* Writes, or removes, a file of content/. Ends the program where the disk
 * fails. */
void		transaction_write(struct transaction *, str path, str bytes);
void		transaction_remove(struct transaction *, str path);
/* Returns “content/frm/…”: a path of the collection on disk, in the arena of
 * the workspace. */
str		transaction_path(struct transaction *, str path, str suffix);

#endif
