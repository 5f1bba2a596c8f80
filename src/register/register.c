/* SPDX-License-Identifier: ISC */
#include "register/register.h"

#include <assert.h>
#include <errno.h>

#include "base/arena.h"
#include "base/conflict.h"
#include "base/die.h"
#include "base/durable.h"
#include "base/file.h"
#include "base/shown.h"
#include "base/sink.h"
#include "register/form.h"
#include "register/history.h"

enum { REGISTER_LIMIT = 1 << 30, DATE_LEN = 10 };	/* [byte] */

bool
register_is_line(const char *text)
{
	str s = str_of(text);

	return shown_is_plain(s) && str_trim(s).len != 0;
}

str
register_chain(const struct reg *r)
{
	return r->num != 0 ? r->rows[r->num - 1].chain : S("chain");
}

/* --- Reading */

/* Checks the rules between rows: days do not go back, an edition has one
 * release, and no other event before it. Adds a release to the map. */
static bool
check_rules(struct map *releases, size_t num, struct date last,
    const struct row *row)
{
	struct map_slot *slot = map_slot(releases, row->edition);
	bool later = num == 0 || date_cmp(last, row->date) <= 0;

	if (row->event != EVENT_RELEASE)
		return later && slot->number != 0;
	if (slot->number != 0)
		return false;
	slot->number = num + 1;
	return later;
}

static struct date
last_day(const struct reg *r)
{
	return r->num != 0 ? r->rows[r->num - 1].date : (struct date){ 0 };
}

static bool
add_row(struct reg *r, str line, struct diags *ds)
{
	struct pos pos = { (unsigned)r->num + 2, 1 };
	struct row *row = &r->rows[r->num];

	if (!row_read(row, line))
		diag(ds, DIAG_REGISTER_ROW, pos, r->path);
	else if (!row_is_chained(line, register_chain(r)))
		diag(ds, DIAG_REGISTER_CHAIN, pos, r->path);
	else if (!check_rules(&r->releases, r->num, last_day(r), row))
		diag(ds, DIAG_REGISTER_RULE, pos, r->path);
	else {
		r->num++;
		return true;
	}
	return false;
}

/* Keeps what the row says of the newest edition of its work. */
static void
add_work(struct reg *r, struct arena *a, const struct row *row)
{
	struct register_work *work;
	struct map_slot *slot;
	struct ident ident;

	ident_read(&ident, row->edition, NULL, S(""));
	slot = map_slot(&r->works, ident.work);
	if (slot->value == NULL)
		slot->value = arena_new_of(a, struct register_work);
	work = slot->value;
	if (row->event == EVENT_RELEASE && ident.revision >= work->revision) {
		work->revision = ident.revision;
		work->ended = false;
	} else if (ident.revision == work->revision)
		work->ended = true;
	if (date_cmp(ident.date, work->day) > 0)
		work->day = ident.date;
}

static void
index_releases(struct reg *r, struct arena *a)
{
	const struct row *row;
	size_t i;

	for (i = 0; i < r->num; i++) {
		row = &r->rows[i];
		if (row->event == EVENT_RELEASE || row->event == EVENT_ERASE)
			map_slot(&r->releases, row->edition)->value =
			    &r->rows[i];
		if (row->event == EVENT_RELEASE ||
		    row->event == EVENT_WITHDRAW || row->event == EVENT_ERASE)
			add_work(r, a, row);
	}
}

/* Returns at least the number of rows, and in *releases that of the releases:
 * most rows of a long register are other events. */
static size_t
count_lines(str s, size_t *releases)
{
	static const str release = { "\trelease\t", 9 };
	size_t num = 0;
	str line;

	for (*releases = 0; str_line(&s, &line); num++)
		*releases += str_starts(str_from(line, DATE_LEN), release);
	return num;
}

static bool
read_rows(struct reg *r, struct diags *ds)
{
	struct pos top = { 1, 1 };
	str rest = r->bytes, line = S("");
	bool valid = true;

	if (!str_line(&rest, &line) || !str_eq(line, S(REGISTER_COLUMNS))) {
		diag(ds, DIAG_REGISTER_HEADER, top, r->path);
		return false;
	}
	while (valid && str_line(&rest, &line))
		valid = add_row(r, line, ds);
	return valid && str_ends(r->bytes, S("\n"));
}

/* Reads all rows; those that r held before are dropped. */
static bool
read_all(struct reg *r, struct arena *a, str bytes, struct diags *ds)
{
	size_t releases;

	r->bytes = bytes;
	r->rows = arena_room(a, struct row, count_lines(bytes, &releases));
	r->num = 0;
	r->releases = map_make(a);
	r->works = map_make(a);
	map_reserve(&r->releases, releases);
	map_reserve(&r->works, releases);
	return read_rows(r, ds);
}

static str
text_of(struct arena *a, const struct history *h)
{
	struct sink k = { 0 };
	size_t i;

	sink_puts(&k, REGISTER_COLUMNS "\n");
	for (i = 0; i < h->num; i++) {
		sink_put(&k, h->rows[i].line);
		sink_char(&k, '\n');
	}
	return sink_take(&k, a);
}

static bool
are_rows(const struct history *h)
{
	struct row row;
	size_t i;

	for (i = 0; i < h->num; i++)
		if (!row_read(&row, h->rows[i].line))
			return false;
	return true;
}

/* Returns whether the rows of one history, which are chained, are a valid
 * register. */
