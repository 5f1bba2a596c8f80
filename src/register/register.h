/* SPDX-License-Identifier: ISC
 *
 * register: content/register.tsv, the book of a collection: which editions
 * were released, reviewed, warned of, withdrawn. One line a row under a
 * header, columns parted by one tab, lines by LF, UTF-8:
 *
 *   date event edition by source record press note chain
 *
 * An empty column is “–”. chain is the SHA-256 of two lines: the last column
 * of the line above (for the first row that is the word “chain” of the
 * header), and the row without its own chain; each with its LF. Rows are
 * only ever put at the end.
 */
#ifndef REGISTER_H
#define REGISTER_H

#include "base/date.h"
#include "base/diags.h"
#include "base/digest.h"
#include "base/map.h"
#include "model/ident.h"

enum event {
#define X(id, name, tr, en) EVENT_##id,
#include "register/events.def"
#undef X
	EVENT_COUNT
};

struct row {
	struct date	date;		/* of the entry */
	enum event	event;
	str		edition;	/* frm/bim/e-posta/imapsmtp_20190115_1 */
	str		by;		/* a role, or “–” */
	str		source;		/* 64 hex digits, or “–” */
	str		record;
	str		press;		/* what made the record, or “–” */
	str		note;		/* or “–” */
	str		chain;
	str		line;		/* as it stands, without its LF */
};

struct reg {
	bool		 exists;	/* false: the collection has none */
	bool		 sound;		/* nothing was wrong with it */
	str		 path;		/* as messages show it */
	str		 bytes;		/* the whole file */
	struct row	*rows;
	size_t		 num;
	struct map	 releases;	/* edition -> value: the row that says
					 * what its bytes are */
};

/* “content/register.tsv”, in arena. */
str	register_path(struct arena *, str content);
/* Reads and proves the register of the content folder; one that is not
 * there is no fault. Every fault is told at its line; false where there was
 * one: then rows holds those before it. Borrows nothing. */
bool	register_read(struct reg *, struct arena *, str content,
	    struct diags *);
/* The same from bytes in memory (borrowed), for messages at path. */
bool	register_parse(struct reg *, struct arena *, str bytes, str path,
	    struct diags *);
/* The row that says what the bytes of a released edition are: its release
 * or, after that, its erasure; NULL for one that was never released. */
const struct row *register_release(const struct reg *, str edition);
/* Whether a released edition is the newest one of its work, and neither
 * withdrawn nor erased. Looks through all rows. */
bool	register_in_force(const struct reg *, const struct ident *);
const char *register_event_name(enum event);
/* What it is called in the language that the program speaks. */
const char *register_event_word(enum event);
/* The line of a row behind the line whose chain is given (“chain” for the
 * first), without LF; fills row->line and row->chain. “–” stands for empty
 * columns. In arena. */
void	register_seal(struct arena *, struct row *, str chain_before);
/* The chain that the next row stands behind. */
str	register_chain(const struct reg *);
/* Puts sealed rows at the end (the first makes the file): written aside,
 * synced, renamed, so that either the old or the new register is there
 * whole. The register must be as it was read; else, or where the disk
 * fails, the program ends. */
void	register_append(struct reg *, struct arena *, struct row *, size_t num);
/* Writes a register that another program saved in its own form again; false
 * where the chain does not prove that nothing is lost. */
bool	register_mend(struct reg *, struct arena *);
/* Takes the last row off; the last of all takes the file with it. */
void	register_drop(struct reg *, struct arena *);
/* Whether a column may hold it: no tab, no line end, no control character,
 * UTF-8. */
bool	register_holds(str);
/* Whether what a user typed may stand in a column: one line of clean text. */
bool	register_is_line(const char *);

#endif
