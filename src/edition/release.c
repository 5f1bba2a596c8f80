/* SPDX-License-Identifier: ISC */
#include "edition/release.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/file.h"
#include "build/records.h"
#include "build/release_record.h"
#include "edition/skeleton.h"
#include "edition/transaction.h"
#include "model/dom.h"
#include "register/published.h"
#include "register/released.h"

enum { RECORD_LIMIT = 256 << 20 };	/* [byte] */

static const struct pos nowhere = { 0, 0 };

/* What is released together: many with --import. */
struct batch {
	struct transaction	 transaction;
	const struct card **cards;
	struct row	*rows;
	size_t		 num;
	bool		 first;		/* there was no register */
};

/* --- Rules */

static bool
is_in(const struct batch *b, const struct card *card)
{
	size_t i;

	for (i = 0; i < b->num; i++)
		if (b->cards[i] == card)
			return true;
	return false;
}

static bool
is_work_in(const struct batch *b, str work)
{
	size_t i;

	for (i = 0; i < b->num; i++)
		if (str_eq(b->cards[i]->ident->work, work))
			return true;
	return false;
}

static bool
may_link(const struct batch *b, const struct card_link *link)
{
	const struct collection *c = &b->transaction.ws.in.collection;
	const struct map_slot *slot = map_find(&c->names, link->path);
	const struct card *card;

	if (slot == NULL || (slot->number != NAME_EDITION &&
	    slot->number != NAME_WORK))
		return true;
	card = slot->value;
	if (card->status.released)
		return true;
	return slot->number == NAME_EDITION ? is_in(b, card) :
	    is_work_in(b, card->ident->work);
}

static void
check_links(struct batch *b, const struct card *card, str path)
{
	size_t i;

	for (i = 0; i < card->num_links; i++)
		if (!may_link(b, &card->links[i]))
			diag(b->transaction.ws.in.diags, DIAG_LINK_UNRELEASED,
			    card->links[i].pos, path, card->links[i].path,
			    card->ident->edition);
}

/* What was in force before matbu comes in in any order; what is new comes
 * behind all that its work has. */
static void
check_order(struct batch *b, const struct card *card, str path)
{
	const struct collection *c = &b->transaction.ws.in.collection;
	const struct card *first = collection_first(c, card), *other;

	other = collection_after(c, card);
	if (other != NULL)
		diag(b->transaction.ws.in.diags, DIAG_RELEASE_LATER, nowhere,
		    path, other->ident->edition, card->ident->edition);
	else if (card != first && !card[-1].status.released &&
	    !is_in(b, card - 1) && !b->first)
		diag(b->transaction.ws.in.diags, DIAG_RELEASE_ORDER, nowhere,
		    path, card[-1].ident->edition);
}

/* What is old on its first day is released all the same: it may have been
 * in force all the time. */
static void
check_review(struct batch *b, const struct card *card, str path)
{
	struct workspace *ws = &b->transaction.ws;
	struct date next = card->review_months != 0 ?
	    date_add_months(card->ident->date, card->review_months) :
	    card->review_date;

	if (!collection_is_newest(&ws->in.collection, card) &&
	    (card[1].status.released || is_in(b, card + 1)))
		return;
	if (date_is_set(next) && date_cmp(next, ws->in.day) < 0)
		diag(ws->in.diags, DIAG_RELEASE_OVERDUE, nowhere, path,
		    date_dotted(ws->in.arena, next), card->ident->work);
}

static void
check_card(struct batch *b, const struct card *card)
{
	struct workspace *ws = &b->transaction.ws;
	str path = transaction_path(&b->transaction, card->ident->edition,
	    S(".md"));

	if (card->status.released)
		diag(ws->in.diags, DIAG_RELEASE_AGAIN, nowhere, path,
		    card->ident->edition, card->ident->work);
	else if (date_cmp(card->ident->date, ws->in.day) > 0)
		diag(ws->in.diags, DIAG_RELEASE_FUTURE, nowhere, path,
		    date_dotted(ws->in.arena, card->ident->date),
		    date_dotted(ws->in.arena, ws->in.day), card->ident->work);
	else if (!b->transaction.options.import)
		check_order(b, card, path);
	check_links(b, card, path);
	check_review(b, card, path);
	skeleton_check(&b->transaction, card->ident);
}

/* --- The row */

static str
note_of(struct batch *b, const struct card *card)
{
	const struct collection *c = &b->transaction.ws.in.collection;

	if (b->transaction.options.note != NULL)
		return str_of(b->transaction.options.note);
	if (card->change.len != 0)
		return card->change;
	if (collection_first(c, card) == card)
		return lang_word(card->lang, WORD_FIRST_EDITION);
	diag(b->transaction.ws.in.diags, DIAG_RELEASE_NOTE, nowhere,
	    transaction_path(&b->transaction, card->ident->edition, S(".md")));
	return S("");
}

