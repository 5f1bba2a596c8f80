/* SPDX-License-Identifier: ISC
 *
 * register: content/register.tsv, the journal of a collection: which editions
 * were released, reviewed, warned of, withdrawn, erased. UTF-8, lines end with
 * LF: a header that names the columns, then the rows (register/row.h), the
 * oldest first. A new row is always added at the end.
 */
#ifndef REGISTER_REGISTER_H
#define REGISTER_REGISTER_H

#include "base/date.h"
#include "base/diags.h"
#include "base/digest.h"
#include "base/map.h"
#include "model/ident.h"
#include "register/row.h"

#define REGISTER_COLUMNS \
    "date\tevent\tedition\tby\tsource\trecord\tpress\tnote\tchain"

struct history;

/* What another program did to a register whose rows are whole: it saved it in
 * its own form, moved rows, or merged two files; then there are two histories,
 * or only marks and repeated rows. DAMAGE_ROWS: not all rows are whole. */
enum register_damage {
	DAMAGE_NONE, DAMAGE_FORM, DAMAGE_ORDER, DAMAGE_MERGE,
	DAMAGE_HISTORIES, DAMAGE_ROWS
};

/* The register as it was read. The memory is of the arena that read it. */
struct reg {
	bool		 exists;	/* false: the collection has none */
	bool		 valid;		/* no fault was found */
	str		 path;		/* as messages show it */
	str		 bytes;		/* the whole file */
	struct row	*rows;
	size_t		 num;
	struct map	 releases;	/* edition -> value: the row that says
					 * what its bytes are; number: of the
					 * row of its release, from 1 */
	struct map	 works;		/* work -> struct register_work */
};

/* What the register says of a work that has been released. */
struct register_work {
	unsigned	 revision;	/* of its newest edition */
	bool		 ended;		/* that was withdrawn or erased */
	struct date	 day;		/* the latest of its editions */
};

/* Reads the register of the content folder and checks its chain and rules. A
 * missing file is no fault. Reports every fault at its line and returns false
 * where there was one; then rows holds those before it. Ends the program where
 * the file cannot be read. */
bool	register_read(struct reg *, struct arena *, str content,
	    struct diags *);
/* Does the same with bytes in memory (borrowed); messages show path. */
bool	register_parse(struct reg *, struct arena *, str bytes, str path,
	    struct diags *);
/* Reads the bytes of a register that another machine has, and reports
 * nothing. Where its form is damaged but one history is whole, that is read;
 * else the rows before the damage. Returns what the damage was. */
enum register_damage register_read_other(struct reg *, struct arena *,
	    str bytes, str path);
/* Returns the row that says what the bytes of a released edition are: its
 * release or, after that, its erasure; NULL for an edition that was never
 * released. */
const struct row *register_release(const struct reg *, str edition);
/* Returns the release of an edition, also where it was erased later. */
const struct row *register_entry(const struct reg *, str edition);
/* Returns whether a released edition is the newest one of its work, and
 * neither withdrawn nor erased. */
bool	register_in_force(const struct reg *, const struct ident *);
/* Returns NULL for a work without a released edition. */
const struct register_work *register_work(const struct reg *, str work);
/* Returns the chain that the next row follows: of the last row, or “chain”. */
str	register_chain(const struct reg *);
/* Adds sealed rows at the end (the first makes the file) and reads the
 * register again. Writes a temporary file, syncs it and renames it, so that
 * either the old or the new register is complete on disk. Ends the program
 * where the file is no longer as it was read, or where the disk fails. */
void	register_append(struct reg *, struct arena *, struct row *, size_t num);
/* Returns the damage of a register that is not valid, and its rows. */
enum register_damage register_damage(struct arena *, str bytes,
	    struct history *);
/* Writes a register that another program saved in its own form again. Returns
 * false, and writes nothing, where the chain does not show that every row is
 * complete, or where there are two histories. Ends the program like
 * register_append(). */
bool	register_repair(struct reg *, struct arena *);
/* Writes another text of the register. Ends the program like
 * register_append(). */
void	register_replace(struct reg *, struct arena *, str text);
/* Removes the last row, and the file with the only row. Ends the program like
 * register_append(). */
void	register_drop(struct reg *, struct arena *);
/* Returns whether a text that a user typed may stand in a column: one line, not
 * blank, without any character that a terminal acts on. Rows of older versions
 * may have such characters: row_is_clean(). */
bool	register_is_line(const char *);

#endif
