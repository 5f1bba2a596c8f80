/* SPDX-License-Identifier: ISC */
#include "publish/fetch.h"

#include <errno.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/backup.h"
#include "base/die.h"
#include "base/fault.h"
#include "model/ident.h"
#include "publish/source_digest.h"
#include "register/erase.h"
#include "source/source_text.h"

enum { LIMIT = 256 << 20, DIGITS = 2 * DIGEST_SIZE };

struct fetch_file {
	str		 path;
	const struct row *row;		/* of its edition; NULL: a title */
	bool		 same;		/* it lies here as it is */
};

static const struct pos none;

static char *
on_disk(struct fetch *b, str folder, str path)
{
	return str_c(b->arena, str_join3(b->arena, folder, S("/"), path));
}

/* --- Names */

static str
stem_of(str edition)
{
	return str_from(edition, str_rfind(edition, '/') + 1);
}

str
fetch_next(struct arena *a, const struct reg *theirs, str edition)
{
	struct ident ours, other;
	struct date day;
	unsigned last = 0;
	size_t i;
	str name;

	ident_read(&ours, edition, NULL, S(""));
	day = ours.date;
	for (i = 0; i < theirs->num; i++) {
		if (!ident_read(&other, theirs->rows[i].edition, NULL,
		    S("")) || !str_eq(other.work, ours.work))
			continue;
		if (other.revision > last)
			last = other.revision;
		if (date_cmp(other.date, day) > 0)
			day = other.date;
	}
	name = str_join3(a, ours.name, S("_"), date_compact(a, day));
	return str_join3(a, name, S("_"), str_uint(a, last + 1));
}

/* --- What is missing */

static void
want(struct fetch *b, str path, const struct row *row)
{
	if (listing_find(b->listing, path) == NULL)
		diag(b->diags, DIAG_PULL_LOST, none, remote_name(b->remote,
		    path));
	else
		b->files[b->num++] = (struct fetch_file){ path, row, false };
}

