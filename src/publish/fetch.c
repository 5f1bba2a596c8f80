/* SPDX-License-Identifier: ISC */
#include "publish/fetch.h"

#include <errno.h>

#include "base/arena.h"
#include "base/backup.h"
#include "base/die.h"
#include "base/fault.h"
#include "base/folder.h"
#include "base/path.h"
#include "base/phrase.h"
#include "base/progress.h"
#include "model/ident.h"
#include "model/site_path.h"
#include "publish/source_digest.h"
#include "register/erase.h"
#include "source/source_text.h"

enum { LIMIT = 256 << 20, DIGITS = 2 * DIGEST_SIZE };

struct fetch_file {
	str		 path;
	const struct row *row;		/* of its edition; NULL: an index.md
					 * or a logo */
	bool		 same;		/* the local file is equal */
};

static char *
path_of(struct fetch *f, str folder, str path)
{
	return path_name(f->arena, folder, path);
}

/* --- Names */

str
fetch_next(struct arena *a, const struct reg *theirs, str edition)
{
	const struct register_work *work;
	struct ident ours;
	struct date day;
	unsigned last = 0;
	str name;

	ident_read(&ours, edition, NULL, S(""));
	day = ours.date;
	work = register_work(theirs, ours.work);
	if (work != NULL) {
		last = work->revision;
		if (date_cmp(work->day, day) > 0)
			day = work->day;
	}
	name = str_join(a, ours.name, S("_"), date_compact(a, day));
	return str_join(a, name, S("_"), str_uint(a, last + 1));
}

/* --- What is missing */

static void
want(struct fetch *f, str path, const struct row *row)
{
	if (listing_find(f->listing, path) == NULL)
		diag(f->diags, DIAG_PULL_LOST, POS_NONE, remote_name(f->remote,
		    path));
	else
		f->files[f->num++] = (struct fetch_file){ path, row, false };
}

/* The names of the pictures of an edition at the destination. */
static struct strings
pictures_of(struct fetch *f, str edition)
{
	return source_digest_pictures(f->arena, &f->paths, edition);
}

/* Whether the source in the folder root is the one that the register knows. */
static bool
is_source_intact(struct fetch *f, str root, const struct row *row,
    const struct strings *pictures)
{
	return str_eq(source_digest(f->arena, root, row->edition, pictures),
	    row->source);
}

static void
want_source(struct fetch *f, const struct row *row)
{
	struct strings pictures = pictures_of(f, row->edition);
	size_t i;

	if (is_source_intact(f, f->content, row, &pictures))
		return;
	want(f, str_join(f->arena, row->edition, S(".md")), row);
	for (i = 0; i < pictures.num; i++)
		want(f, path_join(f->arena, row->edition, pictures.items[i]),
		    row);
}

static str
digest_of_file(struct fetch *f, const char *name)
{
	struct arena *own = arena_new();
	str bytes, digest = S("");

	if (file_read(own, name, LIMIT, &bytes))
		digest = digest_hex(f->arena, digest_of(bytes));
	arena_free(own);
	return digest;
}

static void
want_record(struct fetch *f, const struct row *row)
{
	str path = str_join(f->arena, row->edition, S(".pdf"));

	if (row->record.len == DIGITS && !str_eq(digest_of_file(f,
	    path_of(f, f->content, path)), row->record))
		want(f, path, row);
}

/* Whether the file is an index.md, or a picture of the site (its logo) that
 * does not belong to the templates. */
static bool
is_index_or_logo(struct fetch *f, str path)
{
	if (!site_path_is_content(path))
		return false;
	return str_eq(path_last(path), S("index.md")) ||
	    (str_find(path, '/') == path.len && file_kind(path_of(f,
	    str_of(f->templates), path)) == FILE_NONE);
}

void
fetch_choose(struct fetch *f)
{
	const struct row *row;
	str path;
	size_t i;

	f->files = arena_array(f->arena, struct fetch_file, f->listing->num);
	for (i = 0; i < f->listing->num; i++) {
		path = f->listing->rows[i].path;
		strings_add(&f->paths, f->arena, path);
		if (is_index_or_logo(f, path) && file_kind(path_of(f,
		    f->content, path)) == FILE_NONE)
			want(f, path, NULL);
	}
	for (i = 0; i < f->merged->num; i++) {
		row = &f->merged->rows[i];
		if (register_release(f->merged, row->edition) != row ||
		    row->event == EVENT_ERASE ||
		    register_release(f->theirs, row->edition) == NULL)
			continue;
		want_source(f, row);
		want_record(f, row);
	}
}

/* --- Fetching */

/* The fetched file must be the one that was sent, and a record the one that
 * the register knows. */
static void
check_file(struct fetch *f, const struct fetch_file *file)
{
	char *name = path_of(f, f->temp, file->path);
	str digest;

	if (file_kind(name) != FILE_PLAIN) {
		diag(f->diags, DIAG_PULL_LOST, POS_NONE, remote_name(
		    f->remote, file->path));
		return;
	}
	digest = digest_of_file(f, name);
	if (!str_eq(digest, listing_find(f->listing, file->path)->digest) ||
	    (file->row != NULL && str_ends(file->path, S(".pdf")) &&
	    !str_eq(digest, file->row->record)))
		diag(f->diags, DIAG_PULL_ALTERED, POS_NONE, remote_name(
		    f->remote, file->path));
}

