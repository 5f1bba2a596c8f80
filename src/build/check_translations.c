/* SPDX-License-Identifier: ISC */
#include "build/check_translations.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/nearest.h"
#include "base/path.h"
#include "model/translation.h"

/* Each search for a nearest name compares all editions. */
enum { SEARCH_LIMIT = 100 };

struct checker {
	struct input		*in;
	const struct collection	*c;
	unsigned		 searches;
	const struct card	**found;	/* with an original, the newest
						 * of their works */
	size_t			 num_found;
};

static str
path_of(const struct checker *k, const struct card *card)
{
	return path_file(k->in->arena, k->in->tree.root, card->ident->edition,
	    S(".md"));
}

static void
report(const struct checker *k, enum diag id, const struct card *card,
    str first, str second, str third)
{
	diag(k->in->diags, id, card->translation_pos, path_of(k, card), first,
	    second, third);
}

/* --- One translation */

/* Returns the edition that was probably meant: the work's newest one where only
 * a work is named. */
static str
meant(struct checker *k, str typed)
{
	const struct map_slot *slot = map_find(&k->c->names, typed);
	struct nearest near = nearest_to(typed);
	size_t i;

	if (slot != NULL && slot->number == NAME_WORK)
		return ((const struct card *)slot->value)->ident->edition;
	if (k->searches++ >= SEARCH_LIMIT)
		return S("");
	for (i = 0; i < k->c->num_cards; i++)
		nearest_offer(&near, k->c->cards[i].ident->edition);
	return nearest_best(&near);
}

/* A language that the original does not have. */
static str
other_lang(const struct card *original)
{
	enum lang lang = 0;

	while (lang == original->lang)
		lang++;
	return lang_tag(lang);
}

static void
report_original(struct checker *k, const struct card *card,
    const struct card *original)
{
	str typed = card->translation_of;

	if (str_eq(original->ident->work, card->ident->work))
		report(k, DIAG_TRANSLATION_SELF, card, typed,
		    card->ident->name, S(""));
	else if (original->translation_of.len != 0)
		report(k, DIAG_TRANSLATION_CHAIN, card, typed,
		    original->translation_of, S(""));
	else
		report(k, DIAG_TRANSLATION_LANG, card, lang_tag(card->lang),
		    typed, other_lang(original));
}

static void
check_original(struct checker *k, const struct card *card)
{
	const struct map_slot *slot = map_find(&k->c->names,
	    card->translation_of);

	if (slot == NULL || slot->number != NAME_EDITION)
		report(k, DIAG_TRANSLATION_EDITION, card, card->translation_of,
		    meant(k, card->translation_of), S(""));
	else if (card->original == NULL || card->original->lang == card->lang)
		report_original(k, card, slot->value);
	else if (card->status.state == STATE_DRAFT &&
	    translation_lag(k->c, card) == TRANSLATION_BEHIND)
		report(k, DIAG_TRANSLATION_OLD, card, card->translation_of,
		    translation_now(k->c, card)->ident->edition, S(""));
}

/* --- Two translations into one language */

static int
cmp_found(const void *a, const void *b)
{
	const struct card *x = *(const struct card *const *)a;
	const struct card *y = *(const struct card *const *)b;
	int c = str_cmp(x->original->ident->work, y->original->ident->work);

	if (c == 0)
		c = (int)x->lang - (int)y->lang;
	return c != 0 ? c : str_cmp(x->ident->work, y->ident->work);
}

static bool
is_second(const struct card *x, const struct card *y)
{
	return x->lang == y->lang && str_eq(x->original->ident->work,
	    y->original->ident->work);
}

static void
check_twice(struct checker *k)
{
	size_t i;

	if (k->num_found != 0)
		qsort(k->found, k->num_found, sizeof(*k->found), cmp_found);
	for (i = 1; i < k->num_found; i++) {
		const struct card *x = k->found[i - 1], *y = k->found[i];

		if (!is_second(x, y))
			continue;
		report(k, DIAG_TRANSLATION_TWICE, x, lang_tag(x->lang),
		    path_of(k, y), S(""));
		report(k, DIAG_TRANSLATION_TWICE, y, lang_tag(y->lang),
		    path_of(k, x), S(""));
	}
}

void
check_translations(struct input *in)
{
	const struct collection *c = &in->collection;
	struct checker k = { .in = in, .c = c,
	    .found = arena_room(in->arena, const struct card *,
	    c->num_cards) };
	const struct card *card;

	for (card = c->cards; card < c->cards + c->num_cards; card++) {
		if (card->translation_of.len == 0)
			continue;
		check_original(&k, card);
		if (card->original != NULL && collection_is_newest(c, card) &&
		    card->status.state != STATE_WITHDRAWN)
			k.found[k.num_found++] = card;
	}
	check_twice(&k);
}
