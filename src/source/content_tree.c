/* SPDX-License-Identifier: ISC */
#include "source/content_tree.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/turkish.h"
#include "base/witness.h"
#include "model/edition_check.h"
#include "model/site_path.h"

/* The depth of folders: the institution is 0. */
enum { DEPTH_SUBJECT = 3, DEPTH_PICTURES = 4 };

enum { NAME_LIMIT = 200 };		/* [byte] */

/* How far above the current folder a collection is looked for. */
enum { ABOVE_LIMIT = 8 };

struct finder {
	struct content_tree	*tree;
	struct arena		*arena;
	struct diags		*diags;
	size_t			 cap_folders;
	size_t			 cap_editions;
};

static const struct pos no_pos = { 0, 0 };

static str
join(struct finder *f, str folder, str name)
{
	return folder.len != 0 ? str_join3(f->arena, folder, S("/"), name) :
	    str_copy(f->arena, name);
}

/* The path as messages show it. */
static str
shown_path(struct finder *f, str path)
{
	return path.len != 0 ? str_join3(f->arena, f->tree->root, S("/"),
	    path) : f->tree->root;
}

static struct folder *
add_folder(struct finder *f, str path, int depth)
{
	struct content_tree *t = f->tree;

	if (t->num_folders == f->cap_folders) {
		f->cap_folders = f->cap_folders != 0 ? f->cap_folders * 2 : 16;
		t->folders = mem_realloc(t->folders,
		    f->cap_folders * sizeof(*t->folders));
	}
	t->folders[t->num_folders] = (struct folder){ .path = path,
	    .depth = depth };
	return &t->folders[t->num_folders++];
}

static void
add_edition(struct finder *f, const struct ident *ident)
{
	struct content_tree *t = f->tree;

	if (t->num_editions == f->cap_editions) {
		f->cap_editions = f->cap_editions != 0 ?
		    f->cap_editions * 2 : 64;
		t->editions = mem_realloc(t->editions,
		    f->cap_editions * sizeof(*t->editions));
	}
	t->editions[t->num_editions++] = (struct edition){ .ident = *ident };
}

/* --- Names */

static str
lower_suffix(struct finder *f, str name)
{
	str suffix = str_from(name, str_rfind(name, '.'));
	char *to = str_c(f->arena, suffix);
	size_t i;

	for (i = 0; i < suffix.len; i++)
		if (to[i] >= 'A' && to[i] <= 'Z')
			to[i] = (char)(to[i] + ('a' - 'A'));
	return (str){ to, suffix.len };
}

static bool
is_picture_suffix(str s)
{
	return str_eq(s, S(".png")) || str_eq(s, S(".jpg")) ||
	    str_eq(s, S(".jpeg"));
}

static bool
is_markdown_suffix(str s)
{
	return str_eq(s, S(".md")) || str_eq(s, S(".markdown"));
}

static str
without_suffix(str name)
{
	return str_upto(name, str_rfind(name, '.'));
}

static bool
is_picture_name(str name)
{
	size_t dot = str_rfind(name, '.');

	return is_picture_suffix(str_from(name, dot)) &&
	    ident_is_name(str_upto(name, dot));
}

/* Makes a valid name from an invalid one. */
static str
valid_name(struct finder *f, str name, str suffix)
{
	str slug = turkish_slug(f->arena, name);

	return str_join(f->arena, slug.len != 0 ? slug : S("ad"), suffix);
}

/* The name of a page is longer than that of its source, and file systems allow
 * at most 255 bytes. */
static bool
is_too_long(struct finder *f, str folder, str name)
{
	if (name.len <= NAME_LIMIT)
		return false;
	diag(f->diags, DIAG_NAME_LONG, no_pos, shown_path(f, join(f, folder,
	    name)));
	return true;
}

/* Folders of network storage, of Windows, of archives made on a Mac. */
static bool
is_of_system(str name)
{
	static const char *const names[] = { "@eaDir", "#recycle",
	    "#snapshot", "@Recycle", "@Recently-Snapshot", "$RECYCLE.BIN",
	    "$Recycle.Bin", "RECYCLER", "System Volume Information",
	    "__MACOSX", "lost+found", "Network Trash Folder",
	    "Temporary Items" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_eq(name, str_of(names[i])))
			return true;
	return false;
}

/* Files that systems and office programs put into folders by themselves, and
 * those of matbu; one of these must not be a link. */
static bool
is_ignored(const struct folder_entry *e)
{
	str name = e->name;

	if (e->kind == FILE_LINK && (str_starts(name, S(".matbu")) ||
	    str_starts(name, S(".published"))))
		return false;
	return name.p[0] == '.' || str_starts(name, S("~$")) ||
	    str_eq(name, S("Thumbs.db")) || str_eq(name, S("desktop.ini")) ||
	    (e->kind == FILE_FOLDER && is_of_system(name));
}

/* --- Files */

/* The name without what a program adds to a copy: “ (1)”, “ - Kopya”,
 * “-BILGISAYAR”; empty if it is none of an edition. */
