/* SPDX-License-Identifier: ISC */
#include "style/font_file.h"

#include <errno.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/path.h"

/* How many levels below a folder of the system are searched. */
enum { DEPTH = 3 };

/* The files of an administrator come before those of packages. */
static const char *const folders[] = { "/usr/local/share/fonts",
    "/usr/share/fonts", "/usr/local/share/hyphen", "/usr/share/hyphen" };

/* The first row whose start a file's name has counts. */
static const struct {
	const char	*start;
	const char	*package;
} packages[] = {
	{ "NotoSansMono", "fonts-noto-mono" },
	{ "NotoSansCJK", "fonts-noto-cjk" },
	{ "NotoSerifCJK", "fonts-noto-cjk" },
	{ "NotoColorEmoji", "fonts-noto-color-emoji" },
	{ "NotoEmoji", "fonts-noto-extra" },
	{ "Noto", "fonts-noto-core" },
	{ "DejaVuMathTeXGyre", "fonts-dejavu-extra" },
	{ "DejaVu", "fonts-dejavu-core" },
	{ "Liberation", "fonts-liberation" },
	{ "Carlito", "fonts-crosextra-carlito" },
	{ "Caladea", "fonts-crosextra-caladea" },
	{ "Symbola", "fonts-symbola" },
	{ "hyph_en_US", "hyphen-en-us" },
	{ "hyph_en_GB", "hyphen-en-gb" },
};

static str
name_of(str path)
{
	size_t slash = str_rfind(path, '/');

	return slash != path.len ? str_from(path, slash + 1) : path;
}

static bool
is_file(struct arena *a, str path)
{
	enum file_kind kind = file_kind(str_c(a, path));

	return kind == FILE_PLAIN || kind == FILE_LINK;
}

static str *
keep(struct arena *a, str folder)
{
	str *kept = arena_new_of(a, str);

	*kept = folder;
	return kept;
}

/* Adds the files of the folder, then those below it; of two with one name the
 * first counts. */
static void
list_below(struct font_files *f, str folder, unsigned depth)
{
	struct folder_list list;
	struct map_slot *slot;
	size_t i;

	if (!folder_list(f->arena, str_c(f->arena, folder), &list)) {
		/* The file may be here: where the disk fails, one of the same
		 * name in another folder must not be used instead. */
		if (errno != ENOENT && errno != ENOTDIR && errno != EACCES)
			die_errno(DIAG_READ, str_c(f->arena, folder));
		return;
	}
	for (i = 0; i < list.num; i++) {
		if (list.entries[i].kind != FILE_PLAIN &&
		    list.entries[i].kind != FILE_LINK)
			continue;
		slot = map_slot(&f->folders, list.entries[i].name);
		if (slot->number++ == 0)
			slot->value = keep(f->arena, folder);
	}
	for (i = 0; i < list.num && depth != 0; i++)
		if (list.entries[i].kind == FILE_FOLDER)
			list_below(f, path_join(f->arena, folder,
			    list.entries[i].name), depth - 1);
}

static str
find_in_system(struct font_files *f, str name)
{
	const struct map_slot *slot;
	size_t i;

	if (f->folders.arena == NULL) {
		f->folders = map_make(f->arena);
		for (i = 0; i < sizeof(folders) / sizeof(*folders); i++)
			list_below(f, str_of(folders[i]), DEPTH);
	}
	slot = map_find(&f->folders, name);
	return slot != NULL ? path_join(f->arena, *(const str *)slot->value,
	    name) : S("");
}

str
font_file_find(struct font_files *f, str sheet, str name)
{
	struct arena *a = f->arena;
	size_t slash = str_rfind(sheet, '/');
	str path = name;

	if (!str_starts(name, S("/")))
		path = str_join(a, slash != sheet.len ? str_upto(sheet,
		    slash + 1) : S(""), name);
	if (!is_file(a, path))
		path = find_in_system(f, name_of(name));
	return str_of(str_c(a, path.len != 0 ? path : name));
}

const char *
font_file_package(str path)
{
	str name = name_of(path);
	size_t i;

	for (i = 0; i < sizeof(packages) / sizeof(*packages); i++)
		if (str_starts(name, str_of(packages[i].start)))
			return packages[i].package;
	return NULL;
}
