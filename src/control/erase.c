/* SPDX-License-Identifier: ISC */
#include "erase.h"

#include "../base/arena.h"
#include "../base/file.h"
#include "../base/sink.h"
#include "../record/freeze.h"

/* Every sign that Markdown might take for its own. */
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

static const struct row *
release_of(const struct reg *reg, str edition)
{
	size_t i;

	for (i = 0; i < reg->num; i++)
		if (reg->rows[i].event == EVENT_RELEASE &&
		    str_eq(reg->rows[i].edition, edition))
			return &reg->rows[i];
	return NULL;
}

static void
put_digests(struct sink *k, const struct row *was, bool turkish)
{
	sink_puts(k, turkish ? "\n\nSilinen kaynağın SHA-256 özeti: `" :
	    "\n\nSHA-256 of the source that was erased: `");
	sink_put(k, was->source);
	sink_puts(k, turkish ? "`\n\nSilinen PDF nüshasının SHA-256 özeti: `" :
	    "`\n\nSHA-256 of the record that was erased: `");
	sink_put(k, was->record);
	sink_puts(k, "`\n");
}

static str
tombstone(struct desk *d, str edition, str reason)
{
	enum lang lang = d->run.collection.lang;
	struct sink k = { 0 };
	str text;

	sink_puts(&k, "# ");
	sink_put(&k, lang_word(lang, WORD_ERASED_TITLE));
	sink_puts(&k, lang == LANG_TR ? "\n\nBu sürümün metni, resimleri ve "
	    "PDF nüshası silinmiştir. Gerekçe: " : "\n\nThe text of this "
	    "edition, its pictures and its record were erased. Reason: ");
	put_plain(&k, reason);
	put_digests(&k, release_of(&d->run.reg, edition), lang == LANG_TR);
	text = str_copy(d->run.arena, sink_str(&k));
	sink_free(&k);
	return text;
}

void
erase_seal(struct desk *d, const struct card *card, struct row *row)
{
	static const struct strings none;
	struct frozen f = { d->run.tree.root, card->ident,
	    tombstone(d, card->ident->edition, row->note), &none };

	row->source = freeze_digest(d->run.arena, &f);
}

static void
remove_pictures(struct desk *d, str edition)
{
	char *folder = str_c(d->run.arena, desk_path(d, edition, S("")));
	struct file_list list;
	size_t i;

	if (!file_list(d->run.arena, folder, &list))
		return;
	for (i = 0; i < list.num; i++)
		desk_remove(d, desk_path(d, edition, str_join(d->run.arena,
		    S("/"), list.entries[i].name)));
	file_remove(folder);
}

/* What restore kept of the edition. */
static void
remove_kept(struct desk *d, const struct ident *ident)
{
	str kept = str_join3(d->run.arena, S("."), str_from(ident->edition,
	    ident->subject.len + 1), S("."));
	struct file_list list;
	size_t i;

	if (!file_list(d->run.arena, str_c(d->run.arena, desk_path(d,
	    ident->subject, S(""))), &list))
		return;
	for (i = 0; i < list.num; i++)
		if (str_starts(list.entries[i].name, kept))
			desk_remove(d, desk_path(d, ident->subject,
			    str_join(d->run.arena, S("/"),
			    list.entries[i].name)));
}

void
erase_files(struct desk *d, const struct ident *ident)
{
	const struct row *row = register_release(&d->run.reg, ident->edition);
	str text = tombstone(d, ident->edition, row->note);
	str path = desk_path(d, ident->edition, S(".md"));

	if (file_compare(str_c(d->run.arena, path), text) != FILE_SAME)
		desk_write(d, path, text);
	remove_pictures(d, ident->edition);
	remove_kept(d, ident);
	desk_remove(d, freeze_record_path(d->run.arena, d->run.tree.root,
	    ident->edition));
}
