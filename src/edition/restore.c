/* SPDX-License-Identifier: ISC */
#include "edition/restore.h"

#include <errno.h>

#include "base/backup.h"
#include "base/die.h"
#include "base/digest.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/path.h"
#include "base/phrase.h"
#include "base/witness.h"
#include "model/picture.h"
#include "register/released.h"
#include "source/source_text.h"

enum { RECORD_LIMIT = 256 << 20 };	/* [byte] */

/* A released edition, as far as it is found. */
struct find {
	struct transaction	*transaction;
	const struct ident	*ident;
	struct card		 card;		/* with the digests of the
						 * register */
	str			 text;
	struct strings		 pictures;
	str			 from;		/* the folder of its pictures */
};

static struct arena *
arena_of(const struct find *f)
{
	return f->transaction->ws.in.arena;
}

/* --- Finding the bytes */

/* A file that cannot be read must not be taken for a changed one. */
static void
need_answer(struct find *f, str path)
{
	char *name = str_c(arena_of(f), path);
	int error = witness_error(name);

	if (error != 0 && error != ENOENT && error != ENOTDIR)
		die_system(DIAG_READ, name, fault_text(error));
}

static str
picture_path(struct find *f, str root, str name)
{
	struct arena *a = arena_of(f);

	return path_join(a, path_join(a, root, f->ident->edition), name);
}

/* Returns whether the text and its pictures under from are as released; puts
 * them into f in any case. */
static bool
is_released(struct find *f, str text, str from)
{
	struct released_files files = { from, f->ident, text, &f->pictures };
	size_t i;
	str digest;

	f->pictures = released_pictures(arena_of(f), f->ident, text);
	f->text = text;
	f->from = from;
	digest = released_digest(arena_of(f), &files);
	for (i = 0; digest.len == 0 && i < f->pictures.num; i++)
		need_answer(f, picture_path(f, from, f->pictures.items[i]));
	return str_eq(digest, f->card.status.source);
}

static bool
read_source(struct find *f, str *text)
{
	struct doc doc = { .arena = arena_of(f), .path =
	    transaction_path(f->transaction, f->ident->edition, S(".md")) };

	if (!source_text_read(&doc)) {
		need_answer(f, doc.path);
		return false;
	}
	*text = doc.text;
	return true;
}

/* Tries three texts: the source, that of the record, that of the record in
 * out/; with each the pictures in content/ and those in out/. */
static bool
find_source(struct find *f)
{
	str root = f->transaction->ws.in.tree.root, out =
	    str_of(f->transaction->options.out);
	str text;

	if (read_source(f, &text) && (is_released(f, text, root) ||
	    is_released(f, text, out)))
		return true;
	if (released_text(arena_of(f), root, &f->card, &text) &&
	    (is_released(f, text, root) || is_released(f, text, out)))
		return true;
	return released_text(arena_of(f), out, &f->card, &text) &&
	    (is_released(f, text, root) || is_released(f, text, out));
}

/* Finds the record; empty for an edition without one. */
static bool
find_record(struct find *f, str *record)
{
	*record = S("");
	if (f->card.status.record.len == 0)
		return true;
	return released_record(arena_of(f), f->transaction->ws.in.tree.root,
	    &f->card, record) || released_record(arena_of(f),
	    str_of(f->transaction->options.out), &f->card, record);
}

static struct find
begin(struct transaction *t, const struct ident *ident)
{
	const struct row *row = register_release(&t->ws.in.reg, ident->edition);
	struct find f = { .transaction = t, .ident = ident };

	f.card.ident = ident;
	f.card.status.source = row->source;
	if (!str_eq(row->record, S("–")))
		f.card.status.record = row->record;
	return f;
}

bool
restore_is_whole(struct transaction *t, const struct ident *ident)
{
	struct find f = begin(t, ident);
	str text;

	return read_source(&f, &text) &&
	    is_released(&f, text, t->ws.in.tree.root);
}

/* --- Reporting what is lost */

static void
report_lost(struct find *f, str path)
{
	diag(f->transaction->ws.in.diags, DIAG_RESTORE_LOST, POS_NONE, path,
	    released_record_path(arena_of(f), f->transaction->ws.in.tree.root,
	    f->ident->edition));
}

/* Reports the pictures of the text that are missing in the folder. Returns
 * whether there were any. */
