/* SPDX-License-Identifier: ISC */
#include "register/row.h"

#include "base/arena.h"
#include "base/message.h"
#include "base/sink.h"
#include "model/ident.h"

/* As the file names them, in the order of enum event. */
static const char *const names[] = {
#define X(id, name, tr, en) name,
#include "register/events.def"
#undef X
};

static const char *const words[][LANG_COUNT] = {
#define X(id, name, tr, en) { tr, en },
#include "register/events.def"
#undef X
};

const char *
row_event_name(enum event event)
{
	return names[event];
}

const char *
row_event_word(enum event event)
{
	return words[event][message_language()];
}

/* --- Reading */

static bool
read_event(str s, enum event *event)
{
	size_t i;

	for (i = 0; i < EVENT_COUNT; i++)
		if (str_eq(s, str_of(names[i]))) {
			*event = (enum event)i;
			return true;
		}
	return false;
}

bool
row_is_digest(str s)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if (!char_is_digit(s.p[i]) && (s.p[i] < 'a' || s.p[i] > 'f'))
			return false;
	return s.len == ROW_DIGITS;
}

static bool
is_digest_or_none(str s)
{
	return row_is_digest(s) || str_eq(s, S("–"));
}

/* Returns the number of columns; a line with more than ROW_COLUMNS gives
 * ROW_COLUMNS + 1. */
static size_t
split_columns(str line, str columns[ROW_COLUMNS])
{
	size_t i, num = 0;
	str part;

	for (i = 0; i < ROW_COLUMNS; i++)
		columns[i] = S("");
	while (num <= ROW_COLUMNS && str_cut(&line, '\t', &part)) {
		if (num < ROW_COLUMNS)
			columns[num] = part;
		num++;
	}
	return num;
}

static bool
read_columns(struct row *row, const str c[ROW_COLUMNS])
{
	struct ident ident;

	row->edition = c[2];
	row->by = c[3];
	row->source = c[4];
	row->record = c[5];
	row->press = c[6];
	row->note = c[7];
	row->chain = c[8];
	return date_read(c[0], &row->date) && c[0].p[4] == '-' &&
	    read_event(c[1], &row->event) &&
	    ident_read(&ident, c[2], NULL, S("")) && c[3].len != 0 &&
	    is_digest_or_none(c[4]) && is_digest_or_none(c[5]) &&
	    c[6].len != 0 && c[7].len != 0 && row_is_digest(c[8]);
}

bool
row_is_clean(str s)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if ((unsigned char)s.p[i] < ' ' || s.p[i] == 0x7F)
			return false;
	return str_utf8_fault(s) == s.len;
}

bool
row_read(struct row *row, str line)
{
	str columns[ROW_COLUMNS];

	row->line = line;
	return split_columns(line, columns) == ROW_COLUMNS &&
	    row_is_clean(columns[3]) && row_is_clean(columns[6]) &&
	    row_is_clean(columns[7]) && read_columns(row, columns);
}

/* --- The chain */

/*
 * The chain
 * ---------
 * The last column of a row is SHA-256 over two lines, each with its LF: the
 * chain of the row above, and the row up to the tab before its own chain. The
 * first row follows the word “chain”, the last word of the header. So each
 * chain depends on every byte of every row up to it.
 *
 * What a whole chain proves: two registers whose rows at one line have the
 * same chain have equal rows up to that line, in bytes, number and order. A row
 * that is changed, removed, inserted or moved breaks the chain at that line or
 * the next one. The header is not part of the chain: read_rows() in
 * register.c compares it.
 *
 * What it does not prove. There is no secret: whoever rewrites a row can seal
 * all rows after it again with row_seal(). And a register without its last
 * rows is chained, too. Only a copy of a chain outside the file shows either:
 *
 *   checkpoint.txt at a destination, signed or not (checkpoint_fits)
 *   the entries of content/.published (published_known)
 *   the register at a destination, which publish compares with ours
 *
 * Nor does the chain prove who entered a row or on which day: “by” and “date”
 * are what the command was given.
 *
 * How rows are checked: register.c, add_row(), takes each line in turn. It has
 * the form of a row (row_read), its chain follows from the row above
 * (row_is_chained), and it obeys the rules between rows (check_rules): days do
 * not go back, an edition has one release, and no event before that. The first
 * line that fails ends the reading, because no chain after it can be checked.
 * Form comes first, so that the message names the damage that a user can see;
 * rules come last: a row that is chained and breaks a rule was not written by
 * a text editor. Where a line fails, register_damage() finds out whether
 * another program only changed the form (form.c) or the order of the rows, or
 * merged two files (history.c); matbu repair can undo those.
 */

