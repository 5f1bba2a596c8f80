/* SPDX-License-Identifier: ISC */
#include "publish/audit_pages.h"

#include "base/arena.h"
#include "base/die.h"
#include "base/file.h"
#include "base/path.h"
#include "base/phrase.h"
#include "base/progress.h"
#include "base/witness.h"
#include "build/options.h"
#include "build/origin.h"
#include "build/records.h"
#include "html/renderer.h"
#include "model/picture.h"
#include "publish/audit_cover.h"
#include "publish/audit_links.h"
#include "register/checkpoint.h"
#include "register/press_entry.h"
#include "register/released.h"
#include "register/sheet_count.h"
#include "site/lists.h"

enum { TEMPLATE_LIMIT = 4 << 20,	/* [byte] */
       CHAIN_SHOWN = 16 };		/* digits at the foot of a sheet */

void
audit_pages_begin(struct audit_pages *p, const struct audit_state *s)
{
	struct input *in = &s->ws->in;
	struct arena *a = in->arena;
	enum lang lang = in->collection.lang;
	str day = date_dotted(a, s->day);

	*p = (struct audit_pages){ .state = s, .html = {
	    .collection = &in->collection,
	    .lists = lists_alone(a, &in->collection),
	    .name = str_join(a, lang_word(lang, WORD_AUDIT), S(", "), day),
	    .day = day,
	    .current = audit_lists_title(AUDIT_CURRENT, lang),
	    .current_url = str_join(a, audit_lists_file(AUDIT_CURRENT),
	    S(".html")) } };
	audit_outside_read(&p->outside, s);
}

/* --- Editions */

static void
put_record(struct audit_pages *p, struct arena *a, const struct card *card,
    struct html_record_facts *facts)
{
	const struct input *in = &p->state->ws->in;
	const struct row *row = register_release(&in->reg,
	    card->ident->edition);
	str bytes;

	if (card->status.record.len == 0)
		return;
	if (!released_record(a, in->tree.root, card, &bytes))
		die_errno(DIAG_READ, str_c(a, released_record_path(a,
		    in->tree.root, card->ident->edition)));
	facts->size = bytes.len;
	if (press_entry_is_ours(row->press))
		facts->sheets = sheet_count(bytes);
	audit_folder_put(p->folder, str_join(a, card->ident->edition,
	    S(".pdf")), bytes);
}

/* Puts the pictures and the files to hand out. */
static void
put_used(struct audit_pages *p, const struct doc *doc)
{
	str root = p->state->ws->in.tree.root, path, bytes;
	struct arena *a = doc->arena;
	size_t i;

	for (i = 0; i < doc->pictures->num; i++) {
		if (!doc->pictures_used[i])
			continue;
		path = path_join(a, doc->ident->edition,
		    doc->pictures->items[i]);
		if (!witness_read(a, path_name(a, root, path), PICTURE_LIMIT,
		    &bytes))
			die_errno(DIAG_READ, path_name(a, root, path));
		audit_folder_put(p->folder, path, bytes);
	}
}

static void
put_edition(struct audit_pages *p, struct worker *w, size_t i)
{
	struct workspace *ws = p->state->ws;
	const struct card *card = &ws->in.collection.cards[i];
	struct doc doc = input_read_edition(&ws->in, w->doc_arena, NULL,
	    &ws->in.tree.editions[i]);
	struct html_record_facts facts = { 0 };

	/* What cannot be read now was read before: witness_report() says
	 * why. */
	if (!doc.unread) {
		put_record(p, w->doc_arena, card, &facts);
		put_used(p, &doc);
		audit_links_resolve(p->state, &doc);
		html_renderer_audit_page(ws->html, &p->html, card, &doc,
		    &facts, &w->page);
		audit_folder_put(p->folder, str_join(w->doc_arena,
		    card->ident->edition, S(".html")), sink_str(&w->page));
	}
	dom_close(&doc);
	sink_reset(&w->page);
	arena_reset(w->doc_arena);
}

void
audit_pages_put_editions(struct audit_pages *p)
{
	struct workspace *ws = p->state->ws;
	size_t i;

	progress_begin(phrase_text(PHRASE_PROGRESS_RENDER),
	    p->state->num_inside);
	for (i = 0; i < ws->in.collection.num_cards; i++) {
		if (!p->state->inside[i])
			continue;
		put_edition(p, &ws->workers[0], i);
		progress_step();
	}
	progress_end();
}

/* --- Lists */

/* A list, or the cover: the same tree is made for paper and for the page,
 * because their links differ. */
struct list_file {
	struct audit_pages	*pages;
	struct arena		*arena;
	enum audit_list		 list;	/* AUDIT_LISTS: the cover */
	str			 file;
	str			 title;
	struct records_list_row	 rows[4];
	size_t			 num_rows;
	struct html_record_facts facts;
};

static void
add_row(struct list_file *f, enum word label, str value)
{
	f->rows[f->num_rows++] = (struct records_list_row){ lang_word(
	    f->pages->html.collection->lang, label), value };
}

/* The PATHs of the command line. */
static str
scope_of(const struct list_file *f)
{
	const struct strings *paths = &f->pages->state->ws->in.limit.paths;
	struct sink k = { 0 };
	size_t i;

	for (i = 0; i < paths->num; i++) {
		sink_puts(&k, i != 0 ? ", " : "");
		sink_put(&k, paths->items[i]);
	}
	return sink_take(&k, f->arena);
}