/* The first row of the list that is not before this path. */
static size_t
lower_bound(const struct listing *l, str path)
{
	size_t low = 0, high = l->num, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (str_cmp(l->rows[middle].path, path) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The names of the edition's pictures at the destination. */
static struct strings
pictures_of(struct fetch *b, str edition)
{
	const struct listing *l = b->listing;
	str name, folder = str_join(b->arena, edition, S("/"));
	size_t i, first = lower_bound(l, folder), last = first;
	struct strings s = { NULL, 0 };

	while (last < l->num && str_starts(l->rows[last].path, folder))
		last++;
	s.items = arena_array(b->arena, str, last - first + 1);
	for (i = first; i < last; i++) {
		name = str_from(l->rows[i].path, folder.len);
		if (str_find(name, '/') == name.len)
			s.items[s.num++] = name;
	}
	return s;
}

static bool
is_sound(struct fetch *b, str root, const struct row *row,
    const struct strings *pictures)
{
	return str_eq(source_digest(b->arena, root, row->edition, pictures),
	    row->source);
}

static void
want_source(struct fetch *b, const struct row *row)
{
	struct strings pictures = pictures_of(b, row->edition);
	size_t i;

	if (is_sound(b, b->content, row, &pictures))
		return;
	want(b, str_join(b->arena, row->edition, S(".md")), row);
	for (i = 0; i < pictures.num; i++)
		want(b, str_join3(b->arena, row->edition, S("/"),
		    pictures.items[i]), row);
}

static str
digest_of_file(struct fetch *b, const char *name)
{
	struct arena *own = arena_new();
	str bytes, digest = S("");

	if (file_read(own, name, LIMIT, &bytes))
		digest = digest_hex(b->arena, digest_of(bytes));
	arena_free(own);
	return digest;
}

static void
want_record(struct fetch *b, const struct row *row)
{
	str path = str_join(b->arena, row->edition, S(".pdf"));

	if (row->record.len == DIGITS && !str_eq(digest_of_file(b,
	    on_disk(b, b->content, path)), row->record))
		want(b, path, row);
}

/* index.md, or a picture of the site (its logo) that is not a template's. */
static bool
is_title(struct fetch *b, str path)
{
	if (str_eq(path, S("index.md")) || str_ends(path, S("/index.md")))
		return true;
	return str_find(path, '/') == path.len && (str_ends(path,
	    S(".png")) || str_ends(path, S(".jpg")) || str_ends(path,
	    S(".jpeg"))) && file_kind(on_disk(b, str_of(b->templates),
	    path)) == FILE_NONE;
}

void
fetch_choose(struct fetch *b)
{
	const struct row *row;
	str path;
	size_t i;

	b->files = arena_array(b->arena, struct fetch_file, b->listing->num);
	for (i = 0; i < b->listing->num; i++) {
		path = b->listing->rows[i].path;
		if (is_title(b, path) && file_kind(on_disk(b, b->content,
		    path)) == FILE_NONE)
			want(b, path, NULL);
	}
	for (i = 0; i < b->merged->num; i++) {
		row = &b->merged->rows[i];
		if (register_release(b->merged, row->edition) != row ||
		    row->event == EVENT_ERASE ||
		    register_release(b->theirs, row->edition) == NULL)
			continue;
		want_source(b, row);
		want_record(b, row);
	}
}

/* --- Bringing */

/* What came must be what was sent, and a record what was entered. */
static void
check_file(struct fetch *b, const struct fetch_file *f)
{
	char *name = on_disk(b, b->temp, f->path);
	str digest;

	if (file_kind(name) != FILE_PLAIN) {
		diag(b->diags, DIAG_PULL_LOST, none, remote_name(b->remote,
		    f->path));
		return;
	}
	digest = digest_of_file(b, name);
	if (!str_eq(digest, listing_find(b->listing, f->path)->digest) ||
	    (f->row != NULL && str_ends(f->path, S(".pdf")) &&
	    !str_eq(digest, f->row->record)))
		diag(b->diags, DIAG_PULL_ALTERED, none, remote_name(b->remote,
		    f->path));
}

/* A source came with all its pictures. */
static void
check_source(struct fetch *b, const struct fetch_file *f)
{
	struct strings pictures;

	if (f->row == NULL || !str_ends(f->path, S(".md")))
		return;
	pictures = pictures_of(b, f->row->edition);
	if (!is_sound(b, b->temp, f->row, &pictures))
		diag(b->diags, DIAG_PULL_ALTERED, none, remote_name(b->remote,
		    f->path));
}

static str
text_of(struct fetch *b, str root, str path)
{
	struct doc doc = { .arena = b->arena, .path = str_join3(b->arena,
	    root, S("/"), path) };

	return source_text_read(&doc) ? doc.text : S("");
}

/* Line ends and a byte-order mark are no difference in a source. */
static bool
is_same(struct fetch *b, str path)
{
	str digest = digest_of_file(b, on_disk(b, b->content, path));

	if (str_eq(digest, listing_find(b->listing, path)->digest))
		return true;
	return str_ends(path, S(".md")) && str_eq(text_of(b, b->content,
	    path), text_of(b, b->temp, path));
}

/* What lies here under the name of a file that came. */
static void
check_way(struct fetch *b, struct fetch_file *f)
{
	char *name = on_disk(b, b->content, f->path);

	if (f->row == NULL || file_kind(name) == FILE_NONE)
		return;
	f->same = is_same(b, f->path);
	if (!f->same && register_release(b->ours, f->row->edition) == NULL)
		diag(b->diags, DIAG_PULL_WAY, none, str_of(name),
		    stem_of(f->row->edition), fetch_next(b->arena, b->theirs,
		    f->row->edition));
}

void
fetch_files(struct fetch *b)
{
	str *paths = arena_array(b->arena, str, b->num);
	size_t i;

	if (!file_make_folders(on_disk(b, b->temp, S(""))))
		die_system(DIAG_WRITE, str_c(b->arena, b->temp),
		    fault_text(errno));
	for (i = 0; i < b->num; i++)
		paths[i] = b->files[i].path;
	remote_fetch(b->remote, paths, b->num, b->temp);
	for (i = 0; i < b->num; i++)
		check_file(b, &b->files[i]);
	for (i = 0; i < b->num && diags_errors(b->diags) == 0; i++)
		check_source(b, &b->files[i]);
	for (i = 0; i < b->num; i++)
		check_way(b, &b->files[i]);
}

/* --- Placing */

/* What somebody wrote over a released file is his. */
static void
keep(struct fetch *b, str path, char *name)
{
	str bytes, aside;

	if (!file_read(b->arena, name, LIMIT, &bytes))
		die_system(DIAG_READ, name, fault_text(errno));
	aside = backup_name(b->arena, str_of(name), bytes);
	if (!file_rename(name, str_c(b->arena, aside)))
		die_system(DIAG_WRITE, str_c(b->arena, aside),
		    fault_text(errno));
	diag(b->diags, DIAG_PULL_KEPT, none, str_join3(b->arena, b->content,
	    S("/"), path), aside);
}

static void
place(struct fetch *b, const struct fetch_file *f)
{
	char *name = on_disk(b, b->content, f->path);

	if (file_kind(name) != FILE_NONE)
		keep(b, f->path, name);
	if (!file_make_folders(name) ||
	    !file_rename(on_disk(b, b->temp, f->path), name))
		die_system(DIAG_WRITE, name, fault_text(errno));
	b->placed++;
}

/* Whether anything of the edition is still here. */
static bool
is_there(struct fetch *b, const struct row *row)
{
	static const struct strings no_pictures;
	str path = str_join(b->arena, row->edition, S(".md"));

	return file_kind(on_disk(b, b->content, row->edition)) != FILE_NONE ||
	    file_kind(on_disk(b, b->content, str_join(b->arena, row->edition,
	    S(".pdf")))) != FILE_NONE || (file_kind(on_disk(b, b->content,
	    path)) != FILE_NONE && !is_sound(b, b->content, row,
	    &no_pictures));
}

static void
erase(struct fetch *b, const struct row *row)
{
	bool there = is_there(b, row);

	erase_files(b->arena, b->content, b->merged, row);
	if (!there)
		return;
	b->erased++;
	if (!b->quiet)
		printf(message_language() == LANG_TR ?
		    "silindi: %.*s (imha satırı alındı); şimdi make docs "
		    "çalıştırın (out içindeki kopya o zaman silinir)\n" :
		    "erased: %.*s (the row of its erasure came); now run "
		    "make docs (the copy in out goes then)\n",
		    STR_FMT(row->edition));
}

void
fetch_install(struct fetch *b)
{
	size_t i;

	for (i = 0; i < b->num; i++)
		if (!b->files[i].same)
			place(b, &b->files[i]);
	for (i = 0; i < b->merged->num; i++)
		if (b->merged->rows[i].event == EVENT_ERASE)
			erase(b, &b->merged->rows[i]);
}
