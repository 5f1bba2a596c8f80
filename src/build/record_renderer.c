/* SPDX-License-Identifier: ISC */
#include "build/record_renderer.h"

#include <errno.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/packer.h"
#include "build/options.h"
#include "model/header_table.h"
#include "print/check.h"
#include "print/glyphs.h"
#include "print/print.h"

enum { SHEET_LIMIT = 4 << 20 };		/* [byte] */

struct record_renderer {
	const struct workspace	*run;
	struct styles		*sheet;	/* NULL: at fault */
	struct packer		*packer;
	struct pdf_image_cache	*gallery;
	struct layout_worker	**workers;	/* NULL until they are needed */
};

static struct styles *
read_sheet(struct workspace *r)
{
	str text, path = str_join(r->arena, str_of(r->options->templates),
	    S("/sheet.xml"));

	if (!file_read(r->arena, path.p, SHEET_LIMIT, &text))
		die_system(errno == ENOENT ? DIAG_NO_TEMPLATE : DIAG_READ,
		    path.p, fault_text(errno));
	return style_sheet_read(r->arena, text, r->diags, path);
}

static struct layout_worker *
worker_of(struct record_renderer *p, size_t worker)
{
	if (p->workers[worker] == NULL)
		p->workers[worker] = print_worker_new(worker, p->sheet,
		    p->packer, p->gallery);
	return p->workers[worker];
}

struct record_renderer *
record_renderer_open(struct workspace *r)
{
	struct record_renderer *p;

	if ((r->options->renderers & RENDER_PDF) == 0)
		return NULL;
	p = arena_new_of(r->arena, struct record_renderer);
	p->run = r;
	p->sheet = read_sheet(r);
	p->packer = packer_new(r->pool);
	p->gallery = pdf_image_cache_new(p->packer);
	p->workers = arena_array(r->arena, struct layout_worker *,
	    r->options->jobs);
	/* Before there are threads: HarfBuzz's table of languages is filled,
	 * which it shares without a lock. */
	if (p->sheet != NULL)
		worker_of(p, 0);
	return p;
}

void
record_renderer_close(struct record_renderer *p)
{
	size_t i;

	if (p == NULL)
		return;
	for (i = 0; i < p->run->options->jobs; i++)
		print_worker_free(p->workers[i]);
	pdf_image_cache_free(p->gallery);
	packer_free(p->packer);
	if (p->sheet != NULL)
		style_sheet_close(p->sheet);
}

/* --- The gate */

/* The folder of the source on disk, with “/”. */
static str
source_folder(const struct doc *doc)
{
	size_t slash = str_rfind(doc->path, '/');

	return slash != doc->path.len ? str_upto(doc->path, slash + 1) :
	    S("");
}

void
record_renderer_check(const struct record_renderer *p, const struct doc *doc)
{
	if (p != NULL && p->sheet != NULL)
		print_check(p->sheet, doc);
}

void
record_renderer_check_folder(const struct record_renderer *p,
    const struct doc *doc, int depth, str title)
{
	if (p != NULL && p->sheet != NULL)
		print_glyphs_folder(p->sheet, doc, depth, title);
}

enum diag
record_renderer_check_image(struct record_renderer *p, size_t worker, str bytes)
{
	return p != NULL && p->sheet != NULL ?
	    print_check_image(p->gallery, worker, bytes) : DIAG_COUNT;
}

void
record_renderer_check_note(struct record_renderer *p, str path, str note)
{
	struct doc doc = { .path = path };

	if (p == NULL || p->sheet == NULL)
		return;
	doc.arena = p->run->arena;
	doc.diags = p->run->diags;
	print_glyphs_note(p->sheet, &doc, note);
}

/* --- The record */

static void
add_controls(struct layout_context *x, const struct collection *c,
    const struct card *card, const struct doc *doc)
{
	struct layout_header_row *header_rows = arena_array(doc->arena,
	    struct layout_header_row, HEADER_ROW_COUNT);
	struct header_table table;
	size_t i;

	header_table_make(&table, c, card, doc);
	for (i = 0; i < table.num; i++)
		header_rows[i] = (struct layout_header_row){
		    table.rows[i].label, table.rows[i].value,
		    table.rows[i].row == HEADER_ROW_SHEET };
	x->header_rows = header_rows;
	x->num_header_rows = table.num;
}

/* The editions of the work up to this one; once there is a register, those
 * that were released, with what it says of them. */
static void
add_editions(struct layout_context *x, const struct collection *c,
    const struct card *card, const struct doc *doc)
{
	const struct card *e = collection_first(c, card);
	size_t num = (size_t)(card - e) + 1;
	struct layout_edition *editions = arena_array(doc->arena,
	    struct layout_edition, num);

	for (; e <= card; e++)
		if (!c->controlled || e->status.released || e == card)
			editions[x->num_editions++] = (struct layout_edition){
			    e->ident->revision, e->ident->date,
			    e->status.released ? e->status.note : e->change };
	x->editions = editions;
}

static void
add_site(struct layout_context *x, const struct workspace *r,
    const struct card *card, const struct doc *doc)
{
	const struct collection *c = &r->collection;

	x->site = c->url;
	if (c->url.len != 0)
		x->address = str_join(doc->arena, str_join3(doc->arena, c->url,
		    S("/"), card->ident->work), S(".html"));
	if (c->logo.len != 0)
		x->logo = str_c(doc->arena, str_join3(doc->arena, r->tree.root,
		    S("/"), c->logo));
	x->logo_alt = c->logo_alt;
	x->contact = collection_contact(c, card->ident->subject);
}

unsigned
record_renderer_render(struct record_renderer *p, size_t worker,
    const struct card *card, struct doc *doc, struct sink *file,
    const char **lost)
{
	const struct collection *c = &p->run->collection;
	const struct ident *ident = card->ident;
	struct layout_context x = {
		.folder = source_folder(doc),
		.institution = collection_folder(c, S(""))->title,
		.class = collection_folder(c, ident->class)->title,
		.unit = collection_folder(c, ident->unit)->title,
		.subject = collection_folder(c, ident->subject)->title,
		.source_name = str_join(doc->arena, doc->stem, S(".md")),
		.source = doc->text,
		.draft = card->status.state == STATE_DRAFT,
	};

	add_controls(&x, c, card, doc);
	add_editions(&x, c, card, doc);
	add_site(&x, p->run, card, doc);
	return print_record(doc, &x, worker_of(p, worker), file, lost);
}

void
record_renderer_dump(struct record_renderer *p, struct doc *doc,
    struct sink *frames, struct sink *tags)
{
	struct layout_context x = { .folder = source_folder(doc), .source_name =
	    str_join(doc->arena, doc->stem, S(".md")), .source = doc->text };

	if (p->sheet != NULL)
		print_dump(doc, &x, worker_of(p, 0), frames, tags);
}
