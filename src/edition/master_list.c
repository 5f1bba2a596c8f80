/* SPDX-License-Identifier: ISC */
#include "edition/master_list.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/shown.h"
#include "base/sink.h"
#include "base/turkish.h"
#include "base/witness.h"
#include "build/collect.h"
#include "build/day.h"
#include "build/filter_diags.h"
#include "build/options.h"
#include "build/peek_titles.h"
#include "edition/list_columns.h"
#include "edition/list_text.h"
#include "model/owner.h"
#include "model/translation.h"
#include "register/status.h"
#include "register/successor.h"

enum list_id {
#define X(id, tr, en, title_tr, title_en) LIST_##id,
#include "edition/lists.def"
#undef X
	LISTS
};

static const struct {
	const char	*names[LANG_COUNT];
	const char	*titles[LANG_COUNT];
} lists[LISTS] = {
#define X(id, tr, en, title_tr, title_en) \
	{ { tr, en }, { title_tr, title_en } },
#include "edition/lists.def"
#undef X
};

/* A state for readers, and for programs. */
static const struct state_name {
	enum word	 word;
	const char	*key;
} states[] = {
	[STATE_UNCONTROLLED] = { WORD_NONE, "–" },
	[STATE_DRAFT] = { WORD_DRAFT, "draft" },
	[STATE_WITHDRAWN] = { WORD_LIST_WITHDRAWN, "withdrawn" },
	[STATE_SUPERSEDED] = { WORD_LIST_SUPERSEDED, "superseded" },
	[STATE_IN_FORCE] = { WORD_STATUS_IN_FORCE, "in-force" },
}, warned = { WORD_STATUS_WARNING, "warned" },
    overdue = { WORD_STATUS_OVERDUE, "overdue" };

struct lister {
	struct workspace	 ws;
	enum list_id		 list;
	struct edition_status	*states;	/* of the cards, on the day */
	struct list_columns	 columns;
	struct list_output	 output;
};

str
master_list_title(enum lang lang, const char *name)
{
	size_t i, of;

	for (i = 0; i < LISTS; i++)
		for (of = 0; of < LANG_COUNT; of++)
			if (strcmp(lists[i].names[of], name) == 0)
				return str_of(lists[i].titles[lang]);
	return S("");
}

/* --- Which list, which editions */

/* “İPTAL” and “iptal”, “dış” and “dis” are the same name. */
static bool
is_name(struct arena *a, const char *name, const char *typed)
{
	return str_eq(turkish_slug(a, str_of(name)),
	    turkish_slug(a, str_of(typed)));
}

static bool
read_list(struct arena *a, const char *typed, enum list_id *list)
{
	enum lang lang;
	size_t i;

	for (i = 0; i < LISTS; i++)
		for (lang = 0; lang < LANG_COUNT; lang++)
			if (is_name(a, lists[i].names[lang], typed)) {
				*list = (enum list_id)i;
				return true;
			}
	return false;
}

static _Noreturn void
die_list(const char *name)
{
	struct sink k = { 0 };
	size_t i;

	for (i = 0; i < LISTS; i++) {
		sink_puts(&k, i != 0 ? ", " : "");
		sink_puts(&k, lists[i].names[message_language()]);
	}
	sink_char(&k, '\0');
	die_usage(DIAG_LIST_STATUS, name, k.p);
}

static bool
is_in(const struct lister *l, const struct edition_status *s)
{
	switch (l->list) {
	case LIST_IN_FORCE:
	case LIST_OUTSIDE:
		return s->state == STATE_IN_FORCE ||
		    s->state == STATE_UNCONTROLLED;
	case LIST_WITHDRAWN:
		return s->state == STATE_WITHDRAWN;
	case LIST_OVERDUE:
		return s->overdue;
	case LIST_WARNED:
		return s->num_warnings != 0 && s->state == STATE_IN_FORCE;
	case LIST_SUPERSEDED:
		return s->state == STATE_SUPERSEDED;
	case LIST_DRAFT:
		return s->state == STATE_DRAFT;
	case LIST_LAGGING:
		return s->state == STATE_IN_FORCE ||
		    s->state == STATE_UNCONTROLLED;
	default:
		return true;
	}
}

