/* SPDX-License-Identifier: ISC */
#include "edition/revise.h"

#include "base/die.h"
#include "base/phrase.h"
#include "edition/edition_files.h"
#include "edition/edition_text.h"
#include "edition/restore.h"
#include "edition/transaction.h"
#include "register/erase.h"

static str
stem_of(const struct ident *ident)
{
	return str_from(ident->edition, ident->subject.len + 1);
}

static str
name_edition(struct arena *a, str work, struct date day, unsigned revision)
{
	return str_join(a, work, S("_"), date_compact(a, day), S("_"),
	    str_uint(a, revision));
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
print_edition(const struct transaction *t, enum phrase phrase, str edition)
{
	if (!t->options.quiet)
		phrase_print(phrase, edition);
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

/* Returns whether the draft is what an interrupted run made of the altered
 * edition. */
static bool
is_copy(struct transaction *t, const struct card *draft, str drafted,
    const struct card *altered, str text)
{
	struct arena *a = t->ws.in.arena;

	text = edition_text_rename(a, text, stem_of(altered->ident),
	    stem_of(draft->ident));
	return edition_files_match(t, altered, draft->ident->edition) &&
	    str_eq(edition_text_set_change(a, text, t->options.note,
	    draft->lang), drafted);
}

/* The work has a draft, so no new edition is made. It may be the copy that an
 * interrupted run made of an altered edition: then the run is completed. */
static void
complete_draft(struct transaction *t, const struct card *draft)
{
	const struct card *last = collection_before(&t->ws.in.collection,
	    draft);
	str drafted, text;

	if (last == NULL || restore_is_whole(t, last->ident))
		die_usage(DIAG_DRAFT_EXISTS, c_edition(t, draft),
		    c_work(t, draft));
	if (!edition_files_read(t, draft->ident, &drafted) ||
	    !edition_files_read(t, last->ident, &text))
		return;
	if (!is_copy(t, draft, drafted, last, text))
		die_usage(DIAG_DRAFT_AND_CHANGE, c_edition(t, draft),
		    c_work(t, draft));
	if (restore_edition(t, last->ident))
		print_edition(t, PHRASE_TEXT_BACK, last->ident->edition);
}

/* Makes the next edition, a copy of the last one, and restores the released
 * files of that. */
static void
make_next(struct transaction *t, const struct card *last)
{
	struct arena *a = t->ws.in.arena;
	bool altered = last->status.released &&
	    !restore_is_whole(t, last->ident);
	str edition = name_edition(a, last->ident->work, t->ws.in.day,
	    last->ident->revision + 1);
	str text;

	check_day(t, last);
	if (!edition_files_read(t, last->ident, &text) ||
	    !edition_files_check(t, last, edition))
		return;
	if (altered && !restore_check(t, last->ident))
		return;
	text = edition_text_rename(a, text, stem_of(last->ident),
	    str_from(edition, last->ident->subject.len + 1));
	text = edition_text_set_change(a, text, t->options.note, last->lang);
	edition_files_write(t, last, edition, text);
	print_edition(t, PHRASE_REVISED, edition);
	if (altered && restore_edition(t, last->ident))
		print_edition(t, PHRASE_REVISED_TEXT_BACK,
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
			complete_draft(&t, last);
		else
			make_next(&t, last);
	}
	return transaction_close(&t);
}

/* --- Another day */

/* Writes the draft under its new name. An interrupted run has written it
 * already: then it is complete, because its source was written last. Returns
 * whether the old one may be removed. */
static bool
write_moved(struct transaction *t, const struct card *draft, str edition)
{
	const struct map_slot *slot = map_find(&t->ws.in.collection.names,
	    edition);
	const struct card *moved = slot != NULL ? slot->value : NULL;
	str text, other;

	if (!edition_files_read(t, draft->ident, &text) ||
	    !edition_files_check(t, draft, edition))
		return false;
	text = edition_text_rename(t->ws.in.arena, text,
	    stem_of(draft->ident), str_from(edition,
	    draft->ident->subject.len + 1));
	if (moved == NULL) {
		edition_files_write(t, draft, edition, text);
		return true;
	}
	if (!edition_files_read(t, moved->ident, &other))
		return false;
	if (!str_eq(text, other))
		die_usage(DIAG_DRAFT_EXISTS, c_edition(t, moved),
		    c_work(t, moved));
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
	/* Of two drafts of other days the author must choose one. */
	if (draft - first > 1 || (draft - first == 1 &&
	    !str_eq(first->ident->edition, edition) &&
	    !str_eq(draft->ident->edition, edition)))
		die_usage(DIAG_DRAFT_EXISTS, c_edition(t, first),
		    c_work(t, draft));
	for (; first <= draft; first++) {
		if (str_eq(first->ident->edition, edition))
			continue;
		if (!write_moved(t, first, edition))
			return;
		edition_files_remove(t, first);
	}
	print_edition(t, PHRASE_REDATED, edition);
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

/* --- The released files again */

/* Returns whether the path names the edition or its work. */
static bool
is_named(str path, str edition)
{
	struct ident ident;

	return ident_read(&ident, edition, NULL, edition) &&
	    (str_eq(path, edition) || str_eq(path, ident.work));
}

/* Of an erased edition, the source that remains is restored. */
static void
restore(struct transaction *t, const struct ident *ident)
{
	const struct row *row = register_release(&t->ws.in.reg, ident->edition);
	struct remains remains = remains_make(t->ws.in.arena,
	    t->ws.in.tree.root, str_of(t->options.out));

	if (row->event == EVENT_ERASE) {
		erase_files(&remains, &t->ws.in.reg, row);
		erase_sync(&remains);
	} else if (!restore_edition(t, ident))
		return;
	print_edition(t, PHRASE_RESTORED, ident->edition);
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
		    !is_named(path, t.ws.in.reg.rows[i].edition))
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
