/* SPDX-License-Identifier: ISC */
#include "html/page.h"

#include "base/arena.h"
#include "base/sink.h"
#include "html/body.h"
#include "html/changes_url.h"
#include "html/contents.h"
#include "html/description.h"
#include "html/html.h"
#include "html/inline.h"
#include "html/line.h"
#include "html/relative_url.h"
#include "html/status.h"
#include "html/template_render.h"
#include "html/translation.h"
#include "model/dom.h"
#include "model/header_table.h"

/* Institution, class, unit, subject. */
enum { CRUMBS = 4 };

static void
add_crumbs(struct slot_values *v, struct arena *a, const struct collection *c,
    str path, bool self)
{
	struct slot_row *rows = arena_array(a, struct slot_row, CRUMBS);
	size_t i, num = 0;
	str above;

	for (i = 0; i <= path.len; i++) {
		if (i != 0 && i != path.len && path.p[i] != '/')
			continue;
		above = str_upto(path, i);
		if (above.len == path.len && !self)
			break;
		rows[num].fields[0] = str_join3(a, v->root, above,
		    above.len != 0 ? S("/index.html") : S("index.html"));
		rows[num++].fields[1] = collection_folder(c, above)->title;
	}
	v->lists[SLOT_LIST_CRUMBS].rows = rows;
	v->lists[SLOT_LIST_CRUMBS].num = num;
}

void
html_page_shared(struct slot_values *v, struct arena *a,
    const struct collection *c, enum lang lang, str path, bool self)
{
	v->lang = lang;
	if (v->root.len == 0)
		v->root = html_relative_url_to_root(a, path);
	v->slots[SLOT_LANG] = lang_tag(lang);
	/* Where the languages of page and collection differ, the names of
	 * folders carry a lang attribute (WCAG 2.2, 3.1.2). */
	if (lang != c->lang)
		v->slots[SLOT_SITE_LANG] = lang_tag(c->lang);
	v->slots[SLOT_INSTITUTION] = collection_folder(c, S(""))->title;
	v->slots[SLOT_HOME] = str_join(a, v->root, S("index.html"));
	if (c->logo.len != 0) {
		v->slots[SLOT_LOGO] = str_join(a, v->root, c->logo);
		v->slots[SLOT_LOGO_ALT] = c->logo_alt;
	}
	add_crumbs(v, a, c, path, self);
}

static str
joined(struct arena *a, const struct strings *list)
{
	struct sink k = { 0 };
	size_t i;

	for (i = 0; i < list->num; i++) {
		sink_put(&k, i != 0 ? S(", ") : S(""));
		sink_put(&k, list->items[i]);
	}
	return sink_take(&k, a);
}

/* Whether the value is in the language of the site: index.md says it. */
static bool
is_of_site(const struct header_table_row *row, const struct doc *doc)
{
	return row->setting.row == HEADER_ROW_UNIT ||
	    (row->setting.declared && row->value.place.path.len != 0 &&
	    !str_eq(row->value.place.path, doc->path));
}

static void
add_table(struct slot_values *v, const struct header_table *table,
    const struct doc *doc, struct slot_row *rows)
{
	size_t i, num = 0;

	for (i = 0; i < table->num; i++) {
		/* A page has no sheets. */
		if (table->rows[i].setting.row == HEADER_ROW_SHEET)
			continue;
		rows[num].fields[0] = table->rows[i].label.text;
		rows[num].fields[1] = table->rows[i].value.text;
		if (is_of_site(&table->rows[i], doc))
			rows[num].fields[2] = v->slots[SLOT_SITE_LANG];
		num++;
	}
	v->lists[SLOT_LIST_ROWS].rows = rows;
	v->lists[SLOT_LIST_ROWS].num = num;
}

/* The rows whose values stand in front matter, for the head of the page. */
static void
add_declared(struct slot_values *v, struct arena *a,
    const struct header_table *table, struct slot_row *rows)
{
	const struct header_table_row *r = table->rows;
	size_t i, num = 0;

	for (i = 0; i < table->num; i++, r++) {
		if (!r->setting.declared || r->value.place.path.len == 0)
			continue;
		rows[num].fields[0] = str_join(a, S("matbu."),
		    header_row_key(&r->setting));
		rows[num++].fields[1] = r->value.text;
		if (r->setting.row == HEADER_ROW_NUMBER)
			v->slots[SLOT_NUMBER] = r->value.text;
	}
	v->lists[SLOT_LIST_DECLARED].rows = rows;
	v->lists[SLOT_LIST_DECLARED].num = num;
}

