/* SPDX-License-Identifier: ISC */
#include "register/register.h"

#include <assert.h>
#include <errno.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/durable.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/sink.h"
#include "register/register_form.h"

enum { REGISTER_LIMIT = 256 << 20, COLUMNS = 9, DIGITS = 2 * DIGEST_SIZE };

#define HEADER \
    "date\tevent\tedition\tby\tsource\trecord\tpress\tnote\tchain"

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
register_event_name(enum event event)
{
	return names[event];
}

const char *
register_event_word(enum event event)
{
	return words[event][message_language()];
}

str
register_path(struct arena *a, str content)
{
	return str_join(a, content, S("/register.tsv"));
}

bool
register_holds(str s)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if ((unsigned char)s.p[i] < ' ' || s.p[i] == 0x7F)
			return false;
	return str_utf8_fault(s) == s.len;
}

/* --- Reading a row */

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

static bool
is_digest(str s)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if (!char_is_digit(s.p[i]) && (s.p[i] < 'a' || s.p[i] > 'f'))
			return false;
	return s.len == DIGITS;
}

static bool
is_digest_or_none(str s)
{
	return is_digest(s) || str_eq(s, S("–"));
}

static size_t
cut_columns(str line, str columns[COLUMNS])
{
	size_t i, num = 0;
	str part;

	for (i = 0; i < COLUMNS; i++)
		columns[i] = S("");
	while (num <= COLUMNS && str_cut(&line, '\t', &part)) {
		if (num < COLUMNS)
			columns[num] = part;
		num++;
	}
	return num;
}

static bool
read_columns(struct row *row, const str c[COLUMNS])
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
	    c[6].len != 0 && c[7].len != 0 && is_digest(c[8]);
}

static bool
read_row(struct row *row, str line)
{
	str columns[COLUMNS];

	row->line = line;
	return cut_columns(line, columns) == COLUMNS && register_holds(
	    columns[7]) && read_columns(row, columns);
}

/* --- The chain */

static str
chain_of(struct arena *a, str before, str line_without)
{
	struct sink k = { 0 };
	str hex;

	sink_put(&k, before);
	sink_char(&k, '\n');
	sink_put(&k, line_without);
	sink_char(&k, '\n');
	hex = digest_hex(a, digest_of(sink_str(&k)));
	sink_free(&k);
	return hex;
}

static bool
is_chained(struct arena *a, const struct row *row, str before)
{
	return str_eq(row->chain, chain_of(a, before, str_upto(row->line,
	    row->line.len - DIGITS - 1)));
}

static void
put_column(struct sink *k, str s)
{
	sink_put(k, s.len != 0 ? s : S("–"));
	sink_char(k, '\t');
}

void
register_seal(struct arena *a, struct row *row, str chain_before)
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
	row->chain = chain_of(a, chain_before, str_upto(sink_str(&k),
	    k.len - 1));
	sink_put(&k, row->chain);
	row->line = str_copy(a, sink_str(&k));
	sink_free(&k);
}

str
register_chain(const struct reg *r)
{
	return r->num != 0 ? r->rows[r->num - 1].chain : S("chain");
}

/* --- The whole register */

/* The rules between rows: days do not go back, and one release an edition.
 * The chain has proved that matbu wrote them, so they are asked last. */
static bool
fits(struct reg *r, const struct row *row)
{
	struct map_slot *slot = map_slot(&r->releases, row->edition);
	bool later = r->num == 0 || date_cmp(r->rows[r->num - 1].date,
	    row->date) <= 0;

	if (row->event != EVENT_RELEASE)
		return later && slot->number != 0;
	slot->number++;
	return later && slot->number == 1;
}

static bool
take_row(struct reg *r, struct arena *a, str line, struct diags *ds)
{
	struct pos pos = { (unsigned)r->num + 2, 1 };
	struct row *row = &r->rows[r->num];

	if (!read_row(row, line))
		diag(ds, DIAG_REGISTER_ROW, pos, r->path);
	else if (!is_chained(a, row, register_chain(r)))
		diag(ds, DIAG_REGISTER_CHAIN, pos, r->path);
	else if (!fits(r, row))
		diag(ds, DIAG_REGISTER_RULE, pos, r->path);
	else {
		r->num++;
		return true;
	}
	return false;
}

static void
name_releases(struct reg *r)
{
	size_t i;

	for (i = 0; i < r->num; i++)
		if (r->rows[i].event == EVENT_RELEASE ||
		    r->rows[i].event == EVENT_ERASE)
			map_slot(&r->releases, r->rows[i].edition)->value =
			    &r->rows[i];
}

/* At least as many as there are rows. */
static size_t
count_lines(str s)
{
	size_t num = 1, at;

	for (; (at = str_find(s, '\n')) < s.len; num++)
		s = str_from(s, at + 1);
	return num;
}

static bool
read_rows(struct reg *r, struct arena *a, struct diags *ds)
{
	struct pos top = { 1, 1 };
	str rest = r->bytes, line = S("");
	bool sound = true;

	if (!str_line(&rest, &line) || !str_eq(line, S(HEADER))) {
		diag(ds, DIAG_REGISTER_HEADER, top, r->path);
		return false;
	}
	while (sound && str_line(&rest, &line))
		sound = take_row(r, a, line, ds);
	return sound && str_ends(r->bytes, S("\n"));
}

