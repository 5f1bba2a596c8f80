/* SPDX-License-Identifier: ISC */
#include "register/released.h"

#include <errno.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/path.h"
#include "base/sink.h"
#include "base/witness.h"
#include "model/site_path.h"
#include "model/picture.h"
#include "register/attachment.h"

/*
 * What a release freezes
 * ----------------------
 * A release row holds two digests, and the bytes behind them must not change:
 *
 *   source  SHA-256 over the lines that sha256sum prints for the source, then
 *           for each picture and each file to hand out that it names, in the
 *           order of their names (released_digest). Below, “picture” means
 *           both. The source counts as it is read: with LF and without a byte
 *           order mark, so an editor that saves other line ends changes
 *           nothing. The lines name the files: renaming one is a change. A
 *           file that the text does not name is not frozen.
 *   record  SHA-256 of the PDF beside the source, all bytes. A record to which
 *           a signature was appended has another digest: it must not replace
 *           the record in content/, and only “matbu verify” recognises it
 *           (record_prefix.c). A row without this digest freezes no record.
 *
 * Every check of the edition compares both (released_check). A difference, a
 * missing file or an unreadable one is an error; the message about a changed
 * source names the commands that help: revise --restore, and revise for an
 * edition in force. find_change() only finds out which file to name: the text
 * inside the record shows the line, the pictures in out/ show the picture, and
 * neither decides whether there is an error.
 *
 * Other rules may be newer than the text, whose author can only make a new
 * edition. So build/filter_diags.c drops what they report about a released
 * edition, except where messages.def says otherwise (ERROR_STAYS, ERROR_WARNS,
 * WARNING_STAYS): the files are not as released, are in the wrong place or
 * cannot be read; the text cannot be shown (no title, too large, not UTF-8, a
 * missing glyph); the order of the editions is wrong; the target of a link is
 * missing or withdrawn; or “matbu diff” has nothing to compare.
 *
 * What may change: the register, by new rows (review, warn, lift, withdraw,
 * erase); the HTML page, which each build makes again from the frozen source,
 * with the state of the edition and with today's templates; titles of folders.
 * After an erasure, register_release() returns the row of the erasure instead
 * of the release: the source must then be the text that reports the erasure,
 * and no record is compared.
 */

/* PDF_ENDS: how much of a PDF may contain its beginning, and its end. */
enum { RECORD_LIMIT = 256 << 20, PDF_ENDS = 1024 };	/* [byte] */

static str
stem_of(const struct ident *ident)
{
	return str_from(ident->edition, ident->subject.len + 1);
}

bool
released_is_whole_pdf(str pdf)
{
	str start = str_upto(pdf, PDF_ENDS), end = pdf;
	size_t at;

	if (end.len > PDF_ENDS)
		end = str_from(end, end.len - PDF_ENDS);
	at = str_search(end, S("startxref"));
	return str_search(start, S("%PDF-")) != start.len && at != end.len &&
	    str_search(str_from(end, at), S("%%EOF")) != end.len - at &&
	    str_search(pdf, S("/Root")) != pdf.len;
}

/* --- The pictures that a text names: “STEM/ayar.png” */

static int
cmp_str(const void *a, const void *b)
{
	const str *x = a, *y = b;

	return str_cmp(*x, *y);
}

static bool
is_name_char(char c)
{
	return char_is_lower(c) || char_is_digit(c) || c == '-' || c == '.';
}

static bool
is_named_file(str name)
{
	return str_ends(name, S(".png")) || str_ends(name, S(".jpg")) ||
	    str_ends(name, S(".jpeg")) || site_path_is_linked_file(name);
}

/* Sorts the names and keeps one of each. */
static void
sort_names(struct strings *names)
{
	size_t i, num = 0;

	if (names->num != 0)
		qsort(names->items, names->num, sizeof(str), cmp_str);
	for (i = 0; i < names->num; i++)
		if (num == 0 || !str_eq(names->items[num - 1],
		    names->items[i]))
			names->items[num++] = names->items[i];
	names->num = num;
}

