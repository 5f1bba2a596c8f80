/* SPDX-License-Identifier: ISC */
#include "edition/release.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/message.h"
#include "base/phrase.h"
#include "base/shell.h"
#include "base/shown.h"
#include "base/witness.h"
#include "build/check_files.h"
#include "build/press.h"
#include "build/records.h"
#include "build/release_record.h"
#include "edition/difference.h"
#include "edition/release_check.h"
#include "model/dom.h"
#include "register/attachment.h"
#include "register/press_entry.h"
#include "register/released.h"
#include "source/source_text.h"

/*
 * How a release is made
 * ---------------------
 * An edition is released when its row is in the register: from then on nobody
 * may change its files. So the row is written last, and describes the files
 * that are on disk at that moment. The steps of run_batch():
 *
 * 1. release_check() checks each edition, then make_rows() makes the rows
 *    without their digests. assume_released() marks the cards as released and
 *    gives them the notes of the rows, because the records show both; while a
 *    record is rendered, release_record() also sets its state to “in force”.
 *    So a later run renders the same bytes.
 * 2. complete_row() reads the source, computes its digest, renders the record
 *    in memory and computes its digest. With --existing it takes the PDF beside
 *    the source instead, if there is one. witness_report() reports every file
 *    that changed after it was read. Until here nothing is written; an error
 *    ends the run. Then difference_print() prints the summary of the changes,
 *    except with --import or -q.
 * 3. write_release() writes each record that is not on disk yet with these
 *    bytes (base/durable.h), reads source, pictures and record again
 *    (check_files), and enters all rows in one write. Where a file differs, no
 *    row is entered and the records that this run wrote are removed.
 *
 * An interruption in step 3 leaves records without a row. The edition is still
 * a draft; check reports the PDF (DIAG_RECORD_FOREIGN, or DIAG_FILE_OTHER while
 * there is no register). The same command on the same day renders the same
 * bytes, finds the file equal and goes on. If the bytes differ, for example
 * because the source was changed, check_foreign_pdf() reports the PDF, and the
 * author decides.
 */

enum { RECORD_LIMIT = 256 << 20 };	/* [byte] */

/* The bytes with which one edition of the batch is entered. */
struct entry {
	str	text;			/* of its source, as rendered */
	str	record;			/* its bytes */
	str	path;			/* of the record */
	bool	written;		/* by this run */
};

/* --- The row and the record */

/* Adds to the note which files were accepted as they are. */
static str
add_accepted(struct batch *b, const struct card *card, str note)
{
	struct arena *a = b->t.ws.in.arena;
	str files = check_files_accepted(b->t.ws.file_checks, a,
	    transaction_path(&b->t, card->ident->edition, S(".md")));

	return files.len == 0 ? note : str_join(a, note, S(" ("),
	    lang_word(card->lang, WORD_WITH_PROPERTIES), S(": "), files,
	    S(")"));
}

/* Returns the note of the release: --note and --same, else the source's
 * change. Reports that there is none. */
static str
note_of(struct batch *b, const struct card *card)
{
	const struct collection *c = &b->t.ws.in.collection;
	const char *same = b->t.options.same, *note = b->t.options.note;
	str change;

	if (note != NULL && same != NULL)
		return str_join(b->t.ws.in.arena, str_of(note), S(" – "),
		    str_of(same));
	if (note != NULL || same != NULL)
		return str_of(note != NULL ? note : same);
	if (card->change.len != 0)
		return card->change;
	if (collection_first(c, card) == card && card->earlier == NULL)
		return lang_word(card->lang, WORD_FIRST_EDITION);
	change = difference_note(&b->t.ws, card);
	diag(b->t.ws.in.diags, DIAG_RELEASE_NOTE, POS_NONE,
	    transaction_path(&b->t, card->ident->edition, S(".md")),
	    change, shell_word(b->t.ws.in.arena, change));
	return S("");
}

static str
source_digest(struct workspace *ws, size_t i, str text)
{
	struct released_files f = { ws->in.tree.root,
	    &ws->in.tree.editions[i].ident, text, &ws->in.used[i] };

	return released_digest(ws->in.arena, &f);
}

/* Only the author can decide about another PDF at the path of the record. */
static void
check_foreign_pdf(struct batch *b, str bytes, const struct card *card)
{
	struct arena *a = b->t.ws.in.arena;
	str path = released_record_path(a, b->t.ws.in.tree.root,
	    card->ident->edition);

	if (file_compare(str_c(a, path), bytes) == FILE_DIFFERENT)
		diag(b->t.ws.in.diags, DIAG_RECORD_MISMATCH, POS_NONE, path,
		    card->ident->edition);
}

/* Reads the PDF that an imported edition already has. */
static bool
read_record(struct batch *b, const struct card *card, str *record)
{
	struct arena *a = b->t.ws.in.arena;
	str path = released_record_path(a, b->t.ws.in.tree.root,
	    card->ident->edition);

	if (!file_read(a, str_c(a, path), RECORD_LIMIT, record))
		return false;
	if (!released_is_whole_pdf(*record))
		diag(b->t.ws.in.diags, DIAG_RECORD_BROKEN, POS_NONE, path,
		    card->ident->edition);
	return true;
}

