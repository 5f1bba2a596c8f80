/* SPDX-License-Identifier: ISC */
#include "build/check_pass.h"

#include "base/arena.h"
#include "base/pool.h"
#include "build/check_images.h"
#include "build/collect.h"
#include "build/options.h"
#include "build/record_renderer.h"
#include "model/check.h"
#include "model/dom.h"
#include "model/xref.h"
#include "register/released.h"
#include "register/status.h"

static void
check_index(struct workspace *r, size_t worker, size_t i)
{
	const struct folder *f = &r->tree.folders[i];
	struct worker *w = &r->workers[worker];
	struct folder_card *place = &r->collection.folders[i];
	struct doc doc = workspace_read_index(r, w->doc, r->diags, f);

	if (f->has_index)
		check_doc(&doc);
	place->title = doc.title != NULL ?
	    str_trim(dom_words(w->keep, doc.title)) : f->path;
	place->contact = str_copy(w->keep, doc.front_matter.contact);
	record_renderer_check_folder(r->pdf, &doc, f->depth, place->title);
	check_images_add(r, worker, &doc);
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
check_frozen(struct workspace *r, struct worker *w, size_t i,
    const struct doc *doc)
{
	const struct edition *e = &r->tree.editions[i];
	struct released_files f = { r->tree.root, &e->ident, doc->text,
	    &r->used[i] };

	if (register_release(&r->reg, e->ident.edition) != NULL)
		released_check(w->doc, &f, &r->reg, r->options->out, r->diags,
		    doc->path);
	else if (e->has_pdf && !r->releasing && r->reg.sound)
		diag(r->diags, r->reg.exists ? DIAG_RECORD_STRANGER :
		    DIAG_FILE_OTHER, nowhere, released_record_path(w->doc,
		    r->tree.root, e->ident.edition), e->ident.edition);
}

static void
check_edition(struct workspace *r, size_t worker, size_t i)
{
	const struct edition *e = &r->tree.editions[i];
	struct worker *w = &r->workers[worker];
	struct card *card = &r->collection.cards[i];
	struct doc doc;

	workspace_drop(r, worker);
	doc = workspace_read_edition(r, w->doc, r->diags, e);
	check_doc(&doc);
	record_renderer_check(r->pdf, &doc);
	check_images_add(r, worker, &doc);
	card_make(card, w->keep, &doc);
	if (card->title.len == 0)
		card->title = e->ident.name;
	keep_used(&r->used[i], w->keep, &doc);
	check_frozen(r, w, i, &doc);
	workspace_hold(r, worker, &doc);
}

static void
check_page(void *context, size_t worker, size_t i)
{
	struct workspace *r = context;

	if (i < r->tree.num_folders)
		check_index(r, worker, i);
	else
		check_edition(r, worker, i - r->tree.num_folders);
	arena_reset(r->workers[worker].doc);
}

/* Whether the edition surely is what was released, all pictures in its folder
 * being its own: nothing else of it would be an error. */
static bool
holds(struct workspace *r, struct worker *w, const struct edition *e,
    const struct row *row)
{
	struct card card = frozen_card(e, row);
	struct released_files f = { r->tree.root, &e->ident, S(""), &e->pictures
	    };
	struct doc doc;

	if (!workspace_has_title(r, w->doc, e, &doc))
		return false;
	f.text = doc.text;
	return released_is_intact(w->doc, &f, &card);
}

static void
check_released(void *context, size_t worker, size_t i)
{
	struct workspace *r = context;
	const struct edition *e = &r->tree.editions[i];
	const struct row *row = register_release(&r->reg, e->ident.edition);

	if (row != NULL && !holds(r, &r->workers[worker], e, row))
		check_edition(r, worker, i);
	arena_reset(r->workers[worker].doc);
}

/* A link of a text that readers may still follow. */
static void
check_link(struct workspace *r, const struct card *card,
    const struct card_link *link)
{
	const struct card *target = collection_card(&r->collection,
	    link->path);
	str path = str_join3(r->arena, r->tree.root, S("/"),
	    str_join(r->arena, card->ident->edition, S(".md")));

	if (target == NULL)
		return;
	if (link->anchor.len != 0)
		xref_check_anchor(link, target, r->diags, path);
	if (target->status.state == STATE_WITHDRAWN &&
	    card->status.state != STATE_WITHDRAWN &&
	    card->status.state != STATE_SUPERSEDED)
		diag(r->diags, DIAG_LINK_WITHDRAWN, link->pos, path,
		    link->path);
}

/* Links into other documents, now that all of these are known. */
static void
check_links(struct workspace *r)
{
	const struct collection *c = &r->collection;
	size_t i, j;

	for (i = 0; i < c->num_cards; i++)
		for (j = 0; j < c->cards[i].num_links; j++)
			check_link(r, &c->cards[i], &c->cards[i].links[j]);
}

/* A work counts in its subject and in every folder above. */
static void
count_documents(struct workspace *r)
{
	struct collection *c = &r->collection;
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
check_missing(struct workspace *r)
{
	const struct row *row;
	size_t i;
	str path;

	for (i = 0; i < r->reg.num; i++) {
		row = &r->reg.rows[i];
		if (row->event != EVENT_RELEASE || map_find(
		    &r->collection.names, row->edition) != NULL)
			continue;
		path = str_join3(r->arena, r->tree.root, S("/"),
		    str_join(r->arena, row->edition, S(".md")));
		diag(r->diags, DIAG_RELEASED_MISSING, nowhere, path,
		    row->edition);
	}
}

/* A work's name leads to the edition at its address. */
static void
set_status(struct workspace *r)
{
	struct collection *c = &r->collection;
	size_t i;

	c->controlled = r->reg.exists;
	status_make(c, r->arena, &r->reg, r->day);
	for (i = 0; i < c->num_cards; i++)
		if (collection_is_newest(c, &c->cards[i]))
			map_find(&c->names, c->cards[i].ident->work)->value =
			    &c->cards[collection_face(c, &c->cards[i]) -
			    c->cards];
	check_missing(r);
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
is_released(const struct workspace *r, str path, str suffix)
{
	size_t root = r->tree.root.len + 1;

	return path.len > root + suffix.len && str_ends(path, suffix) &&
	    register_release(&r->reg, str_upto(str_from(path, root),
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
	const struct workspace *r = context;

	return str_eq(path, r->reg.path) || (r->reg.sound &&
	    limit_has_source(&r->limit, path));
}

/* What is known so far; more may come. */
static void
weigh(void *context)
{
	struct workspace *r = context;

	diags_keep(r->diags, is_wanted, r);
	diags_soften(r->diags, is_soft, r);
	diags_drop(r->diags, is_idle, r);
}

void
check_pass_begin(struct workspace *r)
{
	collect(r);
	pool_each(r->pool, workspace_pages(r), check_page, r);
	set_status(r);
	check_links(r);
	count_documents(r);
	weigh(r);
}

bool
check_pass_end(struct workspace *r, size_t worker)
{
	check_images_wait(r, worker);
	pool_once(r->pool, &r->checked, weigh, r);
	return diags_errors(r->diags) == 0;
}

void
check_pass(struct workspace *r)
{
	check_pass_begin(r);
	check_pass_end(r, 0);
}

void
check_pass_released(struct workspace *r)
{
	collect(r);
	pool_each(r->pool, r->tree.num_editions, check_released, r);
	set_status(r);
	check_images_wait(r, 0);
	diags_keep(r->diags, is_wanted, r);
	diags_soften(r->diags, is_soft, r);
}
