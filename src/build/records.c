/* SPDX-License-Identifier: ISC */
#include "build/records.h"

#include "base/arena.h"
#include "base/mem.h"
#include "base/packer.h"
#include "base/path.h"
#include "base/share.h"
#include "base/witness.h"
#include "build/options.h"
#include "font/face.h"
#include "font/word.h"
#include "layout/context.h"
#include "layout/worker.h"
#include "model/header_table.h"
#include "model/picture.h"
#include "model/site_path.h"
#include "pdf/image_cache.h"
#include "pdf/meta.h"
#include "print/check.h"
#include "print/print.h"
#include "style/style_sheet.h"

enum {
	STYLE_SHEET_LIMIT = 4 << 20,		/* [byte] */
	/* Rows of a revision table that a check lays out: the tables of a work
	 * of a thousand editions have half a million rows. What an older
	 * edition says is checked with that edition. */
	CHECKED_EDITIONS = 50
};

struct record_renderer {
	const struct input	*in;
	struct styles		*styles;	/* NULL: at fault */
	struct packer		*packer;
	struct pdf_image_cache	*image_cache;
	struct layout_worker	**workers;	/* NULL until they are needed */
};

static struct styles *
read_styles(struct input *in)
{
	str text, path = str_join(in->arena, str_of(in->options->templates),
	    S("/sheet.xml"));

	if (!witness_read(in->arena, path.p, STYLE_SHEET_LIMIT, &text))
		share_missing(in->options->templates, path.p);
	return style_sheet_read(in->arena, text, in->diags, path);
}

static struct layout_worker *
worker_of(struct record_renderer *r, size_t worker)
{
	if (r->workers[worker] == NULL)
		r->workers[worker] = layout_worker_new(worker, r->styles,
		    r->packer, r->image_cache);
	return r->workers[worker];
}

struct record_renderer *
records_open(struct input *in, struct pool *pool)
{
	struct record_renderer *r;

	if ((in->options->renderers & RENDER_PDF) == 0)
		return NULL;
	r = arena_new_of(in->arena, struct record_renderer);
	r->in = in;
	r->styles = read_styles(in);
	r->packer = packer_new(pool);
	r->image_cache = pdf_image_cache_new(r->packer);
	r->workers = arena_array(in->arena, struct layout_worker *,
	    in->options->jobs);
	/* Before there are threads: HarfBuzz's table of languages is filled,
	 * which it shares without a lock. */
	if (r->styles != NULL)
		worker_of(r, 0);
	return r;
}

void
records_close(struct record_renderer *r)
{
	size_t i;

	if (r == NULL)
		return;
	for (i = 0; i < r->in->options->jobs; i++)
		layout_worker_free(r->workers[i]);
	pdf_image_cache_free(r->image_cache);
	packer_free(r->packer);
	if (r->styles != NULL)
		style_sheet_close(r->styles);
}

/* --- Checks */

/* The folder of the source on disk, with “/”. */
static str
source_folder(const struct doc *doc)
{
	return str_upto(doc->path, doc->path.len - path_last(doc->path).len);
}

void
records_check(const struct record_renderer *r, const struct doc *doc)
{
	if (r != NULL && r->styles != NULL)
		print_check(r->styles, doc);
}

enum diag
records_check_image(struct record_renderer *r, size_t worker, str bytes)
{
	return r == NULL ? picture_check(bytes) :
	    picture_diag(pdf_image_cache_check(r->image_cache, worker, bytes));
}

void
records_check_note(struct record_renderer *r, str path, str note)
{
	struct doc doc = { .path = path };

	if (r == NULL || r->styles == NULL)
		return;
	doc.arena = r->in->arena;
	doc.diags = r->in->diags;
	print_check_note(&doc, worker_of(r, 0), note);
}

/* --- The record */

/* The linked files, which the record encloses. Those that cannot be read any
 * more are reported at the end of the run, because a file moved. */
static void
add_files(struct layout_context *x, const struct doc *doc)
{
	str folder = str_join3(doc->arena, x->folder, doc->stem, S("/"));
	struct pdf_meta_file *files = arena_array(doc->arena,
	    struct pdf_meta_file, doc->pictures->num);
	size_t i;
	str name;

	for (i = 0; i < doc->pictures->num; i++) {
		name = doc->pictures->items[i];
		if (doc->pictures_used[i] && site_path_is_linked_file(name) &&
		    witness_read(doc->arena, str_c(doc->arena, str_join(
		    doc->arena, folder, name)), PICTURE_LIMIT,
		    &files[x->num_files].bytes))
			files[x->num_files++].name = name;
	}
	x->files = files;
}

static void
add_header_rows(struct layout_context *x, const struct collection *c,
    const struct card *card, const struct doc *doc)
{
	struct layout_header_row *header_rows;
	struct header_table table;
	size_t i;

	header_table_make(&table, c, card, doc);
	header_rows = arena_array(doc->arena, struct layout_header_row,
	    table.num);
	for (i = 0; i < table.num; i++)
		header_rows[i] = (struct layout_header_row){
		    table.rows[i].label, table.rows[i].value,
		    table.rows[i].setting.row == HEADER_ROW_SHEET };
	x->header_rows = header_rows;
	x->num_header_rows = table.num;
}

/* What the revision table says of the edition: the register's note of a
 * released one, else what its source says. */
