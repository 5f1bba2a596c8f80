/* SPDX-License-Identifier: ISC */
#include "build/list_pages.h"

#include "base/path.h"
#include "base/sink.h"
#include "html/renderer.h"

static const char changes_file[] = "degisiklikler.html";

/* Whether the index of one of the unit's folders is within the limit. */
static bool
has_unit(const struct output *o, const struct html_list *unit)
{
	const struct collection *c = &o->in->collection;
	str name = path_last(str_upto(unit->path, unit->path.len - 5));
	size_t i;

	for (i = 0; i < c->num_folders; i++)
		if (c->folders[i].depth == 2 &&
		    str_eq(path_last(c->folders[i].path), name) &&
		    limit_has_index(&o->in->limit, c->folders[i].path))
			return true;
	return false;
}

static void
plan_parts(struct output *o, const struct html_list *l)
{
	size_t i;

	for (i = 0; i < l->num_parts; i++)
		store_plan(o->store, l->parts[i].path);
}

void
list_pages_plan(struct output *o)
{
	const struct collection *c = &o->in->collection;
	const struct html_list *unit = o->lists->units;
	size_t i;

	for (i = 0; i < c->num_folders; i++)
		if (limit_has_index(&o->in->limit, c->folders[i].path))
			plan_parts(o, &o->lists->folders[i]);
	for (i = 0; i < o->lists->num_units; i++, unit++)
		if (has_unit(o, unit)) {
			store_plan(o->store, unit->path);
			plan_parts(o, unit);
		}
	if (o->lists->num_changes > HTML_CHANGES_SHOWN)
		store_plan(o->store, str_of(changes_file));
}

static void
put_parts(struct output *o, struct arena *a, const struct html_list *l,
    struct sink *k)
{
	size_t i;

	for (i = 0; i < l->num_parts; i++) {
		sink_reset(k);
		html_renderer_part(o->html, a, &o->in->collection, l,
		    &l->parts[i], k);
		store_put(o->store, l->parts[i].path, sink_str(k));
	}
}

void
list_pages_put_parts(struct output *o, struct arena *a, size_t folder,
    struct sink *k)
{
	put_parts(o, a, &o->lists->folders[folder], k);
}

void
list_pages_put_unit(struct output *o, struct arena *a, size_t unit,
    struct sink *k)
{
	const struct html_list *l = &o->lists->units[unit];

	if (!has_unit(o, l))
		return;
	html_renderer_unit(o->html, a, &o->in->collection, l, k);
	store_put(o->store, l->path, sink_str(k));
	put_parts(o, a, l, k);
}

void
list_pages_put_changes(struct output *o, struct arena *a, struct sink *k)
{
	if (o->lists->num_changes <= HTML_CHANGES_SHOWN)
		return;
	html_renderer_changes(o->html, a, &o->in->collection, o->lists, k);
	store_put(o->store, str_of(changes_file), sink_str(k));
}