/* What is known only after the edition was read. */
static bool
is_lagging(const struct lister *l, const struct card *card)
{
	return translation_lag(&l->ws.in.collection, card) !=
	    TRANSLATION_CURRENT;
}

/* Returns whether the PATHs of the command line contain the edition. */
static bool
is_within(const struct lister *l, size_t i)
{
	return limit_has_edition(&l->ws.in.limit,
	    l->ws.in.collection.cards[i].ident);
}

/* --- A row */

static str
title_of(const struct lister *l, str folder)
{
	const struct folder_card *card = collection_folder(
	    &l->ws.in.collection, folder);

	return card != NULL ? card->title : folder;
}

static str
text_or_dash(str s)
{
	return s.len != 0 ? s : S("–");
}

static str
day_or_dash(struct lister *l, struct date d)
{
	return date_is_set(d) ? list_output_date(&l->output, d) : S("–");
}

static void
put_name(struct sink *k, const struct state_name *name, bool key)
{
	if (k->len != 0)
		sink_puts(k, key ? " " : " – ");
	sink_put(k, key ? str_of(name->key) : lang_word(message_language(),
	    name->word));
}

static str
state_in(struct arena *a, const struct edition_status *s, bool key)
{
	struct sink k = { 0 };

	put_name(&k, &states[s->state], key);
	if (s->state == STATE_IN_FORCE && s->num_warnings != 0)
		put_name(&k, &warned, key);
	if (s->overdue)
		put_name(&k, &overdue, key);
	return sink_take(&k, a);
}

str
master_list_state(struct arena *a, const struct edition_status *s)
{
	return state_in(a, s, false);
}

/* Fills the state in words, and the columns that explain it. */
static void
put_state(struct lister *l, const struct edition_status *s, str *cells)
{
	bool in_force = s->state == STATE_IN_FORCE;

	cells[LIST_STATE] = state_in(l->ws.in.arena, s, l->output.format ==
	    LIST_JSON);
	cells[LIST_REVIEW] = in_force ? day_or_dash(l, s->review) : S("–");
	cells[LIST_END] = in_force ? S("–") : day_or_dash(l, s->since);
	cells[LIST_NOTE] = s->state != STATE_WITHDRAWN ? s->note :
	    s->successor.len == 0 ? s->reason :
	    successor_note(l->ws.in.arena, s->reason, s->successor);
	cells[LIST_SUCCESSOR] = text_or_dash(s->successor);
	if (in_force && s->num_warnings != 0)
		cells[LIST_NOTE] = status_warnings(l->ws.in.arena, s);
	cells[LIST_NOTE] = text_or_dash(cells[LIST_NOTE]);
}

static void
add_cells(struct lister *l, const struct card *card, const str *cells)
{
	list_output_add(&l->output, list_columns_cells(&l->columns,
	    l->ws.in.arena, card, cells));
}

static void
add_row(struct lister *l, size_t i)
{
	const struct collection *c = &l->ws.in.collection;
	const struct card *card = &c->cards[i];
	const struct ident *id = card->ident;
	str cells[LIST_COLUMNS];
	size_t j;

	cells[LIST_WORK] = id->work;
	cells[LIST_TITLE] = card->title;
	cells[LIST_UNIT] = title_of(l, id->unit);
	cells[LIST_OWNER] = text_or_dash(owner_of(c, card));
	cells[LIST_REVISION] = str_uint(l->ws.in.arena, id->revision);
	cells[LIST_FIRST] = day_or_dash(l,
	    collection_published(c, card, card->earlier));
	cells[LIST_DATE] = day_or_dash(l, collection_revised(c,
	    card, card->earlier));
	cells[LIST_EDITION] = id->edition;
	put_state(l, &l->states[i], cells);
	if (l->list == LIST_LAGGING)
		cells[LIST_NOTE] = translation_now(c, card)->ident->edition;
	if (l->list != LIST_OUTSIDE)
		add_cells(l, card, cells);
	for (j = 0; l->list == LIST_OUTSIDE && j < card->outside.num; j++) {
		cells[LIST_NOTE] = card->outside.items[j];
		add_cells(l, card, cells);
	}
}

