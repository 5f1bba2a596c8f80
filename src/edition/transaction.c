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
transaction_open(struct transaction *t, const struct options *o,
    const char *name, char **paths, size_t num_paths)
{
	t->options = *o;
	t->options.paths = paths;
	t->options.num_paths = num_paths;
	if (num_paths == 0)
		t->options.renderers = 0;
	t->command = name;
	if (file_is_folder(o->content) && !durable_lock(o->content))
		die_system(DIAG_REGISTER_LOCKED, o->content, "");
	workspace_open(&t->ws, &t->options);
	t->ws.releasing = true;
	t->ws.records = records_open(&t->ws.in,
	    t->ws.pool);
	check_pass(&t->ws);
	return t->ws.in.reg.valid;
}

static bool
is_register(const void *context, str path)
{
	const struct transaction *t = context;

	return str_eq(path, t->ws.in.reg.path);
}

bool
transaction_keep_nothing(const void *context, str path)
{
	(void)context;
	(void)path;
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

struct row
transaction_row(struct transaction *t, enum event event,
    const struct card *card, str note)
{
	struct workspace *ws = &t->ws;
	struct row row = { .date = ws->in.day, .event = event,
	    .edition = card->ident->edition, .by = role(t, card) };

	if (ws->in.reg.num != 0 && date_cmp(ws->in.day,
	    ws->in.reg.rows[ws->in.reg.num - 1].date) < 0)
		die_usage(DIAG_REGISTER_DAY, str_c(ws->in.arena, date_dotted(
		    ws->in.arena, ws->in.day)), str_c(ws->in.arena,
		    date_dotted(ws->in.arena, ws->in.reg.rows[ws->in.reg.num -
		    1].date)));
	if (date_is_set(t->options.next))
		note = str_join(ws->in.arena, note, str_join3(ws->in.arena,
		    S(" (sonraki: "), date_iso(ws->in.arena, t->options.next),
		    S(")")));
	if (t->options.approval != NULL)
		note = str_join(ws->in.arena, note, str_join3(ws->in.arena,
		    S(" (EBYS: "), str_of(t->options.approval), S(")")));
	row.note = note;
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
	return str_join3(t->ws.in.arena, str_join(t->ws.in.arena,
	    t->ws.in.tree.root, S("/")), path, suffix);
}

void
transaction_write(struct transaction *t, str path, str bytes)
{
	if (!durable_write(t->ws.in.arena, path, bytes))
		die_system(DIAG_WRITE, str_c(t->ws.in.arena, path),
		    fault_text(errno));
}

void
transaction_remove(struct transaction *t, str path)
{
	if (!durable_remove(t->ws.in.arena, path))
		die_system(DIAG_WRITE, str_c(t->ws.in.arena, path),
		    fault_text(errno));
}
