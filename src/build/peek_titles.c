/* SPDX-License-Identifier: ISC */
#include "build/peek_titles.h"

#include "base/arena.h"
#include "base/pool.h"
#include "model/declared.h"
#include "model/dom.h"
#include "model/earlier.h"

/* Title and contact of a folder, from its whole document. */
static void
read_folder(struct input *in, struct worker *w, size_t i)
{
	struct folder_card *folder = &in->collection.folders[i];
	struct doc doc = input_read_index(in, w->doc_arena, NULL,
	    &in->tree.folders[i]);

	folder->title = doc.title != NULL ?
	    str_trim(dom_words(w->card_arena, doc.title)) : folder->path;
	folder->contact = (struct sourced){ .text = str_copy(w->card_arena,
	    doc.front_matter.contact.text) };
	folder->declared = declared_copy(w->card_arena, &doc);
	dom_close(&doc);
}

static void
peek_folder(struct input *in, struct worker *w, size_t i)
{
	struct folder_card *folder = &in->collection.folders[i];
	struct doc doc;
	str title;

	if (!input_peek_index(in, w->doc_arena, &in->tree.folders[i], &doc,
	    &title)) {
		read_folder(in, w, i);
		return;
	}
	folder->title = doc.unread ? folder->path :
	    str_copy(w->card_arena, title);
	folder->contact = (struct sourced){ .text = str_copy(w->card_arena,
	    doc.front_matter.contact.text) };
	folder->declared = declared_copy(w->card_arena, &doc);
}

static void
read_card(struct input *in, struct worker *w, size_t i)
{
	struct doc doc = input_read_edition(in, w->doc_arena, NULL,
	    &in->tree.editions[i]);

	card_make(&in->collection.cards[i], w->card_arena, &doc);
	dom_close(&doc);
}

static void
peek_edition(const struct peek_titles *p, struct worker *w, size_t i)
{
	struct input *in = &p->ws->in;
	struct card *card = &in->collection.cards[i];
	struct doc doc;
	str title;

	if (p->outside || !input_peek_edition(in, w->doc_arena,
	    &in->tree.editions[i], &doc, &title))
		read_card(in, w, i);
	else {
		card->lang = doc.lang;
		card->title = str_copy(w->card_arena, title);
		card->translation_of = str_copy(w->card_arena,
		    doc.front_matter.translation_of.text);
		card->earlier = earlier_copy(w->card_arena,
		    doc.front_matter.earlier);
		card->declared = declared_copy(w->card_arena, &doc);
		card->prepared_by = str_copy(w->card_arena,
		    doc.front_matter.prepared_by.text);
		card->approved_by = str_copy(w->card_arena,
		    doc.front_matter.approved_by.text);
		card->review_months = doc.front_matter.review_months;
		card->review_date = doc.front_matter.review_date;
	}
	if (card->title.len == 0)
		card->title = card->ident->name;
}

static void
peek_document(void *context, size_t worker, size_t i)
{
	const struct peek_titles *p = context;
	struct input *in = &p->ws->in;
	struct worker *w = &p->ws->workers[worker];
	size_t folders = in->tree.num_folders;

	if (i < folders)
		peek_folder(in, w, i);
	else if (p->wanted != NULL && p->wanted[i - folders])
		peek_edition(p, w, i - folders);
	arena_reset(w->doc_arena);
}

void
peek_titles(struct peek_titles *p)
{
	pool_each(p->ws->pool, input_num_documents(&p->ws->in), peek_document,
	    p);
}
