/* SPDX-License-Identifier: ISC */
#include "duty/sent.h"

#include "base/arena.h"
#include "base/sink.h"
#include "base/state_file.h"

enum { COLUMNS = 5 };

/* Everything but the day on which it was mailed. */
static str
key_of(struct arena *a, str kind, str edition, str day, str address)
{
	return str_join(a, S("\t"), kind, S("\t"), edition, S("\t"), day,
	    S("\t"), address);
}

static str
duty_row(struct arena *a, const struct duty *d)
{
	str what = d->card->ident->edition;

	/* A text may have several links, which may fail since the same day. */
	if (d->kind == DUTY_DEAD || d->kind == DUTY_SILENT)
		what = str_join(a, what, S(" "), d->what);
	return key_of(a, duty_key(d), what,
	    date_iso(a, d->day), d->address);
}

static void
add(struct sent *s, struct date day, str key)
{
	strings_add(&s->rows, s->arena, str_join(s->arena,
	    date_iso(s->arena, day), key));
	map_slot(&s->keys, key)->number = 1;
}

/* A row of a later day, written while the clock was wrong, counts no longer
 * than any other. */
static bool
counts(const struct sent *s, struct date day)
{
	return date_cmp(date_add_days(day, SENT_INTERVAL), s->today) > 0 &&
	    date_cmp(date_add_days(day, -SENT_INTERVAL), s->today) < 0;
}

void
sent_read(struct sent *s, struct input *in)
{
	struct state_file f;
	struct date day;

	state_file_open(&f, in->arena, in->tree.root, S(".due.tsv"));
	*s = (struct sent){ .arena = in->arena, .path = f.path,
	    .today = in->day, .keys = map_make(in->arena) };
	while (state_file_next(&f))
		if (f.num != COLUMNS || !date_read(f.columns[0], &day))
			diag(in->diags, DIAG_DUE_LINE, f.pos, f.path);
		else if (counts(s, day))
			add(s, day, key_of(in->arena, f.columns[1],
			    f.columns[2], f.columns[3], f.columns[4]));
}

bool
sent_has(const struct sent *s, const struct duty *d)
{
	return map_find(&s->keys, duty_row(s->arena, d)) != NULL;
}

void
sent_add(struct sent *s, const struct duty *d)
{
	add(s, s->today, duty_row(s->arena, d));
}

void
sent_write(const struct sent *s)
{
	struct sink k = { 0 };
	size_t i;

	sink_puts(&k, "# date\tkind\tedition\tday\taddress\n");
	for (i = 0; i < s->rows.num; i++) {
		sink_put(&k, s->rows.items[i]);
		sink_char(&k, '\n');
	}
	state_file_write(s->arena, s->path, sink_str(&k));
	sink_free(&k);
}
