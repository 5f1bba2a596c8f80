/* SPDX-License-Identifier: ISC */
#include "html/index.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/path.h"
#include "base/sink.h"
#include "base/turkish.h"
#include "html/body.h"
#include "html/description.h"
#include "html/inline.h"
#include "html/line.h"
#include "html/page.h"
#include "html/status.h"
#include "html/template_render.h"
#include "model/dom.h"

/* Changes on the page of all; the register has those before them. */
enum { CHANGES_MOST = 500 };

/* What is common to all pages made from lists. */
struct index_page {
	struct slot_values		 v;
	struct arena			*arena;
	const struct collection		*c;
	str				 folder; /* where the page is */
};

/* The URL from the page to a file. */
static str
url_to(const struct index_page *p, str path)
{
	size_t len = p->folder.len;

	if (len == 0)
		return path;
	return str_starts(path, p->folder) && path.p[len] == '/' ?
	    str_from(path, len + 1) : str_join(p->arena, p->v.root, path);
}

static struct slot_row *
open_rows(struct index_page *p, enum slot_list list, size_t num)
{
	struct slot_row *rows = arena_array(p->arena, struct slot_row, num);

	p->v.lists[list].rows = rows;
	p->v.lists[list].num = num;
	return rows;
}

static str
count_text(struct arena *a, size_t documents, enum lang lang)
{
	str word = lang_word(lang, documents == 1 ? WORD_ONE_DOCUMENT :
	    WORD_DOCUMENTS);

	return str_join3(a, str_uint(a, documents), S(" "), word);
}

static void
add_note(struct index_page *p, struct slot_row *row, size_t documents)
{
	row->fields[2] = count_text(p->arena, documents, p->v.lang);
}

static int
cmp_title(const void *a, const void *b)
{
	const struct slot_row *x = a, *y = b;
	int c = turkish_cmp(x->fields[1], y->fields[1]);

	return c != 0 ? c : str_cmp(x->fields[0], y->fields[0]);
}

/* A folder without documents is not published: nothing leads to it. */
static bool
is_child(const struct folder_card *folder, const struct folder_card *child)
{
	return child->depth == folder->depth + 1 && child->documents != 0;
}

static void
add_folders(struct index_page *p, const struct folder_card *folder)
{
	const struct folder_card *child = folder + 1, *end = p->c->folders +
	    p->c->num_folders;
	struct slot_row *rows, *row;
	size_t num = 0;

	for (; child != end && child->depth > folder->depth; child++)
		num += is_child(folder, child);
	row = rows = open_rows(p, SLOT_LIST_FOLDERS, num);
	for (end = child, child = folder + 1; child != end; child++) {
		if (!is_child(folder, child))
			continue;
		row->fields[0] = url_to(p, str_join(p->arena, child->path,
		    S("/index.html")));
		row->fields[1] = child->title;
		add_note(p, row++, child->documents);
	}
	if (num != 0)
		qsort(rows, num, sizeof(*rows), cmp_title);
}

static void
add_units(struct index_page *p, const struct html_lists *lists)
{
	struct slot_row *row = open_rows(p, SLOT_LIST_UNITS, lists->num_units);
	size_t i;

	for (i = 0; i < lists->num_units; i++, row++) {
		row->fields[0] = lists->units[i].path;
		row->fields[1] = lists->units[i].title;
		add_note(p, row, lists->units[i].num);
	}
}

/* A unit's page in one class leads to that of the unit, if it has more. */
static void
add_unit_list(struct index_page *p, const struct html_lists *lists,
    const struct folder_card *folder)
{
	str path;
	size_t i;

	if (folder->depth != 2)
		return;
	path = str_join(p->arena, S("birim/"), path_last(folder->path),
	    S(".html"));
	for (i = 0; i < lists->num_units; i++)
		if (str_eq(lists->units[i].path, path) &&
		    lists->units[i].num > folder->documents)
			p->v.slots[SLOT_UNIT_LIST] = url_to(p, path);
}