static struct sourced
change_of(const struct input *in, const struct card *e, const struct doc *doc)
{
	struct place place = { in->reg.path, { 0, 0 } };

	if (e->status.released)
		return (struct sourced){ e->status.note, place };
	if (e->ident == doc->ident)
		return doc->front_matter.change;
	place.path = path_file(doc->arena, in->tree.root, e->ident->edition,
	    S(".md"));
	place.pos = e->change_pos;
	return (struct sourced){ e->change, place };
}

/* The editions of the work up to this one; once there is a register, those
 * that were released, with what it says of them. */
static void
add_editions(struct layout_context *x, const struct input *in,
    const struct card *card, const struct doc *doc)
{
	const struct collection *c = &in->collection;
	const struct card *e = collection_first(c, card);
	size_t num = (size_t)(card - e) + 1;
	struct layout_edition *editions = arena_array(doc->arena,
	    struct layout_edition, num);

	for (; e <= card; e++)
		if (!c->controlled || e->status.released || e == card)
			editions[x->num_editions++] = (struct layout_edition){
			    e->ident->revision, e->ident->date,
			    change_of(in, e, doc) };
	x->editions = editions;
	x->earlier = doc->front_matter.earlier;
}

static void
add_site(struct layout_context *x, const struct input *in,
    const struct card *card, const struct doc *doc)
{
	const struct collection *c = &in->collection;

	x->site = c->url;
	if (c->url.len != 0)
		x->address = str_join(doc->arena, path_join(doc->arena, c->url,
		    card->ident->work), S(".html"));
	if (c->logo.len != 0)
		x->logo = path_name(doc->arena, in->tree.root, c->logo);
	x->logo_alt = c->logo_alt;
	x->contact = collection_contact(c, card->ident->subject);
}

static struct sourced
title_of(const struct collection *c, str path)
{
	const struct folder_card *f = collection_folder(c, path);

	return (struct sourced){ f->title, f->title_place };
}

static struct layout_context
make_context(const struct input *in, const struct card *card,
    const struct doc *doc)
{
	const struct collection *c = &in->collection;
	const struct ident *ident = card->ident;
	struct layout_context x = {
		.folder = source_folder(doc),
		.institution = title_of(c, S("")),
		.class = title_of(c, ident->class),
		.unit = title_of(c, ident->unit),
		.subject = title_of(c, ident->subject),
		.number = collection_number(c, doc->front_matter.declared,
		    ident->subject).text,
		.source_name = str_join(doc->arena, doc->stem, S(".md")),
		.source = doc->text,
		.draft = card->status.state == STATE_DRAFT,
	};

	add_files(&x, doc);
	add_header_rows(&x, c, card, doc);
	add_editions(&x, in, card, doc);
	add_site(&x, in, card, doc);
	return x;
}

unsigned
records_render(struct record_renderer *r, size_t worker,
    const struct card *card, struct doc *doc, struct sink *file,
    const char **lost)
{
	struct layout_context x = make_context(r->in, card, doc);

	return print_record(doc, &x, worker_of(r, worker), file, lost);
}

bool
records_has(const struct record_renderer *r, uint32_t c)
{
	const struct style *s = &r->styles->by_id[STYLE_TABLE];
	const struct font_chain *chain = s->chains[s->variant];
	size_t i;

	for (i = 0; i < chain->num; i++)
		if (face_has(chain->faces[i], c))
			return true;
	return false;
}

static struct layout_header_row *
make_list_rows(struct arena *a, const struct records_list *l)
{
	struct layout_header_row *rows = arena_array(a,
	    struct layout_header_row, l->num_rows);
	size_t i;

	for (i = 0; i < l->num_rows; i++)
		rows[i] = (struct layout_header_row){
		    { .text = l->rows[i].label }, { .text = l->rows[i].value },
		    l->rows[i].value.len == 0 };
	return rows;
}

/* A list has no pictures, so none can be lost. */
unsigned
records_render_list(struct record_renderer *r, size_t worker,
    const struct records_list *l, struct doc *doc, struct sink *file)
{
	const struct collection *c = &r->in->collection;
	struct layout_context x = {
		.institution = title_of(c, S("")),
		.unit = { .text = l->letterhead },
		.logo_alt = c->logo_alt,
		.header_rows = make_list_rows(doc->arena, l),
		.num_header_rows = l->num_rows,
		.stamp = l->stamp,
		.foot = l->foot,
		.day = l->day,
	};
	const char *lost;

	if (c->logo.len != 0)
		x.logo = path_name(doc->arena, r->in->tree.root, c->logo);
	return print_record(doc, &x, worker_of(r, worker), file, &lost);
}

void
records_check_words(struct record_renderer *r, size_t worker,
    const struct card *card, struct doc *doc)
{
	struct layout_context x;

	if (r == NULL || r->styles == NULL)
		return;
	x = make_context(r->in, card, doc);
	if (x.num_editions > CHECKED_EDITIONS) {
		x.editions += x.num_editions - CHECKED_EDITIONS;
		x.num_editions = CHECKED_EDITIONS;
	}
	print_check_words(doc, &x, worker_of(r, worker));
}

void
records_dump(struct record_renderer *r, struct doc *doc,
    struct sink *frames, struct sink *tags)
{
	struct layout_context x = { .folder = source_folder(doc), .source_name =
	    str_join(doc->arena, doc->stem, S(".md")), .source = doc->text };

	if (r->styles != NULL)
		print_dump(doc, &x, worker_of(r, 0), frames, tags);
}
