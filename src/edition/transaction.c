/* SPDX-License-Identifier: ISC */
#include "edition/transaction.h"

#include <errno.h>

#include "base/arena.h"
#include "base/diags.h"
#include "base/die.h"
#include "base/durable.h"
#include "base/fault.h"
#include "base/file.h"
#include "build/check_pass.h"
#include "build/records.h"

bool
transaction_open(struct transaction *d, const struct options *o,
    const char *name, char **paths, size_t num_paths)
{
	d->options = *o;
	d->options.paths = paths;
	d->options.num_paths = num_paths;
	if (num_paths == 0)
		d->options.renderers = 0;
	d->command = name;
	if (file_kind(o->content) == FILE_FOLDER && !durable_lock(o->content))
		die_system(DIAG_REGISTER_LOCKED, o->content, "");
	workspace_open(&d->ws, &d->options);
	d->ws.releasing = true;
	d->ws.records = records_open(&d->ws.in,
	    d->ws.pool);
	check_pass(&d->ws);
	return d->ws.in.reg.valid;
}

static bool
is_register(const void *context, str path)
{
	const struct transaction *d = context;

	return str_eq(path, d->ws.in.reg.path);
}

bool
transaction_keep_nothing(const void *context, str path)
{
	(void)context;
	(void)path;
	return false;
}

void
transaction_drop_faults(struct transaction *d)
{
	diags_keep(d->ws.in.diags, is_register, d);
}

int
transaction_close(struct transaction *d)
{
	if (!d->ws.in.reg.valid)
		transaction_drop_faults(d);
	return workspace_close(&d->ws);
}

struct card *
transaction_target(struct transaction *d, const char *argument)
{
	struct workspace *ws = &d->ws;
	const struct map_slot *slot;

	if (argument == NULL)
		die_usage(DIAG_TARGET_NONE, d->command, "");
	slot = map_find(&ws->in.collection.names, limit_path(ws->in.arena,
	    argument, ws->in.tree.root));
	if (slot == NULL)
		limit_unknown(ws->in.arena, argument, ws->in.tree.root,
		    &ws->in.collection);
	if (slot->number != NAME_EDITION && slot->number != NAME_WORK)
		die_usage(DIAG_TARGET_NONE, d->command, "");
	return slot->value;
}

static str
role(const struct transaction *d, const struct card *card)
{
	return d->options.by != NULL ? str_of(d->options.by) :
	    card->approved_by;
}

struct row
transaction_row(struct transaction *d, enum event event,
    const struct card *card, str note)
{
	struct workspace *ws = &d->ws;
	struct row row = { .date = ws->in.day, .event = event,
	    .edition = card->ident->edition, .by = role(d, card) };

	if (ws->in.reg.num != 0 && date_cmp(ws->in.day,
	    ws->in.reg.rows[ws->in.reg.num - 1].date) < 0)
		die_usage(DIAG_REGISTER_DAY, str_c(ws->in.arena, date_dotted(
		    ws->in.arena, ws->in.day)), str_c(ws->in.arena,
		    date_dotted(ws->in.arena, ws->in.reg.rows[ws->in.reg.num -
		    1].date)));
	if (date_is_set(d->options.next))
		note = str_join(ws->in.arena, note, str_join3(ws->in.arena,
		    S(" (sonraki: "), date_iso(ws->in.arena, d->options.next),
		    S(")")));
	if (d->options.approval != NULL)
		note = str_join(ws->in.arena, note, str_join3(ws->in.arena,
		    S(" (EBYS: "), str_of(d->options.approval), S(")")));
	row.note = note;
	return row;
}

void
transaction_enter(struct transaction *d, struct row *rows, size_t num)
{
	struct workspace *ws = &d->ws;
	str chain = register_chain(&ws->in.reg);
	size_t i;

	for (i = 0; i < num; i++) {
		row_seal(ws->in.arena, &rows[i], chain);
		chain = rows[i].chain;
	}
	register_append(&ws->in.reg, ws->in.arena, rows, num);
}

str
transaction_path(struct transaction *d, str path, str suffix)
{
	return str_join3(d->ws.in.arena, str_join(d->ws.in.arena,
	    d->ws.in.tree.root, S("/")), path, suffix);
}

void
transaction_write(struct transaction *d, str path, str bytes)
{
	if (!durable_write(d->ws.in.arena, path, bytes))
		die_system(DIAG_WRITE, str_c(d->ws.in.arena, path),
		    fault_text(errno));
}

void
transaction_remove(struct transaction *d, str path)
{
	if (!durable_remove(d->ws.in.arena, path))
		die_system(DIAG_WRITE, str_c(d->ws.in.arena, path),
		    fault_text(errno));
}