/* The titles of the folders by which readers filter the list. */
static void
fill_folders(const struct collection *c, struct slot_row *row,
    const struct ident *id)
{
	row->fields[8] = collection_folder(c, id->class)->title;
	row->fields[9] = collection_folder(c, id->unit)->title;
	row->fields[10] = collection_folder(c, id->subject)->title;
}

static void
fill_work(struct index_page *p, struct slot_row *row, const struct card *card,
    str address)
{
	struct arena *a = p->arena;
	str number = collection_number(p->c, card->declared,
	    card->ident->subject).text;

	row->fields[0] = url_to(p, str_join(a, address, S(".html")));
	row->fields[1] = card->title;
	row->fields[2] = number.len != 0 ? number : card->ident->work;
	row->fields[3] = str_uint(a, card->ident->revision);
	row->fields[4] = date_dotted(a, card->ident->date);
	row->fields[5] = card->summary;
	if (card->lang != p->v.lang)
		row->fields[6] = lang_tag(card->lang);
	row->fields[7] = html_status_short(card, p->v.lang);
	fill_folders(p->c, row, card->ident);
}

/* Where a list has more than one language, each work says its own. */
static void
add_work_languages(struct slot_row *rows, const struct html_list *l,
    size_t first, size_t num)
{
	size_t i;

	for (i = 1; i < num; i++)
		if (l->works[first + i]->lang != l->works[first]->lang)
			break;
	if (i >= num)
		return;
	for (i = 0; i < num; i++)
		rows[i].fields[11] = lang_name(l->works[first + i]->lang,
		    l->works[first + i]->lang);
}

static void
add_works(struct index_page *p, const struct html_list *l, size_t first,
    size_t num)
{
	struct slot_row *rows = open_rows(p, SLOT_LIST_WORKS, num);
	size_t i;

	for (i = 0; i < num; i++)
		fill_work(p, &rows[i], l->works[first + i],
		    l->works[first + i]->ident->work);
	add_work_languages(rows, l, first, num);
}

/* The links to the parts of the list; current: the page is that part. */
static void
add_parts(struct index_page *p, const struct html_list *l,
    const struct html_part *current)
{
	struct slot_row *row = open_rows(p, SLOT_LIST_PARTS, l->num_parts);
	size_t i;

	for (i = 0; i < l->num_parts; i++, row++) {
		row->fields[0] = url_to(p, l->parts[i].path);
		row->fields[1] = l->parts[i].label;
		add_note(p, row, l->parts[i].num);
		if (&l->parts[i] == current)
			row->fields[3] = S("page");
	}
}

static void
add_list(struct index_page *p, const struct html_list *l)
{
	if (l->num_parts != 0)
		add_parts(p, l, NULL);
	else
		add_works(p, l, 0, l->num);
	if (l->num == 0)
		p->v.slots[SLOT_EMPTY] = lang_word(p->v.lang,
		    l->folder.len == 0 ? WORD_SITE_EMPTY : WORD_LIST_EMPTY);
}

static void
add_changes(struct index_page *p, const struct html_lists *lists, size_t most)
{
	size_t i, num = lists->num_changes < most ? lists->num_changes : most;
	struct slot_row *row = open_rows(p, SLOT_LIST_CHANGES, num);
	const struct html_change *change = lists->changes;

	for (i = 0; i < num; i++, row++, change++) {
		row->fields[0] = date_dotted(p->arena, change->day);
		row->fields[1] = lang_word(p->v.lang, change->what);
		row->fields[2] = str_join(p->arena, change->card->ident->work,
		    S(".html"));
		row->fields[3] = change->card->title;
		if (change->card->lang != p->v.lang)
			row->fields[4] = lang_tag(change->card->lang);
	}
}

