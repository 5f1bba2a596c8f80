/* SPDX-License-Identifier: ISC */
#include "build/render_pass.h"

#include "base/arena.h"
#include "base/die.h"
#include "base/pool.h"
#include "build/check_pass.h"
#include "build/options.h"
#include "build/record_renderer.h"
#include "build/store.h"
#include "html/renderer.h"
#include "model/dom.h"
#include "register/released.h"
#include "register/sheet_count.h"

/* --- What there will be */

/* Whether the edition stands at its work's address too; of a withdrawn one
 * only the notice does. */
static bool
is_face(const struct workspace *r, size_t i)
{
	const struct card *card = &r->collection.cards[i];

	return collection_face(&r->collection, card) == card;
}

static bool
is_withdrawn(const struct workspace *r, size_t i)
{
	return r->collection.cards[i].status.state == STATE_WITHDRAWN;
}

/* Released editions have the record that they were released with, or none. */
static bool
has_record(const struct workspace *r, size_t i)
{
	const struct edition_status *s = &r->collection.cards[i].status;

	return r->pdf != NULL && (!s->released || s->record.len != 0);
}

static void
plan_names(struct workspace *r, size_t i, str suffix)
{
	const struct ident *ident = &r->tree.editions[i].ident;

	bool record = str_eq(suffix, S(".pdf"));

	store_plan(r->store, str_join(r->arena, ident->edition, suffix));
	if (is_face(r, i) && !(record && is_withdrawn(r, i)))
		store_plan(r->store, str_join(r->arena, ident->work, suffix));
}

static void
plan_edition(struct workspace *r, size_t i)
{
	str edition = r->tree.editions[i].ident.edition;
	size_t j;

	if (has_record(r, i))
		plan_names(r, i, S(".pdf"));
	if (r->html == NULL)
		return;
	plan_names(r, i, S(".html"));
	for (j = 0; j < r->used[i].num; j++)
		store_plan(r->store, str_join3(r->arena, edition, S("/"),
		    r->used[i].items[j]));
}

/* What only pages need: style sheets, the logo, indexes. */
static void
plan_site(struct workspace *r)
{
	size_t i;

	for (i = 0; i < r->files.num; i++)
		store_plan(r->store, r->files.items[i]);
	if (r->reg.exists) {
		store_plan(r->store, S("register.tsv"));
		store_plan(r->store, S("taslak.html"));
	}
	if (r->collection.logo.len != 0)
		store_plan(r->store, r->collection.logo);
	for (i = 0; i < r->tree.num_folders; i++)
		if (limit_has_index(&r->limit, r->tree.folders[i].path))
			store_plan(r->store, limit_index_file(r->arena,
			    r->tree.folders[i].path));
}

static void
plan(struct workspace *r)
{
	size_t i;

	if (r->html != NULL)
		plan_site(r);
	for (i = 0; i < r->tree.num_editions; i++)
		if (limit_has_edition(&r->limit, &r->tree.editions[i].ident))
			plan_edition(r, i);
}

static void
open_store(void *context)
{
	struct workspace *r = context;

	if (r->html != NULL)
		r->files = html_renderer_files(r->html, r->arena);
	r->store = store_open(r->arena, r->options->out, workspace_pages(r) *
	    (r->html != NULL && r->pdf != NULL ? 4 : 2));
	plan(r);
	store_begin(r->store);
}

/* Nothing is written, nor is out looked at, before all is known to be
 * sound. */
static bool
may_put(struct workspace *r, size_t worker)
{
	if (check_pass_end(r, worker))
		pool_once(r->pool, &r->opened, open_store, r);
	else
		r->workers[worker].stopped = true;
	return !r->workers[worker].stopped;
}

/* --- Pages and records */

static void
press_index(struct workspace *r, size_t worker, size_t i)
{
	const struct folder_card *place = &r->collection.folders[i];
	struct worker *w = &r->workers[worker];
	struct doc doc;

	if (r->html == NULL || !limit_has_index(&r->limit, place->path))
		return;
	doc = workspace_read_index(r, w->doc, NULL, &r->tree.folders[i]);
	if (doc.title != NULL) {
		html_renderer_index(r->html, &r->collection, place, &doc,
		    &w->page);
		if (may_put(r, worker))
			store_put(r->store, worker, limit_index_file(w->doc,
			    place->path), sink_str(&w->page));
	}
	dom_close(&doc);
}

static void
copy_pictures(struct workspace *r, size_t worker, size_t i)
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

static void
put_edition(struct workspace *r, size_t worker, size_t i, str suffix, str bytes)
{
	struct arena *a = r->workers[worker].doc;
	const struct edition *e = &r->tree.editions[i];
	str path = str_join(a, e->ident.edition, suffix);

	store_put(r->store, worker, path, bytes);
	if (is_face(r, i) && !is_withdrawn(r, i))
		store_put_again(r->store, worker, path, str_join(a,
		    e->ident.work, suffix), bytes);
}

