/* SPDX-License-Identifier: ISC */
#include "build/check_pass.h"

#include "base/arena.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/path.h"
#include "base/pool.h"
#include "base/phrase.h"
#include "base/progress.h"
#include "base/witness.h"
#include "build/check_declared.h"
#include "build/check_files.h"
#include "build/check_images.h"
#include "build/check_links.h"
#include "build/check_translations.h"
#include "build/collect.h"
#include "build/filter_diags.h"
#include "build/moves.h"
#include "build/options.h"
#include "build/records.h"
#include "model/check.h"
#include "model/declared.h"
#include "model/dom.h"
#include "model/translation.h"
#include "register/released.h"
#include "register/status.h"
#include "register/successor.h"

/* Where the words of the title begin. */
static struct pos
title_pos(const struct doc *doc)
{
	const node *n = doc->title;

	while (n != NULL && dom_kind(n) != KIND_TEXT)
		n = dom_walk(doc->title, n);
	return n != NULL ? dom_item(n)->pos : POS_NONE;
}

/* Reports an index.md that gives a unit another title than the site does. */
static void
check_unit(struct workspace *ws, const struct doc *doc)
{
	str title = doc->unit_title.text;

	if (title.len != 0 && doc->title != NULL && !str_eq(title, str_trim(
	    dom_words(doc->arena, doc->title))))
		diag(ws->in.diags, DIAG_UNIT_TITLE, title_pos(doc), doc->path,
		    title);
}

static void
check_index(struct workspace *ws, size_t worker, size_t i)
{
	const struct folder *f = &ws->in.tree.folders[i];
	struct worker *w = &ws->workers[worker];
	struct folder_card *card = &ws->in.collection.folders[i];
	struct sourced unit = unit_title(&ws->in.collection.units, f->path);
	struct doc doc = input_read_index(&ws->in, w->doc_arena, ws->in.diags,
	    f);

	ws->in.sources[i] = digest_of(doc.text);
	if (f->has_index)
		check_doc(&doc);
	check_unit(ws, &doc);
	card->title = doc.title != NULL ?
	    str_trim(dom_words(w->card_arena, doc.title)) : f->path;
	card->title_place = (struct place){ str_copy(w->card_arena, doc.path),
	    title_pos(&doc) };
	if (unit.text.len != 0)
		card->title_place = unit.place;
	card->contact = doc.front_matter.contact;
	card->contact.text = str_copy(w->card_arena, card->contact.text);
	card->contact.place.path = str_copy(w->card_arena, doc.path);
	card->declared = declared_copy(w->card_arena, &doc);
	check_images_add(ws->image_checks, ws->records, worker, &doc,
	    ws->in.collection.logo.len != 0);
	dom_close(&doc);
}

static void
keep_used(struct strings *used, struct arena *a, const struct doc *doc)
{
	size_t i;

	used->items = arena_array(a, str, doc->pictures->num);
	for (i = 0; i < doc->pictures->num; i++)
		if (doc->pictures_used[i])
			used->items[used->num++] = doc->pictures->items[i];
}

/* A card that holds only the digests of the registered bytes. */
static struct card
released_card(const struct edition *e, const struct row *row)
{
	struct card card = { .ident = &e->ident };

	card.status.source = row->source;
	if (!str_eq(row->record, S("–")))
		card.status.record = row->record;
	return card;
}

/* A released edition must have the bytes that the register states; a PDF
 * beside a draft is not a record of ours, unless the draft was moved. */
static void
check_record(struct workspace *ws, struct worker *w, size_t i,
    const struct doc *doc)
{
	const struct edition *e = &ws->in.tree.editions[i];
	struct released_files files = { ws->in.tree.root, &e->ident, doc->text,
	    &ws->in.used[i] };

	if (register_release(&ws->in.reg, e->ident.edition) != NULL)
		released_check(w->doc_arena, &files, &ws->in.reg,
		    ws->in.options->out, ws->in.diags, doc->path);
	else if (moves_find(ws->moves, w->doc_arena, i, doc->text,
	    files.pictures))
		return;
	else if (e->has_pdf && !ws->releasing && ws->in.reg.valid)
		diag(ws->in.diags, ws->in.reg.exists ? DIAG_RECORD_FOREIGN :
		    DIAG_FILE_OTHER, POS_NONE, released_record_path(
		    w->doc_arena, ws->in.tree.root, e->ident.edition),
		    e->ident.edition);
}

static void
check_edition(struct workspace *ws, size_t worker, size_t i)
{
	const struct edition *e = &ws->in.tree.editions[i];
	struct worker *w = &ws->workers[worker];
	struct card *card = &ws->in.collection.cards[i];
	struct doc doc;

	workspace_drop(ws, worker);
	doc = input_read_edition(&ws->in, w->doc_arena, ws->in.diags, e);
	ws->in.sources[ws->in.tree.num_folders + i] = digest_of(doc.text);
	check_doc(&doc);
	records_check(ws->records, &doc);
	check_images_add(ws->image_checks, ws->records, worker, &doc,
	    ws->in.collection.logo.len != 0);
	check_files_add(ws->file_checks, worker, &doc);
	card_make(card, w->card_arena, &doc);
	if (card->title.len == 0)
		card->title = e->ident.name;
	keep_used(&ws->in.used[i], w->card_arena, &doc);
	check_record(ws, w, i, &doc);
	workspace_keep(ws, worker, &doc);
}

