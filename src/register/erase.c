/* SPDX-License-Identifier: ISC */
#include "register/erase.h"

#include <errno.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/durable.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/sink.h"
#include "model/site_path.h"
#include "register/released.h"

enum { LIST_LIMIT = 256 << 20 };		/* [byte] */

/* --- The source that remains. Its words never change, because registers hold
 * the digests of such sources. */

/* Escapes every character that Markdown may interpret. */
static void
put_plain(struct sink *k, str s)
{
	size_t i;

	for (i = 0; i < s.len; i++) {
		if (char_is_punct(s.p[i]))
			sink_char(k, '\\');
		sink_char(k, s.p[i]);
	}
}

static void
put_digests(struct sink *k, const struct row *release, bool turkish)
{
	sink_puts(k, turkish ? "\n\nSilinen kaynağın SHA-256 özeti: `" :
	    "\n\nSHA-256 of the source that was erased: `");
	sink_put(k, release->source);
	sink_puts(k, turkish ? "`\n\nSilinen PDF nüshasının SHA-256 özeti: `" :
	    "`\n\nSHA-256 of the record that was erased: `");
	sink_put(k, release->record);
	sink_puts(k, "`\n");
}

static str
make_text(struct arena *a, const struct reg *reg, str edition, str reason,
    enum lang lang)
{
	struct sink k = { 0 };
	str text;

	sink_puts(&k, "# ");
	sink_put(&k, lang_word(lang, WORD_ERASED_TITLE));
	sink_puts(&k, lang == LANG_TR ? "\n\nBu sürümün metni, resimleri ve "
	    "PDF nüshası silinmiştir. Gerekçe: " : "\n\nThe text of this "
	    "edition, its pictures and its record were erased. Reason: ");
	put_plain(&k, reason);
	put_digests(&k, register_entry(reg, edition), lang == LANG_TR);
	text = str_copy(a, sink_str(&k));
	sink_free(&k);
	return text;
}

static str
digest_of_text(struct arena *a, str edition, str text)
{
	static const struct strings none;
	struct ident ident;
	struct released_files f = { .ident = &ident, .text = text, .pictures =
	    &none };

	ident_read(&ident, edition, NULL, S(""));
	return released_digest(a, &f);
}

str
erase_digest(struct arena *a, const struct reg *reg, str edition, str reason,
    enum lang lang)
{
	return digest_of_text(a, edition, make_text(a, reg, edition, reason,
	    lang));
}

/* Returns the text in the language in which the row was entered, and without
 * the day that a row gets when it is put behind later ones: the digest of the
 * text is in the row. */
static str
text_of(struct arena *a, const struct reg *reg, const struct row *row)
{
	const str reasons[] = { row->note, row_text(row) };
	size_t i = 2 * LANG_COUNT;
	str text;

	do {
		i--;
		text = make_text(a, reg, row->edition, reasons[i % 2],
		    (enum lang)(i / 2));
	} while (i != 0 && !str_eq(digest_of_text(a, row->edition, text),
	    row->source));
	return text;
}

/* --- What is left */

struct remains {
	struct arena	*arena;
	struct strings	 paths;
};

/* Adds a file, or a folder after its contents, hidden ones among them. A link
 * is added itself. */
static void
add_tree(struct remains *r, str path, enum file_kind kind)
{
	struct file_list list = { 0 };
	size_t i;

	if (kind == FILE_NONE)
		return;
	if (kind == FILE_FOLDER && !file_list(r->arena, str_c(r->arena, path),
	    &list))
		die_system(DIAG_READ, str_c(r->arena, path),
		    fault_text(errno));
	for (i = 0; i < list.num; i++)
		add_tree(r, str_join3(r->arena, path, S("/"),
		    list.entries[i].name), list.entries[i].kind);
	strings_add(&r->paths, r->arena, path);
}

static void
add_there(struct remains *r, str path)
{
	add_tree(r, path, file_kind(str_c(r->arena, path)));
}

/* Backups “.STEM.md.old” and files that an interrupted run was writing,
 * “.matbu.STEM.pdf”. */