/* Reads rows anew into an empty register. */
static bool
read_all(struct reg *r, struct arena *a, str bytes, struct diags *ds)
{
	r->bytes = bytes;
	r->rows = arena_array(a, struct row, count_lines(bytes));
	r->num = 0;
	r->releases = map_make(a);
	map_reserve(&r->releases, count_lines(bytes));
	return read_rows(r, a, ds);
}

/* Whether another program saved it, and nothing else; then that is told. */
static bool
is_mendable(struct arena *a, str bytes, str path, struct diags *ds)
{
	struct pos top = { 1, 1 };
	struct reg whole = { .path = path };
	bool sorted;
	str mended = register_form_mended(a, bytes, &sorted);

	if (!read_all(&whole, a, mended, NULL))
		return false;
	diag(ds, sorted ? DIAG_REGISTER_ORDER : DIAG_REGISTER_FORM, top, path);
	return true;
}

bool
register_parse(struct reg *r, struct arena *a, str bytes, str path,
    struct diags *ds)
{
	bool sound;

	*r = (struct reg){ .exists = true, .path = path };
	sound = read_all(r, a, bytes, NULL);
	if (!sound && !is_mendable(a, bytes, path, ds))
		read_all(r, a, bytes, ds);
	name_releases(r);
	r->sound = sound;
	return sound;
}

bool
register_read(struct reg *r, struct arena *a, str content, struct diags *ds)
{
	str bytes, path = register_path(a, content);

	*r = (struct reg){ .sound = true, .path = path,
	    .releases = map_make(a) };
	if (!file_read(a, str_c(a, path), REGISTER_LIMIT, &bytes)) {
		if (errno != ENOENT)
			die_system(DIAG_READ, str_c(a, path), fault_text(errno));
		return true;
	}
	return register_parse(r, a, bytes, path, ds);
}

const struct row *
register_release(const struct reg *r, str edition)
{
	const struct map_slot *slot = map_find(&r->releases, edition);

	return slot != NULL ? slot->value : NULL;
}

bool
register_in_force(const struct reg *r, const struct ident *ident)
{
	struct ident other;
	size_t i;

	for (i = 0; i < r->num; i++) {
		ident_read(&other, r->rows[i].edition, NULL, S(""));
		if (str_eq(other.work, ident->work) &&
		    (other.revision == ident->revision ?
		    r->rows[i].event == EVENT_WITHDRAW ||
		    r->rows[i].event == EVENT_ERASE :
		    other.revision > ident->revision))
			return false;
	}
	return true;
}

/* --- Writing */

static void
write_register(struct reg *r, struct arena *a, str bytes)
{
	char *path = str_c(a, r->path);
	bool there = r->exists;

	if (file_compare(path, there ? r->bytes : S("")) !=
	    (there ? FILE_SAME : FILE_ABSENT))
		die_system(DIAG_REGISTER_MOVED, path, "");
	if (!durable_write(a, r->path, bytes))
		die_system(DIAG_WRITE, path, fault_text(errno));
	register_parse(r, a, bytes, r->path, NULL);
}

void
register_append(struct reg *r, struct arena *a, struct row *rows, size_t num)
{
	struct sink k = { 0 };
	size_t i;

	if (r->exists)
		sink_put(&k, r->bytes);
	else {
		sink_puts(&k, HEADER);
		sink_char(&k, '\n');
	}
	for (i = 0; i < num; i++) {
		assert(rows[i].line.len != 0);
		sink_put(&k, rows[i].line);
		sink_char(&k, '\n');
	}
	write_register(r, a, str_copy(a, sink_str(&k)));
	sink_free(&k);
}

bool
register_mend(struct reg *r, struct arena *a)
{
	bool sorted;
	str mended = register_form_mended(a, r->bytes, &sorted);
	struct reg whole;

	if (!register_parse(&whole, a, mended, r->path, NULL))
		return false;
	write_register(r, a, mended);
	return true;
}

void
register_drop(struct reg *r, struct arena *a)
{
	const struct row *last;

	assert(r->num != 0);
	last = &r->rows[r->num - 1];
	if (r->num != 1)
		write_register(r, a, str_upto(r->bytes,
		    (size_t)(last->line.p - r->bytes.p)));
	else if (!durable_remove(a, r->path))
		die_system(DIAG_WRITE, str_c(a, r->path), fault_text(errno));
	else
		*r = (struct reg){ .sound = true, .path = r->path,
		    .releases = map_make(a) };
}

/* What goes into the register is one line of clean text. */
bool
register_is_line(const char *value)
{
	str s = str_of(value);
	size_t i;

	for (i = 0; i < s.len; i++)
		if ((unsigned char)s.p[i] < ' ' || s.p[i] == 0x7F)
			return false;
	return str_trim(s).len != 0 && str_utf8_fault(s) == s.len;
}