/* How many sheets a released record has, where our press made it. */
static unsigned
sheets_of(const struct workspace *r, const struct card *card, str record)
{
	const struct row *row = register_release(&r->reg,
	    card->ident->edition);

	return str_starts(row->press, S("matbu ")) ? sheet_count(record) : 0;
}

/* What was released goes out as it was; what was not is set. */
static str
make_record(struct workspace *r, size_t worker, size_t i, struct doc *doc,
    struct html_record_facts *record, const char **lost)
{
	const struct card *card = &r->collection.cards[i];
	struct worker *w = &r->workers[worker];
	str bytes;

	if (!card->status.released) {
		record->sheets = record_renderer_render(r->pdf, worker, card,
		    doc, &w->record, lost);
		bytes = sink_str(&w->record);
	} else if (!released_record(w->doc, r->tree.root, card, &bytes))
		die_system(DIAG_READ, str_c(w->doc, released_record_path(w->doc,
		    r->tree.root, card->ident->edition)), "");
	else
		record->sheets = sheets_of(r, card, bytes);
	record->size = bytes.len;
	return bytes;
}

static void
press_notice(struct workspace *r, size_t worker, size_t i, struct doc *doc)
{
	const struct card *card = &r->collection.cards[i];
	struct worker *w = &r->workers[worker];

	sink_reset(&w->page);
	html_renderer_notice(r->html, &r->collection, card, doc, &w->page);
	store_put(r->store, worker, str_join(w->doc, card->ident->work,
	    S(".html")), sink_str(&w->page));
}

static void
put_page(struct workspace *r, size_t worker, size_t i, struct doc *doc)
{
	put_edition(r, worker, i, S(".html"),
	    sink_str(&r->workers[worker].page));
	if (is_face(r, i) && is_withdrawn(r, i))
		press_notice(r, worker, i, doc);
	copy_pictures(r, worker, i);
}

/* The page tells the size of the record: the record comes first. */
static void
press_both(struct workspace *r, size_t worker, size_t i, struct doc *doc)
{
	struct html_record_facts record = { 0 };
	const char *lost = NULL;
	str bytes = S("");

	if (has_record(r, i))
		bytes = make_record(r, worker, i, doc, &record, &lost);
	if (r->html != NULL)
		html_renderer_page(r->html, &r->collection,
		    &r->collection.cards[i], doc, &record,
		    &r->workers[worker].page);
	if (!may_put(r, worker))
		return;
	if (lost != NULL)		/* since it was proved */
		die_system(DIAG_READ, lost, "");
	if (has_record(r, i))
		put_edition(r, worker, i, S(".pdf"), bytes);
	if (r->html != NULL)
		put_page(r, worker, i, doc);
}

static void
press_edition(struct workspace *r, size_t worker, size_t i)
{
	const struct edition *e = &r->tree.editions[i];
	struct doc doc;

	if (!limit_has_edition(&r->limit, &e->ident))
		return;
	doc = workspace_take_edition(r, worker, e);
	press_both(r, worker, i, &doc);
	workspace_let_go(r, &doc);
}

/* Editions first: they take longest until there is something to put. */
static void
press_page(void *context, size_t worker, size_t i)
{
	struct workspace *r = context;
	struct worker *w = &r->workers[worker];

	if (w->stopped)
		return;
	if (i < r->tree.num_editions)
		press_edition(r, worker, i);
	else
		press_index(r, worker, i - r->tree.num_editions);
	arena_reset(w->doc);
	sink_reset(&w->page);
	sink_reset(&w->record);
}

static void
put_register(struct workspace *r)
{
	struct sink k = { 0 };

	store_put(r->store, 0, S("register.tsv"), r->reg.bytes);
	html_renderer_drafts(r->html, r->arena, &r->collection, &k);
	store_put(r->store, 0, S("taslak.html"), sink_str(&k));
	sink_free(&k);
}

static void
copy_files(struct workspace *r)
{
	str templates = str_of(r->options->templates);
	size_t i;

	for (i = 0; i < r->files.num; i++)
		store_copy(r->store, 0, str_join3(r->arena, templates, S("/"),
		    r->files.items[i]), r->files.items[i]);
	if (r->reg.exists)
		put_register(r);
	if (r->collection.logo.len != 0)
		store_copy(r->store, 0, str_join3(r->arena, r->tree.root,
		    S("/"), r->collection.logo), r->collection.logo);
}

/* A press that does not run leaves what it made before. */
static bool
is_within(const void *context, str path)
{
	const struct workspace *r = context;
	bool pressed = str_ends(path, S(".pdf")) ? r->pdf != NULL :
	    r->html != NULL;

	return pressed && limit_has_output(&r->limit, path);
}

void
render_pass(struct workspace *r)
{
	pool_each(r->pool, workspace_pages(r), press_page, r);
	if (!may_put(r, 0))
		return;
	if (r->html != NULL)
		copy_files(r);
	store_finish(r->store, is_within, r);
}