static void
add_hidden(struct remains *r, str edition)
{
	struct arena *a = r->arena;
	size_t i, slash = str_rfind(edition, '/');
	str folder = str_upto(edition, slash), name;
	str stem = str_join3(a, S("."), str_from(edition, slash + 1), S("."));
	str temp = str_join(a, S(".matbu"), stem);
	struct file_list list = { 0 };

	if (!file_list(a, str_c(a, folder), &list) && errno != ENOENT &&
	    errno != ENOTDIR)
		die_system(DIAG_READ, str_c(a, folder), fault_text(errno));
	for (i = 0; i < list.num; i++) {
		name = list.entries[i].name;
		if (str_starts(name, stem) || str_starts(name, temp))
			add_tree(r, str_join3(a, folder, S("/"), name),
			    list.entries[i].kind);
	}
}

static void
add_content(struct remains *r, str content, str edition)
{
	struct arena *a = r->arena;
	str path = str_join3(a, content, S("/"), edition);
	str pulled = str_join3(a, content, S("/.matbu-pull/"), edition);

	add_there(r, path);
	add_there(r, str_join(a, path, S(".pdf")));
	add_hidden(r, path);
	add_there(r, pulled);
	add_there(r, str_join(a, pulled, S(".md")));
	add_there(r, str_join(a, pulled, S(".pdf")));
}

/* Whether the last build knew the row of the erasure. */
static bool
is_built(struct arena *a, str out, const struct row *row)
{
	str bytes, path = str_join(a, out, S("/register.tsv"));

	return file_read(a, str_c(a, path), LIST_LIMIT, &bytes) &&
	    str_search(bytes, row->line) != bytes.len;
}

/* Whether a build made the file of the edition; what stands at the address of
 * the work, and a page, only before it knew of the erasure. */
static bool
is_of_edition(str path, str edition, str work, bool built)
{
	str name = str_upto(path, str_rfind(path, '.'));

	if (str_starts(path, edition) && path.len > edition.len &&
	    path.p[edition.len] == '/')
		return true;
	if (str_eq(name, edition))
		return !built || str_ends(path, S(".pdf"));
	return !built && str_eq(name, work);
}

/* Somebody may have put a folder there, which is not ours. */
static void
add_made(struct remains *r, str path)
{
	if (file_kind(str_c(r->arena, path)) == FILE_PLAIN)
		strings_add(&r->paths, r->arena, path);
}

static void
add_out(struct remains *r, str out, const struct row *row, bool all)
{
	struct arena *a = r->arena;
	str line, list = S(""), path = str_join(a, out, S("/.matbu"));
	bool built = is_built(a, out, row);
	struct ident ident;

	if (!file_read(a, str_c(a, path), LIST_LIMIT, &list) &&
	    errno != ENOENT && errno != ENOTDIR)
		die_system(DIAG_READ, str_c(a, path), fault_text(errno));
	if (!ident_read(&ident, row->edition, NULL, S("")))
		return;
	while (str_line(&list, &line))
		if (site_path_is_site(line) && (is_of_edition(line, row->edition,
		    ident.work, built) || (all && !built &&
		    str_ends(line, S(".html")))))
			add_made(r, str_join3(a, out, S("/"), line));
}

struct strings
erase_remains(struct arena *a, str content, str out, const struct row *row)
{
	struct remains r = { .arena = a };

	add_content(&r, content, row->edition);
	add_out(&r, out, row, false);
	return r.paths;
}

/* --- Removing it */

static void
remove_file(struct arena *a, str path)
{
	char *name = str_c(a, path);

	if (file_kind(name) == FILE_FOLDER ? !file_remove(name) :
	    !durable_remove(a, path))
		die_system(DIAG_WRITE, name, fault_text(errno));
}

void
erase_files(struct arena *a, str content, str out, const struct reg *reg,
    const struct row *row)
{
	struct remains r = { .arena = a };
	str path = str_join3(a, content, S("/"), str_join(a, row->edition,
	    S(".md")));
	str text = text_of(a, reg, row);
	char *name = str_c(a, path);
	size_t i;

	if (file_compare(name, text) != FILE_SAME &&
	    (!file_make_folders(name) || !durable_write(a, path, text)))
		die_system(DIAG_WRITE, name, fault_text(errno));
	add_content(&r, content, row->edition);
	add_out(&r, out, row, true);
	for (i = 0; i < r.paths.num; i++)
		remove_file(a, r.paths.items[i]);
}