static struct digest
chain_of(str chain_before, str columns)
{
	struct sink k = { 0 };
	struct digest digest;

	sink_put(&k, chain_before);
	sink_char(&k, '\n');
	sink_put(&k, columns);
	sink_char(&k, '\n');
	digest = digest_of(sink_str(&k));
	sink_free(&k);
	return digest;
}

bool
row_is_chained(str line, str chain_before)
{
	size_t len = line.len - ROW_DIGITS;

	return line.len > ROW_DIGITS && digest_is_hex(chain_of(chain_before,
	    str_upto(line, len - 1)), str_from(line, len));
}

/* --- The day in a note */

#define DAY_MARK " (gerçek gün)"	/* after the day */

enum {
	DAY_SIZE = 10,			/* of “2026-11-28” [byte] */
	DAY_END = DAY_SIZE + sizeof(DAY_MARK) - 1
};

/* The mark distinguishes the day from one that a user wrote. */
static bool
has_day(str note, struct date *day)
{
	str rest = str_from(note, DAY_END);

	return str_starts(str_from(note, DAY_SIZE), S(DAY_MARK)) &&
	    note.p[4] == '-' && date_read(str_upto(note, DAY_SIZE), day) &&
	    (rest.len == 0 || str_starts(rest, S(": ")));
}

struct date
row_day(const struct row *row)
{
	struct date day;

	return has_day(row->note, &day) && date_cmp(day, row->date) <= 0 ?
	    day : row->date;
}

str
row_text(const struct row *row)
{
	struct date day;
	str rest = str_from(row->note, DAY_END + 2);

	if (!has_day(row->note, &day) || date_cmp(day, row->date) > 0)
		return row->note;
	return rest.len != 0 ? rest : S("–");
}

static void
put_day(struct arena *a, struct row *row)
{
	bool empty = row->note.len == 0 || str_eq(row->note, S("–"));

	row->note = str_join(a, date_iso(a, row->date), empty ? S(DAY_MARK) :
	    S(DAY_MARK ": "), empty ? S("") : row->note);
}

void
row_keep_text(struct arena *a, struct row *row)
{
	struct date day;

	if (has_day(row->note, &day))
		put_day(a, row);
}

void
row_follow(struct arena *a, struct row *row, struct date above)
{
	struct date day;

	if (date_cmp(row->date, above) >= 0)
		return;
	if (!has_day(row->note, &day))
		put_day(a, row);
	row->date = above;
}

/* --- Writing */

static void
put_column(struct sink *k, str s)
{
	sink_put(k, s.len != 0 ? s : S("–"));
	sink_char(k, '\t');
}

void
row_seal(struct arena *a, struct row *row, str chain_before)
{
	struct sink k = { 0 };

	put_column(&k, date_iso(a, row->date));
	put_column(&k, str_of(names[row->event]));
	put_column(&k, row->edition);
	put_column(&k, row->by);
	put_column(&k, row->source);
	put_column(&k, row->record);
	put_column(&k, row->press);
	put_column(&k, row->note);
	row->chain = digest_hex(a, chain_of(chain_before,
	    str_upto(sink_str(&k), k.len - 1)));
	sink_put(&k, row->chain);
	row->line = sink_take(&k, a);
}