static void
make_rows(struct list_file *f, const struct audit_doc *d)
{
	const struct audit_state *s = f->pages->state;
	const struct row *last = &s->ws->in.reg.rows[s->rows - 1];

	f->num_rows = 0;
	add_row(f, WORD_DATE, f->pages->html.day);
	add_row(f, WORD_AUDIT_REGISTER, audit_doc_phrase(d,
	    WORD_AUDIT_REGISTER_ROWS, str_uint(f->arena, s->rows),
	    date_dotted(f->arena, row_day(last))));
	if (s->ws->in.limit.paths.num != 0)
		add_row(f, WORD_AUDIT_SCOPE, scope_of(f));
}

static void
open_doc(struct list_file *f, struct audit_doc *d, bool paper)
{
	struct audit_pages *p = f->pages;

	audit_doc_open(d, f->arena, p->state->ws->in.diags,
	    p->html.collection->lang, f->file, f->title, paper ?
	    p->state->ws->records : NULL, f->list != AUDIT_LISTS);
	if (f->list == AUDIT_LISTS)
		audit_cover_put(p->state, p->counts, d);
	else
		p->counts[f->list] = audit_lists_put(f->list, p->state,
		    &p->outside, d);
	audit_doc_complete(d);
	make_rows(f, d);
}

static void
put_paper(struct list_file *f)
{
	struct audit_pages *p = f->pages;
	const struct audit_state *s = p->state;
	struct worker *w = &s->ws->workers[0];
	struct audit_doc d;
	struct records_list l = { .letterhead = lang_word(
	    p->html.collection->lang, WORD_AUDIT), .day = s->day,
	    .stamp = str_join(f->arena, f->title, S(" – "), p->html.day) };

	open_doc(f, &d, /*paper*/true);
	l.foot = audit_doc_foot(&d, p->html.day, s->rows, str_upto(
	    s->ws->in.reg.rows[s->rows - 1].chain, CHAIN_SHOWN));
	add_row(f, WORD_SHEET, S(""));
	l.rows = f->rows;
	l.num_rows = f->num_rows;
	f->facts.sheets = records_render_list(s->ws->records, 0, &l, &d.doc,
	    &w->record);
	f->facts.size = w->record.len;
	audit_folder_put(p->folder, str_join(f->arena, f->file, S(".pdf")),
	    sink_str(&w->record));
	sink_reset(&w->record);
	audit_doc_close(&d);
}

static void
put_page(struct list_file *f)
{
	struct audit_pages *p = f->pages;
	struct worker *w = &p->state->ws->workers[0];
	struct audit_doc d;
	struct html_audit_row rows[sizeof(f->rows) / sizeof(f->rows[0])];
	struct html_audit_list l = { .is_cover = f->list == AUDIT_LISTS,
	    .rows = rows, .facts = f->facts,
	    .record = str_join(f->arena, f->file, S(".pdf")) };

	open_doc(f, &d, /*paper*/false);
	l.doc = &d.doc;
	for (; l.num_rows < f->num_rows; l.num_rows++)
		rows[l.num_rows] = (struct html_audit_row){
		    f->rows[l.num_rows].label, f->rows[l.num_rows].value };
	html_renderer_audit_list(p->state->ws->html, &p->html, &l, &w->page);
	audit_folder_put(p->folder, str_join(f->arena, f->file, S(".html")),
	    sink_str(&w->page));
	sink_reset(&w->page);
	audit_doc_close(&d);
}

static void
put_list(struct audit_pages *p, enum audit_list list)
{
	enum lang lang = p->html.collection->lang;
	struct list_file f = { .pages = p, .arena = arena_new(),
	    .list = list };

	f.file = list == AUDIT_LISTS ? S("index") : audit_lists_file(list);
	f.title = list == AUDIT_LISTS ? lang_word(lang, WORD_AUDIT) :
	    audit_lists_title(list, lang);
	put_paper(&f);
	put_page(&f);
	arena_free(f.arena);
}

void
audit_pages_put_lists(struct audit_pages *p)
{
	int list;

	for (list = 0; list <= AUDIT_LISTS; list++)
		put_list(p, (enum audit_list)list);
}

/* --- Other files */

static void
put_register(struct audit_pages *p)
{
	const struct input *in = &p->state->ws->in;
	const struct row *last = &in->reg.rows[p->state->rows - 1];
	struct reg until = in->reg;
	struct checkpoint c;

	until.num = p->state->rows;
	c = checkpoint_of(in->arena, &until, origin_of(in->arena,
	    in->options));
	audit_folder_put(p->folder, S("register.tsv"), str_upto(in->reg.bytes,
	    (size_t)(last->line.p + last->line.len + 1 - in->reg.bytes.p)));
	audit_folder_put(p->folder, S(CHECKPOINT_NAME), checkpoint_text(
	    in->arena, &c));
}

static void
copy(struct audit_pages *p, str folder, str name)
{
	struct arena *a = p->state->ws->in.arena;
	char *path = path_name(a, folder, name);
	str bytes;

	if (!file_read(a, path, TEMPLATE_LIMIT, &bytes))
		die_errno(DIAG_READ, path);
	audit_folder_put(p->folder, name, bytes);
}

void
audit_pages_put_files(struct audit_pages *p)
{
	const struct workspace *ws = p->state->ws;
	struct strings files = html_renderer_files(ws->html, ws->in.arena);
	size_t i;

	put_register(p);
	for (i = 0; i < files.num; i++)
		copy(p, str_of(ws->in.options->templates), files.items[i]);
	if (ws->in.collection.logo.len != 0)
		copy(p, ws->in.tree.root, ws->in.collection.logo);
}
