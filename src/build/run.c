/* SPDX-License-Identifier: ISC */
#include "build/run.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/pool.h"
#include "build/check_images.h"
#include "build/options.h"
#include "build/record_renderer.h"
#include "model/anchor.h"
#include "model/dom.h"
#include "model/picture.h"
#include "model/xref.h"
#include "source/peek_title.h"
#include "source/source.h"

void
workspace_open(struct workspace *r, const struct options *o)
{
	size_t i;

	*r = (struct workspace){ .options = o, .arena = arena_new(),
	    .diags = diags_new(), .pool = pool_open(o->jobs) };
	r->image_checks = check_images_open(r);
	r->workers = mem_calloc(o->jobs, sizeof(*r->workers));
	for (i = 0; i < o->jobs; i++) {
		r->workers[i].keep = arena_new();
		r->workers[i].doc = arena_new();
		r->workers[i].held = arena_new();
	}
}

static void
print_diags(struct workspace *r)
{
	const char *plain = getenv("NO_COLOR");
	bool colour = isatty(STDERR_FILENO) &&
	    (plain == NULL || *plain == '\0');

	diags_print(r->diags, stderr, message_language(), colour);
}

static void
let_go(struct worker *w)
{
	if (!w->holds)
		return;
	dom_close(&w->held_doc);
	arena_reset(w->held);
	w->holds = false;
}

int
workspace_close(struct workspace *r)
{
	int status = diags_errors(r->diags) != 0 ? EXIT_CONTENT : EXIT_DONE;
	size_t i;

	pool_close(r->pool);
	print_diags(r);
	for (i = 0; i < r->options->jobs; i++) {
		arena_free(r->workers[i].keep);
		arena_free(r->workers[i].doc);
		let_go(&r->workers[i]);
		arena_free(r->workers[i].held);
		sink_free(&r->workers[i].page);
		sink_free(&r->workers[i].record);
	}
	record_renderer_close(r->pdf);
	check_images_close(r->image_checks);
	mem_free(r->workers);
	diags_free(r->diags);
	arena_free(r->arena);
	return status;
}

size_t
workspace_pages(const struct workspace *r)
{
	return r->tree.num_folders + r->tree.num_editions;
}

size_t
workspace_editions(const struct workspace *r)
{
	size_t i, num = 0;

	for (i = 0; i < r->tree.num_editions; i++)
		num += limit_has_edition(&r->limit,
		    &r->tree.editions[i].ident);
	return num;
}

/* --- Reading one document */

static const struct strings no_pictures;

static struct doc
begin_doc(const struct workspace *r, struct arena *a, struct diags *ds, str
    path, str folder)
{
	struct doc doc = { .arena = a, .diags = ds, .folder = folder,
	    .pictures = &no_pictures, .names = &r->collection.names,
	    .lang = r->collection.lang };
	size_t slash = str_rfind(path, '/');

	doc.path = str_join3(a, r->tree.root, S("/"), str_join(a, path,
	    S(".md")));
	doc.stem = slash != path.len ? str_from(path, slash + 1) : path;
	return doc;
}

void
workspace_complete(struct doc *doc)
{
	anchor_make(doc);
	picture_resolve(doc);
	xref_resolve(doc);
}

static struct doc
begin_index(const struct workspace *r, struct arena *a, struct diags *ds,
    const struct folder *f)
{
	return begin_doc(r, a, ds, f->path.len != 0 ? str_join(a, f->path,
	    S("/index")) : S("index"), f->path);
}

static enum front_matter_kind
kind_of(const struct folder *f)
{
	return f->depth == 0 ? FRONT_MATTER_SITE : FRONT_MATTER_FOLDER;
}

struct doc
workspace_read_index(const struct workspace *r, struct arena *a,
    struct diags *ds, const struct folder *f)
{
	struct doc doc = begin_index(r, a, ds, f);

	if (f->has_index)
		source_read(&doc, kind_of(f));
	else
		dom_open(&doc);
	workspace_complete(&doc);
	return doc;
}

static struct doc
begin_edition(const struct workspace *r, struct arena *a, struct diags *ds,
    const struct edition *e)
{
	struct doc doc = begin_doc(r, a, ds, e->ident.edition,
	    e->ident.subject);

	doc.ident = &e->ident;
	doc.pictures = &e->pictures;
	return doc;
}

struct doc
workspace_read_edition(const struct workspace *r, struct arena *a,
    struct diags *ds, const struct edition *e)
{
	struct doc doc = begin_edition(r, a, ds, e);

	source_read(&doc, FRONT_MATTER_DOCUMENT);
	workspace_complete(&doc);
	return doc;
}

void
workspace_drop(struct workspace *r, size_t worker)
{
	let_go(&r->workers[worker]);
}

void
workspace_hold(struct workspace *r, size_t worker, struct doc *doc)
{
	struct worker *w = &r->workers[worker];
	struct arena *empty = w->held;

	if (!r->renderers) {
		dom_close(doc);
		return;
	}
	assert(!w->holds);
	w->held = w->doc;
	w->held_doc = *doc;
	w->held_doc.diags = NULL;
	w->holds = true;
	w->doc = empty;
}

/* In the next pass nobody holds another edition. Who looks for one looks at
 * what others hold, but only the edition's own presser at holds. */
static struct worker *
holder(const struct workspace *r, const struct ident *ident)
{
	size_t i;

	for (i = 0; i < r->options->jobs; i++)
		if (r->workers[i].held_doc.ident == ident)
			return &r->workers[i];
	return NULL;
}

struct doc
workspace_take_edition(struct workspace *r, size_t worker,
    const struct edition *e)
{
	const struct worker *w = holder(r, &e->ident);

	assert(w == NULL || w->holds);
	return w != NULL ? w->held_doc :
	    workspace_read_edition(r, r->workers[worker].doc, NULL, e);
}

void
workspace_let_go(struct workspace *r, struct doc *doc)
{
	struct worker *w = holder(r, doc->ident);

	if (w != NULL)
		let_go(w);
	else
		dom_close(doc);
}

/* --- A glance at one */

bool
workspace_peek_index(const struct workspace *r, struct arena *a,
    const struct folder *f, struct doc *doc, str *title)
{
	*doc = begin_index(r, a, NULL, f);
	*title = S("");
	doc->unread = !f->has_index;
	return doc->unread || peek_title_read(doc, kind_of(f), title);
}

bool
workspace_peek_edition(const struct workspace *r, struct arena *a,
    const struct edition *e, struct doc *doc, str *title)
{
	*doc = begin_edition(r, a, NULL, e);
	return peek_title_read(doc, FRONT_MATTER_DOCUMENT, title);
}

bool
workspace_has_title(const struct workspace *r, struct arena *a,
    const struct edition *e, struct doc *doc)
{
	*doc = begin_edition(r, a, NULL, e);
	return peek_title_exists(doc);
}
