/* SPDX-License-Identifier: ISC */
#include "edition/events.h"

#include "base/die.h"
#include "base/file.h"
#include "base/hold.h"
#include "base/path.h"
#include "base/phrase.h"
#include "edition/transaction.h"
#include "register/erase.h"
#include "register/successor.h"

static void
print_row(const struct transaction *t, const struct row *row)
{
	if (!t->options.quiet)
		phrase_print(PHRASE_ENTERED, str_of(row_event_word(row->event)),
		    row->edition);
}

static void
enter(struct transaction *t, struct row *row)
{
	transaction_enter(t, row, 1);
	print_row(t, row);
}

static void
add_event(struct transaction *t, enum event event, const struct card *card,
    str note)
{
	struct row row = transaction_row(t, event, card, note);

	enter(t, &row);
}

/* Returns the note of an event that requires one. */
static str
required_note(struct transaction *t, const struct options *o)
{
	if (o->note == NULL)
		die_usage(DIAG_TARGET_NOTE, t->command, o->num_paths != 0 ?
		    o->paths[0] : "");
	return str_of(o->note);
}

static _Noreturn void
die_state(struct transaction *t, const struct card *card)
{
	struct arena *a = t->ws.in.arena;
	char *edition = str_c(a, card->ident->edition);

	if (card->status.state == STATE_WITHDRAWN)
		die_usage(DIAG_TARGET_WITHDRAWN, edition, str_c(a,
		    date_dotted(a, card->status.since)));
	if (card->status.state == STATE_SUPERSEDED)
		die_usage(DIAG_TARGET_OLD, edition, str_c(a,
		    collection_at_address( &t->ws.in.collection,
		    card)->ident->edition));
	die_usage(DIAG_TARGET_DRAFT, edition, "");
}

static struct card *
target_in_force(struct transaction *t, const struct options *o)
{
	struct card *card = transaction_target(t, o->num_paths != 0 ?
	    o->paths[0] : NULL);

	if (card->status.state != STATE_IN_FORCE)
		die_state(t, card);
	return card;
}

/* Opens the transaction; returns false where the register is at fault. */
static bool
begin(struct transaction *t, const struct options *o, const char *name)
{
	if (!transaction_open(t, o, name, o->paths, 0))
		return false;
	transaction_drop_faults(t);
	return true;
}

static void
check_next(struct transaction *t)
{
	struct arena *a = t->ws.in.arena;
	struct date next = t->options.next;

	if (date_is_set(next) && date_cmp(next, t->ws.in.day) <= 0)
		die_usage(DIAG_REVIEW_NEXT, str_c(a, date_dotted(a, next)),
		    str_c(a, date_dotted(a, t->ws.in.day)));
}

int
events_review(const struct options *o)
{
	struct transaction t;
	struct card *card;

	if (begin(&t, o, "review")) {
		card = target_in_force(&t, o);
		check_next(&t);
		add_event(&t, EVENT_REVIEW, card, required_note(&t, o));
	}
	return transaction_close(&t);
}

int
events_warn(const struct options *o)
{
	struct transaction t;
	struct card *card;

	if (begin(&t, o, "warn")) {
		card = target_in_force(&t, o);
		if (o->num_paths != 2)
			die_usage(DIAG_WARN_TEXT, o->paths[0], "");
		if (!register_is_line(o->paths[1]))
			die_usage(DIAG_OPTION_TEXT, o->paths[1], "");
		add_event(&t, EVENT_WARN, card, str_of(o->paths[1]));
	}
	return transaction_close(&t);
}

int
events_lift(const struct options *o)
{
	struct transaction t;
	struct card *card;

	if (begin(&t, o, "warn")) {
		card = target_in_force(&t, o);
		if (card->status.num_warnings == 0)
			die_usage(DIAG_TARGET_WARNING, str_c(t.ws.in.arena,
			    card->ident->edition), "");
		add_event(&t, EVENT_LIFT, card, o->note != NULL ?
		    str_of(o->note) : S(""));
	}
	return transaction_close(&t);
}

/* --- What replaces a withdrawn work */

/* The work that --successor names. */
static str
typed_successor(struct transaction *t, const char *typed)
{
	struct workspace *ws = &t->ws;
	const struct map_slot *slot = map_find(&ws->in.collection.names,
	    limit_path(ws->in.arena, typed, ws->in.tree.root));

	if (slot == NULL)
		limit_unknown(ws->in.arena, typed, ws->in.tree.root,
		    &ws->in.collection);
	if (slot->number != NAME_EDITION && slot->number != NAME_WORK)
		die_usage(DIAG_SUCCESSOR_WORK, typed, "");
	return ((const struct card *)slot->value)->ident->work;
}