/* Each record shows the notes of the other rows. The records are rendered as if
 * all rows were in the register, so that a later run renders the same bytes. */
static void
assume_released(struct batch *b)
{
	struct card *cards = b->t.ws.in.collection.cards;
	size_t i;

	for (i = 0; i < b->num; i++) {
		cards[b->cards[i] - cards].status.released = true;
		cards[b->cards[i] - cards].status.note =
		    row_text(&b->rows[i]);
	}
}

static size_t
index_of(const struct batch *b, size_t at)
{
	return (size_t)(b->cards[at] - b->t.ws.in.collection.cards);
}

/* Renders the record, or reads the one that an imported edition has. The
 * digest is of the bytes that are rendered. */
static void
complete_row(struct batch *b, size_t at, struct entry *e)
{
	struct workspace *ws = &b->t.ws;
	const struct card *card = b->cards[at];
	size_t i = index_of(b, at);
	struct row *row = &b->rows[at];
	struct doc doc = input_read_edition(&ws->in, ws->in.arena, NULL,
	    &ws->in.tree.editions[i]);

	e->text = doc.text;
	if (!doc.unread) {
		row->source = source_digest(ws, i, doc.text);
		if (b->t.options.existing && read_record(b, card, &e->record))
			row->press = press_imported(ws->in.arena);
		else {
			e->record = release_record(ws, i, &doc, row_text(row));
			row->press = press_make(ws, card->ident);
			check_foreign_pdf(b, e->record, card);
		}
		row->record = digest_hex(ws->in.arena, digest_of(e->record));
	}
	dom_close(&doc);
}

/* --- Writing */

/* Returns whether the PDF at path is the one of the row, with the text that
 * was rendered attached to it. */
static bool
is_record_there(struct batch *b, size_t at, str path, str text)
{
	const struct row *row = &b->rows[at];
	struct arena *a = arena_new();
	str record, attached;
	bool same = file_read(a, str_c(a, path), RECORD_LIMIT, &record) &&
	    str_eq(digest_hex(a, digest_of(record)), row->record) &&
	    (!press_entry_is_ours(row->press) ||
	    (attachment_read(a, record, &attached) &&
	    str_eq(attached, text)));

	arena_free(a);
	return same;
}

/* Compares the files on disk with the row, which must describe them: somebody
 * may have saved one while the record was rendered. */
static bool
check_files(struct batch *b, size_t at, str record_path, str text)
{
	struct doc doc = { .arena = b->t.ws.in.arena, .path =
	    transaction_path(&b->t, b->cards[at]->ident->edition, S(".md")) };
	bool same = source_text_read(&doc) && str_eq(doc.text, text) &&
	    str_eq(source_digest(&b->t.ws, index_of(b, at), text),
	    b->rows[at].source);

	if (same && is_record_there(b, at, record_path, text))
		return true;
	diag(b->t.ws.in.diags, DIAG_FILE_MOVED, POS_NONE, same ? record_path :
	    doc.path, str_of(fault_text(FAULT_CHANGED)));
	return false;
}

/* Writes all records, then all rows at once. Where a file has changed, nothing
 * is entered, and the records that were written are removed again. */
static void
write_release(struct batch *b, struct entry *entries)
{
	struct arena *a = b->t.ws.in.arena;
	bool same = true;
	size_t i;

	for (i = 0; i < b->num; i++) {
		entries[i].path = released_record_path(a,
		    b->t.ws.in.tree.root, b->cards[i]->ident->edition);
		entries[i].written = file_compare(str_c(a, entries[i].path),
		    entries[i].record) != FILE_SAME;
		if (entries[i].written)
			transaction_write(&b->t, entries[i].path,
			    entries[i].record);
	}
	for (i = 0; i < b->num; i++)
		same = check_files(b, i, entries[i].path, entries[i].text) &&
		    same;
	if (same)
		transaction_enter(&b->t, b->rows, b->num);
	for (i = 0; !same && i < b->num; i++)
		if (entries[i].written)
			transaction_remove(&b->t, entries[i].path);
}

/* --- Standard output */

/* After the first release all other editions are drafts: lists them, and the
 * command that imports them. */
static void
print_drafts(const struct batch *b)
{
	const struct collection *c = &b->t.ws.in.collection;
	size_t i, num = 0;

	for (i = 0; i < c->num_cards; i++) {
		if (batch_has(b, &c->cards[i]))
			continue;
		if (num++ == 0)
			phrase_print(PHRASE_BEGUN, S(""));
		printf("  %s\n", SHOWN(c->cards[i].ident->edition));
	}
	if (num == 0)
		return;
	fputs(phrase_text(PHRASE_IMPORT).p, stdout);
	for (i = 0; i < c->num_cards; i++)
		if (!batch_has(b, &c->cards[i]))
			printf(" %s", SHOWN(c->cards[i].ident->edition));
	putchar('\n');
}

