/* SPDX-License-Identifier: ISC */
#include "register/remains.h"

#include <errno.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/path.h"
#include "model/ident.h"
#include "model/site_path.h"

enum { LIST_LIMIT = 256 << 20, DAY_LEN = 10 };	/* [byte] */

struct remains
remains_make(struct arena *a, str content, str out)
{
	return (struct remains){ .arena = a, .content = content, .out = out,
	    .folders = map_make(a), .built = map_make(a) };
}

/* --- In content */

/* Adds a file, or a folder after its contents, hidden ones among them. A link
 * is added itself. */
static void
add_tree(struct strings *left, struct arena *a, str path, enum file_kind kind)
{
	struct folder_list list = { 0 };
	size_t i;

	if (kind == FILE_NONE)
		return;
	if (kind == FILE_FOLDER && !folder_list(a, str_c(a, path), &list))
		die_errno(DIAG_READ, str_c(a, path));
	for (i = 0; i < list.num; i++)
		add_tree(left, a, path_join(a, path, list.entries[i].name),
		    list.entries[i].kind);
	strings_add(left, a, path);
}

static struct strings *
list_names(struct arena *a, str folder)
{
	struct strings *names = arena_new_of(a, struct strings);
	struct folder_list list = { 0 };
	size_t i;

	if (!folder_list(a, str_c(a, folder), &list) && errno != ENOENT &&
	    errno != ENOTDIR)
		die_errno(DIAG_READ, str_c(a, folder));
	for (i = 0; i < list.num; i++)
		strings_add(names, a, list.entries[i].name);
	return names;
}

static const struct strings *
names_of(struct remains *r, str folder)
{
	struct map_slot *slot = map_slot(&r->folders, folder);

	if (slot->value == NULL)
		slot->value = list_names(r->arena, folder);
	return slot->value;
}

/* Adds what is in the folder under one of the names, or, where all is true,
 * under a longer one. */
static void
add_named(struct remains *r, struct strings *left, str folder, str name,
    bool all)
{
	struct strings found = strings_beginning(names_of(r, folder), name);
	size_t i;
	str path;

	for (i = 0; i < found.num; i++) {
		if (!all && !str_eq(found.items[i], name))
			break;
		path = path_join(r->arena, folder, found.items[i]);
		add_tree(left, r->arena, path,
		    file_kind(str_c(r->arena, path)));
	}
}

/* Adds files of the edition, backups “.STEM.md.old” and files that an
 * interrupted run was writing, “.matbu.STEM.pdf”. */
static void
add_content(struct remains *r, struct strings *left, str edition)
{
	struct arena *a = r->arena;
	size_t slash = str_rfind(edition, '/');
	str subject = str_upto(edition, slash);
	str stem = str_from(edition, slash + 1), record = str_join(a, stem,
	    S(".pdf"));
	str hidden = str_join(a, S("."), stem, S("."));
	str folder = path_join(a, r->content, subject);
	str pulled = str_join(a, r->content, S("/.matbu-pull/"), subject);

	add_named(r, left, folder, stem, false);
	add_named(r, left, folder, record, false);
	add_named(r, left, folder, hidden, true);
	add_named(r, left, folder, str_join(a, S(".matbu"), hidden), true);
	add_named(r, left, pulled, stem, false);
	add_named(r, left, pulled, str_join(a, stem, S(".md")), false);
	add_named(r, left, pulled, record, false);
}

/* --- In out */

static void
read_built(struct remains *r)
{
	static const str erase = { "\terase\t", 7 };
	struct arena *temp = arena_new();
	str line, bytes = S(""), path = str_join(temp, r->out,
	    S("/register.tsv"));

	if (!file_read(temp, str_c(temp, path), LIST_LIMIT, &bytes))
		bytes = S("");
	while (str_line(&bytes, &line))
		if (str_starts(str_from(line, DAY_LEN), erase))
			map_slot(&r->built, str_copy(r->arena, line));
	arena_free(temp);
}