static void
add_rows(struct slot_values *v, const struct collection *c,
    const struct card *card, const struct doc *doc)
{
	struct header_table table;

	header_table_make(&table, c, card, doc);
	add_table(v, &table, doc, arena_array(doc->arena, struct slot_row,
	    table.num));
	add_declared(v, doc->arena, &table, arena_array(doc->arena,
	    struct slot_row, table.num));
}

/* --- The page */

static void
add_identity(struct slot_values *v, struct arena *a,
    const struct collection *c, const struct card *card, enum lang lang)
{
	const struct ident *ident = card->ident;

	v->slots[SLOT_STAMP] = ident->edition;
	v->slots[SLOT_SHEET_STAMP] = card->status.state == STATE_DRAFT ?
	    str_join3(a, lang_word(lang, WORD_DRAFT), S(" – "),
	    ident->edition) : ident->edition;
	v->slots[SLOT_IDENTIFIER] = ident->work;
	v->slots[SLOT_REVISION] = str_uint(a, ident->revision);
	v->slots[SLOT_DATE_ISO] = date_iso(a, ident->date);
	if (date_is_set(collection_published(c, card, card->earlier)))
		v->slots[SLOT_DATE_FIRST_ISO] = date_iso(a,
		    collection_published(c, card, card->earlier));
	v->slots[SLOT_UNIT] = collection_folder(c, ident->unit)->title;
	v->slots[SLOT_SUBJECT] = collection_folder(c, ident->subject)->title;
	/* An address that the site does not have leads nowhere. */
	if (c->url.len != 0 && collection_is_shown(c, card))
		v->slots[SLOT_CANONICAL] = str_join(a, str_join3(a, c->url,
		    S("/"), ident->work), S(".html"));
}

static void
add_front_matter(struct slot_values *v, struct arena *a,
    const struct front_matter *f)
{
	v->slots[SLOT_SUMMARY] = f->summary.text;
	v->slots[SLOT_KEYWORDS] = joined(a, &f->keywords);
	v->slots[SLOT_PREPARED_BY] = f->prepared_by.text;
	v->slots[SLOT_APPROVED_BY] = f->approved_by.text;
}

/* Moves the bytes of a sink into the arena and empties the sink. */
static str
taken(struct arena *a, struct sink *k)
{
	str s = str_copy(a, sink_str(k));

	sink_reset(k);
	return s;
}

/* A block to paste has no list of contents. */
static void
add_article(struct slot_values *v, const struct html_page *p, struct sink *k)
{
	if (p->scope == NULL) {
		html_contents(p->doc, k);
		v->slots[SLOT_CONTENTS] = taken(p->doc->arena, k);
		html_body(p->doc, HTML_BODY_PAGE, k);
	} else
		html_body_scoped(p->doc, p->scope, k);
	v->slots[SLOT_ARTICLE] = taken(p->doc->arena, k);
}

static void
add_texts(struct slot_values *v, const struct html_page *p, str contact)
{
	const struct doc *doc = p->doc;
	struct sink k = { 0 };

	html_inline(doc, doc->title, p->scope, &k);
	v->slots[SLOT_TITLE] = taken(doc->arena, &k);
	v->slots[SLOT_TITLE_ID] = dom_item(doc->title)->id;
	html_line(contact, &k);
	v->slots[SLOT_CONTACT] = taken(doc->arena, &k);
	if (p->record != NULL)
		add_article(v, p, &k);
	sink_free(&k);
}

/* Whether a reader can type or tick something: nobody signs on a page, and the
 * institution's fields may be closed. */
static bool
is_form(const struct doc *doc)
{
	const struct field_list *l = &doc->fields;
	bool is_open = doc->front_matter.office_fields == ANSWER_YES;
	size_t i;

	for (i = 0; i < l->num; i++)
		if (l->items[i]->type != FIELD_SIGNATURE &&
		    (is_open || !l->items[i]->office))
			return true;
	return false;
}

str
html_page_record_note(struct arena *a, enum lang lang,
    const struct html_record_facts *record)
{
	struct sink k = { 0 };

	if (record->sheets != 0) {
		sink_uint(&k, record->sheets);
		sink_char(&k, ' ');
		sink_put(&k, lang_word(lang, record->sheets == 1 ?
		    WORD_ONE_SHEET : WORD_SHEETS));
		sink_puts(&k, ", ");
	}
	sink_uint(&k, (record->size + 1023) / 1024);
	sink_puts(&k, " KB");
	return sink_take(&k, a);
}

