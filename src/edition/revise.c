/* SPDX-License-Identifier: ISC */
#include "edition/revise.h"

#include <errno.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/sink.h"
#include "edition/restore.h"
#include "edition/transaction.h"
#include "model/picture.h"
#include "register/erase.h"
#include "source/source_text.h"

static const struct pos nowhere = { 0, 0 };

/* --- Texts */

static bool
is_name_char(char c)
{
	return char_is_alnum(c) || c == '-' || c == '_';
}

/* The text with its picture folder renamed: “OLD/” as a whole name. */
static str
renamed(struct arena *a, str text, str old, str new)
{
	struct sink k = { 0 };
	str folder = str_join(a, old, S("/")), whole = text;
	size_t at;

	for (; (at = str_search(text, folder)) < text.len;) {
		sink_put(&k, str_upto(text, at));
		if (text.p + at != whole.p && is_name_char(text.p[at - 1]))
			sink_put(&k, old);
		else
			sink_put(&k, new);
		text = str_from(text, at + old.len);
	}
	sink_put(&k, text);
	whole = str_copy(a, sink_str(&k));
	sink_free(&k);
	return whole;
}

static bool
is_change(str line)
{
	return str_starts(line, S("change:")) ||
	    str_starts(line, S("değişiklik:"));
}

/* What the last edition changed is not what this one does: the line goes,
 * with those that go on with it. */
static str
without_change(struct arena *a, str text)
{
	struct sink k = { 0 };
	str line, rest = text;
	bool skipping = false;

	if (!str_line(&rest, &line) || !str_eq(str_rtrim(line), S("---")))
		return text;
	sink_puts(&k, "---\n");
	while (str_line(&rest, &line)) {
		if (str_eq(str_rtrim(line), S("---"))) {
			sink_puts(&k, "---\n");
			break;
		}
		skipping = is_change(line) || (skipping && line.len != 0 &&
		    char_is_space(line.p[0]));
		if (skipping)
			continue;
		sink_put(&k, line);
		sink_char(&k, '\n');
	}
	sink_put(&k, rest);
	text = str_copy(a, sink_str(&k));
	sink_free(&k);
	return text;
}

static str
quoted(struct arena *a, str s)
{
	struct sink k = { 0 };
	size_t i;
	str q;

	sink_char(&k, '"');
	for (i = 0; i < s.len; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			sink_char(&k, '\\');
		sink_char(&k, s.p[i]);
	}
	sink_char(&k, '"');
	q = str_copy(a, sink_str(&k));
	sink_free(&k);
	return q;
}

/* --note becomes the source's change. */
static str
with_change(struct arena *a, str text, const char *note, enum lang lang)
{
	str line, fence = S("---\n");

	if (note == NULL)
		return text;
	line = str_join3(a, lang == LANG_TR ? S("değişiklik: ") :
	    S("change: "), quoted(a, str_of(note)), S("\n"));
	if (str_starts(text, fence))
		return str_join3(a, fence, line, str_from(text, fence.len));
	return str_join(a, str_join3(a, fence, line, fence), text);
}

/* --- Editions on disk */

static str
stem_of(const struct ident *ident)
{
	return str_from(ident->edition, ident->subject.len + 1);
}

static str
name_edition(struct arena *a, str work, struct date day, unsigned revision)
{
	return str_join(a, str_join3(a, work, S("_"), date_compact(a, day)),
	    str_join(a, S("_"), str_uint(a, revision)));
}

/* What cannot be read cannot be carried on: that is told, and the caller
 * changes nothing. */
static bool
read_text(struct transaction *t, const struct ident *ident, str *text)
{
	struct doc doc = { .arena = t->ws.in.arena, .diags = t->ws.in.diags,
	    .path = transaction_path(t, ident->edition, S(".md")) };

	if (!source_text_read(&doc)) {
		diag(t->ws.in.diags, DIAG_REVISE_UNREAD, nowhere, doc.path,
		    t->options.redate ? S("matbu revise --redate") :
		    S("matbu revise"), ident->work);
		return false;
	}
	*text = doc.text;
	return true;
}

