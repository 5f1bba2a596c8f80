/* SPDX-License-Identifier: ISC */
#include "build/render_pass.h"

#include "base/arena.h"
#include "base/die.h"
#include "base/fault.h"
#include "base/pool.h"
#include "base/phrase.h"
#include "base/progress.h"
#include "base/witness.h"
#include "build/changes_page.h"
#include "build/check_pass.h"
#include "build/made.h"
#include "build/output.h"
#include "build/records.h"
#include "build/site_data.h"
#include "build/state.h"
#include "html/renderer.h"
#include "model/check.h"
#include "model/dom.h"
#include "model/item_path.h"
#include "model/site_path.h"
#include "register/press_entry.h"
#include "register/released.h"
#include "register/sheet_count.h"
#include "site/search_text.h"

/* [byte] Memory of a record that serves the next one. That of a larger one is
 * freed before its images, which are about as large, are copied. */
enum { RECORD_KEPT = 4 << 20 };

struct render {
	struct workspace	*ws;
	struct output		 out;
	struct made		*made;	/* NULL: no state will be written */
	/* False: an error is known, and documents are only looked at for
	 * missing glyphs, so that the run reports all faults. */
	bool			 puts;
};

/* --- Indexes */

static void
render_index(struct render *r, size_t worker, size_t i)
{
	const struct input *in = &r->ws->in;
	const struct folder_card *folder = &in->collection.folders[i];
	struct worker *w = &r->ws->workers[worker];
	struct doc doc;

	if (!r->puts || r->out.html == NULL ||
	    !limit_has_index(&in->limit, folder->path))
		return;
	doc = input_read_index(in, w->doc_arena, NULL, &in->tree.folders[i]);
	if (doc.title != NULL) {
		html_renderer_index(r->out.html, &in->collection,
		    r->out.pages.lists, i, &doc, &w->page);
		store_put(r->out.store, limit_index_file(w->doc_arena,
		    folder->path), sink_str(&w->page));
		list_pages_put_parts(&r->out.pages, w->doc_arena, i, &w->page);
	}
	dom_close(&doc);
}

/* --- Records */

/* How many sheets a released record has, where matbu rendered it. */
static unsigned
sheets_of(const struct input *in, const struct card *card, str record)
{
	const struct row *row = register_release(&in->reg,
	    card->ident->edition);

	return press_entry_is_ours(row->press) ? sheet_count(record) : 0;
}

static str
read_released(struct render *r, struct worker *w, const struct card *card)
{
	const struct input *in = &r->ws->in;
	str bytes;

	if (!released_record(w->doc_arena, in->tree.root, card, &bytes))
		die_errno(DIAG_READ, str_c(w->doc_arena, released_record_path(
		    w->doc_arena, in->tree.root, card->ident->edition)));
	return bytes;
}

/* A released record goes out as it is; a draft's is rendered. */
static str
make_record(struct render *r, size_t worker, size_t i, struct doc *doc,
    struct html_record_facts *facts, const char **lost)
{
	const struct card *card = &r->ws->in.collection.cards[i];
	struct worker *w = &r->ws->workers[worker];
	str bytes;

	if (card->status.released) {
		bytes = read_released(r, w, card);
		facts->sheets = sheets_of(&r->ws->in, card, bytes);
	} else {
		facts->sheets = records_render(r->ws->records, worker, card,
		    doc, &w->record, lost);
		bytes = sink_str(&w->record);
	}
	facts->size = bytes.len;
	return bytes;
}

/* --- Editions */

/* Puts the page at the address of a withdrawn work. */
static void
put_notice(struct render *r, size_t worker, size_t i, struct doc *doc)
{
	const struct collection *c = &r->ws->in.collection;
	struct worker *w = &r->ws->workers[worker];

	sink_reset(&w->page);
	html_renderer_notice(r->out.html, c, r->out.pages.lists, &c->cards[i],
	    doc, &w->page);
	store_put(r->out.store, str_join(w->doc_arena,
	    c->cards[i].ident->work, S(".html")), sink_str(&w->page));
}

/* Renders the page, or without facts the notice, as a block to paste. */
static str
make_fragment(struct render *r, size_t worker, size_t i, struct doc *doc,
    const struct html_record_facts *facts)
{
	const struct collection *c = &r->ws->in.collection;
	struct worker *w = &r->ws->workers[worker];

	sink_reset(&w->page);
	html_renderer_fragment(r->out.html, c, r->out.pages.lists,
	    &c->cards[i], doc, facts, &w->page);
	return sink_str(&w->page);
}

