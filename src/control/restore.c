/* SPDX-License-Identifier: ISC */
#include "restore.h"

#include <stdlib.h>

#include "../base/arena.h"
#include "../base/die.h"
#include "../base/file.h"
#include "../model/picture.h"
#include "../record/freeze.h"
#include "../source/text.h"

enum { RECORD_LIMIT = 256 << 20 };	/* [byte] */

/* A released edition, as far as it is found. */
struct find {
	struct desk		*desk;
	const struct ident	*ident;
	struct card		 card;		/* with what the register tells */
	str			 text;
	struct strings		 pictures;
	str			 from;		/* the folder of its pictures */
};

static struct arena *
arena_of(const struct find *f)
{
	return f->desk->run.arena;
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

static void
add_picture(struct strings *pictures, str name)
{
	size_t i;

	for (i = 0; i < pictures->num; i++)
		if (str_eq(pictures->items[i], name))
			return;
	if (str_ends(name, S(".png")) || str_ends(name, S(".jpg")) ||
	    str_ends(name, S(".jpeg")))
		pictures->items[pictures->num++] = name;
}

static struct strings
pictures_of(struct arena *a, const struct ident *ident, str text)
{
	str folder = str_join(a, str_from(ident->edition,
	    ident->subject.len + 1), S("/"));
	struct strings pictures = { arena_array(a, str, text.len /
	    folder.len + 1), 0 };
	size_t at, len;

	for (; (at = str_search(text, folder)) < text.len;) {
		text = str_from(text, at + folder.len);
		for (len = 0; len < text.len && is_name_char(text.p[len]);)
			len++;
		add_picture(&pictures, str_upto(text, len));
	}
	if (pictures.num != 0)
		qsort(pictures.items, pictures.num, sizeof(str), cmp_str);
	return pictures;
}

/* --- Looking for them */

static bool
is_it(struct find *f, str text, str from)
{
	struct frozen frozen = { from, f->ident, text, &f->pictures };

	f->pictures = pictures_of(arena_of(f), f->ident, text);
	f->text = text;
	f->from = from;
	return str_eq(freeze_digest(arena_of(f), &frozen),
	    f->card.status.source);
}

static bool
own_text(struct find *f, str *text)
{
	struct doc doc = { .arena = arena_of(f), .path = desk_path(f->desk,
	    f->ident->edition, S(".md")) };

	if (!text_read(&doc))
		return false;
	*text = doc.text;
	return true;
}

/* Texts: as it lies there, out of the record, out of the record in out/;
 * pictures: as they lie there, as they lie in out/. */
static bool
look(struct find *f)
{
	str root = f->desk->run.tree.root, out = str_of(f->desk->options.out);
	str text;

	if (own_text(f, &text) && (is_it(f, text, root) ||
	    is_it(f, text, out)))
		return true;
	if (freeze_text(arena_of(f), root, &f->card, &text) &&
	    (is_it(f, text, root) || is_it(f, text, out)))
		return true;
	return freeze_text(arena_of(f), out, &f->card, &text) &&
	    (is_it(f, text, root) || is_it(f, text, out));
}

static struct find
begin(struct desk *d, const struct ident *ident)
{
	const struct row *row = register_release(&d->run.reg, ident->edition);
	struct find f = { .desk = d, .ident = ident };

	f.card.ident = ident;
	f.card.status.source = row->source;
	if (!str_eq(row->record, S("–")))
		f.card.status.record = row->record;
	return f;
}

bool
restore_is_whole(struct desk *d, const struct ident *ident)
{
	struct find f = begin(d, ident);
	str text;

	return own_text(&f, &text) && is_it(&f, text, d->run.tree.root);
}

/* --- Putting them back */

static _Noreturn void
lost(const struct find *f)
{
	die_usage(DIAG_RESTORE_LOST, str_c(arena_of(f), f->ident->edition),
	    "");
}

static void
put_file(struct find *f, str path, str bytes)
{
	char *name = str_c(arena_of(f), path);

	if (file_compare(name, bytes) == FILE_SAME)
		return;
	if (!file_make_folders(name))
		lost(f);
	desk_write(f->desk, path, bytes);
}

static void
put_pictures(struct find *f)
{
	struct arena *a = arena_of(f);
	str path, bytes;
	size_t i;

	for (i = 0; i < f->pictures.num; i++) {
		path = str_join3(a, f->ident->edition, S("/"),
		    f->pictures.items[i]);
		if (!file_read(a, str_c(a, str_join3(a, f->from, S("/"),
		    path)), PICTURE_LIMIT, &bytes))
			continue;
		put_file(f, desk_path(f->desk, path, S("")), bytes);
	}
}

/* The record is looked for before anything is changed. */
static bool
find_record(struct find *f, str *record)
{
	*record = S("");
	if (f->card.status.record.len == 0)
		return true;
	return freeze_record(arena_of(f), f->desk->run.tree.root, &f->card,
	    record) || freeze_record(arena_of(f),
	    str_of(f->desk->options.out), &f->card, record);
}

void
restore_prove(struct desk *d, const struct ident *ident)
{
	struct find f = begin(d, ident);
	str record;

	if (!find_record(&f, &record) || !look(&f))
		lost(&f);
}

void
restore_edition(struct desk *d, const struct ident *ident)
{
	struct find f = begin(d, ident);
	str record, text;

	if (!find_record(&f, &record) || !look(&f))
		lost(&f);
	put_pictures(&f);
	if (!own_text(&f, &text) || !str_eq(text, f.text))
		put_file(&f, desk_path(d, ident->edition, S(".md")), f.text);
	if (record.len != 0)
		put_file(&f, freeze_record_path(arena_of(&f),
		    d->run.tree.root, ident->edition), record);
}