/* Names the editions within the PATHs: all of them were released before. */
static void
print_known(const struct batch *b)
{
	const struct workspace *ws = &b->t.ws;
	size_t i;

	for (i = 0; i < ws->in.collection.num_cards; i++)
		if (limit_has_edition(&ws->in.limit,
		    ws->in.collection.cards[i].ident))
			phrase_print(PHRASE_KNOWN,
			    ws->in.collection.cards[i].ident->edition);
}

static void
print_result(struct batch *b)
{
	size_t i;

	if (b->t.options.quiet)
		return;
	for (i = 0; i < b->num; i++)
		phrase_print(b->t.options.existing ? PHRASE_IMPORTED :
		    PHRASE_RELEASED, b->cards[i]->ident->edition);
	if (b->num == 0)
		print_known(b);
	else if (b->first)
		print_drafts(b);
}

/* --- The command */

/* Returns the edition that the argument names; of a work the newest one. */
static const struct card *
target(struct batch *b, const char *argument)
{
	struct workspace *ws = &b->t.ws;
	const struct card *card = transaction_target(&b->t, argument);

	if (map_find(&ws->in.collection.names, limit_path(ws->in.arena,
	    argument, ws->in.tree.root))->number == NAME_WORK)
		while (!collection_is_newest(&ws->in.collection, card))
			card++;
	return card;
}

/* Adds all editions within the PATHs that the register does not have. */
static void
add_unreleased(struct batch *b)
{
	struct workspace *ws = &b->t.ws;
	size_t i;

	for (i = 0; i < ws->in.collection.num_cards; i++)
		if (limit_has_edition(&ws->in.limit,
		    ws->in.collection.cards[i].ident) &&
		    !ws->in.collection.cards[i].status.released)
			batch_add(b, &ws->in.collection.cards[i]);
}

static void
add_editions(struct batch *b, const struct options *o)
{
	size_t i;

	b->cards = arena_array(b->t.ws.in.arena, const struct card *,
	    b->t.ws.in.collection.num_cards);
	if (o->existing)
		add_unreleased(b);
	else
		for (i = 0; i < o->num_paths; i++)
			batch_add(b, target(b, o->paths[i]));
}

static void
make_rows(struct batch *b)
{
	size_t i;

	b->rows = arena_array(b->t.ws.in.arena, struct row, b->num);
	for (i = 0; i < b->num; i++) {
		b->rows[i] = transaction_row(&b->t, EVENT_RELEASE,
		    b->cards[i], add_accepted(b, b->cards[i], note_of(b,
		    b->cards[i])));
		records_check_note(b->t.ws.records, transaction_path(&b->t,
		    b->cards[i]->ident->edition, S(".md")), b->rows[i].note);
	}
	assume_released(b);
}

/* A warning of an edition of the batch is an error if it stops a release. */
static enum severity
severity_in(const void *context, str path, enum diag id,
    enum severity severity)
{
	const struct batch *b = context;
	str edition = str_from(path, b->t.ws.in.tree.root.len + 1);
	size_t i;

	if (!message_stops_release(id) || severity == SEVERITY_NONE ||
	    (b->t.options.with_properties && check_files_may_accept(id)) ||
	    !str_ends(edition, S(".md")))
		return severity;
	edition.len -= S(".md").len;
	for (i = 0; i < b->num; i++)
		if (str_eq(b->cards[i]->ident->edition, edition))
			return SEVERITY_ERROR;
	return severity;
}

static void
run_batch(struct batch *b)
{
	struct diags *ds = b->t.ws.in.diags;
	struct entry *entries = arena_array(b->t.ws.in.arena, struct entry,
	    b->num);
	size_t i;

	diags_regrade(ds, severity_in, b);
	for (i = 0; i < b->num; i++)
		release_check(b, b->cards[i]);
	if (diags_errors(ds) == 0)
		make_rows(b);
	if (diags_errors(ds) != 0)
		return;
	for (i = 0; i < b->num; i++)
		complete_row(b, i, &entries[i]);
	witness_report(ds, false);
	if (diags_errors(ds) != 0)
		return;
	for (i = 0; i < b->num && !b->t.options.quiet &&
	    !b->t.options.existing; i++)
		difference_print(&b->t.ws, b->cards[i]);
	if (b->num != 0)
		write_release(b, entries);
	if (diags_errors(ds) == 0)
		print_result(b);
}

int
release_editions(const struct options *o)
{
	struct batch b = { .num = 0 };

	if (o->num_paths == 0)
		die_usage(DIAG_TARGET_NONE, "release", "");
	if (transaction_open(&b.t, o, "release", o->paths, o->num_paths)) {
		b.first = !b.t.ws.in.reg.exists;
		add_editions(&b, o);
		run_batch(&b);
	}
	return transaction_close(&b.t);
}
