/* SPDX-License-Identifier: ISC */
#include "edition/transaction.h"

#include <errno.h>

#include "base/diags.h"
#include "base/die.h"
#include "base/durable.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/witness.h"
#include "build/check_pass.h"
#include "build/day.h"
#include "build/records.h"
#include "register/status.h"

/* A row depends on the settings of the site and on who approves the edition:
 * without them it would be a wrong row. */
static void
need_readable(struct transaction *t, str document)
{
	char *path = str_c(t->ws.in.arena, transaction_path(t, document,
	    S(".md")));
	int error = witness_error(path);

	if (error != 0)
		die_system(DIAG_READ, path, fault_text(error));
}

bool
transaction_open(struct transaction *t, const struct options *o,
    const char *name, char **paths, size_t num_paths)
{
	t->options = *o;
	t->options.paths = paths;
	t->options.num_paths = num_paths;
	if (num_paths == 0)
		t->options.renderers = 0;
	t->command = name;
	t->day_reported = false;
	if (folder_is_there(o->content) && !durable_lock(o->content))
		die_system(DIAG_REGISTER_LOCKED, o->content, "");
	workspace_open(&t->ws, &t->options);
	t->ws.releasing = true;
	t->ws.records = records_open(&t->ws.in,
	    t->ws.pool);
	check_pass(&t->ws);
	need_readable(t, S("index"));
	return t->ws.in.reg.valid;
}

static bool
is_register(const void *context, str path, enum diag id)
{
	const struct transaction *t = context;

	(void)id;
	return str_eq(path, t->ws.in.reg.path);
}

bool
transaction_keep_nothing(const void *context, str path, enum diag id)
{
	(void)context;
	(void)path;
	(void)id;
	return false;
}

void
transaction_drop_faults(struct transaction *t)
{
	diags_keep(t->ws.in.diags, is_register, t);
}

int
transaction_close(struct transaction *t)
{
	if (!t->ws.in.reg.valid)
		transaction_drop_faults(t);
	return workspace_close(&t->ws);
}

struct card *
transaction_target(struct transaction *t, const char *argument)
{
	struct workspace *ws = &t->ws;
	const struct map_slot *slot;

	if (argument == NULL)
		die_usage(DIAG_TARGET_NONE, t->command, "");
	slot = map_find(&ws->in.collection.names, limit_path(ws->in.arena,
	    argument, ws->in.tree.root));
	if (slot == NULL)
		limit_unknown(ws->in.arena, argument, ws->in.tree.root,
		    &ws->in.collection);
	if (slot->number != NAME_EDITION && slot->number != NAME_WORK)
		die_usage(DIAG_TARGET_NONE, t->command, "");
	return slot->value;
}

static str
role(const struct transaction *t, const struct card *card)
{
	return t->options.by != NULL ? str_of(t->options.by) :
	    card->approved_by;
}

static _Noreturn void
die_day(struct transaction *t, enum diag id, struct date day,
    struct date other)
{
	struct arena *a = t->ws.in.arena;

	die_usage(id, str_c(a, date_dotted(a, day)), str_c(a,
	    date_dotted(a, other)));
}

/* Where the register ends with a day that has not come, the row has that day,
 * and its note the own one: a wrong day must not stop the register until it
 * comes. */
static void
set_day(struct transaction *t, struct row *row)
{
	struct input *in = &t->ws.in;
	struct date now = day_now(in->options), last;
	struct pos end = { (unsigned)in->reg.num + 1, 0 };

	if (date_cmp(row->date, now) > 0 && !t->options.future)
		die_day(t, DIAG_DAY_FUTURE, row->date, now);
	if (in->reg.num == 0)
		return;
	last = in->reg.rows[in->reg.num - 1].date;
	if (date_cmp(row->date, last) < 0 && date_cmp(last, now) <= 0)
		die_day(t, DIAG_REGISTER_DAY, row->date, last);
	if (t->day_reported)
		;
	else if (date_cmp(row->date, last) < 0)
		diag(in->diags, DIAG_DAY_AHEAD, end, in->reg.path,
		    date_dotted(in->arena, last), date_dotted(in->arena,
		    row->date));
	else if (date_cmp(row->date, date_add_days(last, STATUS_FAR)) > 0)
		diag(in->diags, DIAG_DAY_FAR, end, in->reg.path,
		    date_dotted(in->arena, row->date), date_dotted(in->arena,
		    last));
	t->day_reported = true;
	row_follow(in->arena, row, last);
}

struct row
transaction_row(struct transaction *t, enum event event,
    const struct card *card, str note)
{
	struct workspace *ws = &t->ws;
	struct row row = { .date = ws->in.day, .event = event,
	    .edition = card->ident->edition, .by = role(t, card) };

	if (t->options.by == NULL)
		need_readable(t, card->ident->edition);
	if (date_is_set(t->options.next))
		note = str_join(ws->in.arena, note, S(" (sonraki: "), date_iso(
		    ws->in.arena, t->options.next), S(")"));
	if (t->options.approval != NULL)
		note = str_join(ws->in.arena, note, S(" (EBYS: "), str_of(
		    t->options.approval), S(")"));
	row.note = note;
	row_keep_text(ws->in.arena, &row);
	set_day(t, &row);
	return row;
}

void
transaction_enter(struct transaction *t, struct row *rows, size_t num)
{
	struct workspace *ws = &t->ws;
	str chain = register_chain(&ws->in.reg);
	size_t i;

	for (i = 0; i < num; i++) {
		row_seal(ws->in.arena, &rows[i], chain);
		chain = rows[i].chain;
	}
	register_append(&ws->in.reg, ws->in.arena, rows, num);
}

str
transaction_path(struct transaction *t, str path, str suffix)
{
	return str_join(t->ws.in.arena, t->ws.in.tree.root, S("/"), path,
	    suffix);
}

void
transaction_write(struct transaction *t, str path, str bytes)
{
	if (!durable_write(t->ws.in.arena, path, bytes))
		die_errno(DIAG_WRITE, str_c(t->ws.in.arena, path));
}

void
transaction_remove(struct transaction *t, str path)
{
	if (!durable_remove(t->ws.in.arena, path))
		die_errno(DIAG_WRITE, str_c(t->ws.in.arena, path));
}