static void
check_document(void *context, size_t worker, size_t i)
{
	struct workspace *ws = context;

	if (i < ws->in.tree.num_folders)
		check_index(ws, worker, i);
	else
		check_edition(ws, worker, i - ws->in.tree.num_folders);
	arena_reset(ws->workers[worker].doc_arena);
	progress_step();
}

/* Whether the edition certainly is what was released and uses every image in
 * its folder: then nothing else in it would count as an error, and it need not
 * be read as a document. */
static bool
is_intact(struct workspace *ws, struct worker *w, const struct edition *e,
    const struct row *row)
{
	struct card card = released_card(e, row);
	struct released_files files = { ws->in.tree.root, &e->ident, S(""),
	    &e->pictures };
	struct doc doc;

	if (!input_has_title(&ws->in, w->doc_arena, e, &doc))
		return false;
	files.text = doc.text;
	return released_is_intact(w->doc_arena, &files, &card);
}

static void
check_released(void *context, size_t worker, size_t i)
{
	struct workspace *ws = context;
	const struct edition *e = &ws->in.tree.editions[i];
	const struct row *row = register_release(&ws->in.reg, e->ident.edition);

	if (row != NULL && !is_intact(ws, &ws->workers[worker], e, row))
		check_edition(ws, worker, i);
	arena_reset(ws->workers[worker].doc_arena);
	progress_step();
}

/* A work counts in its subject and in every folder above. */
static void
count_documents(struct input *in)
{
	struct collection *c = &in->collection;
	struct folder_card *p;
	size_t i;
	str path;

	for (i = 0; i < c->num_cards; i++) {
		if (!collection_is_newest(c, &c->cards[i]) ||
		    !collection_is_shown(c, &c->cards[i]))
			continue;
		path = c->cards[i].ident->subject;
		for (;; path = collection_above(path)) {
			p = map_find(&c->names, path)->value;
			p->documents++;
			if (path.len == 0)
				break;
		}
	}
}

/* --- The register */

/* Sets each card's status. From here on, a work's name leads to the edition at
 * its address. */
static void
set_status(struct workspace *ws)
{
	struct input *in = &ws->in;
	struct collection *c = &in->collection;
	size_t i;

	c->controlled = in->reg.exists;
	status_make(c, in->arena, &in->reg, in->day);
	for (i = 0; i < c->num_cards; i++)
		if (collection_is_newest(c, &c->cards[i]))
			map_find(&c->names, c->cards[i].ident->work)->value =
			    &c->cards[collection_at_address(c, &c->cards[i]) -
			    c->cards];
	successor_find(c);
	translation_find(c);
	moves_report(ws->moves);
}

/* What is made of an edition depends on the titles of the folders above it,
 * which may lie outside the limit. */
static void
check_above(struct input *in, str path)
{
	int error;
	str name;

	for (;; path = collection_above(path)) {
		name = path_join(in->arena, in->tree.root, path);
		name = str_join(in->arena, file_bare(name), S("/index.md"));
		error = witness_error(str_c(in->arena, name));
		if (error != 0)
			diag(in->diags, DIAG_FILE_READ, POS_NONE, name,
			    str_of(fault_text(error)));
		if (path.len == 0)
			break;
	}
}

static void
filter(struct input *in)
{
	size_t i;

	filter_diags(in);
	if (!in->reg.valid || witness_report(NULL, true) == 0)
		return;
	for (i = 0; i < in->tree.num_editions; i++)
		if (limit_has_edition(&in->limit, &in->tree.editions[i].ident))
			check_above(in, in->tree.editions[i].ident.subject);
}

void
check_pass_read(struct workspace *ws)
{
	struct input *in = &ws->in;

	collect(in);
	ws->moves = moves_open(in);
	progress_begin(phrase_text(PHRASE_PROGRESS_CHECK),
	    input_num_documents(in));
	pool_each(ws->pool, input_num_documents(in), check_document, ws);
	progress_end();
}

void
check_pass_read_again(struct workspace *ws, size_t edition)
{
	struct card *card = &ws->in.collection.cards[edition];

	*card = (struct card){ .ident = card->ident };
	ws->in.used[edition] = (struct strings){ NULL, 0 };
	check_document(ws, 0, ws->in.tree.num_folders + edition);
}

void
check_pass_join(struct workspace *ws)
{
	struct input *in = &ws->in;

	set_status(ws);
	check_links(in);
	check_declared(in);
	check_translations(in);
	count_documents(in);
	filter_diags(in);
}

void
check_pass_begin(struct workspace *ws)
{
	check_pass_read(ws);
	check_pass_join(ws);
}

bool
check_pass_end(struct workspace *ws)
{
	check_images_wait(ws->image_checks, 0);
	check_files_report(ws->file_checks, &ws->in);
	filter(&ws->in);
	return diags_errors(ws->in.diags) == 0;
}

void
check_pass(struct workspace *ws)
{
	check_pass_begin(ws);
	check_pass_end(ws);
}

void
check_pass_released(struct workspace *ws)
{
	struct input *in = &ws->in;

	collect(in);
	ws->moves = moves_open(in);
	progress_begin(phrase_text(PHRASE_PROGRESS_CHECK),
	    in->tree.num_editions);
	pool_each(ws->pool, in->tree.num_editions, check_released, ws);
	progress_end();
	set_status(ws);
	check_images_wait(ws->image_checks, 0);
	check_files_report(ws->file_checks, in);
	filter_diags(in);
}
