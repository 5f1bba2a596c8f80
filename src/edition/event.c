/* SPDX-License-Identifier: ISC */
#include "edition/event.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/die.h"
#include "build/collect.h"
#include "edition/transaction.h"
#include "register/erase.h"

static void
tell(const struct transaction *d, const struct row *row)
{
	if (!d->options.quiet)
		printf(message_language() == LANG_TR ?
		    "deftere yazıldı: %s %.*s\n" :
		    "entered in the register: %s %.*s\n",
		    row_event_word(row->event), STR_FMT(row->edition));
}

static void
enter(struct transaction *d, enum event event, const struct card *card, str
    note)
{
	struct row row = transaction_row(d, event, card, note);

	transaction_enter(d, &row, 1);
	tell(d, &row);
}

/* The command line of an event: an edition, a note that it cannot do
 * without. */
static str
wanted_note(struct transaction *d, const struct options *o)
{
	if (o->note == NULL)
		die_usage(DIAG_TARGET_NOTE, d->command, o->num_paths != 0 ?
		    o->paths[0] : "");
	return str_of(o->note);
}

static _Noreturn void
die_state(struct transaction *d, const struct card *card)
{
	struct arena *a = d->ws.in.arena;
	char *edition = str_c(a, card->ident->edition);

	if (card->status.state == STATE_WITHDRAWN)
		die_usage(DIAG_TARGET_WITHDRAWN, edition, str_c(a,
		    date_dotted(a, card->status.since)));
	if (card->status.state == STATE_SUPERSEDED)
		die_usage(DIAG_TARGET_OLD, edition, str_c(a, collection_face(
		    &d->ws.in.collection, card)->ident->edition));
	die_usage(DIAG_TARGET_DRAFT, edition, "");
}

static struct card *
target_in_force(struct transaction *d, const struct options *o)
{
	struct card *card = transaction_target(d, o->num_paths != 0 ?
	    o->paths[0] : NULL);

	if (card->status.state != STATE_IN_FORCE)
		die_state(d, card);
	return card;
}

/* Opens the transaction; false where the register is at fault. */
static bool
begin(struct transaction *d, const struct options *o, const char *name)
{
	if (!transaction_open(d, o, name, o->paths, 0))
		return false;
	transaction_drop_faults(d);
	return true;
}

static void
check_next(struct transaction *d)
{
	struct arena *a = d->ws.in.arena;
	struct date next = d->options.next;

	if (date_is_set(next) && date_cmp(next, d->ws.in.day) <= 0)
		die_usage(DIAG_REVIEW_NEXT, str_c(a, date_dotted(a, next)),
		    str_c(a, date_dotted(a, d->ws.in.day)));
}

int
events_review(const struct options *o)
{
	struct transaction d;
	struct card *card;

	if (begin(&d, o, "review")) {
		card = target_in_force(&d, o);
		check_next(&d);
		enter(&d, EVENT_REVIEW, card, wanted_note(&d, o));
	}
	return transaction_close(&d);
}

int
events_warn(const struct options *o)
{
	struct transaction d;
	struct card *card;

	if (begin(&d, o, "warn")) {
		card = target_in_force(&d, o);
		if (o->num_paths != 2)
			die_usage(DIAG_WARN_TEXT, o->paths[0], "");
		if (!register_is_line(o->paths[1]))
			die_usage(DIAG_OPTION_TEXT, o->paths[1], "");
		enter(&d, EVENT_WARN, card, str_of(o->paths[1]));
	}
	return transaction_close(&d);
}

int
events_lift(const struct options *o)
{
	struct transaction d;
	struct card *card;

	if (begin(&d, o, "warn")) {
		card = target_in_force(&d, o);
		if (card->status.num_warnings == 0)
			die_usage(DIAG_TARGET_WARNING, str_c(d.ws.in.arena,
			    card->ident->edition), "");
		enter(&d, EVENT_LIFT, card, o->note != NULL ?
		    str_of(o->note) : S(""));
	}
	return transaction_close(&d);
}

int
events_withdraw(const struct options *o)
{
	struct transaction d;
	struct card *card;

	if (begin(&d, o, "withdraw")) {
		card = target_in_force(&d, o);
		enter(&d, EVENT_WITHDRAW, card, wanted_note(&d, o));
	}
	return transaction_close(&d);
}

/* What the law wants gone lies in two more places. */
static void
tell_copies(const struct transaction *d, str edition)
{
	if (!d->options.quiet)
		printf(message_language() == LANG_TR ?
		    "silindi: %.*s; şimdi make publish çalıştırın (out ve "
		    "sitedeki kopya o zaman silinir)\n" :
		    "erased: %.*s; now run make publish (the copies in out "
		    "and on the site go then)\n", STR_FMT(edition));
}

/* The row first: it says what the bytes must be; a run that is cut off is
 * told by the gate, and run again. */
int
events_erase(const struct options *o)
{
	struct transaction d;
	struct card *card;
	struct row row;

	if (!begin(&d, o, "withdraw"))
		return transaction_close(&d);
	card = transaction_target(&d, o->num_paths != 0 ? o->paths[0] : NULL);
	if (!card->status.released)
		die_usage(DIAG_ERASE_DRAFT, str_c(d.ws.in.arena,
		    card->ident->edition), "");
	if (!card->status.erased) {
		row = transaction_row(&d, EVENT_ERASE, card, wanted_note(&d,
		    o));
		row.source = erase_digest(d.ws.in.arena, &d.ws.in.reg,
		    row.edition, row.note, d.ws.in.collection.lang);
		transaction_enter(&d, &row, 1);
		tell(&d, &row);
	}
	erase_files(d.ws.in.arena, d.ws.in.tree.root, &d.ws.in.reg,
	    register_release(&d.ws.in.reg, card->ident->edition));
	tell_copies(&d, card->ident->edition);
	return transaction_close(&d);
}

/* A register that was cut may have its form: that brings no row back. */
int
events_mend(const struct options *o)
{
	struct transaction d;
	struct reg *reg = &d.ws.in.reg;
	bool turkish, sound = transaction_open(&d, o, "mend", o->paths, 0);
	str was = reg->bytes;

	if (!sound && !register_mend(reg, d.ws.in.arena))
		return transaction_close(&d);
	if (!sound) {
		diags_keep(d.ws.in.diags, transaction_keep_nothing, NULL);
		collect_check_published(&d.ws.in);
	}
	transaction_drop_faults(&d);
	turkish = message_language() == LANG_TR;
	if (!o->quiet && !str_eq(was, reg->bytes))
		printf(turkish ? "eski biçimine döndürüldü: %zu satır\n" :
		    "brought back to its form: %zu rows\n", reg->num);
	else if (!o->quiet && reg->valid)
		printf(turkish ? "yayın defteri sağlam: %zu satır\n" :
		    "the register is sound: %zu rows\n", reg->num);
	return transaction_close(&d);
}