static str
read_picture(struct transaction *t, str edition, str name)
{
	char *path = str_c(t->ws.in.arena, transaction_path(t, edition,
	    str_join(t->ws.in.arena, S("/"), name)));
	str bytes;

	if (!file_read(t->ws.in.arena, path, PICTURE_LIMIT, &bytes))
		die_system(DIAG_READ, path, fault_text(errno));
	return bytes;
}

static void
copy_picture(struct transaction *t, str from, str to, str name)
{
	struct arena *a = t->ws.in.arena;
	str into = transaction_path(t, to, str_join(a, S("/"), name));

	if (!file_make_folders(str_c(a, into)))
		die_system(DIAG_WRITE, str_c(a, into), fault_text(errno));
	transaction_write(t, into, read_picture(t, from, name));
}

static const struct edition *
tree_edition(const struct transaction *t, const struct card *card)
{
	return &t->ws.in.tree.editions[card - t->ws.in.collection.cards];
}

/* How the edition's picture of the name compares with that of the card. */
static enum file_match
match_picture(struct transaction *t, const struct card *from, str edition, str
    name)
{
	str path = transaction_path(t, edition, str_join(t->ws.in.arena, S("/"),
	    name));

	return file_compare(str_c(t->ws.in.arena, path), read_picture(t,
	    from->ident->edition, name));
}

/* Another picture in the way is somebody's work. */
static bool
check_way(struct transaction *t, const struct card *from, str edition)
{
	const struct strings *pictures = &tree_edition(t, from)->pictures;
	bool clear = true;
	size_t i;

	for (i = 0; i < pictures->num; i++) {
		if (match_picture(t, from, edition, pictures->items[i]) !=
		    FILE_DIFFERENT)
			continue;
		diag(t->ws.in.diags, DIAG_REVISE_WAY, nowhere,
		    transaction_path(t, edition, str_join(t->ws.in.arena,
		    S("/"), pictures->items[i])));
		clear = false;
	}
	return clear;
}

/* Pictures first: the source is what makes an edition, and is put last. */
static void
write_edition(struct transaction *t, const struct card *from, str edition, str
    text)
{
	const struct strings *pictures = &tree_edition(t, from)->pictures;
	size_t i;

	for (i = 0; i < pictures->num; i++)
		copy_picture(t, from->ident->edition, edition,
		    pictures->items[i]);
	transaction_write(t, transaction_path(t, edition, S(".md")), text);
}

/* The source goes last: while it is there, a run that was cut off can be run
 * again. */
static void
remove_edition(struct transaction *t, const struct card *card)
{
	const struct strings *pictures = &tree_edition(t, card)->pictures;
	str edition = card->ident->edition;
	size_t i;

	for (i = 0; i < pictures->num; i++)
		transaction_remove(t, transaction_path(t, edition,
		    str_join(t->ws.in.arena, S("/"), pictures->items[i])));
	file_remove(str_c(t->ws.in.arena, transaction_path(t, edition, S(""))));
	transaction_remove(t, transaction_path(t, edition, S(".md")));
}

/* --- The next edition */

static const struct card *
newest(const struct transaction *t, const struct card *card)
{
	while (!collection_is_newest(&t->ws.in.collection, card))
		card++;
	return card;
}

static void
tell(const struct transaction *t, const char *tr, const char *en, str edition)
{
	if (!t->options.quiet)
		printf("%s: %.*s\n", message_language() == LANG_TR ? tr : en,
		    STR_FMT(edition));
}

static char *
c_edition(struct transaction *t, const struct card *card)
{
	return str_c(t->ws.in.arena, card->ident->edition);
}

static char *
c_work(struct transaction *t, const struct card *card)
{
	return str_c(t->ws.in.arena, card->ident->work);
}