static void
add_texts(struct slot_values *v, const struct doc *doc, str contact)
{
	struct sink k = { 0 };

	html_body(doc, HTML_BODY_PAGE, &k);
	v->slots[SLOT_TEXT] = str_copy(doc->arena, str_trim(sink_str(&k)));
	sink_reset(&k);
	html_inline(doc, doc->title, NULL, &k);
	v->slots[SLOT_TITLE] = str_copy(doc->arena, sink_str(&k));
	v->slots[SLOT_TITLE_ID] = dom_item(doc->title)->id;
	sink_reset(&k);
	html_line(contact, &k);
	v->slots[SLOT_CONTACT] = str_copy(doc->arena, sink_str(&k));
	sink_free(&k);
}

/* Fills what a page has that is made of lists alone. */
static void
open_page(struct index_page *p, str path, bool self, str title)
{
	str *slots = p->v.slots;
	struct sink k = { 0 };

	html_page_shared(&p->v, p->arena, p->c, p->c->lang, path, self);
	sink_xml(&k, title);
	slots[SLOT_TITLE] = sink_take(&k, p->arena);
	slots[SLOT_TITLE_TEXT] = title;
	slots[SLOT_HEAD_TITLE] = str_join(p->arena, title, S(" – "),
	    slots[SLOT_INSTITUTION]);
	slots[SLOT_DESCRIPTION] = slots[SLOT_HEAD_TITLE];
}

/* What its text begins with, else how much the folder has. */
static void
describe(struct index_page *p, const struct folder_card *f,
    const struct doc *doc)
{
	str own = html_description(p->arena, doc);

	p->v.slots[SLOT_DESCRIPTION] = own.len != 0 ? own :
	    str_join3(p->arena, p->v.slots[SLOT_HEAD_TITLE], S(": "),
	    count_text(p->arena, f->documents, p->v.lang));
}

static void
set_canonical(struct index_page *p, str path)
{
	if (p->c->url.len != 0)
		p->v.slots[SLOT_CANONICAL] = str_join(p->arena, p->c->url,
		    S("/"), path);
}

/* A site with one document leads to that, and to nothing else. */
static void
add_front(struct index_page *p, const struct html_lists *lists)
{
	p->v.slots[SLOT_CATALOGUE] = S("catalogue.json");
	p->v.slots[SLOT_FEED] = lists->folders[0].feed;
	if (p->c->controlled)
		p->v.slots[SLOT_VERIFY] = S("verify.html");
	if (lists->folders[0].num <= 1) {
		p->v.lists[SLOT_LIST_FOLDERS].num = 0;
		return;
	}
	p->v.slots[SLOT_SEARCH] = S("ara.html");
	add_units(p, lists);
	add_changes(p, lists, HTML_CHANGES_SHOWN);
	if (lists->num_changes > HTML_CHANGES_SHOWN)
		p->v.slots[SLOT_CHANGES_ALL] = S("degisiklikler.html");
}

void
html_index(const struct html_template *t, const struct collection *c,
    const struct html_lists *lists, size_t folder, const struct doc *doc,
    struct sink *k)
{
	const struct folder_card *f = &c->folders[folder];
	struct index_page p = { .arena = doc->arena, .c = c,
	    .folder = f->path };

	html_page_shared(&p.v, p.arena, c, doc->lang, f->path, /*self*/false);
	p.v.slots[SLOT_TITLE_TEXT] = f->title;
	p.v.slots[SLOT_HEAD_TITLE] = f->depth == 0 ?
	    p.v.slots[SLOT_INSTITUTION] : str_join(p.arena, f->title,
	    S(" – "), p.v.slots[SLOT_INSTITUTION]);
	describe(&p, f, doc);
	set_canonical(&p, f->depth != 0 ? str_join(p.arena, f->path, S("/")) :
	    S(""));
	add_texts(&p.v, doc, collection_contact(c, f->path).text);
	add_folders(&p, f);
	add_unit_list(&p, lists, f);
	add_list(&p, &lists->folders[folder]);
	if (f->depth == 0)
		add_front(&p, lists);
	html_template_render(t, &p.v, k);
}

void
html_index_unit(const struct html_template *t, struct arena *a,
    const struct collection *c, const struct html_list *unit, struct sink *k)
{
	struct index_page p = { .arena = a, .c = c, .folder = unit->folder };

	open_page(&p, unit->folder, /*self*/false, unit->title);
	set_canonical(&p, unit->path);
	p.v.slots[SLOT_FEED] = unit->feed.len != 0 ? url_to(&p, unit->feed) :
	    S("");
	add_list(&p, unit);
	html_template_render(t, &p.v, k);
}

