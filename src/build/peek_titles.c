/* SPDX-License-Identifier: ISC */
#include "build/peek_titles.h"

#include "base/arena.h"
#include "base/pool.h"
#include "model/dom.h"

/* Title and contact of a folder, out of its document. */
static void
read_place(struct workspace *r, struct worker *w, size_t i)
{
	struct folder_card *place = &r->collection.folders[i];
	struct doc doc = workspace_read_index(r, w->doc, NULL,
	    &r->tree.folders[i]);

	place->title = doc.title != NULL ?
	    str_trim(dom_words(w->keep, doc.title)) : place->path;
	place->contact = str_copy(w->keep, doc.front_matter.contact);
	dom_close(&doc);
}

static void
glance_place(struct workspace *r, struct worker *w, size_t i)
{
	struct folder_card *place = &r->collection.folders[i];
	struct doc doc;
	str title;

	if (!workspace_peek_index(r, w->doc, &r->tree.folders[i], &doc, &title))
	    {
		read_place(r, w, i);
		return;
	}
	place->title = doc.unread ? place->path : str_copy(w->keep, title);
	place->contact = str_copy(w->keep, doc.front_matter.contact);
}

static void
read_card(struct workspace *r, struct worker *w, size_t i)
{
	struct doc doc = workspace_read_edition(r, w->doc, NULL,
	    &r->tree.editions[i]);

	card_make(&r->collection.cards[i], w->keep, &doc);
	dom_close(&doc);
}

static void
glance_edition(const struct peek_titles *g, struct worker *w, size_t i)
{
	struct workspace *r = g->run;
	struct card *card = &r->collection.cards[i];
	struct doc doc;
	str title;

	if (g->outside || !workspace_peek_edition(r, w->doc,
	    &r->tree.editions[i], &doc, &title))
		read_card(r, w, i);
	else {
		card->title = str_copy(w->keep, title);
		card->review_months = doc.front_matter.review_months;
		card->review_date = doc.front_matter.review_date;
	}
	if (card->title.len == 0)
		card->title = card->ident->name;
}

static void
glance_page(void *context, size_t worker, size_t i)
{
	const struct peek_titles *g = context;
	size_t folders = g->run->tree.num_folders;
	struct worker *w = &g->run->workers[worker];

	if (i < folders)
		glance_place(g->run, w, i);
	else if (g->wanted != NULL && g->wanted[i - folders])
		glance_edition(g, w, i - folders);
	arena_reset(w->doc);
}

void
peek_titles(struct peek_titles *g)
{
	pool_each(g->run->pool, workspace_pages(g->run), glance_page, g);
}
