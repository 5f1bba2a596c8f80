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

/* Returns the path of the file in the folder or below it, or an empty
 * string. */
static str
find_below(struct arena *a, str folder, str name, unsigned depth)
{
	struct folder_list list;
	str path = path_join(a, folder, name);
	size_t i;

	if (is_file(a, path))
		return path;
	if (depth == 0)
		return S("");
	if (!folder_list(a, str_c(a, folder), &list)) {
		/* The file may be here: where the disk fails, one of the same
		 * name in another folder must not be used instead. */
		if (errno != ENOENT && errno != ENOTDIR && errno != EACCES)
			die_errno(DIAG_READ, str_c(a, folder));
		return S("");
	}
	for (i = 0; i < list.num; i++) {
		if (list.entries[i].kind != FILE_FOLDER)
			continue;
		path = find_below(a, path_join(a, folder,
		    list.entries[i].name), name, depth - 1);
		if (path.len != 0)
			return path;
	}
	return S("");
}

static str
find_in_system(struct arena *a, str name)
{
	str path = S("");
	size_t i;

	for (i = 0; path.len == 0 && i < sizeof(folders) / sizeof(*folders);
	    i++)
		path = find_below(a, str_of(folders[i]), name, DEPTH);
	return path;
}

str
font_file_find(struct arena *a, str sheet, str name)
{
	size_t slash = str_rfind(sheet, '/');
	str path = name;

	if (!str_starts(name, S("/")))
		path = str_join(a, slash != sheet.len ? str_upto(sheet,
		    slash + 1) : S(""), name);
	if (!is_file(a, path))
		path = find_in_system(a, name_of(name));
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
