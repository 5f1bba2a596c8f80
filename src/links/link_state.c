/* SPDX-License-Identifier: ISC */
#include "links/link_state.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/sink.h"
#include "base/state_file.h"

enum { COLUMNS = 5, DAYS_DIGITS = 6 };

static str
key_of(struct arena *a, str address, str phrase)
{
	return str_join(a, address, S("\t"), phrase);
}

static struct link_row *
add(struct link_state *s, str address, str phrase)
{
	struct map_slot *slot = map_slot(&s->keys, key_of(s->arena, address,
	    phrase));
	struct link_row *row = slot->value, **rows;

	if (row != NULL)
		return row;
	row = slot->value = arena_new_of(s->arena, struct link_row);
	if (s->num == s->room) {
		s->room = s->room != 0 ? 2 * s->room : 16;
		rows = arena_array(s->arena, struct link_row *, s->room);
		if (s->num != 0)
			memcpy(rows, s->rows, s->num * sizeof(*rows));
		s->rows = rows;
	}
	s->rows[s->num++] = row;
	row->address = address;
	row->phrase = phrase;
	return row;
}

static bool
read_days(str s, unsigned *days)
{
	size_t i;

	*days = 0;
	for (i = 0; i < s.len && char_is_digit(s.p[i]); i++)
		*days = *days * 10 + (unsigned)(s.p[i] - '0');
	return i == s.len && i != 0 && i <= DAYS_DIGITS && *days != 0;
}

static bool
read_row(const struct state_file *f, struct link_row *row)
{
	*row = (struct link_row){ .reason = f->columns[3],
	    .address = f->columns[4],
	    .phrase = f->num > COLUMNS ? f->columns[COLUMNS] : S("") };
	return (f->num == COLUMNS || f->num == COLUMNS + 1) &&
	    date_read(f->columns[0], &row->first) &&
	    date_read(f->columns[1], &row->last) &&
	    date_cmp(row->first, row->last) <= 0 &&
	    read_days(f->columns[2], &row->days);
}

void
link_state_read(struct link_state *s, struct arena *a, str content,
    struct date today, struct diags *ds)
{
	struct state_file f;
	struct link_row row;

	state_file_open(&f, a, content, S(".links.tsv"));
	*s = (struct link_state){ .arena = a, .path = f.path, .today = today,
	    .keys = map_make(a) };
	while (state_file_next(&f))
		if (read_row(&f, &row))
			*add(s, row.address, row.phrase) = row;
		else
			diag(ds, DIAG_LINKS_LINE, f.pos, f.path);
}

struct link_row *
link_state_find(const struct link_state *s, str address, str phrase)
{
	struct map_slot *slot = map_find(&s->keys, key_of(s->arena, address,
	    phrase));
	struct link_row *row = slot != NULL ? slot->value : NULL;

	return row != NULL && row->days != 0 ? row : NULL;
}

/* A row of a later day was written while the clock was wrong. */
void
link_state_fails(struct link_state *s, str address, str phrase, str reason)
{
	struct link_row *row = add(s, address, phrase);

	row->reason = reason;
	if (row->days == 0 || date_cmp(row->last, s->today) > 0) {
		row->first = row->last = s->today;
		row->days = 1;
	} else if (date_cmp(row->last, s->today) < 0) {
		row->last = s->today;
		row->days++;
	}
}

void
link_state_answers(struct link_state *s, str address, str phrase)
{
	struct link_row *row = link_state_find(s, address, phrase);

	if (row != NULL)
		row->days = 0;
}

bool
link_state_is_red(const struct link_row *row)
{
	return row->days != 0 && (row->phrase.len != 0 ||
	    (row->days >= LINK_STATE_TIMES && date_cmp(date_add_days(
	    row->first, LINK_STATE_DAYS), row->last) <= 0));
}

bool
link_state_has_red(const struct link_state *s)
{
	size_t i;

	for (i = 0; i < s->num; i++)
		if (link_state_is_red(s->rows[i]))
			return true;
	return false;
}

static void
put_row(const struct link_state *s, const struct link_row *row,
    struct sink *k)
{
	sink_put(k, str_join(s->arena, date_iso(s->arena, row->first), S("\t"),
	    date_iso(s->arena, row->last), S("\t"), str_uint(s->arena,
	    row->days), S("\t"), row->reason, S("\t"), row->address));
	if (row->phrase.len != 0) {
		sink_char(k, '\t');
		sink_put(k, row->phrase);
	}
	sink_char(k, '\n');
}

static int
cmp_rows(const void *a, const void *b)
{
	const struct link_row *const *x = a, *const *y = b;
	int c = str_cmp((*x)->address, (*y)->address);

	return c != 0 ? c : str_cmp((*x)->phrase, (*y)->phrase);
}

void
link_state_write(const struct link_state *s, bool all)
{
	struct sink k = { 0 };
	size_t i;

	if (s->num == 0)
		return;
	qsort(s->rows, s->num, sizeof(struct link_row *), cmp_rows);
	sink_puts(&k, "# first\tlast\tdays\treason\taddress\tphrase\n");
	for (i = 0; i < s->num; i++)
		if (s->rows[i]->days != 0 && (all || s->rows[i]->wanted))
			put_row(s, s->rows[i], &k);
	state_file_write(s->arena, s->path, sink_str(&k));
	sink_free(&k);
}
