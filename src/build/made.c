/* SPDX-License-Identifier: ISC */
#include "build/made.h"

#include <assert.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/census.h"
#include "base/path.h"
#include "base/pool.h"
#include "base/sink.h"
#include "build/workspace.h"
#include "html/lists.h"
#include "register/released.h"

/*
 * What the files of an edition are made from
 * ------------------------------------------
 * A renderer gets the document, its files, the collection and the lists of
 * site/. The collection does not have the text of any other document: cards
 * are all that remains of them. So the page, record, fragment, page of changes
 * and search text of an edition are a function of
 *
 *   common      the bytes of every index.md (settings, titles, contacts), the
 *               register, the logo; and of each edition what pages of other
 *               works may show: that it is there, its title, its language,
 *               which edition it translates, its dates of review. From these,
 *               the register and the day follow all states
 *   its work    the bytes of all its editions, their images and records: the
 *               list of editions and the page of changes show older ones
 *   referrers   which documents refer to it
 *   items       to which of its list items others link
 *
 * and of what must be as it was before out/.made is used at all (state.c): the
 * program, the options, the day, the templates, the faces. What was reported of
 * a text that is not rendered again is lost with it only if a renderer reports
 * a warning: none does (an error of a renderer, such as a missing glyph, stops
 * the build, and then there is no state).
 *
 * Texts enter by their bytes, which were read; other files by what stat tells
 * of them. One that was changed in the moment in which the build began, or
 * since, may have had other bytes when it was read: its work is not noted, so
 * that the next build makes it again (state.c: “racily clean”).
 *
 * out/.made is the set of the digests of all that, sorted, 32 bytes each. It
 * does not name the editions: each digest contains its own.
 *
 * A member of struct card that pages of another work show must enter common.
 * The assertion below makes who changes the struct look here; the suite state
 * changes each key of a front matter and each thing that a text can have, and
 * compares with a build from nothing.
 */

static_assert(sizeof(void *) != 8 || sizeof(struct card) == 376,
    "say in put_card() what pages of other works show of a new member");

struct made {
	const struct input	*in;
	const struct html_lists	*lists;
	struct digest		 common;
	struct digest		*works;		/* at each first edition */
	bool			*is_new;	/* the same: not to be noted */
	bool			 all_new;
	struct timespec		 began;
	struct digest		*now;		/* of each edition */
	const struct digest	*old;		/* sorted */
	size_t			 num_old;
};

static void
put_text(struct sink *k, str s)
{
	sink_uint(k, s.len);
	sink_char(k, ' ');
	sink_put(k, s);
}

static void
put_bytes(struct sink *k, const struct digest *d)
{
	sink_put(k, (str){ (const char *)d->bytes, DIGEST_SIZE });
}

static struct digest
finish(struct sink *k)
{
	struct digest d = digest_of(sink_str(k));

	sink_free(k);
	return d;
}

/* --- Common */

static void
put_card(struct sink *k, struct arena *a, const struct card *card)
{
	put_text(k, card->ident->edition);
	put_text(k, card->title);
	put_text(k, lang_tag(card->lang));
	put_text(k, card->translation_of);
	sink_uint(k, card->review_months);
	sink_char(k, ' ');
	put_text(k, date_iso(a, card->review_date));
}

static struct digest
common_of(struct made *m)
{
	const struct input *in = m->in;
	const struct collection *c = &in->collection;
	struct timespec newest = { 0 };
	struct sink k = { 0 };
	size_t i;

	put_text(&k, in->reg.exists ? in->reg.bytes : S("–"));
	for (i = 0; i < c->num_folders; i++) {
		put_text(&k, c->folders[i].path);
		put_bytes(&k, &in->sources[i]);
	}
	for (i = 0; i < c->num_cards; i++)
		put_card(&k, in->arena, &c->cards[i]);
	put_text(&k, c->logo);
	if (c->logo.len != 0)
		census_path(&k, path_name(in->arena, in->tree.root, c->logo),
		    &newest);
	m->all_new = census_compare(newest, m->began) >= 0;
	return finish(&k);
}