struct strings
released_pictures(struct arena *a, const struct ident *ident, str text)
{
	str folder = str_join(a, stem_of(ident), S("/"));
	struct strings pictures = { arena_array(a, str, text.len /
	    folder.len + 1), 0 };
	size_t at, len;

	for (; (at = str_search(text, folder)) < text.len;) {
		text = str_from(text, at + folder.len);
		for (len = 0; len < text.len && is_name_char(text.p[len]);)
			len++;
		if (is_named_file(str_upto(text, len)))
			pictures.items[pictures.num++] = str_upto(text, len);
	}
	sort_names(&pictures);
	return pictures;
}

/* --- Digests */

/* A line of sha256sum. */
static void
put_digest(struct sink *k, struct arena *a, str bytes, str name)
{
	sink_put(k, digest_hex(a, digest_of(bytes)));
	sink_puts(k, "  ");
	sink_put(k, name);
	sink_char(k, '\n');
}

static bool
put_picture(struct sink *k, struct arena *a, const struct released_files *f,
    str name)
{
	struct arena *temp = arena_new();
	str path = path_join(temp, f->ident->edition, name);
	str bytes;
	bool done = witness_read(temp, path_name(temp, f->root, path),
	    PICTURE_LIMIT, &bytes);

	if (done)
		put_digest(k, a, bytes, path_join(temp, stem_of(f->ident),
		    name));
	arena_free(temp);
	return done;
}

str
released_digest(struct arena *a, const struct released_files *f)
{
	struct sink k = { 0 };
	bool done = true;
	size_t i;
	str hex;

	put_digest(&k, a, f->text, str_join(a, stem_of(f->ident), S(".md")));
	for (i = 0; done && i < f->pictures->num; i++)
		done = put_picture(&k, a, f, f->pictures->items[i]);
	hex = done ? digest_hex(a, digest_of(sink_str(&k))) : S("");
	sink_free(&k);
	return hex;
}

/* --- Records */

str
released_record_path(struct arena *a, str root, str edition)
{
	return path_file(a, root, edition, S(".pdf"));
}

static bool
read_record(struct arena *a, str root, const struct card *card, str *record)
{
	return file_read(a, str_c(a, released_record_path(a, root,
	    card->ident->edition)), RECORD_LIMIT, record);
}

bool
released_record(struct arena *a, str root, const struct card *card, str *record)
{
	if (!read_record(a, root, card, record))
		return false;
	errno = FAULT_CHANGED;
	return str_eq(digest_hex(a, digest_of(*record)), card->status.record);
}

bool
released_text(struct arena *a, str root, const struct card *card, str *text)
{
	str record;

	return released_record(a, root, card, &record) &&
	    attachment_read(a, record, text);
}

/* --- What was changed */

/* Returns the first line in which two texts differ, from 1. */
static unsigned
first_difference(str a, str b)
{
	unsigned line = 1;
	size_t i;

	for (i = 0; i < a.len && i < b.len && a.p[i] == b.p[i]; i++)
		line += a.p[i] == '\n';
	return line;
}

/* The search for a change: compares the files as they are with the record of
 * the edition and with what the last build wrote to out/. */
struct change {
	struct arena	*arena;
	const struct released_files *files;
	const struct card *card;
	str		 out;
	str		 names;	/* “ad_20250110_0.md, ad_20250110_0/a.png” */
};

static void
add_name(struct change *c, str name)
{
	c->names = c->names.len != 0 ? str_join(c->arena, c->names, S(", "),
	    name) : name;
}

static bool
is_picture_changed(struct change *c, str name)
{
	struct arena *a = c->arena;
	str path = path_join(a, c->files->ident->edition, name);
	str present, built;

	if (!file_read(a, path_name(a, c->files->root, path), PICTURE_LIMIT,
	    &present))
		return true;
	return file_read(a, path_name(a, c->out, path), PICTURE_LIMIT,
	    &built) && !str_eq(present, built);
}

static void
add_pictures(struct change *c, str text)
{
	const struct ident *ident = c->files->ident;
	struct strings names = released_pictures(c->arena, ident, text);
	size_t i;

	for (i = 0; i < names.num; i++)
		if (is_picture_changed(c, names.items[i]))
			add_name(c, path_join(c->arena, stem_of(ident),
			    names.items[i]));
}

/* Returns whether the text is as released: computes the digest with the
 * pictures of out/, which may be unchanged. */
static bool
is_text_intact(struct change *c)
{
	struct strings names = released_pictures(c->arena, c->files->ident,
	    c->files->text);
	struct released_files f = { c->out, c->files->ident, c->files->text,
	    &names };

	return str_eq(released_digest(c->arena, &f), c->card->status.source);
}

