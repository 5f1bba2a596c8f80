/* SPDX-License-Identifier: ISC */
#include "edition/undo.h"

#include "base/die.h"
#include "base/phrase.h"
#include "edition/transaction.h"
#include "register/press_entry.h"
#include "register/published.h"
#include "register/released.h"

/* The record is removed before its row: an interrupted run leaves a row whose
 * record is missing, and a second run removes it. */
static void
remove_last(struct transaction *t)
{
	struct workspace *ws = &t->ws;
	const struct row *last = &ws->in.reg.rows[ws->in.reg.num - 1];

	if (last->event == EVENT_RELEASE && press_entry_is_ours(last->press))
		transaction_remove(t, released_record_path(ws->in.arena,
		    ws->in.tree.root, last->edition));
	if (!t->options.quiet)
		phrase_print(PHRASE_UNDONE, str_of(row_event_word(last->event)),
		    last->edition);
	register_drop(&ws->in.reg, ws->in.arena);
}

int
undo_row(const struct options *o)
{
	struct published published;
	struct transaction t;
	struct workspace *ws = &t.ws;
	char *path;

	if (!transaction_open(&t, o, "release", o->paths, 0))
		return transaction_close(&t);
	transaction_drop_faults(&t);
	path = str_c(ws->in.arena, ws->in.reg.path);
	if (ws->in.reg.num == 0)
		die_usage(DIAG_UNDO_NONE, path, "");
	if (!published_read(&published, ws->in.arena, ws->in.tree.root,
	    ws->in.diags))
		return transaction_close(&t);
	if (published.rows >= ws->in.reg.num)
		die_usage(DIAG_UNDO_PUBLISHED, path, "");
	if (ws->in.reg.rows[ws->in.reg.num - 1].event == EVENT_ERASE)
		die_usage(DIAG_UNDO_ERASE, path, "");
	remove_last(&t);
	return transaction_close(&t);
}