static void
check_day(struct transaction *t, const struct card *last)
{
	struct arena *a = t->ws.in.arena;

	if (date_cmp(t->ws.in.day, last->ident->date) < 0)
		die_usage(DIAG_DRAFT_DAY, str_c(a, date_dotted(a,
		    t->ws.in.day)), str_c(a, date_dotted(a,
		    last->ident->date)));
}

static bool
has_pictures(struct transaction *t, const struct card *card,
    const struct card *of)
{
	const struct strings *pictures = &tree_edition(t, of)->pictures;
	size_t i;

	for (i = 0; i < pictures->num; i++)
		if (match_picture(t, of, card->ident->edition,
		    pictures->items[i]) != FILE_SAME)
			return false;
	return true;
}

/* Whether the draft is what a cut-off run made of the altered edition. */
static bool
is_copy(struct transaction *t, const struct card *draft, str drafted,
    const struct card *altered, str text)
{
	struct arena *a = t->ws.in.arena;

	text = renamed(a, text, stem_of(altered->ident),
	    stem_of(draft->ident));
	return has_pictures(t, draft, altered) && str_eq(with_change(a,
	    without_change(a, text), t->options.note, draft->lang), drafted);
}

/* There is a draft: it is edited, not copied. */
static void
meet_draft(struct transaction *t, const struct card *draft)
{
	const struct card *last = collection_before(&t->ws.in.collection,
	    draft);
	str drafted, text;

	if (last == NULL || restore_is_whole(t, last->ident))
		die_usage(DIAG_DRAFT_THERE, c_edition(t, draft),
		    c_work(t, draft));
	if (!read_text(t, draft->ident, &drafted) ||
	    !read_text(t, last->ident, &text))
		return;
	if (!is_copy(t, draft, drafted, last, text))
		die_usage(DIAG_DRAFT_AND_CHANGE, c_edition(t, draft),
		    c_work(t, draft));
	if (restore_edition(t, last->ident))
		tell(t, "yayımlanmış metin geri geldi",
		    "the released text is back", last->ident->edition);
}

static void
begin_next(struct transaction *t, const struct card *last)
{
	struct arena *a = t->ws.in.arena;
	bool altered = last->status.released &&
	    !restore_is_whole(t, last->ident);
	str edition = name_edition(a, last->ident->work, t->ws.in.day,
	    last->ident->revision + 1);
	str text;

	check_day(t, last);
	if (!read_text(t, last->ident, &text) ||
	    !check_way(t, last, edition))
		return;
	if (altered && !restore_check(t, last->ident))
		return;
	text = renamed(a, text, stem_of(last->ident), str_from(edition,
	    last->ident->subject.len + 1));
	text = with_change(a, without_change(a, text), t->options.note,
	    last->lang);
	write_edition(t, last, edition, text);
	tell(t, "yeni sürüm", "new edition", edition);
	if (!altered || !restore_edition(t, last->ident))
		return;
	tell(t, "değişiklik yeni sürüme geçti, yayımlanmış metin geri geldi",
	    "the change went into the new edition, the released text is back",
	    last->ident->edition);
}

static bool
begin(struct transaction *t, const struct options *o)
{
	if (o->num_paths != 1)
		die_usage(DIAG_TARGET_NONE, "revise", "");
	if (!transaction_open(t, o, "revise", o->paths, 0))
		return false;
	transaction_drop_faults(t);
	return true;
}

int
revise_begin(const struct options *o)
{
	const struct card *last;
	struct transaction t;

	if (begin(&t, o)) {
		last = newest(&t, transaction_target(&t, o->paths[0]));
		if (t.ws.in.collection.controlled && !last->status.released)
			meet_draft(&t, last);
		else
			begin_next(&t, last);
	}
	return transaction_close(&t);
}

/* --- Another day */

/* The draft under its new name. It is there already where a run was cut off:
 * then it is whole, because its source was put last. False: it may not go. */
