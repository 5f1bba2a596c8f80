/* SPDX-License-Identifier: ISC */
#include "build/check_pass.h"

#include "base/arena.h"
#include "base/pool.h"
#include "build/check_images.h"
#include "build/collect.h"
#include "build/options.h"
#include "build/records.h"
#include "model/check.h"
#include "model/dom.h"
#include "model/xref.h"
#include "register/released.h"
#include "register/status.h"

static void
check_index(struct workspace *ws, size_t worker, size_t i)
{
	const struct folder *f = &ws->in.tree.folders[i];
	struct worker *w = &ws->workers[worker];
	struct folder_card *place = &ws->in.collection.folders[i];
	struct doc doc = input_read_index(&ws->in, w->doc, ws->in.diags, f);

	if (f->has_index)
		check_doc(&doc);
	place->title = doc.title != NULL ?
	    str_trim(dom_words(w->keep, doc.title)) : f->path;
	place->contact = str_copy(w->keep, doc.head.contact);
	records_check_folder(ws->records, &doc, f->depth, place->title);
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

static const struct pos nowhere = { 0, 0 };

/* A card that knows nothing but what its bytes must be. */
static struct card
frozen_card(const struct edition *e, const struct row *row)
{
	struct card card = { .ident = &e->ident };

	card.status.source = row->source;
	if (!str_eq(row->record, S("–")))
		card.status.record = row->record;
	return card;
}

/* What was released must have the bytes that the register tells; a PDF
 * beside what was not is none of ours. */
static void
check_frozen(struct workspace *ws, struct worker *w, size_t i,
    const struct doc *doc)
{
	const struct edition *e = &ws->in.tree.editions[i];
	struct released_files f = { ws->in.tree.root, &e->ident, doc->text,
	    &ws->in.used[i] };

	if (register_release(&ws->in.reg, e->ident.edition) != NULL)
		released_check(w->doc, &f, &ws->in.reg, ws->in.options->out,
		    ws->in.diags, doc->path);
	else if (e->has_pdf && !ws->releasing && ws->in.reg.sound)
		diag(ws->in.diags, ws->in.reg.exists ? DIAG_RECORD_STRANGER :
		    DIAG_FILE_OTHER, nowhere, released_record_path(w->doc,
		    ws->in.tree.root, e->ident.edition), e->ident.edition);
}

static void
check_edition(struct workspace *ws, size_t worker, size_t i)
{
	const struct edition *e = &ws->in.tree.editions[i];
	struct worker *w = &ws->workers[worker];
	struct card *card = &ws->in.collection.cards[i];
	struct doc doc;

	workspace_drop(ws, worker);
	doc = input_read_edition(&ws->in, w->doc, ws->in.diags, e);
	check_doc(&doc);
	records_check(ws->records, &doc);
	check_images_add(ws->image_checks, ws->records, worker, &doc,
	    ws->in.collection.logo.len != 0);
	card_make(card, w->keep, &doc);
	if (card->title.len == 0)
		card->title = e->ident.name;
	keep_used(&ws->in.used[i], w->keep, &doc);
	check_frozen(ws, w, i, &doc);
	workspace_keep(ws, worker, &doc);
}

static void
check_page(void *context, size_t worker, size_t i)
{
	struct workspace *ws = context;

	if (i < ws->in.tree.num_folders)
		check_index(ws, worker, i);
	else
		check_edition(ws, worker, i - ws->in.tree.num_folders);
	arena_reset(ws->workers[worker].doc);
}

/* Whether the edition surely is what was released, all pictures in its folder
 * being its own: nothing else of it would be an error. */
static bool
holds(struct workspace *ws, struct worker *w, const struct edition *e,
    const struct row *row)
{
	struct card card = frozen_card(e, row);
	struct released_files f = { ws->in.tree.root, &e->ident, S(""),
	    &e->pictures };
	struct doc doc;

	if (!input_has_title(&ws->in, w->doc, e, &doc))
		return false;
	f.text = doc.text;
	return released_is_intact(w->doc, &f, &card);
}

static void
check_released(void *context, size_t worker, size_t i)
{
	struct workspace *ws = context;
	const struct edition *e = &ws->in.tree.editions[i];
	const struct row *row = register_release(&ws->in.reg, e->ident.edition);

	if (row != NULL && !holds(ws, &ws->workers[worker], e, row))
		check_edition(ws, worker, i);
	arena_reset(ws->workers[worker].doc);
}

/* A link of a text that readers may still follow. */
static void
check_link(struct workspace *ws, const struct card *card,
    const struct card_link *link)
{
	const struct card *target = collection_card(&ws->in.collection,
	    link->path);
	str path = str_join3(ws->in.arena, ws->in.tree.root, S("/"),
	    str_join(ws->in.arena, card->ident->edition, S(".md")));

	if (target == NULL)
		return;
	if (link->anchor.len != 0)
		xref_check_anchor(link, target, ws->in.diags, path);
	if (target->status.state == STATE_WITHDRAWN &&
	    card->status.state != STATE_WITHDRAWN &&
	    card->status.state != STATE_SUPERSEDED)
		diag(ws->in.diags, DIAG_LINK_WITHDRAWN, link->pos, path,
		    link->path);
}

/* Links into other documents, now that all of these are known. */
static void
check_links(struct workspace *ws)
{
	const struct collection *c = &ws->in.collection;
	size_t i, j;

	for (i = 0; i < c->num_cards; i++)
		for (j = 0; j < c->cards[i].num_links; j++)
			check_link(ws, &c->cards[i], &c->cards[i].links[j]);
}

/* A work counts in its subject and in every folder above. */
static void
count_documents(struct workspace *ws)
{
	struct collection *c = &ws->in.collection;
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

/* Editions that it names and that are not there. */
static void
check_missing(struct workspace *ws)
{
	const struct row *row;
	size_t i;
	str path;

	for (i = 0; i < ws->in.reg.num; i++) {
		row = &ws->in.reg.rows[i];
		if (row->event != EVENT_RELEASE || map_find(
		    &ws->in.collection.names, row->edition) != NULL)
			continue;
		path = str_join3(ws->in.arena, ws->in.tree.root, S("/"),
		    str_join(ws->in.arena, row->edition, S(".md")));
		diag(ws->in.diags, DIAG_RELEASED_MISSING, nowhere, path,
		    row->edition);
	}
}

/* A work's name leads to the edition at its address. */
static void
set_status(struct workspace *ws)
{
	struct collection *c = &ws->in.collection;
	size_t i;

	c->controlled = ws->in.reg.exists;
	status_make(c, ws->in.arena, &ws->in.reg, ws->in.day);
	for (i = 0; i < c->num_cards; i++)
		if (collection_is_newest(c, &c->cards[i]))
			map_find(&c->names, c->cards[i].ident->work)->value =
			    &c->cards[collection_face(c, &c->cards[i]) -
			    c->cards];
	check_missing(ws);
}

/* What stays an error in a text that nobody may change. */
static bool
is_hard(enum diag id)
{
	switch (id) {
	case DIAG_REVISION_GAP:
	case DIAG_REVISION_TWICE:
	case DIAG_DATE_BACK:
	case DIAG_FILE_READ:
	case DIAG_FILE_SYMLINK:
	case DIAG_FILE_SPECIAL:
	case DIAG_TEXT_SIZE:
	case DIAG_TEXT_UTF16:
	case DIAG_TEXT_ENCODING:
	case DIAG_TITLE_MISSING:
	case DIAG_RELEASED_CHANGED:
	case DIAG_RELEASED_OLD:
	case DIAG_RELEASED_MISSING:
	case DIAG_RECORD_MISSING:
	case DIAG_RECORD_CHANGED:
		return true;
	default:
		return false;
	}
}

/* Whether the register has the edition whose file this is. */
static bool
is_released(const struct workspace *ws, str path, str suffix)
{
	size_t root = ws->in.tree.root.len + 1;

	return path.len > root + suffix.len && str_ends(path, suffix) &&
	    register_release(&ws->in.reg, str_upto(str_from(path, root),
	    path.len - root - suffix.len)) != NULL;
}

static bool
is_soft(const void *context, str path, enum diag id)
{
	return !is_hard(id) && is_released(context, path, S(".md"));
}

/* What nobody may mend is not told every day: but for links whose end has
 * gone, which ask for a new edition. Nor is anybody told to remove what is
 * left of a released edition whose source is missing. */
static bool
is_idle(const void *context, str path, enum diag id)
{
	switch (id) {
	case DIAG_FOLDER_ORPHAN:
		return is_released(context, path, S(""));
	case DIAG_FILE_OTHER:
		return is_released(context, path, S(".pdf"));
	case DIAG_LINK_TARGET:
	case DIAG_LINK_ANCHOR:
	case DIAG_LINK_WITHDRAWN:
		return false;
	default:
		return is_soft(context, path, id);
	}
}

/* Where the register is not sound nothing can be said of what it holds. */
static bool
is_wanted(const void *context, str path)
{
	const struct workspace *ws = context;

	return str_eq(path, ws->in.reg.path) || (ws->in.reg.sound &&
	    limit_has_source(&ws->in.limit, path));
}

/* What is known so far; more may come. */
static void
weigh(void *context)
{
	struct workspace *ws = context;

	diags_keep(ws->in.diags, is_wanted, ws);
	diags_soften(ws->in.diags, is_soft, ws);
	diags_drop(ws->in.diags, is_idle, ws);
}

void
check_pass_begin(struct workspace *ws)
{
	collect(&ws->in);
	pool_each(ws->pool, input_num_documents(&ws->in), check_page, ws);
	set_status(ws);
	check_links(ws);
	count_documents(ws);
	weigh(ws);
}

bool
check_pass_end(struct workspace *ws, size_t worker)
{
	check_images_wait(ws->image_checks, worker);
	pool_once(ws->pool, &ws->checked, weigh, ws);
	return diags_errors(ws->in.diags) == 0;
}

void
check_pass(struct workspace *ws)
{
	check_pass_begin(ws);
	check_pass_end(ws, 0);
}

void
check_pass_released(struct workspace *ws)
{
	collect(&ws->in);
	pool_each(ws->pool, ws->in.tree.num_editions, check_released, ws);
	set_status(ws);
	check_images_wait(ws->image_checks, 0);
	diags_keep(ws->in.diags, is_wanted, ws);
	diags_soften(ws->in.diags, is_soft, ws);
}
