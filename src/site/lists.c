/* SPDX-License-Identifier: ISC */
#include "site/lists.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/path.h"
#include "base/turkish.h"
#include "site/feed.h"
#include "site/languages.h"
#include "site/letter.h"
#include "site/referrers.h"

enum {
	WHOLE = 300,			/* works; a longer list has parts */
	PART = 500,			/* works of a part, at most */
	CHANGE_DAYS = 90
};

/* --- Works */

/* Other titles come before letters, so that those of a letter stand
 * together. */
static int
cmp_work(const void *a, const void *b)
{
	const struct card *x = *(const struct card *const *)a;
	const struct card *y = *(const struct card *const *)b;
	size_t i = letter_of(x->title), j = letter_of(y->title);
	int c = i != j ? (i < j ? -1 : 1) : turkish_cmp(x->title, y->title);

	return c != 0 ? c : str_cmp(x->ident->work, y->ident->work);
}

/* The works of the site, the root's list. */
static void
list_shown(struct html_list *l, struct arena *a, const struct collection *c)
{
	size_t i;

	l->works = arena_room(a, const struct card *, c->folders[0].documents);
	for (i = 0; i < c->num_cards; i++)
		if (collection_is_newest(c, &c->cards[i]) &&
		    collection_is_shown(c, &c->cards[i]))
			l->works[l->num++] = collection_at_address(c,
			    &c->cards[i]);
	if (l->num != 0)
		qsort(l->works, l->num, sizeof(struct card *), cmp_work);
}

/* --- Folders and units */

static void
open_folders(struct html_lists *all, struct arena *a,
    const struct collection *c)
{
	const struct folder_card *f;
	size_t i;

	all->folders = arena_array(a, struct html_list, c->num_folders);
	for (i = 0; i < c->num_folders; i++) {
		f = &c->folders[i];
		all->folders[i].folder = f->path;
		all->folders[i].title = f->title;
		all->folders[i].path = f->depth == 0 ? S("index.html") :
		    str_join(a, f->path, S("/index.html"));
		if (f->depth != 0)
			all->folders[i].works = arena_room(a,
			    const struct card *, f->documents);
	}
}

/* Counts the works of each unit; the map leads to its list. A unit has the
 * title that the first of its folders has. */
static void
open_units(struct html_lists *all, struct arena *a, struct map *units,
    const struct collection *c)
{
	const struct folder_card *f;
	struct map_slot *slot;
	struct html_list *u;

	all->units = arena_array(a, struct html_list, c->num_folders);
	for (f = c->folders; f != c->folders + c->num_folders; f++) {
		if (f->depth != 2 || f->documents == 0)
			continue;
		slot = map_slot(units, path_last(f->path));
		if (slot->value == NULL) {
			u = slot->value = &all->units[all->num_units++];
			u->folder = S("birim");
			u->title = f->title;
			u->path = str_join(a, S("birim/"), slot->key,
			    S(".html"));
		}
		u = slot->value;
		u->num += f->documents;
	}
	for (u = all->units; u != all->units + all->num_units; u++) {
		u->works = arena_room(a, const struct card *, u->num);
		u->num = 0;
	}
}

/* Adds the work, which comes next in the order of titles, to the lists of its
 * folders, without the root, and of its unit. */
static void
add_work(struct html_lists *all, const struct collection *c,
    const struct map *units, const struct card *card)
{
	str path = card->ident->subject;
	struct html_list *l;

	for (; path.len != 0; path = collection_above(path)) {
		l = &all->folders[collection_folder(c, path) - c->folders];
		l->works[l->num++] = card;
	}
	l = map_find(units, path_last(card->ident->unit))->value;
	l->works[l->num++] = card;
}

static int
cmp_title(const void *a, const void *b)
{
	const struct html_list *x = a, *y = b;
	int c = turkish_cmp(x->title, y->title);

	return c != 0 ? c : str_cmp(x->path, y->path);
}

/* --- Parts */

