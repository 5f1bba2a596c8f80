/* SPDX-License-Identifier: ISC */
#include "freeze.h"

#include "../base/arena.h"
#include "../base/digest.h"
#include "../base/file.h"
#include "../base/sink.h"
#include "../model/picture.h"
#include "attachment.h"

enum { RECORD_LIMIT = 256 << 20 };	/* [byte] */

static const struct pos nowhere = { 0, 0 };

/* --- Digests */

static void
put_sum(struct sink *k, struct arena *a, str bytes, str name)
{
	sink_put(k, digest_hex(a, digest_of(bytes)));
	sink_puts(k, "  ");
	sink_put(k, name);
	sink_char(k, '\n');
}

static str
stem_of(const struct ident *ident)
{
	return str_from(ident->edition, ident->subject.len + 1);
}

static void
put_picture(struct sink *k, struct arena *a, const struct frozen *f, str name)
{
	struct arena *own = arena_new();
	str path = str_join3(own, f->ident->edition, S("/"), name);
	str bytes = S("");

	if (!file_read(own, str_c(own, str_join3(own, f->root, S("/"), path)),
	    PICTURE_LIMIT, &bytes))
		bytes = S("");
	put_sum(k, a, bytes, str_join3(own, stem_of(f->ident), S("/"), name));
	arena_free(own);
}

str
freeze_digest(struct arena *a, const struct frozen *f)
{
	struct sink k = { 0 };
	size_t i;
	str hex;

	put_sum(&k, a, f->text, str_join(a, stem_of(f->ident), S(".md")));
	for (i = 0; i < f->pictures->num; i++)
		put_picture(&k, a, f, f->pictures->items[i]);
	hex = digest_hex(a, digest_of(sink_str(&k)));
	sink_free(&k);
	return hex;
}

/* --- Records */

str
freeze_record_path(struct arena *a, str root, str edition)
{
	return str_join3(a, root, S("/"), str_join(a, edition, S(".pdf")));
}

static bool
read_record(struct arena *a, str root, const struct card *card, str *record)
{
	return file_read(a, str_c(a, freeze_record_path(a, root,
	    card->ident->edition)), RECORD_LIMIT, record);
}

bool
freeze_record(struct arena *a, str root, const struct card *card, str *record)
{
	return read_record(a, root, card, record) &&
	    str_eq(digest_hex(a, digest_of(*record)), card->status.record);
}

bool
freeze_text(struct arena *a, str root, const struct card *card, str *text)
{
	str record;

	return freeze_record(a, root, card, &record) &&
	    attachment_read(a, record, text);
}

/* --- What is changed */

/* The first line in which two texts differ, from 1. */
static unsigned
first_difference(str a, str b)
{
	unsigned line = 1;
	size_t i;

	for (i = 0; i < a.len && i < b.len && a.p[i] == b.p[i]; i++)
		line += a.p[i] == '\n';
	return line;
}

/* “imapsmtp_20190115_1.md, satır 12”, or its pictures. */
static void
tell_source(struct arena *a, const struct frozen *f, const struct card *card,
    struct diags *ds, str path)
{
	str was, what = str_join(a, stem_of(f->ident), S(".md"));
	struct pos pos = nowhere;

	if (!freeze_text(a, f->root, card, &was))
		what = str_join3(a, what, S(", "), str_join(a,
		    stem_of(f->ident), S("/")));
	else if (str_eq(was, f->text))
		what = str_join(a, stem_of(f->ident), S("/"));
	else
		pos = (struct pos){ first_difference(was, f->text), 1 };
	diag(ds, DIAG_RELEASED_CHANGED, pos, path, f->ident->edition,
	    f->ident->work, what);
}

/* What is wrong with the record, if anything: else DIAG_COUNT. */
static enum diag
record_fault(struct arena *a, str root, const struct card *card)
{
	struct digest digest;

	if (card->status.record.len == 0)
		return DIAG_COUNT;
	if (!digest_file(str_c(a, freeze_record_path(a, root,
	    card->ident->edition)), &digest))
		return DIAG_RECORD_MISSING;
	return str_eq(digest_hex(a, digest), card->status.record) ?
	    DIAG_COUNT : DIAG_RECORD_CHANGED;
}

bool
freeze_holds(struct arena *a, const struct frozen *f, const struct card *card)
{
	return str_eq(freeze_digest(a, f), card->status.source) &&
	    record_fault(a, f->root, card) == DIAG_COUNT;
}

void
freeze_check(struct arena *a, const struct frozen *f, const struct card *card,
    struct diags *ds, str path)
{
	enum diag fault = record_fault(a, f->root, card);

	if (!str_eq(freeze_digest(a, f), card->status.source))
		tell_source(a, f, card, ds, path);
	if (fault != DIAG_COUNT)
		diag(ds, fault, nowhere, freeze_record_path(a, f->root,
		    card->ident->edition), card->ident->edition);
}