static void
put_fragments(struct render *r, size_t worker, size_t i, struct doc *doc,
    const struct html_record_facts *facts)
{
	const struct ident *ident = r->ws->in.collection.cards[i].ident;
	struct arena *a = r->ws->workers[worker].doc_arena;
	const str ending = S(SITE_PATH_FRAGMENT);
	bool erased = output_is_erased(&r->out, i);

	if (!erased)
		output_put_edition(&r->out, a, i, ending, make_fragment(r,
		    worker, i, doc, facts));
	if (output_is_at_address(&r->out, i) &&
	    (erased || output_is_withdrawn(&r->out, i)))
		store_put(r->out.store, str_join(a, ident->work, ending),
		    make_fragment(r, worker, i, doc, NULL));
}

static void
put_changes(struct render *r, size_t worker, size_t i, struct doc *doc)
{
	const struct input *in = &r->ws->in;
	const struct card *card = &in->collection.cards[i];
	struct worker *w = &r->ws->workers[worker];

	if (collection_compared(&in->collection, card) == NULL)
		return;
	sink_reset(&w->page);
	changes_page_render(in, r->out.html, card, doc, &w->page);
	store_put(r->out.store, changes_page_file(w->doc_arena, card),
	    sink_str(&w->page));
}

static void
put_page(struct render *r, size_t worker, size_t i, struct doc *doc)
{
	struct worker *w = &r->ws->workers[worker];

	output_put_edition(&r->out, w->doc_arena, i, S(".html"),
	    sink_str(&w->page));
	if (output_is_at_address(&r->out, i) && output_is_withdrawn(&r->out, i))
		put_notice(r, worker, i, doc);
	output_copy_images(&r->out, w->doc_arena, i);
	put_changes(r, worker, i, doc);
}

/* The index is made of all words each time. */
static void
index_words(struct render *r, size_t worker, size_t i, const struct doc *doc,
    bool same)
{
	const struct collection *c = &r->ws->in.collection;
	const struct card *card = &c->cards[i];
	struct worker *w = &r->ws->workers[worker];
	size_t set;
	str file;

	for (set = 0; set < SEARCH_SETS; set++) {
		if (r->out.search[set] == NULL ||
		    !search_has(r->out.search[set], card))
			continue;
		search_add(r->out.search[set], worker, card, doc);
		file = search_text_file(w->doc_arena, c, card);
		if (same) {
			store_keep(r->out.store, file);
			continue;
		}
		sink_reset(&w->page);
		search_text_put(c, card, doc, &w->page);
		store_put(r->out.store, file, sink_str(&w->page));
	}
}

/* The page states the size of the record: the record comes first. */
static void
render_both(struct render *r, size_t worker, size_t i, struct doc *doc)
{
	const struct collection *c = &r->ws->in.collection;
	struct worker *w = &r->ws->workers[worker];
	struct html_record_facts facts = { 0 };
	bool has_record = output_has_record(&r->out, i);
	const char *lost = NULL;
	str record = S("");

	if (has_record)
		record = make_record(r, worker, i, doc, &facts, &lost);
	/* The record does not depend on what other documents link to. */
	item_path_expose(doc, &c->cards[i].items);
	if (r->out.html != NULL)
		html_renderer_page(r->out.html, c, r->out.pages.lists,
		    &c->cards[i], doc, &facts, &w->page);
	/* An image that the check could read and the renderer could not. */
	if (lost != NULL) {
		diag(r->ws->in.diags, DIAG_FILE_MOVED, POS_NONE, str_of(lost),
		    str_of(fault_text(FAULT_CHANGED)));
		return;
	}
	if (has_record)
		output_put_edition(&r->out, w->doc_arena, i, S(".pdf"), record);
	if (w->record.cap > RECORD_KEPT)
		sink_free(&w->record);
	if (r->out.html != NULL)
		put_page(r, worker, i, doc);
	if (output_has_fragment(&r->out))
		put_fragments(r, worker, i, doc, &facts);
	index_words(r, worker, i, doc, /*same*/false);
}

/* Leaves the files in out/ as they are where they would be made from the
 * same. */
static void
render_changed(struct render *r, size_t worker, size_t i, struct doc *doc)
{
	struct arena *a = r->ws->workers[worker].doc_arena;

	if (r->made != NULL && made_is_same(r->made, i)) {
		output_keep_edition(&r->out, a, i);
		index_words(r, worker, i, doc, /*same*/true);
		return;
	}
	render_both(r, worker, i, doc);
}

/* A released record is not rendered again. Only faulty texts have long
 * headings: in the time that they take nothing else would be found. */
static void
check_words(struct render *r, size_t worker, size_t i, struct doc *doc)
{
	const struct card *card = &r->ws->in.collection.cards[i];

	if (!card->status.released && !doc->unread &&
	    !check_has_long_heading(doc))
		records_check_words(r->ws->records, worker, card, doc);
}

static void
render_edition(struct render *r, size_t worker, size_t i)
{
	const struct edition *e = &r->ws->in.tree.editions[i];
	struct doc doc;

	if (!limit_has_edition(&r->ws->in.limit, &e->ident))
		return;
	doc = workspace_take(r->ws, worker, e);
	doc.diags = r->ws->in.diags;
	/* A document that is unread now was read before: witness_report()
	 * says why. */
	if (!r->puts)
		check_words(r, worker, i, &doc);
	else if (!doc.unread)
		render_changed(r, worker, i, &doc);
	workspace_return(r->ws, &doc);
}