/* A reader who follows the address must come to a text in force. */
static void
check_successor(struct transaction *t, const struct card *card, str work)
{
	const struct collection *c = &t->ws.in.collection;
	const struct card *next = collection_card(c, work);
	char *shown = str_c(t->ws.in.arena, work);

	if (next == NULL)
		die_usage(DIAG_SUCCESSOR_WORK, shown, "");
	if (successor_leads(c, work, card->ident->work))
		die_usage(DIAG_SUCCESSOR_CIRCLE, shown, str_c(t->ws.in.arena,
		    card->ident->work));
	if (!next->status.released)
		die_usage(DIAG_SUCCESSOR_DRAFT, shown, "");
	if (next->status.state == STATE_WITHDRAWN && next->successor == NULL)
		die_usage(DIAG_SUCCESSOR_WITHDRAWN, shown, "");
}

/* The row that takes an edition out of force, with the successor at the end of
 * its note. One that was typed into the note counts, too. */
static struct row
row_of_end(struct transaction *t, enum event event, const struct card *card,
    const struct options *o)
{
	struct arena *a = t->ws.in.arena;
	struct row row = transaction_row(t, event, card, required_note(t, o));
	str work;

	if (o->successor != NULL)
		row.note = successor_note(a, row.note, typed_successor(t,
		    o->successor));
	successor_split(row.note, &work);
	if (work.len != 0)
		check_successor(t, card, work);
	return row;
}

int
events_withdraw(const struct options *o)
{
	struct transaction t;
	struct row row;

	if (begin(&t, o, "withdraw")) {
		row = row_of_end(&t, EVENT_WITHDRAW, target_in_force(&t, o), o);
		enter(&t, &row);
	}
	return transaction_close(&t);
}

/* Two more copies of the erased files exist. */
static void
print_copies(const struct transaction *t, str edition)
{
	if (!t->options.quiet)
		phrase_print(PHRASE_ERASED, edition);
}

/* Names the translations of the text: each is a work of its own, and whether
 * the law requires its erasure too is not for a program to say. */
static void
report_translations(struct transaction *t, str edition)
{
	struct input *in = &t->ws.in;
	const struct card *card = in->collection.cards, *end = card +
	    in->collection.num_cards;

	for (; card != end; card++)
		if (str_eq(card->translation_of, edition) &&
		    !card->status.erased)
			diag(in->diags, DIAG_TRANSLATION_LEFT,
			    card->translation_pos, path_file(in->arena,
			    in->tree.root, card->ident->edition, S(".md")),
			    card->ident->edition);
}

/* No build writes to out/ while files are removed there. */
static struct hold *
hold_out(const struct transaction *t)
{
	return file_kind(t->options.out) != FILE_FOLDER ? NULL :
	    hold_open(t->ws.in.arena, t->options.out, false);
}

/* The row is added first: it says what the bytes must be. Where a run is
 * interrupted after it, the checks report the edition, and a second run
 * completes the erasure. */
int
events_erase(const struct options *o)
{
	struct transaction t;
	struct remains remains;
	struct hold *hold;
	struct card *card;
	struct row row;

	if (!begin(&t, o, "withdraw"))
		return transaction_close(&t);
	card = transaction_target(&t, o->num_paths != 0 ? o->paths[0] : NULL);
	if (!card->status.released)
		die_usage(DIAG_ERASE_DRAFT, str_c(t.ws.in.arena,
		    card->ident->edition), "");
	if (!card->status.erased) {
		row = row_of_end(&t, EVENT_ERASE, card, o);
		row.source = erase_digest(t.ws.in.arena, &t.ws.in.reg,
		    row.edition, row.note, t.ws.in.collection.lang);
		enter(&t, &row);
	}
	hold = hold_out(&t);
	remains = remains_make(t.ws.in.arena, t.ws.in.tree.root,
	    str_of(o->out));
	erase_files(&remains, &t.ws.in.reg, register_release(&t.ws.in.reg,
	    card->ident->edition));
	erase_sync(&remains);
	hold_close(hold);
	print_copies(&t, card->ident->edition);
	report_translations(&t, card->ident->edition);
	return transaction_close(&t);
}
