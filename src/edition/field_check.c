/* SPDX-License-Identifier: ISC */
#include "edition/field_check.h"

#include "base/arena.h"
#include "base/nearest.h"
#include "model/dom.h"

/* Returns the first field of the name, or NULL. */
static const struct field *
find(const struct field_list *fields, str name)
{
	size_t i;

	for (i = 0; i < fields->num; i++)
		if (str_eq(fields->items[i]->name, name))
			return fields->items[i];
	return NULL;
}

/* Returns the field that the old one has probably become: of those that are
 * new the one whose name is near, or the only one. */
static const struct field *
successor(const struct field_list *old, const struct field_list *new,
    str name)
{
	struct nearest n = nearest_to(name);
	const struct field *last = NULL;
	size_t i, num = 0;

	for (i = 0; i < new->num; i++) {
		if (find(old, new->items[i]->name) != NULL ||
		    find(new, new->items[i]->name) != new->items[i])
			continue;
		last = new->items[i];
		nearest_offer(&n, last->name);
		num++;
	}
	if (nearest_best(&n).len != 0)
		return find(new, nearest_best(&n));
	return num == 1 ? last : NULL;
}

static void
compare(struct input *in, const struct field_list *old,
    const struct field_list *new, str path)
{
	const struct field *f, *other;
	size_t i;

	for (i = 0; i < old->num; i++) {
		f = old->items[i];
		if (find(old, f->name) != f || find(new, f->name) != NULL)
			continue;
		other = successor(old, new, f->name);
		diag(in->diags, DIAG_RELEASE_FIELD, other != NULL ?
		    other->pos : POS_NONE, path, f->name, other != NULL ?
		    other->name : S("–"));
	}
}

static struct doc
read(const struct input *in, struct arena *a, const struct card *card)
{
	return input_read_edition(in, a, NULL,
	    &in->tree.editions[card - in->collection.cards]);
}

void
field_check(struct input *in, const struct card *before,
    const struct card *next, str path)
{
	struct arena *a = arena_new();
	struct doc old = read(in, a, before), new = read(in, a, next);

	if (!old.unread && !new.unread)
		compare(in, &old.fields, &new.fields, path);
	dom_close(&old);
	dom_close(&new);
	arena_free(a);
}