void
html_index_part(const struct html_template *t, struct arena *a,
    const struct collection *c, const struct html_list *l,
    const struct html_part *part, struct sink *k)
{
	struct index_page p = { .arena = a, .c = c, .folder = l->folder };
	bool is_folder = map_find(&c->names, l->folder) != NULL;

	open_page(&p, l->folder, is_folder, str_join(a, l->title, S(": "),
	    part->label));
	set_canonical(&p, part->path);
	add_parts(&p, l, part);
	add_works(&p, l, part->first, part->num);
	html_template_render(t, &p.v, k);
}

void
html_index_changes(const struct html_template *t, struct arena *a,
    const struct collection *c, const struct html_lists *lists,
    struct sink *k)
{
	struct index_page p = { .arena = a, .c = c };

	open_page(&p, S(""), /*self*/true, lang_word(c->lang,
	    WORD_CHANGES_ALL));
	add_changes(&p, lists, CHANGES_MOST);
	html_template_render(t, &p.v, k);
}

void
html_index_search(const struct html_template *t, struct arena *a,
    const struct collection *c, struct sink *k)
{
	struct index_page p = { .arena = a, .c = c };

	open_page(&p, S(""), /*self*/true, lang_word(c->lang, WORD_SEARCH));
	set_canonical(&p, S("ara.html"));
	html_template_render(t, &p.v, k);
}

void
html_index_verify(const struct html_template *t, struct arena *a,
    const struct collection *c, unsigned digits, struct sink *k)
{
	struct index_page p = { .arena = a, .c = c };

	open_page(&p, S(""), /*self*/true, lang_word(c->lang, WORD_VERIFY));
	set_canonical(&p, S("verify.html"));
	p.v.slots[SLOT_VERIFY_DIGITS] = str_uint(a, digits);
	html_template_render(t, &p.v, k);
}

/* The server shows it at whatever address was asked for: its own ones begin
 * with that of the site. */
void
html_index_missing(const struct html_template *t, struct arena *a,
    const struct collection *c, struct sink *k)
{
	struct index_page p = { .arena = a, .c = c };

	p.v.root = str_join(a, c->url, S("/"));
	open_page(&p, S(""), /*self*/true, lang_word(c->lang, WORD_MISSING));
	p.v.slots[SLOT_NOINDEX] = S("noindex");
	p.v.slots[SLOT_SEARCH] = str_join(a, p.v.root, S("ara.html"));
	p.v.slots[SLOT_EMPTY] = lang_word(c->lang, WORD_MISSING_TEXT);
	html_template_render(t, &p.v, k);
}

/* Lists each draft at the address of its edition, in whatever folder. */
static void
add_drafts(struct index_page *p)
{
	const struct card *card = p->c->cards, *end = card + p->c->num_cards;
	struct slot_row *rows = open_rows(p, SLOT_LIST_WORKS,
	    p->c->num_cards);
	size_t num = 0;

	for (; card != end; card++)
		if (card->status.state == STATE_DRAFT)
			fill_work(p, &rows[num++], card, card->ident->edition);
	if (num != 0)
		qsort(rows, num, sizeof(*rows), cmp_title);
	else
		p->v.slots[SLOT_EMPTY] = lang_word(p->v.lang,
		    WORD_DRAFTS_EMPTY);
	p->v.lists[SLOT_LIST_WORKS].num = num;
}

void
html_index_drafts(const struct html_template *t, struct arena *a,
    const struct collection *c, struct sink *k)
{
	struct index_page p = { .arena = a, .c = c };

	open_page(&p, S(""), /*self*/true, lang_word(c->lang, WORD_DRAFTS));
	p.v.slots[SLOT_NOINDEX] = S("noindex");
	add_drafts(&p);
	html_template_render(t, &p.v, k);
}
