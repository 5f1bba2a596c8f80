/* SPDX-License-Identifier: ISC */
#include "press_pass.h"

#include "base/arena.h"
#include "base/thread.h"
#include "html/html_press.h"
#include "model/dom.h"
#include "option.h"
#include "record/freeze.h"
#include "store/store.h"

static void
press_index(struct run *r, size_t worker, size_t i)
{
	const struct place *place = &r->collection.places[i];
	struct worker *w = &r->workers[worker];
	struct doc doc;

	if (!limit_has_index(&r->limit, place->path))
		return;
	doc = run_read_index(r, w->doc, NULL, &r->tree.folders[i]);
	if (doc.title != NULL) {
		html_press_index(r->html, &r->collection, place, &doc,
		    &w->page);
		store_put(r->store, worker, limit_index_file(w->doc,
		    place->path), sink_str(&w->page));
	}
	dom_close(&doc);
}

static void
copy_pictures(struct run *r, size_t worker, size_t i)
{
	struct arena *a = r->workers[worker].doc;
	str path, edition = r->tree.editions[i].ident.edition;
	size_t j;

	for (j = 0; j < r->used[i].num; j++) {
		path = str_join3(a, edition, S("/"), r->used[i].items[j]);
		store_copy(r->store, worker, str_join3(a, r->tree.root, S("/"),
		    path), path);
	}
}

/* Whether the page of the edition stands at its work's address too. */
static bool
is_face(const struct run *r, size_t i)
{
	const struct card *card = &r->collection.cards[i];

	return collection_face(&r->collection, card) == card;
}

/* A withdrawn edition does not: readers find the notice there. */
static void
press_work(struct run *r, size_t worker, size_t i, struct doc *doc, str page)
{
	struct worker *w = &r->workers[worker];
	const struct card *card = &r->collection.cards[i];
	str work = str_join(w->doc, card->ident->work, S(".html"));

	if (card->status.state != STATE_WITHDRAWN) {
		store_put_again(r->store, worker, page, work,
		    sink_str(&w->page));
		return;
	}
	sink_reset(&w->page);
	html_press_notice(r->html, &r->collection, card, doc, &w->page);
	store_put(r->store, worker, work, sink_str(&w->page));
}

/* The record goes out as it was released. */
static void
copy_record(struct run *r, size_t worker, size_t i)
{
	struct arena *a = r->workers[worker].doc;
	const struct card *card = &r->collection.cards[i];
	str from = freeze_record_path(a, r->tree.root, card->ident->edition);

	if (card->status.record.len == 0)
		return;
	store_copy(r->store, worker, from, str_join(a, card->ident->edition,
	    S(".pdf")));
	if (card->status.state == STATE_IN_FORCE)
		store_copy(r->store, worker, from, str_join(a,
		    card->ident->work, S(".pdf")));
}

static void
press_edition(struct run *r, size_t worker, size_t i)
{
	const struct edition *e = &r->tree.editions[i];
	struct worker *w = &r->workers[worker];
	struct doc doc;
	str path;

	if (!limit_has_edition(&r->limit, &e->ident))
		return;
	doc = run_read_edition(r, w->doc, NULL, e);
	html_press_doc(r->html, &r->collection, &r->collection.cards[i], &doc,
	    &w->page);
	path = str_join(w->doc, e->ident.edition, S(".html"));
	store_put(r->store, worker, path, sink_str(&w->page));
	if (is_face(r, i))
		press_work(r, worker, i, &doc, path);
	copy_pictures(r, worker, i);
	copy_record(r, worker, i);
	dom_close(&doc);
}

static void
press_page(void *context, size_t worker, size_t i)
{
	struct run *r = context;
	struct worker *w = &r->workers[worker];

	if (i < r->tree.num_folders)
		press_index(r, worker, i);
	else
		press_edition(r, worker, i - r->tree.num_folders);
	arena_reset(w->doc);
	sink_reset(&w->page);
}

static void
plan_edition(struct run *r, size_t i)
{
	const struct ident *ident = &r->tree.editions[i].ident;
	const struct status *status = &r->collection.cards[i].status;
	size_t j;

	store_plan(r->store, str_join(r->arena, ident->edition, S(".html")));
	if (is_face(r, i))
		store_plan(r->store, str_join(r->arena, ident->work,
		    S(".html")));
	if (status->record.len != 0)
		store_plan(r->store, str_join(r->arena, ident->edition,
		    S(".pdf")));
	if (status->record.len != 0 && status->state == STATE_IN_FORCE)
		store_plan(r->store, str_join(r->arena, ident->work,
		    S(".pdf")));
	for (j = 0; j < r->used[i].num; j++)
		store_plan(r->store, str_join3(r->arena, ident->edition,
		    S("/"), r->used[i].items[j]));
}

static void
plan_files(struct run *r, const struct strings *files)
{
	size_t i;

	for (i = 0; i < files->num; i++)
		store_plan(r->store, files->items[i]);
	if (r->collection.logo.len != 0)
		store_plan(r->store, r->collection.logo);
	if (r->reg.exists) {
		store_plan(r->store, S("register.tsv"));
		store_plan(r->store, S("taslak.html"));
	}
	for (i = 0; i < r->tree.num_folders; i++)
		if (limit_has_index(&r->limit, r->tree.folders[i].path))
			store_plan(r->store, limit_index_file(r->arena,
			    r->tree.folders[i].path));
	for (i = 0; i < r->tree.num_editions; i++)
		if (limit_has_edition(&r->limit, &r->tree.editions[i].ident))
			plan_edition(r, i);
}

static void
put_register(struct run *r)
{
	struct sink k = { 0 };

	store_put(r->store, 0, S("register.tsv"), r->reg.bytes);
	html_press_drafts(r->html, r->arena, &r->collection, &k);
	store_put(r->store, 0, S("taslak.html"), sink_str(&k));
	sink_free(&k);
}

static void
copy_files(struct run *r, const struct strings *files)
{
	str templates = str_of(r->options->templates);
	size_t i;

	for (i = 0; i < files->num; i++)
		store_copy(r->store, 0, str_join3(r->arena, templates, S("/"),
		    files->items[i]), files->items[i]);
	if (r->reg.exists)
		put_register(r);
	if (r->collection.logo.len != 0)
		store_copy(r->store, 0, str_join3(r->arena, r->tree.root,
		    S("/"), r->collection.logo), r->collection.logo);
}

static bool
is_within(const void *context, str path)
{
	const struct run *r = context;

	return limit_has_output(&r->limit, path);
}

void
press_pass(struct run *r)
{
	struct strings files = html_press_files(r->html, r->arena);

	r->store = store_open(r->arena, r->options->out, run_pages(r) * 2);
	plan_files(r, &files);
	store_begin(r->store);
	thread_each(r->options->jobs, run_pages(r), press_page, r);
	copy_files(r, &files);
	store_finish(r->store, is_within, r);
}