/* Editions come first: they take longest until there is something to put. */
static void
render_document(void *context, size_t worker, size_t i)
{
	struct render *r = context;
	struct worker *w = &r->ws->workers[worker];
	size_t editions = r->ws->in.tree.num_editions;
	size_t documents = input_num_documents(&r->ws->in);

	if (i < editions)
		render_edition(r, worker, i);
	else if (i < documents)
		render_index(r, worker, i - editions);
	else
		list_pages_put_unit(&r->out.pages, w->doc_arena, i - documents,
		    &w->page);
	arena_reset(w->doc_arena);
	sink_reset(&w->page);
	sink_reset(&w->record);
	progress_step();
}

/* --- What the whole collection has */

static void
put_register(struct render *r)
{
	const struct input *in = &r->ws->in;
	struct sink drafts = { 0 };

	store_put(r->out.store, S("register.tsv"), in->reg.bytes);
	html_renderer_drafts(r->out.html, in->arena, &in->collection, &drafts);
	store_put(r->out.store, S("taslak.html"), sink_str(&drafts));
	sink_reset(&drafts);
	list_pages_put_changes(&r->out.pages, in->arena, &drafts);
	sink_free(&drafts);
}

/* A set of the index, to put in parallel. */
struct put_set {
	struct render	*r;
	struct search	*search;
};

static void
put_search_file(void *context, size_t worker, size_t i)
{
	struct put_set *p = context;
	struct worker *w = &p->r->ws->workers[worker];

	search_put(p->search, i, &w->page);
	store_put(p->r->out.store, search_file(p->search, w->doc_arena, i),
	    sink_str(&w->page));
	sink_reset(&w->page);
	arena_reset(w->doc_arena);
	progress_step();
}

/* A limited build reads no other text, so the index stays as it is. */
static void
put_search(struct render *r)
{
	struct put_set p = { .r = r };
	struct sink page = { 0 };
	size_t set;

	html_renderer_search(r->out.html, r->ws->in.arena,
	    &r->ws->in.collection, &page);
	store_put(r->out.store, S("ara.html"), sink_str(&page));
	sink_free(&page);
	for (set = 0; set < SEARCH_SETS; set++) {
		p.search = r->out.search[set];
		if (p.search == NULL)
			continue;
		progress_begin(phrase_text(PHRASE_PROGRESS_SEARCH),
		    search_num_files(p.search));
		search_join(p.search);
		pool_each(r->ws->pool, search_num_files(p.search),
		    put_search_file, &p);
		progress_end();
		search_close(p.search);
	}
}

static void
put_all(struct render *r)
{
	const struct workspace *ws = r->ws;

	if (ws->html == NULL || ws->alone)
		return;
	output_copy_files(&r->out);
	put_search(r);
	site_data_put(&r->out.pages);
	if (ws->in.reg.exists)
		put_register(r);
}

static void
open_output(struct render *r)
{
	struct state *state = r->ws->state;

	output_open(&r->out);
	if (state != NULL)
		r->made = made_open(r->ws, r->out.pages.lists,
		    state_made(state), state_began(state));
}

struct store_count
render_pass(struct workspace *ws)
{
	struct render r = { .ws = ws, .out = { .in = &ws->in,
	    .html = ws->html, .records = ws->records != NULL,
	    .alone = ws->alone } };
	size_t num;

	/* out/ is not looked at before every check has passed: faults of the
	 * content are reported before those of the place for its pages. */
	r.puts = check_pass_end(ws);
	if (r.puts)
		open_output(&r);
	num = ws->alone ? ws->in.tree.num_editions :
	    input_num_documents(&ws->in) + list_pages_num_units(&r.out.pages);
	progress_begin(phrase_text(PHRASE_PROGRESS_RENDER), num);
	pool_each(ws->pool, num, render_document, &r);
	progress_end();
	if (!r.puts)
		return (struct store_count){ 0 };
	put_all(&r);
	if (!check_pass_end(ws) || witness_report(ws->in.diags, false) != 0) {
		store_drop(r.out.store);
		return (struct store_count){ 0 };
	}
	if (ws->state != NULL)
		state_settle(ws->state);
	output_finish(&r.out);
	if (ws->state != NULL)
		state_write(ws->state, &ws->in, r.out.store,
		    made_text(r.made));
	store_close(r.out.store);
	return store_counted(r.out.store);
}

void
render_pass_check(struct workspace *ws)
{
	struct render r = { .ws = ws };

	if (ws->records != NULL)
		pool_each(ws->pool, ws->in.tree.num_editions, render_document,
		    &r);
}