/* Checks a source together with its pictures, which are fetched by now. */
static void
check_source(struct fetch *f, const struct fetch_file *file)
{
	struct strings pictures;

	if (file->row == NULL || !str_ends(file->path, S(".md")))
		return;
	pictures = pictures_of(f, file->row->edition);
	if (!is_source_intact(f, f->temp, file->row, &pictures))
		diag(f->diags, DIAG_PULL_ALTERED, POS_NONE, remote_name(
		    f->remote, file->path));
}

static str
text_of(struct fetch *f, str root, str path)
{
	struct doc doc = { .arena = f->arena, .path = path_join(f->arena, root,
	    path) };

	return source_text_read(&doc) ? doc.text : S("");
}

/* Whether the fetched file equals the local one. In a source, line ends and a
 * byte-order mark do not count. */
static bool
is_same(struct fetch *f, str path)
{
	str digest = digest_of_file(f, path_of(f, f->content, path));

	if (str_eq(digest, listing_find(f->listing, path)->digest))
		return true;
	return str_ends(path, S(".md")) && str_eq(text_of(f, f->content,
	    path), text_of(f, f->temp, path));
}

/* Checks the local file that has the name of a fetched file. */
static void
check_local(struct fetch *f, struct fetch_file *file)
{
	char *name = path_of(f, f->content, file->path);

	if (file->row == NULL || file_kind(name) == FILE_NONE)
		return;
	file->same = is_same(f, file->path);
	if (!file->same &&
	    register_release(f->ours, file->row->edition) == NULL)
		diag(f->diags, DIAG_PULL_EXISTS, POS_NONE, str_of(name),
		    path_last(file->row->edition), fetch_next(f->arena,
		    f->theirs, file->row->edition));
}

void
fetch_files(struct fetch *f)
{
	str *paths = arena_array(f->arena, str, f->num);
	struct access access = access_private();
	size_t i;

	if (!folder_make_as(str_c(f->arena, f->temp), &access))
		die_errno(DIAG_WRITE, str_c(f->arena, f->temp));
	for (i = 0; i < f->num; i++)
		paths[i] = f->files[i].path;
	progress_begin(phrase_text(PHRASE_PROGRESS_FETCH), 0);
	remote_fetch(f->remote, paths, f->num, f->temp);
	progress_end();
	for (i = 0; i < f->num; i++)
		check_file(f, &f->files[i]);
	for (i = 0; i < f->num && diags_errors(f->diags) == 0; i++)
		check_source(f, &f->files[i]);
	for (i = 0; i < f->num; i++)
		check_local(f, &f->files[i]);
}

/* --- Installing */

/* Renames a local file that a fetched file is going to replace: a user may
 * have changed it. */
static void
back_up(struct fetch *f, str path, char *name)
{
	str bytes, backup;

	if (!file_read(f->arena, name, LIMIT, &bytes))
		die_errno(DIAG_READ, name);
	backup = backup_name(f->arena, str_of(name), bytes);
	if (!file_rename(name, str_c(f->arena, backup)))
		die_errno(DIAG_WRITE, str_c(f->arena, backup));
	diag(f->diags, DIAG_PULL_KEPT, POS_NONE, path_join(f->arena,
	    f->content, path), backup);
}

/* Copies the file: a program that still runs may change the fetched one, which
 * may be a second name of another. */
static void
copy_file(struct fetch *f, struct arena *a, const struct fetch_file *file)
{
	char *from = path_of(f, f->temp, file->path);
	char *name = path_of(f, f->content, file->path);
	struct file_facts facts = file_facts(from);
	str bytes;

	if (!file_read(a, from, LIMIT, &bytes) || !str_eq(digest_hex(a,
	    digest_of(bytes)), listing_find(f->listing, file->path)->digest))
		die_system(DIAG_READ, from, fault_text(EIO));
	if (!folder_make_all(name) || !file_write(path_of(f, f->temp,
	    S(".new")), name, bytes))
		die_errno(DIAG_WRITE, name);
	file_set_time(name, &facts);
	file_remove(from);
}

static void
install_file(struct fetch *f, const struct fetch_file *file)
{
	struct arena *a = arena_new();
	char *name = path_of(f, f->content, file->path);

	if (file_kind(name) != FILE_NONE)
		back_up(f, file->path, name);
	copy_file(f, a, file);
	f->installed++;
	arena_free(a);
}

/* Whether something of an erased edition is left here. */
static bool
has_files(struct fetch *f, struct remains *r, const struct row *row)
{
	static const struct strings no_pictures;
	str path = str_join(f->arena, row->edition, S(".md"));

	return remains_find(r, row).num != 0 ||
	    (file_kind(path_of(f, f->content, path)) != FILE_NONE &&
	    !is_source_intact(f, f->content, row, &no_pictures));
}

static void
erase(struct fetch *f, struct remains *r, const struct row *row)
{
	bool found = has_files(f, r, row);

	erase_files(r, f->merged, row);
	if (!found)
		return;
	f->erased++;
	if (!f->quiet)
		phrase_print(PHRASE_PULL_ERASED, row->edition);
}

void
fetch_install(struct fetch *f)
{
	struct remains remains = remains_make(f->arena, f->content, f->out);
	const struct row *row;
	size_t i;

	for (i = 0; i < f->num; i++)
		if (!f->files[i].same)
			install_file(f, &f->files[i]);
	for (i = 0; i < f->merged->num; i++) {
		row = &f->merged->rows[i];
		if (row->event == EVENT_ERASE &&
		    register_release(f->merged, row->edition) == row)
			erase(f, &remains, row);
	}
	if (f->erased != 0)
		erase_sync(&remains);
}