static bool
report_missing(struct find *f, str text, str folder)
{
	struct arena *a = arena_of(f);
	struct strings names = released_pictures(a, f->ident, text);
	bool reported = false;
	size_t i;

	for (i = 0; i < names.num; i++)
		if (file_kind(str_c(a, picture_path(f, folder,
		    names.items[i]))) != FILE_PLAIN) {
			report_lost(f, picture_path(f,
			    f->transaction->ws.in.tree.root, names.items[i]));
			reported = true;
		}
	return reported;
}

/* Where no picture is missing in content/, those are reported that out/ has
 * no copy of to compare with. */
static void
report_all_lost(struct find *f)
{
	str root = f->transaction->ws.in.tree.root, out =
	    str_of(f->transaction->options.out);
	str text, record;
	bool known;

	if (!find_record(f, &record))
		report_lost(f, released_record_path(arena_of(f), root,
		    f->ident->edition));
	if (find_source(f))
		return;
	known = released_text(arena_of(f), root, &f->card, &text) ||
	    released_text(arena_of(f), out, &f->card, &text);
	if ((known || read_source(f, &text)) && report_missing(f, text, root))
		return;
	if (!known)
		report_lost(f, transaction_path(f->transaction,
		    f->ident->edition, S(".md")));
	else if (!report_missing(f, text, out))
		report_lost(f, transaction_path(f->transaction,
		    f->ident->edition, S("")));
}

/* Nothing is changed before all of it is found. */
static bool
find_all(struct find *f, str *record)
{
	if (find_record(f, record) && find_source(f))
		return true;
	report_all_lost(f);
	return false;
}

/* --- Writing them back */

/* Keeps a copy of what a user wrote over a released file. */
static void
keep_backup(struct find *f, str path)
{
	struct arena *a = arena_of(f);
	str bytes, to;

	if (!file_read(a, str_c(a, path), RECORD_LIMIT, &bytes))
		die_errno(DIAG_READ, str_c(a, path));
	to = backup_name(a, path, bytes);
	transaction_write(f->transaction, to, bytes);
	if (!f->transaction->options.quiet)
		phrase_print(PHRASE_BACKUP, to);
}

static bool
has_moved(struct find *f, const char *name)
{
	str now;

	if (witness_read(arena_of(f), name, RECORD_LIMIT, &now))
		return false;
	if (errno != FAULT_CHANGED)
		die_errno(DIAG_READ, name);
	return true;
}

/* A changed text or picture needs no backup where a new edition has a copy of
 * it: of the file as it is now, not as it was read before. */
static void
put_file(struct find *f, str path, str bytes)
{
	char *name = str_c(arena_of(f), path);
	enum file_match match = file_compare(name, bytes);

	if (match == FILE_SAME)
		return;
	if (match == FILE_DIFFERENT && (f->transaction->options.restore ||
	    str_ends(path, S(".pdf")) || has_moved(f, name)))
		keep_backup(f, path);
	if (!folder_make_all(name))
		die_errno(DIAG_WRITE, name);
	transaction_write(f->transaction, path, bytes);
}

static void
put_pictures(struct find *f)
{
	struct arena *a = arena_of(f);
	str path, bytes;
	char *name;
	size_t i;

	for (i = 0; i < f->pictures.num; i++) {
		path = path_join(a, f->ident->edition, f->pictures.items[i]);
		name = path_name(a, f->from, path);
		if (!file_read(a, name, PICTURE_LIMIT, &bytes))
			die_errno(DIAG_READ, name);
		put_file(f, transaction_path(f->transaction, path, S("")),
		    bytes);
	}
}

bool
restore_check(struct transaction *t, const struct ident *ident)
{
	struct find f = begin(t, ident);
	str record;

	return find_all(&f, &record);
}

bool
restore_edition(struct transaction *t, const struct ident *ident)
{
	struct find f = begin(t, ident);
	str record, text;

	if (!find_all(&f, &record))
		return false;
	put_pictures(&f);
	if (!read_source(&f, &text) || !str_eq(text, f.text))
		put_file(&f, transaction_path(t, ident->edition, S(".md")),
		    f.text);
	if (record.len != 0)
		put_file(&f, released_record_path(arena_of(&f),
		    t->ws.in.tree.root, ident->edition), record);
	return true;
}
