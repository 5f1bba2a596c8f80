/* SPDX-License-Identifier: ISC */
#include "html/index.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/sink.h"
#include "base/turkish.h"
#include "html/body.h"
#include "html/inline.h"
#include "html/line.h"
#include "html/page.h"
#include "html/status.h"
#include "html/template_render.h"
#include "model/dom.h"

/* Sorts by title, then address: fields 1 and 0 of both lists. */
static int
cmp_title(const void *a, const void *b)
{
	const struct slot_row *x = a, *y = b;
	int c = turkish_cmp(x->fields[1], y->fields[1]);

	return c != 0 ? c : str_cmp(x->fields[0], y->fields[0]);
}

static str
last_part(str path)
{
	size_t slash = str_rfind(path, '/');

	return slash != path.len ? str_from(path, slash + 1) : path;
}

static str
count_text(struct arena *a, size_t documents, enum lang lang)
{
	str word = lang_word(lang, documents == 1 ? WORD_ONE_DOCUMENT :
	    WORD_DOCUMENTS);

	return str_join3(a, str_uint(a, documents), S(" "), word);
}

static void
add_folders(struct slot_values *v, struct arena *a,
    const struct collection *c, const struct folder_card *folder)
{
	const struct folder_card *child = folder + 1, *end = c->folders +
	    c->num_folders;
	struct slot_row *rows;
	size_t num = 0;

	while (child != end && child->depth > folder->depth)
		num += child++->depth == folder->depth + 1;
	rows = arena_array(a, struct slot_row, num);
	for (end = child, child = folder + 1, num = 0; child != end; child++) {
		if (child->depth != folder->depth + 1)
			continue;
		rows[num].fields[0] = str_join(a, last_part(child->path),
		    S("/index.html"));
		rows[num].fields[1] = child->title;
		rows[num++].fields[2] = count_text(a, child->documents,
		    v->lang);
	}
	if (num != 0)
		qsort(rows, num, sizeof(*rows), cmp_title);
	v->lists[SLOT_LIST_FOLDERS].rows = rows;
	v->lists[SLOT_LIST_FOLDERS].num = num;
}

static void
fill_work(struct slot_row *row, struct arena *a, const struct card *card,
    enum lang lang)
{
	row->fields[0] = str_join(a, card->ident->name, S(".html"));
	row->fields[1] = card->title;
	row->fields[2] = card->ident->work;
	row->fields[3] = str_uint(a, card->ident->revision);
	row->fields[4] = date_dotted(a, card->ident->date);
	row->fields[5] = card->summary;
	if (card->lang != lang)
		row->fields[6] = lang_tag(card->lang);
	row->fields[7] = html_status_short(card, lang);
}

static void
add_works(struct slot_values *v, struct arena *a, const struct collection *c,
    const struct folder_card *folder)
{
	struct slot_row *rows = arena_array(a, struct slot_row,
	    folder->documents);
	const struct card *card = collection_below(c, folder->path),
	    *end = c->cards + c->num_cards;
	size_t num = 0;

	for (; card != end && num < folder->documents &&
	    str_eq(card->ident->subject, folder->path); card++)
		if (collection_at_address(c, card) == card &&
		    collection_is_shown(c, card))
			fill_work(&rows[num++], a, card, v->lang);
	if (num != 0)
		qsort(rows, num, sizeof(*rows), cmp_title);
	v->lists[SLOT_LIST_WORKS].rows = rows;
	v->lists[SLOT_LIST_WORKS].num = num;
}

static void
add_texts(struct slot_values *v, const struct doc *doc, str contact)
{
	struct sink k = { 0 };

	html_body(doc, HTML_BODY_PAGE, &k);
	v->slots[SLOT_TEXT] = str_copy(doc->arena, str_trim(sink_str(&k)));
	sink_reset(&k);
	html_inline(doc, doc->title, &k);
	v->slots[SLOT_TITLE] = str_copy(doc->arena, sink_str(&k));
	v->slots[SLOT_TITLE_ID] = dom_item(doc->title)->id;
	sink_reset(&k);
	html_line(contact, &k);
	v->slots[SLOT_CONTACT] = str_copy(doc->arena, sink_str(&k));
	sink_free(&k);
}

static str
head_title(struct arena *a, const struct folder_card *folder, str institution)
{
	return folder->depth == 0 ? institution :
	    str_join3(a, folder->title, S(" – "), institution);
}

void
html_index(const struct html_template *t, const struct collection *c,
    const struct folder_card *folder, const struct doc *doc, struct sink *k)
{
	struct arena *a = doc->arena;
	struct slot_values v = { 0 };

	html_page_shared(&v, a, c, doc->lang, folder->path, /*self*/false);
	v.slots[SLOT_TITLE_TEXT] = folder->title;
	v.slots[SLOT_HEAD_TITLE] = head_title(a, folder,
	    v.slots[SLOT_INSTITUTION]);
	if (c->url.len != 0)
		v.slots[SLOT_CANONICAL] = str_join(a, str_join3(a, c->url,
		    S("/"), folder->path), folder->depth != 0 ? S("/") : S(""));
	add_texts(&v, doc, collection_contact(c, folder->path).text);
	add_folders(&v, a, c, folder);
	add_works(&v, a, c, folder);
	html_template_render(t, &v, k);
}

/* Lists each draft at the address of its edition, in whatever folder. */
static void
add_drafts(struct slot_values *v, struct arena *a, const struct collection *c)
{
	struct slot_row *rows = arena_array(a, struct slot_row, c->num_cards);
	size_t i, num = 0;

	for (i = 0; i < c->num_cards; i++) {
		if (c->cards[i].status.state != STATE_DRAFT)
			continue;
		fill_work(&rows[num], a, &c->cards[i], v->lang);
		rows[num++].fields[0] = str_join(a, c->cards[i].ident->edition,
		    S(".html"));
	}
	if (num != 0)
		qsort(rows, num, sizeof(*rows), cmp_title);
	v->lists[SLOT_LIST_WORKS].rows = rows;
	v->lists[SLOT_LIST_WORKS].num = num;
}

void
html_index_drafts(const struct html_template *t, struct arena *a,
    const struct collection *c, struct sink *k)
{
	struct slot_values v = { 0 };
	str title = lang_word(c->lang, WORD_DRAFTS);

	html_page_shared(&v, a, c, c->lang, S(""), /*self*/true);
	v.slots[SLOT_TITLE] = v.slots[SLOT_TITLE_TEXT] = title;
	v.slots[SLOT_HEAD_TITLE] = str_join3(a, title, S(" – "),
	    v.slots[SLOT_INSTITUTION]);
	v.slots[SLOT_NOINDEX] = S("noindex");
	add_drafts(&v, a, c);
	html_template_render(t, &v, k);
}
