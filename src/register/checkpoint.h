/* SPDX-License-Identifier: ISC
 *
 * checkpoint: checkpoint.txt, which says how long a register was and what its
 * last chain was. Whoever keeps a copy can show later that the rows up to
 * there were changed, although the register's own chain is whole. Three lines,
 * each with its LF:
 *
 *   matbu register ORIGIN
 *   ROWS
 *   CHAIN
 *
 * ROWS is a number without leading zeros, at least 1; CHAIN that of the row,
 * 64 hex digits, so that tail -1 register.tsv | cut -f9 prints the same.
 */
#ifndef REGISTER_CHECKPOINT_H
#define REGISTER_CHECKPOINT_H

#include "register/register.h"

#define CHECKPOINT_NAME		"checkpoint.txt"
#define CHECKPOINT_SIGNATURE	"checkpoint.txt.sig"

/* ORIGIN_LIMIT: longest ORIGIN that is written; LIMIT: longest file that is
 * read [byte]. */
enum { CHECKPOINT_ORIGIN_LIMIT = 400, CHECKPOINT_LIMIT = 1024 };

struct checkpoint {
	str	origin;			/* the site's address or name */
	size_t	rows;
	str	chain;
};

/* The checkpoint of a register with at least one row. An origin that is empty
 * or no clean line becomes “–”; a longer one is shortened. In arena. */
struct checkpoint checkpoint_of(struct arena *, const struct reg *,
    str origin);
/* The text of the file, in arena. */
str	checkpoint_text(struct arena *, const struct checkpoint *);
/* Reads any bytes, which are borrowed; false where they are not exactly a
 * checkpoint. */
bool	checkpoint_read(struct checkpoint *, str bytes);
/* Does the same with a copy that a mail or an editor may have changed: it may
 * begin with a byte-order mark, end its lines with CRLF, lack its last LF or
 * have blank lines after it. */
bool	checkpoint_read_copy(struct checkpoint *, struct arena *, str bytes);
/* Whether the register has the row, and it has the chain. As the chain
 * contains every row before it, then all of them are as they were. */
bool	checkpoint_fits(const struct checkpoint *, const struct reg *);
/* For a register that the checkpoint does not fit: the number of its first
 * row (from 1) that differs from the copy, a register that the checkpoint
 * fits. The row may be missing or broken in the register. */
size_t	checkpoint_first_other(const struct reg *, const struct reg *copy);

#endif