/* --- A work */

/* *newest becomes the last change of its files but the text, if that is
 * later. */
static void
put_edition(struct sink *k, const struct input *in, struct arena *a, size_t i,
    struct timespec *newest)
{
	const struct edition *e = &in->tree.editions[i];
	str folder = path_join(a, in->tree.root, e->ident.edition);
	size_t j;

	put_text(k, e->ident.edition);
	put_bytes(k, &in->sources[in->tree.num_folders + i]);
	for (j = 0; j < e->pictures.num; j++) {
		put_text(k, e->pictures.items[j]);
		census_path(k, path_name(a, folder, e->pictures.items[j]),
		    newest);
	}
	if (e->has_pdf)
		census_path(k, str_c(a, released_record_path(a, in->tree.root,
		    e->ident.edition)), newest);
}

static size_t
first_of(const struct made *m, size_t i)
{
	const struct card *cards = m->in->collection.cards;

	return (size_t)(collection_first(&m->in->collection, &cards[i]) -
	    cards);
}

static void
set_work(void *context, size_t worker, size_t first)
{
	struct made *m = context;
	const struct collection *c = &m->in->collection;
	struct arena *a = arena_new();
	struct timespec newest = { 0 };
	struct sink k = { 0 };
	size_t i;

	(void)worker;
	for (i = first; first_of(m, first) == first && i < c->num_cards &&
	    str_eq(c->cards[i].ident->work, c->cards[first].ident->work); i++)
		put_edition(&k, m->in, a, i, &newest);
	m->works[first] = finish(&k);
	m->is_new[first] = census_compare(newest, m->began) >= 0;
	arena_free(a);
}

/* --- An edition */

static void
put_strings(struct sink *k, const struct strings *s)
{
	size_t i;

	sink_uint(k, s->num);
	sink_char(k, ' ');
	for (i = 0; i < s->num; i++)
		put_text(k, s->items[i]);
}

static struct digest
digest_of_edition(const struct made *m, size_t i)
{
	const struct card *card = &m->in->collection.cards[i];
	const struct html_cards *referrers = &m->lists->referrers[i];
	struct sink k = { 0 };
	size_t j;

	put_bytes(&k, &m->common);
	put_bytes(&k, &m->works[first_of(m, i)]);
	put_text(&k, card->ident->edition);
	put_strings(&k, &card->items);
	for (j = 0; j < referrers->num; j++)
		put_text(&k, referrers->cards[j]->ident->edition);
	return finish(&k);
}

static int
compare(const void *a, const void *b)
{
	return memcmp(a, b, DIGEST_SIZE);
}

bool
made_is_same(struct made *m, size_t i)
{
	m->now[i] = digest_of_edition(m, i);
	return m->num_old != 0 && bsearch(&m->now[i], m->old, m->num_old,
	    sizeof(*m->old), compare) != NULL;
}

struct made *
made_open(const struct workspace *ws, const struct html_lists *lists, str old,
    struct timespec began)
{
	const struct input *in = &ws->in;
	struct made *m = arena_new_of(in->arena, struct made);
	size_t num = in->collection.num_cards;

	*m = (struct made){ .in = in, .lists = lists, .began = began,
	    .old = (const struct digest *)old.p,
	    .num_old = old.len / sizeof(*m->old) };
	m->works = arena_array(in->arena, struct digest, num);
	m->is_new = arena_array(in->arena, bool, num);
	m->now = arena_array(in->arena, struct digest, num);
	m->common = common_of(m);
	pool_each(ws->pool, num, set_work, m);
	return m;
}

str
made_text(struct made *m)
{
	size_t i, num = 0;

	for (i = 0; i < m->in->collection.num_cards && !m->all_new; i++)
		if (!m->is_new[first_of(m, i)])
			m->now[num++] = m->now[i];
	if (num != 0)
		qsort(m->now, num, sizeof(*m->now), compare);
	return (str){ (const char *)m->now, num * sizeof(*m->now) };
}
