/* SPDX-License-Identifier: ISC */
#include "html/audit_page.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "base/sink.h"
#include "html/body.h"
#include "html/inline.h"
#include "html/line.h"
#include "html/status.h"
#include "html/template_render.h"
#include "model/dom.h"

/* “İletişim” of the institution or of a subject. */
static str
contact_of(struct arena *a, const struct collection *c, str folder)
{
	struct sink k = { 0 };

	html_line(collection_contact(c, folder).text, &k);
	return sink_take(&k, a);
}

/* --- Lists */

static void
add_rows(struct slot_values *v, struct arena *a,
    const struct html_audit_list *l)
{
	struct slot_row *rows = arena_array(a, struct slot_row, l->num_rows);
	size_t i;

	for (i = 0; i < l->num_rows; i++) {
		rows[i].fields[0] = l->rows[i].label;
		rows[i].fields[1] = l->rows[i].value;
	}
	v->lists[SLOT_LIST_ROWS].rows = rows;
	v->lists[SLOT_LIST_ROWS].num = l->num_rows;
}

/* The way to the cover; the cover itself needs none. */
static void
add_way(struct slot_values *v, struct arena *a, const struct html_audit *f,
    bool is_edition)
{
	struct slot_row *rows = arena_array(a, struct slot_row, 2);

	rows[0].fields[0] = v->slots[SLOT_HOME];
	rows[0].fields[1] = f->name;
	rows[1].fields[0] = str_join(a, v->root, f->current_url);
	rows[1].fields[1] = f->current;
	v->lists[SLOT_LIST_CRUMBS].rows = rows;
	v->lists[SLOT_LIST_CRUMBS].num = is_edition ? 2 : 1;
}

void
html_audit_page_list(const struct html_template *t, const struct html_audit *f,
    const struct html_audit_list *l, struct sink *k)
{
	const struct doc *doc = l->doc;
	struct slot_values v = { 0 };
	struct sink body = { 0 };

	html_page_shared(&v, doc->arena, f->collection, doc->lang, S(""),
	    /*self*/false);
	v.lists[SLOT_LIST_CRUMBS].num = 0;
	if (!l->is_cover)
		add_way(&v, doc->arena, f, /*is_edition*/false);
	v.slots[SLOT_TITLE] = str_trim(dom_words(doc->arena, doc->title));
	v.slots[SLOT_HEAD_TITLE] = str_join(doc->arena, v.slots[SLOT_TITLE],
	    S(", "), f->day, S(" – "), v.slots[SLOT_INSTITUTION]);
	v.slots[SLOT_STAMP] = str_join(doc->arena, v.slots[SLOT_TITLE],
	    S(" – "), f->day);
	v.slots[SLOT_RECORD] = l->record;
	v.slots[SLOT_RECORD_NOTE] = html_page_record_note(doc->arena,
	    doc->lang, &l->facts);
	add_rows(&v, doc->arena, l);
	html_body(doc, HTML_BODY_PAGE, &body);
	v.slots[SLOT_ARTICLE] = sink_take(&body, doc->arena);
	v.slots[SLOT_CONTACT] = contact_of(doc->arena, f->collection, S(""));
	html_template_render(t, &v, k);
}

/* --- Editions */

/* The links that would lead out of the folder. */
static void
drop_links(struct slot_values *v)
{
	static const enum slot slots[] = { SLOT_PREV, SLOT_NEXT, SLOT_LATEST,
	    SLOT_SUCCESSOR, SLOT_CANONICAL, SLOT_VERIFY, SLOT_WHAT_CHANGED,
	    SLOT_FORM, SLOT_LAG, SLOT_TRANSLATION_OF, SLOT_ORIGINAL };
	static const enum slot_list lists[] = { SLOT_LIST_LANGUAGES,
	    SLOT_LIST_ALTERNATES, SLOT_LIST_LAG_LINKS, SLOT_LIST_REFERRERS };
	size_t i;

	for (i = 0; i < sizeof(slots) / sizeof(slots[0]); i++)
		v->slots[slots[i]] = S("");
	for (i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		v->lists[lists[i]].num = 0;
	for (i = 0; i < v->lists[SLOT_LIST_REVISIONS].num; i++) {
		v->lists[SLOT_LIST_REVISIONS].rows[i].fields[3] = S("");
		v->lists[SLOT_LIST_REVISIONS].rows[i].fields[4] = S("");
	}
}

/* “01.06.2026 günündeki durum: YÜRÜRLÜKTE …”: the page outlives the day. */
static void
date_states(struct slot_values *v, struct arena *a, const struct html_audit *f)
{
	struct slot_row *row = v->lists[SLOT_LIST_STATES].rows;
	const str values[PHRASE_VALUES] = { f->day };
	size_t i;

	for (i = 0; i < v->lists[SLOT_LIST_STATES].num; i++, row++) {
		struct sink k = { 0 };

		phrase_put(&k, lang_word(v->lang, WORD_AUDIT_STATE), values);
		sink_puts(&k, ": ");
		sink_put(&k, row->fields[1]);
		row->fields[1] = sink_take(&k, a);
	}
}

void
html_audit_page(const struct html_template *t, const struct html_audit *f,
    const struct html_page *p, struct sink *k)
{
	struct arena *a = p->doc->arena;
	struct slot_values v = { 0 };

	html_page_values(&v, p);
	html_status_plain(&v, a, p->collection, p->card);
	drop_links(&v);
	date_states(&v, a, f);
	add_way(&v, a, f, /*is_edition*/true);
	html_template_render(t, &v, k);
}
