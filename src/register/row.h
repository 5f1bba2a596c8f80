/* SPDX-License-Identifier: ISC
 *
 * row: one line of the register: its nine columns, separated by one tab:
 *
 *   date event edition by source record press note chain
 *
 * An empty column is “–”. chain is the SHA-256 of two lines: the last column
 * of the line above (for the first row that is the word “chain” of the
 * header), and the row without its own chain; each with its LF.
 */
#ifndef REGISTER_ROW_H
#define REGISTER_ROW_H

#include "base/date.h"
#include "base/digest.h"
#include "base/str.h"

struct arena;

/* ROW_DIGITS: of a digest in hexadecimal, as the chain is one. */
enum { ROW_COLUMNS = 9, ROW_DIGITS = 2 * DIGEST_SIZE };

enum event {
#define X(id, name, tr, en) EVENT_##id,
#include "register/events.def"
#undef X
	EVENT_COUNT
};

struct row {
	struct date	date;		/* of the entry */
	enum event	event;
	str		edition;	/* frm/bim/posta/imapsmtp_20190115_1 */
	str		by;		/* a role, or “–” */
	str		source;		/* 64 hex digits, or “–” */
	str		record;
	str		press;		/* what made the record, or “–” */
	str		note;		/* or “–” */
	str		chain;
	str		line;		/* as in the file, without its LF */
};

/* Reads a line without its LF. The row borrows the line. Returns false where
 * a column is missing or has another form; then the row is not complete. Does
 * not compute the chain: see row_is_chained(). */
bool	row_read(struct row *, str line);
/* Returns whether the last column of the line is its chain after the given
 * one. The line may be any bytes. */
bool	row_is_chained(str line, str chain_before);
/* Computes row->chain and row->line (in arena) from the other columns, as the
 * row after the one whose chain is given. An empty column is written as “–”. */
void	row_seal(struct arena *, struct row *, str chain_before);
/* Returns whether the text is a digest as the register writes it: 64 digits of
 * 0-9 a-f. */
bool	row_is_digest(str);
/* Returns the day on which the row was entered. That is its date, or the day
 * at the start of its note, “2026-11-28 (gerçek gün): …”, where the row
 * follows one with a later date. */
struct date row_day(const struct row *);
/* Returns the note without that day. */
str	row_text(const struct row *);
/* Lets the note begin with a day, so that row_day() does not mistake what a
 * user wrote for one. The note is of arena then. */
void	row_keep_text(struct arena *, struct row *);
/* Raises the date to that of the row above; the note keeps the day. */
void	row_follow(struct arena *, struct row *, struct date above);
/* Returns whether a column may hold the text: UTF-8 without a control
 * character (so without tab and line end). */
bool	row_is_clean(str);
/* Returns the event's name in the file. */
const char *row_event_name(enum event);
/* Returns what the event is called in the language of the messages. */
const char *row_event_word(enum event);

#endif