static str
original_name(struct finder *f, str path)
{
	struct ident ident;
	size_t i = str_rfind(path, '_');
	str stem;

	for (i++; i < path.len && char_is_digit(path.p[i]); i++)
		;
	stem = str_upto(path, i);
	if (i >= path.len || (path.p[i] != ' ' && path.p[i] != '-' &&
	    path.p[i] != '(') || !ident_read(&ident, stem, NULL, path))
		return S("");
	return str_join(f->arena, str_from(stem, str_rfind(stem, '/') + 1),
	    S(".md"));
}

static void
report_name(struct finder *f, str path)
{
	str original = original_name(f, without_suffix(path));
	struct ident ident;

	if (original.len != 0)
		diag(f->diags, DIAG_NAME_COPY, no_pos, shown_path(f, path),
		    original);
	else
		ident_read(&ident, without_suffix(path), f->diags,
		    shown_path(f, path));
}

static void
take_document(struct finder *f, str path, int depth, str name)
{
	struct ident ident;

	if (depth != DEPTH_SUBJECT)
		diag(f->diags, DIAG_NAME_PLACE, no_pos, shown_path(f, path));
	else if (!str_eq(str_from(name, str_rfind(name, '.')), S(".md")))
		diag(f->diags, DIAG_NAME_FORM, no_pos, shown_path(f, path));
	else if (ident_read(&ident, without_suffix(path), NULL, path))
		add_edition(f, &ident);
	else
		report_name(f, path);
}

/* The edition with that path (without suffix), or NULL. Searches from the end:
 * the editions of its subject are the last ones. */
static struct edition *
find_edition(struct finder *f, str path)
{
	size_t i;

	for (i = f->tree->num_editions; i-- > 0;)
		if (str_eq(f->tree->editions[i].ident.edition, path))
			return &f->tree->editions[i];
	return NULL;
}

static void
take_file(struct finder *f, str path, int depth, str name, bool *has_index)
{
	str suffix = lower_suffix(f, name);

	if (str_eq(name, S("index.md")))
		*has_index = true;
	else if (str_ends(name, S(".md.txt")))
		diag(f->diags, DIAG_FILE_MD_TXT, no_pos, shown_path(f, path),
		    str_upto(name, name.len - 4));
	else if (is_markdown_suffix(suffix))
		take_document(f, path, depth, name);
	else if (depth == 0 && is_picture_name(name))
		strings_add(&f->tree->pictures, f->arena,
		    str_copy(f->arena, name));
	else if (depth == 0 && (str_eq(name, S("register.tsv")) ||
	    str_eq(name, S("dayanak.tsv"))))
		return;			/* register/, links/ read them */
	else if (str_eq(suffix, S(".pdf")) &&
	    find_edition(f, without_suffix(path)) != NULL)
		find_edition(f, without_suffix(path))->has_pdf = true;
	else
		diag(f->diags, DIAG_FILE_OTHER, no_pos, shown_path(f, path));
}

static bool
take_special(struct finder *f, str path, enum file_kind kind)
{
	if (kind == FILE_LINK)
		diag(f->diags, DIAG_FILE_SYMLINK, no_pos, shown_path(f, path));
	else if (kind == FILE_SPECIAL)
		diag(f->diags, DIAG_FILE_SPECIAL, no_pos, shown_path(f, path));
	else
		return false;
	return true;
}

static bool
list(struct finder *f, struct arena *list_arena, str folder,
    struct folder_list *entries)
{
	char *path = str_c(list_arena, shown_path(f, folder));
	int error;

	if (folder_list(list_arena, path, entries))
		return true;
	error = errno;
	witness_fail(path, error);
	diag(f->diags, DIAG_FILE_READ, no_pos, shown_path(f, folder),
	    str_of(fault_text(error)));
	return false;
}

/* --- Folders */

static void
take_picture(struct finder *f, str folder, const struct folder_entry *e,
    struct strings *pictures)
{
	str path = join(f, folder, e->name), suffix = lower_suffix(f, e->name);

	if (take_special(f, path, e->kind))
		return;
	if (e->kind == FILE_FOLDER)
		diag(f->diags, DIAG_FOLDER_PLACE, no_pos, shown_path(f, path),
		    e->name);
	else if (is_picture_name(e->name) ||
	    site_path_is_linked_file(e->name))
		strings_add(pictures, f->arena, str_copy(f->arena, e->name));
	else if (site_path_is_linked_file(str_join(f->arena, S("x"), suffix)))
		diag(f->diags, DIAG_FILE_NAME, no_pos, shown_path(f, path),
		    e->name, valid_name(f, without_suffix(e->name), suffix));
	else if (is_picture_suffix(suffix))
		diag(f->diags, DIAG_PICTURE_NAME, no_pos, shown_path(f, path),
		    e->name, valid_name(f, without_suffix(e->name), suffix));
	else
		diag(f->diags, DIAG_FILE_OTHER, no_pos, shown_path(f, path));
}

/* Takes the picture folder of an edition, which is known already: files are
 * taken before folders. */
