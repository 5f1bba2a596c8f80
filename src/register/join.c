/* SPDX-License-Identifier: ISC */
#include "register/join.h"

#include "base/arena.h"
#include "base/sink.h"
#include "model/ident.h"
#include "register/register.h"

/* What a row says: not its chain, which depends on its place, nor its date,
 * which row_follow() may have raised, but the day on which it was entered. */
static str
meaning(struct arena *a, const struct row *row)
{
	const str columns[] = { str_of(row_event_name(row->event)),
	    row->edition, row->by, row->source, row->record,
	    date_iso(a, row_day(row)), row_text(row) };
	struct sink k = { 0 };
	size_t i;

	for (i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
		sink_put(&k, columns[i]);
		sink_char(&k, '\t');
	}
	return sink_take(&k, a);
}

/* “frm/bim/posta/imapsmtp_1”: a work has one release of a revision. */
static str
revision_of(struct arena *a, const struct row *row)
{
	struct ident ident;

	ident_read(&ident, row->edition, NULL, S(""));
	return str_join(a, ident.work, S("_"), str_uint(a, ident.revision));
}

static void
note_release(struct join *j, struct row *row)
{
	map_slot(&j->releases, row->edition)->value = row;
	map_slot(&j->releases, revision_of(j->arena, row))->value = row;
}

/* Returns the release that has the edition or the revision of the row. */
static const struct row *
release_like(const struct join *j, const struct row *row)
{
	const struct map_slot *slot = map_find(&j->releases, row->edition);

	if (slot == NULL)
		slot = map_find(&j->releases, revision_of(j->arena, row));
	return slot != NULL ? slot->value : NULL;
}

void
join_begin(struct join *j, struct arena *a, const struct row *rows, size_t num,
    size_t common, size_t room)
{
	size_t i;

	*j = (struct join){ .arena = a, .num = num, .releases = map_make(a),
	    .others = map_make(a), .lost = map_make(a) };
	j->rows = arena_array(a, struct row, num + room + 1);
	for (i = 0; i < num; i++) {
		j->rows[i] = rows[i];
		if (rows[i].event == EVENT_RELEASE)
			note_release(j, &j->rows[i]);
		else if (i >= common)
			map_slot(&j->others, meaning(a, &rows[i]))->number++;
	}
}

bool
join_has(struct join *j, const struct row *row)
{
	const struct row *other;
	struct map_slot *slot;

	if (row->event == EVENT_RELEASE) {
		other = release_like(j, row);
		return other != NULL && str_eq(other->edition, row->edition) &&
		    str_eq(other->source, row->source) &&
		    str_eq(other->record, row->record);
	}
	slot = map_find(&j->others, meaning(j->arena, row));
	if (slot == NULL || slot->number == 0)
		return false;
	slot->number--;
	return true;
}

static void
add(struct join *j, const struct row *row)
{
	struct row *own = &j->rows[j->num];
	const struct row *last = j->num != 0 ? own - 1 : NULL;

	*own = *row;
	if (last != NULL)
		row_follow(j->arena, own, last->date);
	row_seal(j->arena, own, last != NULL ? last->chain : S("chain"));
	j->num++;
	j->added++;
	if (own->event == EVENT_RELEASE)
		note_release(j, own);
}

enum join_result
join_add(struct join *j, const struct row *row, const struct row **other)
{
	if (map_find(&j->lost, row->edition) != NULL)
		return JOIN_DROPPED;
	if (join_has(j, row))
		return JOIN_SAME;
	*other = row->event == EVENT_RELEASE ? release_like(j, row) : NULL;
	if (*other != NULL) {
		map_slot(&j->lost, row->edition);
		return JOIN_CONFLICT;
	}
	add(j, row);
	return JOIN_ADDED;
}

str
join_text(const struct join *j)
{
	struct sink k = { 0 };
	size_t i;

	sink_puts(&k, REGISTER_COLUMNS);
	sink_char(&k, '\n');
	for (i = 0; i < j->num; i++) {
		sink_put(&k, j->rows[i].line);
		sink_char(&k, '\n');
	}
	return sink_take(&k, j->arena);
}