static str
source_digest(struct workspace *ws, size_t i)
{
	struct doc doc = input_read_edition(&ws->in, ws->in.arena, NULL,
	    &ws->in.tree.editions[i]);
	struct released_files f = { ws->in.tree.root,
	    &ws->in.tree.editions[i].ident, doc.text, &ws->in.used[i] };
	str hex = released_digest(ws->in.arena, &f);

	dom_close(&doc);
	return hex;
}

/* Another PDF in the way is the author's to judge. */
static void
check_stranger(struct batch *b, str bytes, const struct card *card)
{
	str path = released_record_path(b->transaction.ws.in.arena,
	    b->transaction.ws.in.tree.root, card->ident->edition);

	if (file_compare(str_c(b->transaction.ws.in.arena, path), bytes) ==
	    FILE_DIFFERENT)
		diag(b->transaction.ws.in.diags, DIAG_RECORD_WAY, nowhere, path,
		    card->ident->edition);
}

static bool
take_record(struct batch *b, const struct card *card, str *record)
{
	struct arena *a = b->transaction.ws.in.arena;
	str path = released_record_path(a, b->transaction.ws.in.tree.root,
	    card->ident->edition);

	if (!file_read(a, str_c(a, path), RECORD_LIMIT, record))
		return false;
	if (!released_is_whole_pdf(*record))
		diag(b->transaction.ws.in.diags, DIAG_RECORD_BROKEN, nowhere,
		    path, card->ident->edition);
	return true;
}

/* They are pressed as what they are about to be, each with the notes of the
 * others: so they are pressed alike ever after. */
static void
foresee(struct batch *b)
{
	struct card *cards = b->transaction.ws.in.collection.cards;
	size_t i;

	for (i = 0; i < b->num; i++) {
		cards[b->cards[i] - cards].status.released = true;
		cards[b->cards[i] - cards].status.note = b->rows[i].note;
	}
}

/* Makes the record, or takes the one that is there. */
static void
complete_row(struct batch *b, size_t at, str *record)
{
	struct workspace *ws = &b->transaction.ws;
	const struct card *card = b->cards[at];
	size_t i = (size_t)(card - ws->in.collection.cards);
	struct row *row = &b->rows[at];

	row->source = source_digest(ws, i);
	if (!b->transaction.options.import || !take_record(b, card, record)) {
		*record = release_record(ws, i, row->note);
		row->press = release_record_press(ws, card->ident);
		check_stranger(b, *record, card);
	}
	row->record = digest_hex(ws->in.arena, digest_of(*record));
}

/* All records, then all rows at once. */
static void
enter(struct batch *b, const str *records)
{
	struct workspace *ws = &b->transaction.ws;
	size_t i;
	str path;

	for (i = 0; i < b->num; i++) {
		path = released_record_path(ws->in.arena, ws->in.tree.root,
		    b->cards[i]->ident->edition);
		if (file_compare(str_c(ws->in.arena, path), records[i]) !=
		    FILE_SAME)
			transaction_write(&b->transaction, path, records[i]);
	}
	transaction_enter(&b->transaction, b->rows, b->num);
}

/* --- What is told */

static void
tell_drafts(const struct batch *b)
{
	const struct collection *c = &b->transaction.ws.in.collection;
	const char *prefix = message_language() == LANG_TR ?
	    "yayın defteri başladı; artık taslak sayılanlar:\n" :
	    "the register has begun; these are drafts from now on:\n";
	size_t i, num = 0;

	for (i = 0; i < c->num_cards; i++) {
		if (is_in(b, &c->cards[i]))
			continue;
		printf("%s  %.*s\n", num++ == 0 ? prefix : "",
		    STR_FMT(c->cards[i].ident->edition));
	}
	if (num == 0)
		return;
	fputs(message_language() == LANG_TR ? "yürürlükte olanları deftere "
	    "almak için:\n  matbu release --import" : "to enter those that "
	    "are in force:\n  matbu release --import", stdout);
	for (i = 0; i < c->num_cards; i++)
		if (!is_in(b, &c->cards[i]))
			printf(" %.*s", STR_FMT(c->cards[i].ident->edition));
	putchar('\n');
}

static void
tell_each(const char *what, const struct ident *ident)
{
	printf("%s: %.*s\n", what, STR_FMT(ident->edition));
}

/* What is in the register already, where nothing else was named. */
static void
tell_known(const struct batch *b)
{
	const struct workspace *ws = &b->transaction.ws;
	size_t i;

	for (i = 0; i < ws->in.collection.num_cards; i++)
		if (limit_has_edition(&ws->in.limit,
		    ws->in.collection.cards[i].ident))
			tell_each(message_language() == LANG_TR ?
			    "zaten defterde" : "in the register already",
			    ws->in.collection.cards[i].ident);
}

