/* SPDX-License-Identifier: ISC */
#include "build/list_pages.h"

#include "base/path.h"
#include "base/sink.h"
#include "html/renderer.h"

static const char changes_file[] = "degisiklikler.html";

size_t
list_pages_num_units(const struct list_pages *p)
{
	return p->lists != NULL ? p->lists->num_units : 0;
}

/* Whether the index of one of the unit's folders is within the limit. */
static bool
has_unit(const struct list_pages *p, const struct html_list *unit)
{
	const struct collection *c = &p->in->collection;
	str name = path_last(str_upto(unit->path, unit->path.len - 5));
	size_t i;

	for (i = 0; i < c->num_folders; i++)
		if (c->folders[i].depth == 2 &&
		    str_eq(path_last(c->folders[i].path), name) &&
		    limit_has_index(&p->in->limit, c->folders[i].path))
			return true;
	return false;
}

static void
plan_parts(const struct list_pages *p, const struct html_list *l)
{
	size_t i;

	for (i = 0; i < l->num_parts; i++)
		store_plan(p->store, l->parts[i].path);
}

void
list_pages_plan(const struct list_pages *p)
{
	const struct collection *c = &p->in->collection;
	const struct html_list *unit = p->lists->units;
	size_t i;

	for (i = 0; i < c->num_folders; i++)
		if (limit_has_index(&p->in->limit, c->folders[i].path))
			plan_parts(p, &p->lists->folders[i]);
	for (i = 0; i < p->lists->num_units; i++, unit++)
		if (has_unit(p, unit)) {
			store_plan(p->store, unit->path);
			plan_parts(p, unit);
		}
	if (p->lists->num_changes > HTML_CHANGES_SHOWN)
		store_plan(p->store, str_of(changes_file));
}

static void
put_parts(const struct list_pages *p, struct arena *a,
    const struct html_list *l, struct sink *k)
{
	size_t i;

	for (i = 0; i < l->num_parts; i++) {
		sink_reset(k);
		html_renderer_part(p->html, a, &p->in->collection, l,
		    &l->parts[i], k);
		store_put(p->store, l->parts[i].path, sink_str(k));
	}
}

void
list_pages_put_parts(const struct list_pages *p, struct arena *a,
    size_t folder, struct sink *k)
{
	put_parts(p, a, &p->lists->folders[folder], k);
}

void
list_pages_put_unit(const struct list_pages *p, struct arena *a,
    size_t unit, struct sink *k)
{
	const struct html_list *l = &p->lists->units[unit];

	if (!has_unit(p, l))
		return;
	html_renderer_unit(p->html, a, &p->in->collection, l, k);
	store_put(p->store, l->path, sink_str(k));
	put_parts(p, a, l, k);
}

void
list_pages_put_changes(const struct list_pages *p, struct arena *a,
    struct sink *k)
{
	if (p->lists->num_changes <= HTML_CHANGES_SHOWN)
		return;
	html_renderer_changes(p->html, a, &p->in->collection, p->lists, k);
	store_put(p->store, str_of(changes_file), sink_str(k));
}
