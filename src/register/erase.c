/* SPDX-License-Identifier: ISC */
#include "register/erase.h"

#include "base/die.h"
#include "base/durable.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/path.h"
#include "base/sink.h"
#include "register/released.h"

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

static str
make_text(struct arena *a, const struct reg *reg, str edition, str reason,
    enum lang lang)
{
	const struct row *release = register_entry(reg, edition);
	struct sink k = { 0 };

	sink_puts(&k, "# ");
	sink_put(&k, lang_word(lang, WORD_ERASED_TITLE));
	sink_puts(&k, "\n\n");
	sink_put(&k, lang_word(lang, WORD_ERASED_REASON));
	sink_puts(&k, ": ");
	put_plain(&k, reason);
	sink_puts(&k, "\n\n");
	sink_put(&k, lang_word(lang, WORD_ERASED_SOURCE));
	sink_puts(&k, ": `");
	sink_put(&k, release->source);
	sink_puts(&k, "`\n\n");
	sink_put(&k, lang_word(lang, WORD_ERASED_RECORD));
	sink_puts(&k, ": `");
	sink_put(&k, release->record);
	sink_puts(&k, "`\n");
	return sink_take(&k, a);
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
 * the day that a row gets when it is put after later ones: the digest of the
 * text is in the row. */
static str
text_of(struct arena *a, const struct reg *reg, const struct row *row)
{
	const str reasons[] = { row->note, row_text(row) };
	size_t i = (size_t)2 * LANG_COUNT;
	str text;

	do {
		i--;
		text = make_text(a, reg, row->edition, reasons[i % 2],
		    (enum lang)(i / 2));
	} while (i != 0 && !str_eq(digest_of_text(a, row->edition, text),
	    row->source));
	return text;
}

/* --- Removing what is left */

static void
remove_files(struct arena *a, struct strings paths)
{
	char *name;
	size_t i;

	for (i = 0; i < paths.num; i++) {
		name = str_c(a, paths.items[i]);
		if (!file_remove(name) && file_kind(name) != FILE_NONE)
			die_errno(DIAG_WRITE, name);
	}
}

/* The name beside the source that remains_find() knows. */
static char *
temp_of(struct arena *a, str path)
{
	size_t at = str_rfind(path, '/') + 1;

	return str_c(a, str_join(a, str_upto(path, at), S(".matbu."),
	    str_from(path, at)));
}

void
erase_files(struct remains *r, const struct reg *reg, const struct row *row)
{
	struct arena *a = r->arena;
	str path = path_file(a, r->content, row->edition, S(".md"));
	str text = text_of(a, reg, row);
	char *name = str_c(a, path);

	if (file_compare(name, text) != FILE_SAME &&
	    (!folder_make_all(name) ||
	    !file_write(temp_of(a, path), name, text)))
		die_errno(DIAG_WRITE, name);
	remove_files(a, remains_find(r, row));
	remove_files(a, remains_pages(r, row));
}

void
erase_sync(struct remains *r)
{
	durable_sync(str_c(r->arena, r->content));
	durable_sync(str_c(r->arena, r->out));
}