static void
add_record(struct slot_values *v, const struct doc *doc,
    const struct card *card, const struct html_record_facts *record)
{
	if (record == NULL || record->size == 0)
		return;
	v->slots[SLOT_RECORD] = str_join(doc->arena,
	    str_from(card->ident->edition, card->ident->subject.len + 1),
	    S(".pdf"));
	if (is_form(doc))
		v->slots[SLOT_FORM] = v->slots[SLOT_RECORD];
	v->slots[SLOT_RECORD_NOTE] = html_page_record_note(doc->arena,
	    doc->lang, record);
}

/* “Hata bildir” writes to the first mail address of the contact; the subject
 * says which document it is about. */
static void
add_report(struct slot_values *v, struct arena *a, const struct card *card,
    str contact)
{
	str mail = html_line_mail(contact);
	struct sink k = { 0 };

	if (mail.len == 0)
		return;
	sink_puts(&k, "mailto:");
	sink_put(&k, mail);
	sink_puts(&k, "?subject=");
	html_uri_value(&k, str_join3(a, card->ident->edition, S(" – "),
	    card->title));
	v->slots[SLOT_REPORT] = sink_take(&k, a);
}

static void
add_verify(struct slot_values *v, struct arena *a, const struct collection *c)
{
	if (c->controlled)
		v->slots[SLOT_VERIFY] = str_join(a, v->root, S("verify.html"));
}

/* The documents that refer to the work stand on the page at its address. */
static void
add_referrers(struct slot_values *v, struct arena *a,
    const struct collection *c, const struct html_lists *lists,
    const struct card *card)
{
	const struct html_cards *all = &lists->referrers[card - c->cards];
	struct slot_row *rows = arena_array(a, struct slot_row, all->num);
	size_t i;

	for (i = 0; i < all->num; i++) {
		rows[i].fields[0] = str_join3(a, v->root,
		    all->cards[i]->ident->work, S(".html"));
		rows[i].fields[1] = all->cards[i]->title;
		if (all->cards[i]->lang != v->lang)
			rows[i].fields[2] = lang_tag(all->cards[i]->lang);
	}
	v->lists[SLOT_LIST_REFERRERS].rows = rows;
	v->lists[SLOT_LIST_REFERRERS].num = all->num;
}

/* A form without a sentence is described by its title and unit. A notice tells
 * nothing of the text. Needs the slots of unit and title. */
static void
add_description(struct slot_values *v, const struct doc *doc, bool is_notice)
{
	str own = is_notice ? v->slots[SLOT_SUMMARY] :
	    html_description(doc->arena, doc);

	v->slots[SLOT_DESCRIPTION] = own.len != 0 || is_notice ? own :
	    str_join3(doc->arena, v->slots[SLOT_TITLE_TEXT], S(" – "),
	    v->slots[SLOT_UNIT]);
}

void
html_page_values(struct slot_values *v, const struct html_page *p)
{
	const struct collection *c = p->collection;
	const struct card *card = p->card;
	const struct doc *doc = p->doc;
	struct arena *a = doc->arena;
	str contact = collection_contact(c, card->ident->subject).text;

	html_page_shared(v, a, c, doc->lang, card->ident->subject,
	    /*self*/true);
	add_identity(v, a, c, card, doc->lang);
	add_front_matter(v, a, &doc->front_matter);
	add_rows(v, c, card, doc);
	html_status(v, a, c, card);
	add_texts(v, p, contact);
	add_report(v, a, card, contact);
	add_referrers(v, a, c, p->lists, card);
	html_translation(v, a, c, p->lists, card);
	v->slots[SLOT_TITLE_TEXT] = card->title;
	add_description(v, doc, p->record == NULL);
	add_verify(v, a, c);
	v->slots[SLOT_HEAD_TITLE] = str_join3(a, card->title, S(" – "),
	    v->slots[SLOT_INSTITUTION]);
	add_record(v, doc, card, p->record);
	if (p->record != NULL)
		v->slots[SLOT_WHAT_CHANGED] = html_changes_url(a, c, card);
}

void
html_page(const struct html_template *t, const struct html_page *p,
    struct sink *k)
{
	struct slot_values v = { 0 };

	html_page_values(&v, p);
	html_template_render(t, &v, k);
}
