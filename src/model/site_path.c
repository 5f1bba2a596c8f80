/* SPDX-License-Identifier: ISC */
#include "model/site_path.h"

#include "model/ident.h"

enum { NAME_LIMIT = 255, DEPTH_LIMIT = 8, DEPTH_SUBJECT = 3, DIGITS = 64 };

/* --- Pieces */

static bool
is_plain_name(str s)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if (!char_is_alnum(s.p[i]) && s.p[i] != '_' && s.p[i] != '-' &&
		    s.p[i] != '.')
			return false;
	return s.len != 0 && s.len <= NAME_LIMIT && s.p[0] != '.';
}

static bool
is_plain(str path)
{
	str part;

	if (path.len == 0 || str_count(path, '/') > DEPTH_LIMIT ||
	    str_ends(path, S("/")))
		return false;
	while (str_cut(&path, '/', &part))
		if (!is_plain_name(part))
			return false;
	return true;
}

/* Whether the string ends with one of the endings: then *base is what stands
 * before it. */
static bool
has_ending(str s, const char *const endings[], str *base)
{
	for (; *endings != NULL; endings++)
		if (str_ends(s, str_of(*endings))) {
			*base = str_upto(s, s.len - str_of(*endings).len);
			return true;
		}
	return false;
}

static str
folder_of(str path)
{
	size_t slash = str_rfind(path, '/');

	return slash != path.len ? str_upto(path, slash) : S("");
}

static str
name_of(str path)
{
	str folder = folder_of(path);

	return folder.len != 0 ? str_from(path, folder.len + 1) : path;
}

/* Empty (the institution), or at most three names. */
static bool
is_folder(str path)
{
	str part;

	if (path.len == 0)
		return true;
	if (str_count(path, '/') >= DEPTH_SUBJECT || str_ends(path, S("/")))
		return false;
	while (str_cut(&path, '/', &part))
		if (!ident_is_name(part))
			return false;
	return true;
}

static bool
is_index(str path, str name)
{
	return str_eq(name_of(path), name) && is_folder(folder_of(path));
}

static bool
is_edition(str path)
{
	struct ident ident;

	return ident_read(&ident, path, NULL, S(""));
}

static bool
is_work(str path)
{
	return str_count(path, '/') == DEPTH_SUBJECT &&
	    is_folder(folder_of(path)) && ident_is_name(name_of(path));
}

/* --- Kinds of files */

static const char *const pictures[] = { ".png", ".jpg", ".jpeg", NULL };
static const char *const attachments[] = { ".docx", ".xlsx", ".pptx", ".odt",
    ".ods", ".odp", ".pdf", ".csv", ".txt", NULL };
static const char *const sources[] = { ".md", ".pdf", NULL };
static const char *const pages[] = { ".degisiklik.html", SITE_PATH_FRAGMENT,
    ".html", ".pdf", NULL };
/* What only the collection itself has below a folder. */
static const char *const reserved[] = { ".md", ".html", ".pdf", ".tsv", NULL };
static const char *const heads[] = { ".tsv", ".site", NULL };
/* What a publish puts beside the files of the site. */
static const char *const published[] = { "checkpoint.txt",
    "checkpoint.txt.sig", "silinecekler.txt", "to-delete.txt",
    "yapistirilacaklar.txt", "to-paste.txt", NULL };

/* Whether the page is a part of a long list: “frm/harf_a.html”, of a folder,
 * or “birim/bim_harf_a.html”, of a unit. */
static bool
is_part(str path)
{
	str base, list;
	size_t at;

	if (!has_ending(name_of(path), pages, &base) ||
	    !is_folder(folder_of(path)))
		return false;
	at = str_rfind(base, '_');
	list = str_upto(base, at);
	if (str_eq(folder_of(path), S("birim")) && str_ends(list, S("_harf")) &&
	    ident_is_name(str_upto(list, list.len - S("_harf").len)))
		list = S("harf");
	return str_eq(list, S("harf")) && ident_is_name(str_from(base, at + 1));
}

static bool
is_page(str path)
{
	str base;

	return is_index(path, S("index.html")) || is_part(path) ||
	    (has_ending(path, pages, &base) &&
	    (is_edition(base) || is_work(base) ||
	    (str_starts(base, S("birim/")) &&
	    ident_is_name(str_from(base, S("birim/").len)))));
}

bool
site_path_is_linked_file(str name)
{
	str base;

	return has_ending(name, attachments, &base) && ident_is_name(base);
}

bool
site_path_is_content(str path)
{
	str base, folder = folder_of(path);

	if (is_index(path, S("index.md")))
		return true;
	if (has_ending(path, sources, &base) && is_edition(base))
		return true;
	if (folder.len == 0)
		return has_ending(path, pictures, &base) && ident_is_name(base);
	return is_edition(folder) &&
	    (has_ending(name_of(path), pictures, &base) ||
	    has_ending(name_of(path), attachments, &base)) &&
	    ident_is_name(base);
}

static bool
is_published(str path)
{
	size_t i;

	for (i = 0; published[i] != NULL; i++)
		if (str_eq(path, str_of(published[i])))
			return true;
	return false;
}

bool
site_path_is_template(str path)
{
	str base;

	return is_plain(path) && !has_ending(path, reserved, &base) &&
	    !is_edition(folder_of(path)) && !is_published(path);
}

bool
site_path_is_site(str path)
{
	return site_path_is_content(path) || is_page(path) ||
	    site_path_is_template(path) ||
	    (folder_of(path).len == 0 && is_plain_name(path));
}

bool
site_path_is_head(str path, str *chain)
{
	str name;
	size_t i;

	if (!str_eq(folder_of(path), S("register")) ||
	    !has_ending(name_of(path), heads, &name) || name.len != DIGITS)
		return false;
	for (i = 0; i < name.len; i++)
		if (!char_is_digit(name.p[i]) && !(name.p[i] >= 'a' &&
		    name.p[i] <= 'f'))
			return false;
	if (chain != NULL)
		*chain = name;
	return true;
}