/* Adds the names of the files that differ; returns the position in the text
 * where it differs. The record has the text as it was released: it may be lost
 * in content/ and still be in out/. Where neither shows a difference, but the
 * digest does, the picture folder is named: one of its files differs, and
 * there is no copy to compare it with. */
static struct pos
find_change(struct change *c)
{
	const struct released_files *f = c->files;
	str released, stem = stem_of(f->ident);
	str source = str_join(c->arena, stem, S(".md"));
	struct pos pos = POS_NONE;
	bool known = released_text(c->arena, f->root, c->card, &released) ||
	    released_text(c->arena, c->out, c->card, &released);

	if (known && !str_eq(released, f->text)) {
		add_name(c, source);
		pos = (struct pos){ first_difference(released, f->text), 1 };
	}
	add_pictures(c, known ? released : f->text);
	if (c->names.len != 0)
		return pos;
	if (!known && !is_text_intact(c))
		add_name(c, source);
	if (c->names.len == 0 || released_pictures(c->arena, f->ident,
	    f->text).num != 0)
		add_name(c, str_join(c->arena, stem, S("/")));
	return pos;
}

static void
report_source(struct change *c, const struct reg *reg, struct diags *ds,
    str path)
{
	const struct ident *ident = c->files->ident;
	struct pos pos = find_change(c);

	if (register_release(reg, ident->edition)->event == EVENT_ERASE)
		diag(ds, DIAG_ERASED_TEXT, pos, path, ident->edition);
	else if (register_in_force(reg, ident))
		diag(ds, DIAG_RELEASED_CHANGED, pos, path, ident->edition,
		    ident->work, c->names);
	else
		diag(ds, DIAG_RELEASED_OLD, pos, path, ident->edition,
		    c->names);
}

/* Returns the fault of the record, or DIAG_COUNT. */
static enum diag
record_fault(struct arena *a, str root, const struct card *card)
{
	struct digest digest;

	if (card->status.record.len == 0)
		return DIAG_COUNT;
	if (!digest_file(str_c(a, released_record_path(a, root,
	    card->ident->edition)), &digest))
		return errno == ENOENT ? DIAG_RECORD_MISSING :
		    DIAG_RECORD_UNREAD;
	return str_eq(digest_hex(a, digest), card->status.record) ?
	    DIAG_COUNT : DIAG_RECORD_CHANGED;
}

bool
released_is_intact(struct arena *a, const struct released_files *f,
    const struct card *card)
{
	return str_eq(released_digest(a, f), card->status.source) &&
	    record_fault(a, f->root, card) == DIAG_COUNT;
}

/* Reports the pictures that exist and cannot be read: whether they were changed
 * is unknown. Returns whether there were any. */
static bool
report_unread(struct arena *a, const struct released_files *f,
    struct diags *ds)
{
	bool found = false;
	size_t i;
	str bytes, path;

	for (i = 0; i < f->pictures->num; i++) {
		path = path_join(a, path_join(a, f->root, f->ident->edition),
		    f->pictures->items[i]);
		if (witness_read(a, str_c(a, path), PICTURE_LIMIT, &bytes) ||
		    errno == ENOENT)
			continue;
		diag(ds, DIAG_FILE_READ, POS_NONE, path,
		    str_of(fault_text(errno)));
		found = true;
	}
	return found;
}

void
released_check(struct arena *a, const struct released_files *f,
    const struct reg *reg, const char *out, struct diags *ds, str path)
{
	const struct row *row = register_release(reg, f->ident->edition);
	struct card card = { .ident = f->ident };
	struct change change = { a, f, &card, str_of(out), S("") };
	enum diag fault;

	card.status.source = row->source;
	if (!str_eq(row->record, S("–")))
		card.status.record = row->record;
	if (!str_eq(released_digest(a, f), row->source) &&
	    !report_unread(a, f, ds))
		report_source(&change, reg, ds, path);
	fault = record_fault(a, f->root, &card);
	if (fault != DIAG_COUNT)
		diag(ds, fault, POS_NONE, released_record_path(a, f->root,
		    f->ident->edition), f->ident->edition,
		    str_of(fault_text(errno)));
}
