/* SPDX-License-Identifier: ISC */
#include "build/changes_page.h"

#include "base/path.h"
#include "base/sink.h"
#include "diff/change_html.h"
#include "diff/changes.h"
#include "diff/flat_make.h"
#include "html/renderer.h"
#include "model/dom.h"

str
changes_page_file(struct arena *a, const struct card *card)
{
	return str_join(a, card->ident->edition, S(".degisiklik.html"));
}

void
changes_page_render(const struct input *in, const struct html_renderer *html,
    const struct card *card, const struct doc *doc, struct sink *k)
{
	const struct card *before = collection_compared(&in->collection, card);
	struct arena *a = doc->arena;
	str folder = path_join(a, in->tree.root, card->ident->subject);
	struct doc old = input_read_edition(in, a, NULL,
	    &in->tree.editions[before - in->collection.cards]);
	struct change_html h = { .lang = card->lang };
	struct flat from, to;
	struct changes changes;
	struct sink content = { 0 };

	flat_make(&from, &old, folder, flat_facts_make(&in->collection, before,
	    &old));
	flat_make(&to, doc, folder, flat_facts_make(&in->collection, card,
	    doc));
	changes_make(&changes, a, &from, &to);
	change_html_put(&h, &changes, &content);
	html_renderer_difference(html, a, &in->collection, card,
	    sink_take(&content, a), k);
	dom_close(&old);
}
