/* SPDX-License-Identifier: ISC */
#include "import/losses.h"

#include "base/arena.h"

/* The most places of one loss that are printed, and losses with a place of
 * their own: a hostile file may have a million. */
enum { PLACES = 20, LOSSES = 500, SHOWN = 200 };

static struct loss *
find(struct losses *l, enum phrase kind, str what)
{
	struct loss *n;

	for (n = l->first; n != NULL; n = n->next)
		if (n->kind == kind && (str_eq(n->what, what) ||
		    l->num >= LOSSES))
			return n;
	return NULL;
}

void
losses_add(struct losses *l, enum phrase kind, str what, str place)
{
	struct loss *n;

	what = str_shorten(l->arena, what, SHOWN);
	n = find(l, kind, what);
	if (n == NULL) {
		n = arena_new_of(l->arena, struct loss);
		n->kind = kind;
		n->what = str_copy(l->arena, what);
		*(l->last != NULL ? &l->last->next : &l->first) = n;
		l->last = n;
		l->num++;
	}
	/* The headers of all sections have one place. */
	if (place.len == 0 || str_eq(place, sink_str(&n->places)) ||
	    n->num++ >= PLACES)
		return;
	sink_puts(&n->places, n->places.len != 0 ? ", " : "");
	sink_put(&n->places, place);
}

void
losses_moved(struct losses *l, str words)
{
	sink_char(&l->moved, ' ');
	sink_put(&l->moved, words);
}

void
losses_added(struct losses *l, str words)
{
	sink_char(&l->added, ' ');
	sink_put(&l->added, words);
}

void
losses_print(const struct losses *l)
{
	const struct loss *n;
	struct sink k = { 0 };

	for (n = l->first; n != NULL; n = n->next) {
		sink_reset(&k);
		phrase_put(&k, phrase_text(n->kind), &n->what);
		if (n->num > PLACES)
			phrase_print(PHRASE_LOSS_MORE, sink_str(&k),
			    sink_str(&n->places),
			    PHRASE_UINT(n->num - PLACES));
		else if (n->places.len != 0)
			phrase_print(PHRASE_LOSS_AT, sink_str(&k),
			    sink_str(&n->places));
		else
			phrase_print(PHRASE_LOSS, sink_str(&k));
	}
	sink_free(&k);
}

void
losses_free(struct losses *l)
{
	struct loss *n;

	for (n = l->first; n != NULL; n = n->next)
		sink_free(&n->places);
	sink_free(&l->moved);
	sink_free(&l->added);
}