/* --- The whole list */

/* Computes the states on the day of the list, which may be in the past:
 * status_make() does not go back before the last row. */
static void
make_states(struct lister *l)
{
	const struct collection *c = &l->ws.in.collection;
	struct arena *a = l->ws.in.arena;

	l->states = arena_array(a, struct edition_status, c->num_cards);
	status_of_cards(a, &l->ws.in.reg, c, l->output.day, l->states);
}

/* Returns which editions the list may show. Whether a review is overdue is
 * known only after the edition is read. */
static bool *
find_candidates(struct lister *l)
{
	size_t i, num = l->ws.in.collection.num_cards;
	bool *wanted = arena_array(l->ws.in.arena, bool, num);

	for (i = 0; i < num; i++)
		wanted[i] = is_within(l, i) && (l->list == LIST_OVERDUE ?
		    l->states[i].state == STATE_IN_FORCE :
		    is_in(l, &l->states[i]));
	return wanted;
}

/* On a day in the past, originals had the states of that day. */
static void
find_originals(struct lister *l)
{
	struct collection *c = &l->ws.in.collection;
	size_t i;

	c->controlled = l->ws.in.reg.exists;
	for (i = 0; i < c->num_cards; i++)
		c->cards[i].status = l->states[i];
	translation_find(c);
}

/* Reads only the documents that the list may show. */
static void
read_titles(struct lister *l)
{
	struct peek_titles peek = { .ws = &l->ws,
	    .outside = l->list == LIST_OUTSIDE };

	make_states(l);
	peek.wanted = find_candidates(l);
	peek_titles(&peek);
	make_states(l);
	find_originals(l);
}

static void (*const writers[])(const struct list_output *, struct sink *) = {
	[LIST_TEXT] = list_text_write,
	[LIST_CSV] = list_output_csv,
	[LIST_JSON] = list_output_json,
};

static void
print_list(struct lister *l)
{
	struct sink k = { 0 };
	size_t i;

	for (i = 0; i < l->ws.in.collection.num_cards; i++)
		if (is_within(l, i) && is_in(l, &l->states[i]) &&
		    (l->list != LIST_LAGGING ||
		    is_lagging(l, &l->ws.in.collection.cards[i])))
			add_row(l, i);
	writers[l->output.format](&l->output, &k);
	if (!shown_write(sink_str(&k)))
		die_system(DIAG_WRITE, "stdout", "");
	sink_free(&k);
}

static void
read_options(struct lister *l, const struct options *o)
{
	if (o->status != NULL && !read_list(l->ws.in.arena, o->status,
	    &l->list))
		die_list(o->status);
	if (!list_output_open(&l->output, l->ws.in.arena, o->format))
		die_usage(DIAG_LIST_FORMAT, o->format, "");
}

int
master_list(const struct options *o)
{
	struct lister l = { .list = LIST_IN_FORCE };

	workspace_open(&l.ws, o);
	read_options(&l, o);
	collect(&l.ws.in);
	filter_diags_register(&l.ws.in);
	if (l.ws.in.reg.valid || !l.ws.in.reg.exists) {
		l.output.day = date_is_set(o->on) ? o->on : day_of(o);
		l.output.title = lists[l.list].titles[message_language()];
		list_columns_make(&l.columns, l.ws.in.arena,
		    &l.ws.in.collection, l.list == LIST_OUTSIDE ?
		    LIST_OF_SOURCES : l.list == LIST_LAGGING ?
		    LIST_OF_ORIGINALS : LIST_OF_NOTES);
		l.output.columns = l.columns.columns;
		l.output.num_columns = l.columns.num;
		read_titles(&l);
		print_list(&l);
		witness_report(l.ws.in.diags, true);
	}
	return workspace_close(&l.ws);
}
