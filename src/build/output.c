/* SPDX-License-Identifier: ISC */
#include "build/output.h"

#include "base/path.h"
#include "build/changes_page.h"
#include "build/options.h"
#include "build/site_data.h"
#include "html/renderer.h"
#include "model/site_path.h"
#include "site/lists.h"
#include "site/search_text.h"

bool
output_is_at_address(const struct output *o, size_t i)
{
	const struct card *card = &o->in->collection.cards[i];

	return collection_at_address(&o->in->collection, card) == card;
}

bool
output_is_withdrawn(const struct output *o, size_t i)
{
	return o->in->collection.cards[i].status.state == STATE_WITHDRAWN;
}

/* A released edition has the record that it was released with, or none. */
bool
output_has_record(const struct output *o, size_t i)
{
	const struct edition_status *s = &o->in->collection.cards[i].status;

	return o->records && (!s->released || s->record.len != 0);
}

/* --- What there will be */

/* What to do with each path of an edition. */
typedef void take_path(struct store *, str path);

/* The address of a withdrawn work has a notice as its page, and no record. */
static void
each_name(struct output *o, struct arena *a, size_t i, str suffix,
    take_path *take)
{
	const struct ident *ident = &o->in->tree.editions[i].ident;
	bool record = str_eq(suffix, S(".pdf"));

	take(o->store, str_join(a, ident->edition, suffix));
	if (output_is_at_address(o, i) && !(record && output_is_withdrawn(o,
	    i)))
		take(o->store, str_join(a, ident->work, suffix));
}

bool
output_has_fragment(const struct output *o)
{
	return o->html != NULL && html_renderer_has_fragments(o->html);
}

bool
output_is_erased(const struct output *o, size_t i)
{
	return o->in->collection.cards[i].status.erased;
}

/* Of an erased edition nothing is left to paste; at the address of its work
 * there may be a notice. */
static void
each_fragment(struct output *o, struct arena *a, size_t i, take_path *take)
{
	const struct ident *ident = &o->in->tree.editions[i].ident;
	str ending = S(SITE_PATH_FRAGMENT);

	if (!output_has_fragment(o))
		return;
	if (!output_is_erased(o, i))
		each_name(o, a, i, ending, take);
	else if (output_is_at_address(o, i))
		take(o->store, str_join(a, ident->work, ending));
}

/* All files of an edition but its search text. */
static void
each_path(struct output *o, struct arena *a, size_t i, take_path *take)
{
	const struct strings *used = &o->in->used[i];
	const struct card *card = &o->in->collection.cards[i];
	str edition = o->in->tree.editions[i].ident.edition;
	size_t j;

	if (output_has_record(o, i))
		each_name(o, a, i, S(".pdf"), take);
	if (o->html == NULL)
		return;
	each_name(o, a, i, S(".html"), take);
	each_fragment(o, a, i, take);
	if (collection_compared(&o->in->collection, card) != NULL)
		take(o->store, changes_page_file(a, card));
	for (j = 0; j < used->num; j++)
		take(o->store, path_join(a, edition, used->items[j]));
}

static void
plan_indexes(struct output *o)
{
	const struct content_tree *t = &o->in->tree;
	size_t i;

	for (i = 0; i < t->num_folders; i++)
		if (limit_has_index(&o->in->limit, t->folders[i].path))
			store_plan(o->store, limit_index_file(o->in->arena,
			    t->folders[i].path));
}

/* What only pages need. */
static void
plan_site(struct output *o)
{
	size_t i;

	for (i = 0; i < o->files.num; i++)
		store_plan(o->store, o->files.items[i]);
	if (o->in->reg.exists) {
		store_plan(o->store, S("register.tsv"));
		store_plan(o->store, S("taslak.html"));
	}
	if (o->in->collection.logo.len != 0)
		store_plan(o->store, o->in->collection.logo);
	plan_indexes(o);
	list_pages_plan(&o->pages);
	site_data_plan(&o->pages);
}