static int
cmp_path(const void *a, const void *b)
{
	const str *x = a, *y = b;

	return str_cmp(*x, *y);
}

static void
read_out(struct remains *r)
{
	struct arena *a = r->arena;
	str line, list = S(""), path = str_join(a, r->out, S("/.matbu"));

	if (r->knows_out)
		return;
	if (!file_read(a, str_c(a, path), LIST_LIMIT, &list) &&
	    errno != ENOENT && errno != ENOTDIR)
		die_errno(DIAG_READ, str_c(a, path));
	while (str_line(&list, &line))
		if (site_path_is_site(line))
			strings_add(&r->files, a, line);
	if (r->files.num != 0)
		qsort(r->files.items, r->files.num, sizeof(str), cmp_path);
	read_built(r);
	r->knows_out = true;
}

/* Whether the last build knew the row of the erasure. */
static bool
is_built(const struct remains *r, const struct row *row)
{
	return map_find(&r->built, row->line) != NULL;
}

/* Adds files whose paths begin with the start and end with the end. A
 * folder with such a name is foreign and stays. */
static void
add_made(struct remains *r, struct strings *left, str start, str end)
{
	struct strings found = strings_beginning(&r->files, start);
	size_t i;
	str path;

	for (i = 0; i < found.num; i++) {
		path = path_join(r->arena, r->out, found.items[i]);
		if (str_ends(path, end) &&
		    file_kind(str_c(r->arena, path)) == FILE_PLAIN)
			strings_add(left, r->arena, path);
	}
}

/* Adds the pages of changes that show the text: that of the next edition and,
 * unless it is added already, the own one. */
static void
add_changes(struct remains *r, struct strings *left,
    const struct ident *erased, bool own)
{
	static const str ending = { ".degisiklik.html", 16 };
	struct arena *a = r->arena;
	struct strings found = strings_beginning(&r->files, str_join(a,
	    erased->work, S("_")));
	struct ident ident;
	size_t i;

	for (i = 0; i < found.num; i++)
		if (str_ends(found.items[i], ending) && ident_read(&ident,
		    str_upto(found.items[i], found.items[i].len - ending.len),
		    NULL, S("")) && (ident.revision == erased->revision + 1 ||
		    (own && ident.revision == erased->revision)))
			add_made(r, left, found.items[i], S(""));
}

/* The files at the address of the work, and a page, are of the edition only
 * before a build knew of the erasure. No other name has “.” after these. */
static void
add_out(struct remains *r, struct strings *left, const struct row *row)
{
	struct arena *a = r->arena;
	struct ident ident;
	bool built;

	read_out(r);
	built = is_built(r, row);
	if (!ident_read(&ident, row->edition, NULL, S("")))
		return;
	add_made(r, left, str_join(a, row->edition, S("/")), S(""));
	add_made(r, left, str_join(a, row->edition, S(".")), built ?
	    S(".pdf") : S(""));
	if (built)
		add_made(r, left, str_join(a, row->edition,
		    S(SITE_PATH_FRAGMENT)), S(""));
	add_changes(r, left, &ident, built);
	if (!built)
		add_made(r, left, str_join(a, ident.work, S(".")), S(""));
}

struct strings
remains_find(struct remains *r, const struct row *row)
{
	struct strings left = { NULL, 0 };

	add_content(r, &left, row->edition);
	add_out(r, &left, row);
	return left;
}

struct strings
remains_pages(struct remains *r, const struct row *row)
{
	/* The data of the search and of other programs have the words too. */
	static const char *const kinds[] = { ".html", ".js", ".json",
		".xml" };
	struct strings pages = { NULL, 0 };
	str state = path_join(r->arena, r->out, S(".state"));
	size_t i;

	read_out(r);
	if (!r->gave_pages && !is_built(r, row)) {
		/* What the last build said may quote the text. */
		if (file_kind(str_c(r->arena, state)) == FILE_PLAIN)
			strings_add(&pages, r->arena, state);
		for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
			add_made(r, &pages, S(""), str_of(kinds[i]));
		r->gave_pages = true;
	}
	return pages;
}