static bool
is_valid(const struct history *h)
{
	struct arena *temp = arena_new();
	struct map releases = map_make(temp);
	struct row row, last = { .date = { 0, 0, 0 } };
	size_t i;

	for (i = 0; i < h->num; i++, last = row)
		if (!row_read(&row, h->rows[i].line) ||
		    !check_rules(&releases, i, last.date, &row))
			break;
	arena_free(temp);
	return i == h->num;
}

enum register_damage
register_damage(struct arena *a, str bytes, struct history *h)
{
	str lines = form_lines(a, bytes);

	history_read(h, a, lines);
	if (h->rest.len != 0 || str_search(lines, S(REGISTER_COLUMNS "\n")) ==
	    lines.len)
		return DAMAGE_ROWS;
	if (h->num_ends > 1)
		return are_rows(h) ? DAMAGE_HISTORIES : DAMAGE_ROWS;
	if (!is_valid(h))
		return DAMAGE_ROWS;
	return h->merged ? DAMAGE_MERGE : h->moved ? DAMAGE_ORDER :
	    DAMAGE_FORM;
}

/* Reports what another program did, where the rows are whole. */
static bool
is_repairable(struct arena *a, str bytes, str path, struct diags *ds)
{
	static const enum diag ids[] = { 0, DIAG_REGISTER_FORM,
	    DIAG_REGISTER_ORDER, DIAG_REGISTER_MERGED, DIAG_REGISTER_MERGED };
	struct pos top = { 1, 1 };
	struct history h;
	enum register_damage damage = register_damage(a, bytes, &h);

	if (damage == DAMAGE_ROWS)
		return false;
	if (damage >= DAMAGE_MERGE && conflict_line(bytes) != 0)
		top.line = conflict_line(bytes);
	diag(ds, ids[damage], top, path);
	return true;
}

/* Reports what is wrong with a register. The first reading had no diags:
 * finding out what the damage is takes longer than reading, and most registers
 * are whole. Damage that repair can undo gives one message instead of one at a
 * line that only moved. Marks of a conflict explain every other fault. */
static void
report_damage(struct reg *r, struct arena *a, struct diags *ds)
{
	struct pos sides = { conflict_line(r->bytes), 1 };

	if (is_repairable(a, r->bytes, r->path, ds))
		return;
	if (sides.line != 0)
		diag(ds, DIAG_REGISTER_SIDES, sides, r->path);
	else
		read_all(r, a, r->bytes, ds);
}

bool
register_parse(struct reg *r, struct arena *a, str bytes, str path,
    struct diags *ds)
{
	bool valid;

	*r = (struct reg){ .exists = true, .path = path };
	valid = read_all(r, a, bytes, NULL);
	if (!valid && ds != NULL)
		report_damage(r, a, ds);
	index_releases(r, a);
	r->valid = valid;
	return valid;
}

enum register_damage
register_read_other(struct reg *r, struct arena *a, str bytes, str path)
{
	enum register_damage damage;
	struct history h;

	if (register_parse(r, a, bytes, path, NULL))
		return DAMAGE_NONE;
	damage = register_damage(a, bytes, &h);
	if (damage < DAMAGE_HISTORIES)
		register_parse(r, a, text_of(a, &h), path, NULL);
	return damage;
}

bool
register_read(struct reg *r, struct arena *a, str content, struct diags *ds)
{
	str bytes, path = str_join(a, content, S("/register.tsv"));

	*r = (struct reg){ .valid = true, .path = path,
	    .releases = map_make(a), .works = map_make(a) };
	if (!file_read(a, str_c(a, path), REGISTER_LIMIT, &bytes)) {
		if (errno != ENOENT)
			die_errno(DIAG_READ, str_c(a, path));
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

const struct row *
register_entry(const struct reg *r, str edition)
{
	const struct map_slot *slot = map_find(&r->releases, edition);

	return slot != NULL && slot->value != NULL ?
	    &r->rows[slot->number - 1] : NULL;
}

bool
register_in_force(const struct reg *r, const struct ident *ident)
{
	const struct register_work *work = register_work(r, ident->work);

	return work == NULL || work->revision < ident->revision ||
	    (work->revision == ident->revision && !work->ended);
}

const struct register_work *
register_work(const struct reg *r, str work)
{
	const struct map_slot *slot = map_find(&r->works, work);

	return slot != NULL ? slot->value : NULL;
}

/* --- Writing */

static void
write_register(struct reg *r, struct arena *a, str bytes)
{
	char *path = str_c(a, r->path);
	bool exists = r->exists;

	if (file_compare(path, exists ? r->bytes : S("")) !=
	    (exists ? FILE_SAME : FILE_ABSENT))
		die_system(DIAG_REGISTER_MOVED, path, "");
	if (!durable_write(a, r->path, bytes))
		die_errno(DIAG_WRITE, path);
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
		sink_puts(&k, REGISTER_COLUMNS);
		sink_char(&k, '\n');
	}
	for (i = 0; i < num; i++) {
		assert(rows[i].line.len != 0);
		sink_put(&k, rows[i].line);
		sink_char(&k, '\n');
	}
	write_register(r, a, sink_take(&k, a));
}

void
register_replace(struct reg *r, struct arena *a, str text)
{
	write_register(r, a, text);
}

bool
register_repair(struct reg *r, struct arena *a)
{
	struct history h;

	if (register_damage(a, r->bytes, &h) >= DAMAGE_HISTORIES)
		return false;
	write_register(r, a, text_of(a, &h));
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
		die_errno(DIAG_WRITE, str_c(a, r->path));
	else
		*r = (struct reg){ .valid = true, .path = r->path,
		    .releases = map_make(a), .works = map_make(a) };
}