static void
plan_set(struct output *o, enum search_set set)
{
	const struct collection *c = &o->in->collection;
	struct arena *a = o->in->arena;
	struct search *s = search_open(a, c, o->pages.lists, set,
	    o->in->options->jobs);
	size_t i;

	o->search[set] = s;
	for (i = 0; i < search_num_files(s); i++)
		store_plan(o->store, search_file(s, a, i));
	for (i = 0; i < c->num_cards; i++)
		if (search_has(s, &c->cards[i]))
			store_plan(o->store, search_text_file(a, c,
			    &c->cards[i]));
}

/* The index needs every text: a limited build leaves that of an earlier one. */
static void
plan_search(struct output *o)
{
	store_plan(o->store, S("ara.html"));
	if (o->in->limit.paths.num != 0)
		return;
	plan_set(o, SEARCH_CURRENT);
	plan_set(o, SEARCH_OLD);
}

static void
plan(struct output *o)
{
	const struct content_tree *t = &o->in->tree;
	size_t i;

	if (o->html != NULL && !o->alone) {
		plan_site(o);
		plan_search(o);
	}
	for (i = 0; i < t->num_editions; i++)
		if (limit_has_edition(&o->in->limit, &t->editions[i].ident))
			each_path(o, o->in->arena, i, store_plan);
}

void
output_open(struct output *o)
{
	/* An edition's page, its fragment and record, each under two names, its
	 * changes. */
	size_t names = o->html == NULL ? 2 : 3u + (o->records ? 2u : 0u) +
	    (html_renderer_has_fragments(o->html) ? 2u : 0u);

	if (o->html != NULL) {
		o->files = html_renderer_files(o->html, o->in->arena);
		o->pages = (struct list_pages){ o->in, o->html, o->alone ?
		    lists_alone(o->in->arena, &o->in->collection) :
		    lists_make(o->in->arena, &o->in->collection,
		    &o->in->reg), NULL };
	}
	o->store = store_open(o->in->arena, o->in->options->out,
	    o->alone ? o->in->limit.paths.num :
	    input_num_documents(o->in) * names);
	o->pages.store = o->store;
	plan(o);
	store_begin(o->store);
}

/* --- Files */

void
output_put_edition(struct output *o, struct arena *a, size_t i, str suffix,
    str bytes)
{
	const struct ident *ident = &o->in->tree.editions[i].ident;
	str path = str_join(a, ident->edition, suffix);

	store_put(o->store, path, bytes);
	if (output_is_at_address(o, i) && !output_is_withdrawn(o, i))
		store_put_again(o->store, path,
		    str_join(a, ident->work, suffix), bytes);
}

void
output_keep_edition(struct output *o, struct arena *a, size_t i)
{
	each_path(o, a, i, store_keep);
}

void
output_copy_images(struct output *o, struct arena *a, size_t i)
{
	const struct strings *used = &o->in->used[i];
	str path, edition = o->in->tree.editions[i].ident.edition;
	size_t j;

	for (j = 0; j < used->num; j++) {
		path = path_join(a, edition, used->items[j]);
		store_copy(o->store, path_join(a, o->in->tree.root, path),
		    path);
	}
}

void
output_copy_files(struct output *o)
{
	str templates = str_of(o->in->options->templates);
	struct arena *a = o->in->arena;
	str logo = o->in->collection.logo;
	size_t i;

	for (i = 0; i < o->files.num; i++)
		store_copy(o->store, path_join(a, templates,
		    o->files.items[i]), o->files.items[i]);
	if (logo.len != 0)
		store_copy(o->store, path_join(a, o->in->tree.root, logo),
		    logo);
}

/* What this build does not render stays as an earlier one made it. */
static bool
is_within(const void *context, str path)
{
	const struct output *o = context;
	bool rendered = str_ends(path, S(".pdf")) ? o->records :
	    o->html != NULL;

	return rendered && limit_has_output(&o->in->limit, path);
}

void
output_finish(struct output *o)
{
	store_finish(o->store, is_within, o);
}
