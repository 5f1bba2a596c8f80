/* SPDX-License-Identifier: ISC */
#include "model/earlier.h"

#include "base/arena.h"

size_t
earlier_count(const struct earlier *e)
{
	size_t num = 0;

	for (; e != NULL; e = e->next)
		num++;
	return num;
}

static struct sourced
copy(struct arena *a, const struct sourced *s)
{
	return (struct sourced){ .text = str_copy(a, s->text),
	    .place.pos = s->place.pos };
}

struct earlier *
earlier_copy(struct arena *a, const struct earlier *e)
{
	struct earlier *first = NULL, **to = &first;

	for (; e != NULL; e = e->next) {
		*to = arena_new_of(a, struct earlier);
		**to = (struct earlier){ e->date, copy(a, &e->number), copy(a,
		    &e->change), NULL };
		to = &(*to)->next;
	}
	return first;
}

str
earlier_date(struct arena *a, const struct earlier *e)
{
	return date_is_set(e->date) ? date_dotted(a, e->date) : S("–");
}