static void
take_pictures(struct finder *f, str path, str name)
{
	struct edition *edition = find_edition(f, path);
	struct arena *list_arena;
	struct folder_list entries;
	struct ident ident;
	size_t i;

	if (edition == NULL) {
		if (ident_read(&ident, path, NULL, path))
			diag(f->diags, DIAG_FOLDER_ORPHAN, no_pos,
			    shown_path(f, path), path);
		else
			diag(f->diags, DIAG_FOLDER_PLACE, no_pos,
			    shown_path(f, path), name);
		return;
	}
	list_arena = arena_new();
	if (list(f, list_arena, path, &entries))
		for (i = 0; i < entries.num; i++)
			if (!is_ignored(&entries.entries[i]) &&
			    !is_too_long(f, path, entries.entries[i].name))
				take_picture(f, path, &entries.entries[i],
				    &edition->pictures);
	arena_free(list_arena);
}

static void	take_folder(struct finder *, str path, int depth);

static void
take_subfolder(struct finder *f, str path, int depth, str name)
{
	if (depth == DEPTH_PICTURES)
		take_pictures(f, path, name);
	else if (!ident_is_name(name))
		diag(f->diags, DIAG_FOLDER_NAME, no_pos, shown_path(f, path),
		    name, valid_name(f, name, S("")));
	else
		take_folder(f, path, depth);
}

static void
take_entries(struct finder *f, str path, int depth,
    const struct folder_list *entries, bool folders, bool *has_index)
{
	const struct folder_entry *e;
	size_t i;
	str entry;

	for (i = 0; i < entries->num; i++) {
		e = &entries->entries[i];
		if (is_ignored(e) ||
		    (e->kind == FILE_FOLDER) != folders ||
		    is_too_long(f, path, e->name))
			continue;
		entry = join(f, path, e->name);
		if (folders)
			take_subfolder(f, entry, depth + 1, e->name);
		else if (!take_special(f, entry, e->kind))
			take_file(f, entry, depth, e->name, has_index);
	}
}

static void
take_folder(struct finder *f, str path, int depth)
{
	size_t index = f->tree->num_folders;
	struct arena *list_arena = arena_new();
	struct folder_list entries;
	bool has_index = false;

	add_folder(f, path, depth);
	if (!list(f, list_arena, path, &entries)) {
		f->tree->folders[index].unread = true;
		arena_free(list_arena);
		return;
	}
	take_entries(f, path, depth, &entries, /*folders*/false, &has_index);
	f->tree->folders[index].has_index = has_index;
	take_entries(f, path, depth, &entries, /*folders*/true, &has_index);
	arena_free(list_arena);
}

/* --- Editions */

static int
cmp_edition(const void *a, const void *b)
{
	const struct edition *x = a, *y = b;
	int c = ident_cmp(&x->ident, &y->ident);

	return c != 0 ? c : date_cmp(x->ident.date, y->ident.date);
}

static void
order_editions(struct finder *f)
{
	struct edition *e = f->tree->editions;
	size_t i, num = f->tree->num_editions;

	if (num != 0)
		qsort(e, num, sizeof(*e), cmp_edition);
	for (i = 0; i < num; i++) {
		e[i].newest = i + 1 == num ||
		    !str_eq(e[i].ident.work, e[i + 1].ident.work);
		edition_check_paths(f->arena, f->diags, f->tree->root,
		    &e[i].ident, &e[i].pictures);
		if (!e[i].newest)
			edition_check_step(f->arena, f->diags, f->tree->root,
			    &e[i].ident, &e[i + 1].ident);
	}
}

/* Moves the lists from the heap, where they grew, into the arena. */
static void
move_to_arena(struct finder *f)
{
	struct content_tree *t = f->tree;
	struct folder *folders = t->folders;
	struct edition *editions = t->editions;

	t->folders = arena_array(f->arena, struct folder, t->num_folders);
	memcpy(t->folders, folders, t->num_folders * sizeof(*folders));
	t->editions = arena_array(f->arena, struct edition, t->num_editions);
	if (t->num_editions != 0)
		memcpy(t->editions, editions,
		    t->num_editions * sizeof(*editions));
	mem_free(folders);
	mem_free(editions);
}

const char *
content_tree_above(struct arena *a, const char *root)
{
	str up = S("..");
	size_t i;

	if (root[0] == '/')
		return "";
	for (i = 0; i < ABOVE_LIMIT; i++) {
		if (folder_is_there(path_name(a, up, str_of(root))))
			return up.p;
		up = str_join3(a, up, S("/"), S(".."));
	}
	return "";
}

void
content_tree_find(struct content_tree *t, struct arena *a, const char *root,
    struct diags *ds)
{
	struct finder f = { .tree = t, .arena = a, .diags = ds };

	if (!folder_is_there(root))
		die_system(DIAG_NO_CONTENT, root, content_tree_above(a, root));
	*t = (struct content_tree){ .root = str_of(root) };
	t->root = file_bare(t->root);
	take_folder(&f, S(""), 0);
	order_editions(&f);
	move_to_arena(&f);
}