static void
tell(struct batch *b)
{
	bool turkish = message_language() == LANG_TR;
	size_t i;

	if (b->transaction.options.quiet)
		return;
	for (i = 0; i < b->num; i++)
		tell_each(b->transaction.options.import ? turkish ?
		    "deftere alındı" : "entered" : turkish ?
		    "yayımlandı" : "released", b->cards[i]->ident);
	if (b->num == 0)
		tell_known(b);
	else if (b->first)
		tell_drafts(b);
}

/* --- Releasing */

/* The edition that the argument names; of a work the newest one. */
static const struct card *
target(struct batch *b, const char *argument)
{
	struct workspace *ws = &b->transaction.ws;
	const struct card *card = transaction_target(&b->transaction, argument);

	if (map_find(&ws->in.collection.names, limit_path(ws->in.arena,
	    argument, ws->in.tree.root))->number == NAME_WORK)
		while (!collection_is_newest(&ws->in.collection, card))
			card++;
	return card;
}

/* Puts the card where the order of the collection wants it, once. */
static void
take(struct batch *b, const struct card *card)
{
	size_t at = b->num;

	if (is_in(b, card))
		return;
	for (; at != 0 && b->cards[at - 1] > card; at--)
		b->cards[at] = b->cards[at - 1];
	b->cards[at] = card;
	b->num++;
}

/* All within the PATHs that the register has not. */
static void
take_old(struct batch *b)
{
	struct workspace *ws = &b->transaction.ws;
	size_t i;

	for (i = 0; i < ws->in.collection.num_cards; i++)
		if (limit_has_edition(&ws->in.limit,
		    ws->in.collection.cards[i].ident) &&
		    !ws->in.collection.cards[i].status.released)
			take(b, &ws->in.collection.cards[i]);
}

static void
choose(struct batch *b, const struct options *o)
{
	size_t i;

	b->cards = arena_array(b->transaction.ws.in.arena, const struct card *,
	    b->transaction.ws.in.collection.num_cards);
	if (o->import)
		take_old(b);
	else
		for (i = 0; i < o->num_paths; i++)
			take(b, target(b, o->paths[i]));
}

static void
make_rows(struct batch *b)
{
	size_t i;

	b->rows = arena_array(b->transaction.ws.in.arena, struct row, b->num);
	for (i = 0; i < b->num; i++) {
		b->rows[i] = transaction_row(&b->transaction, EVENT_RELEASE,
		    b->cards[i], note_of(b, b->cards[i]));
		records_check_note(b->transaction.ws.records,
		    transaction_path(&b->transaction,
		    b->cards[i]->ident->edition, S(".md")), b->rows[i].note);
	}
	foresee(b);
}

static void
run_batch(struct batch *b)
{
	struct diags *ds = b->transaction.ws.in.diags;
	str *records = arena_array(b->transaction.ws.in.arena, str, b->num);
	size_t i;

	for (i = 0; i < b->num; i++)
		check_card(b, b->cards[i]);
	if (diags_errors(ds) == 0)
		make_rows(b);
	if (diags_errors(ds) != 0)
		return;
	for (i = 0; i < b->num; i++)
		complete_row(b, i, &records[i]);
	if (diags_errors(ds) != 0)
		return;
	if (b->num != 0)
		enter(b, records);
	tell(b);
}

int
release_editions(const struct options *o)
{
	struct batch b = { .num = 0 };

	if (o->num_paths == 0)
		die_usage(DIAG_TARGET_NONE, "release", "");
	if (transaction_open(&b.transaction, o, "release", o->paths,
	    o->num_paths)) {
		b.first = !b.transaction.ws.in.reg.exists;
		choose(&b, o);
		run_batch(&b);
	}
	return transaction_close(&b.transaction);
}

/* --- Taking back */

/* The record goes before its row: a run that is cut off between them leaves
 * a row whose record is missing, and can be run again. */
static void
take_back(struct transaction *t)
{
	struct workspace *ws = &t->ws;
	const struct row *last = &ws->in.reg.rows[ws->in.reg.num - 1];

	if (last->event == EVENT_RELEASE && !str_eq(last->press, S("–")))
		transaction_remove(t, released_record_path(ws->in.arena,
		    ws->in.tree.root, last->edition));
	if (!t->options.quiet)
		printf(message_language() == LANG_TR ? "geri alındı: %s %.*s\n" :
		    "taken back: %s %.*s\n", row_event_word(last->event),
		    STR_FMT(last->edition));
	register_drop(&ws->in.reg, ws->in.arena);
}

int
release_undo(const struct options *o)
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
	take_back(&t);
	return transaction_close(&t);
}