static bool
put_moved(struct transaction *t, const struct card *draft, str edition)
{
	const struct map_slot *slot = map_find(&t->ws.in.collection.names,
	    edition);
	const struct card *there = slot != NULL ? slot->value : NULL;
	str text, other;

	if (!read_text(t, draft->ident, &text) ||
	    !check_way(t, draft, edition))
		return false;
	text = renamed(t->ws.in.arena, text, stem_of(draft->ident),
	    str_from(edition, draft->ident->subject.len + 1));
	if (there == NULL) {
		write_edition(t, draft, edition, text);
		return true;
	}
	if (!read_text(t, there->ident, &other))
		return false;
	if (!str_eq(text, other))
		die_usage(DIAG_DRAFT_THERE, c_edition(t, there),
		    c_work(t, there));
	return true;
}

static void
move_draft(struct transaction *t, const struct card *draft)
{
	const struct card *first = draft, *all = t->ws.in.collection.cards;
	str edition = name_edition(t->ws.in.arena, draft->ident->work,
	    t->ws.in.day, draft->ident->revision);

	while (first != all && str_eq(first[-1].ident->work,
	    draft->ident->work) &&
	    first[-1].ident->revision == draft->ident->revision)
		first--;
	if (first != all && str_eq(first[-1].ident->work, draft->ident->work))
		check_day(t, first - 1);
	/* Two drafts of other days: somebody must choose. */
	if (draft - first > 1 || (draft - first == 1 &&
	    !str_eq(first->ident->edition, edition) &&
	    !str_eq(draft->ident->edition, edition)))
		die_usage(DIAG_DRAFT_THERE, c_edition(t, first),
		    c_work(t, draft));
	for (; first <= draft; first++) {
		if (str_eq(first->ident->edition, edition))
			continue;
		if (!put_moved(t, first, edition))
			return;
		remove_edition(t, first);
	}
	tell(t, "taslağın yeni adı", "the draft is now", edition);
}

int
revise_redate(const struct options *o)
{
	const struct card *last;
	struct transaction t;

	if (begin(&t, o)) {
		last = newest(&t, transaction_target(&t, o->paths[0]));
		if (last->status.released)
			die_usage(DIAG_DRAFT_NONE, c_work(&t, last), "");
		move_draft(&t, last);
	}
	return transaction_close(&t);
}

/* --- Back to what was released */

static bool
is_meant(str path, str edition)
{
	struct ident ident;

	return ident_read(&ident, edition, NULL, edition) &&
	    (str_eq(path, edition) || str_eq(path, ident.work));
}

/* What was erased is as it should be where its tombstone stands. */
static void
restore(struct transaction *t, const struct ident *ident)
{
	const struct row *row = register_release(&t->ws.in.reg, ident->edition);

	if (row->event == EVENT_ERASE)
		erase_files(t->ws.in.arena, t->ws.in.tree.root, &t->ws.in.reg,
		    row);
	else if (!restore_edition(t, ident))
		return;
	tell(t, "yayımlandığı gibi", "as it was released", ident->edition);
}

int
revise_restore(const struct options *o)
{
	struct ident ident;
	struct transaction t;
	size_t i, num = 0;
	str path;

	if (!begin(&t, o))
		return transaction_close(&t);
	path = limit_path(t.ws.in.arena, o->paths[0], t.ws.in.tree.root);
	for (i = 0; i < t.ws.in.reg.num; i++) {
		if (t.ws.in.reg.rows[i].event != EVENT_RELEASE ||
		    !is_meant(path, t.ws.in.reg.rows[i].edition))
			continue;
		ident_read(&ident, t.ws.in.reg.rows[i].edition, NULL, S(""));
		restore(&t, &ident);
		num++;
	}
	if (num == 0)
		limit_unknown(t.ws.in.arena, o->paths[0], t.ws.in.tree.root,
		    &t.ws.in.collection);
	return transaction_close(&t);
}