static str
part_path(struct arena *a, const struct html_list *l, size_t letter, size_t nth)
{
	str start = S("harf"), number = S("");

	if (str_eq(l->folder, S("birim")) && !str_ends(l->path,
	    S("/index.html")))
		start = str_join(a, str_upto(l->path, l->path.len - 5),
		    S("_harf"));
	else if (l->folder.len != 0)
		start = str_join(a, l->folder, S("/harf"));
	if (nth != 1)
		number = str_join(a, S("-"), str_uint(a, nth));
	return str_join(a, start, S("_"), letter_name(letter), number,
	    S(".html"));
}

/* The number of works from first on that one part has. */
static size_t
part_length(const struct html_list *l, size_t first)
{
	size_t letter = letter_of(l->works[first]->title), n = 1;

	while (n < PART && first + n < l->num &&
	    letter_of(l->works[first + n]->title) == letter)
		n++;
	return n;
}

static void
split(struct html_list *l, struct arena *a)
{
	size_t i, letter, before = SIZE_MAX, nth = 0, num = 0;
	struct html_part *p;

	if (l->num <= WHOLE)
		return;
	for (i = 0; i < l->num; i += part_length(l, i))
		num++;
	l->parts = arena_array(a, struct html_part, num);
	for (i = 0; i < l->num; i += p->num) {
		letter = letter_of(l->works[i]->title);
		nth = letter == before ? nth + 1 : 1;
		before = letter;
		p = &l->parts[l->num_parts++];
		p->path = part_path(a, l, letter, nth);
		p->label = nth == 1 ? letter_label(letter) : str_join(a,
		    letter_label(letter), S(" "), str_uint(a, nth));
		p->first = i;
		p->num = part_length(l, i);
	}
}

static void
split_all(struct html_lists *all, struct arena *a, size_t folders)
{
	size_t i;

	for (i = 0; i < folders; i++)
		split(&all->folders[i], a);
	for (i = 0; i < all->num_units; i++)
		split(&all->units[i], a);
}

/* --- Changes */

static bool
is_change(enum event event, enum word *what)
{
	switch (event) {
	case EVENT_RELEASE:
		*what = WORD_CHANGE_RELEASED;
		return true;
	case EVENT_WARN:
		*what = WORD_CHANGE_WARNED;
		return true;
	case EVENT_WITHDRAW:
		*what = WORD_CHANGE_WITHDRAWN;
		return true;
	default:
		return false;
	}
}

/* Days count back from the newest row: no clock changes a page. Texts that had
 * to be erased are not named. */
static void
list_changes(struct html_lists *all, struct arena *a,
    const struct collection *c, const struct reg *reg)
{
	const struct row *row;
	struct html_change *change;
	const struct card *card;
	struct date from;

	if (reg->num == 0)
		return;
	row = reg->rows + reg->num;
	from = date_add_days(row[-1].date, -CHANGE_DAYS);
	all->changes = arena_array(a, struct html_change, reg->num);
	while (row != reg->rows && date_cmp((--row)->date, from) >= 0) {
		card = collection_card(c, row->edition);
		change = &all->changes[all->num_changes];
		if (card == NULL || card->status.erased ||
		    !is_change(row->event, &change->what))
			continue;
		change->day = row_day(row);
		change->card = collection_at_address(c, card);
		change->note = row_text(row);
		change->chain = row->chain;
		all->num_changes++;
	}
}

struct html_lists *
lists_alone(struct arena *a, const struct collection *c)
{
	struct html_lists *all = arena_new_of(a, struct html_lists);

	all->referrers = referrers_make(a, c);
	all->languages = languages_make(a, c);
	return all;
}

struct html_lists *
lists_make(struct arena *a, const struct collection *c, const struct reg *reg)
{
	struct html_lists *all = lists_alone(a, c);
	struct map units = map_make(a);
	size_t i;

	open_folders(all, a, c);
	open_units(all, a, &units, c);
	list_shown(&all->folders[0], a, c);
	for (i = 0; i < all->folders[0].num; i++)
		add_work(all, c, &units, all->folders[0].works[i]);
	if (all->num_units != 0)
		qsort(all->units, all->num_units, sizeof(*all->units),
		    cmp_title);
	split_all(all, a, c->num_folders);
	list_changes(all, a, c, reg);
	feed_name(all, a, c);
	return all;
}
