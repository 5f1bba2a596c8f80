/* SPDX-License-Identifier: ISC */
#include "build/workspace.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/witness.h"
#include "build/check_files.h"
#include "build/check_images.h"
#include "build/options.h"
#include "build/records.h"
#include "model/dom.h"

void
workspace_open(struct workspace *ws, const struct options *o)
{
	size_t i;

	witness_begin();
	*ws = (struct workspace){ .in = { .options = o, .arena = arena_new(),
	    .diags = diags_new() }, .pool = pool_open(o->jobs) };
	ws->image_checks = check_images_open(ws->pool);
	ws->file_checks = check_files_open(ws->pool);
	ws->workers = mem_calloc(o->jobs, sizeof(*ws->workers));
	for (i = 0; i < o->jobs; i++) {
		ws->workers[i].card_arena = arena_new();
		ws->workers[i].doc_arena = arena_new();
		ws->workers[i].kept_arena = arena_new();
	}
}

void
workspace_say(struct diags *ds)
{
	const char *plain = getenv("NO_COLOR");
	bool colour = isatty(STDERR_FILENO) &&
	    (plain == NULL || *plain == '\0');

	diags_print(ds, stderr, message_language(), colour);
}

static void
drop(struct worker *w)
{
	if (!w->has_kept)
		return;
	dom_close(&w->kept_doc);
	arena_reset(w->kept_arena);
	w->has_kept = false;
}

static void
close_worker(struct worker *w)
{
	arena_free(w->card_arena);
	arena_free(w->doc_arena);
	drop(w);
	arena_free(w->kept_arena);
	sink_free(&w->page);
	sink_free(&w->record);
}

int
workspace_close(struct workspace *ws)
{
	struct input *in = &ws->in;
	int status = diags_errors(in->diags) != 0 ? EXIT_CONTENT : EXIT_DONE;
	size_t i;

	pool_close(ws->pool);
	workspace_say(in->diags);
	for (i = 0; i < in->options->jobs; i++)
		close_worker(&ws->workers[i]);
	records_close(ws->records);
	check_images_close(ws->image_checks);
	check_files_close(ws->file_checks);
	mem_free(ws->workers);
	diags_free(in->diags);
	arena_free(in->arena);
	witness_end();
	return status;
}

void
workspace_drop(struct workspace *ws, size_t worker)
{
	drop(&ws->workers[worker]);
}

void
workspace_keep(struct workspace *ws, size_t worker, struct doc *doc)
{
	struct worker *w = &ws->workers[worker];
	struct arena *empty = w->kept_arena;

	if (!ws->renders) {
		dom_close(doc);
		return;
	}
	assert(!w->has_kept);
	w->kept_arena = w->doc_arena;
	w->kept_doc = *doc;
	w->kept_doc.diags = NULL;
	w->has_kept = true;
	w->doc_arena = empty;
}

/* The worker that keeps the edition, or NULL. While editions are rendered no
 * worker keeps another one, so kept_doc.ident does not change while other
 * threads compare it; has_kept belongs to the thread that renders the
 * edition. */
static struct worker *
keeper(const struct workspace *ws, const struct ident *ident)
{
	size_t i;

	for (i = 0; i < ws->in.options->jobs; i++)
		if (ws->workers[i].kept_doc.ident == ident)
			return &ws->workers[i];
	return NULL;
}

struct doc
workspace_take(struct workspace *ws, size_t worker, const struct edition *e)
{
	const struct worker *w = keeper(ws, &e->ident);

	assert(w == NULL || w->has_kept);
	return w != NULL ? w->kept_doc :
	    input_read_edition(&ws->in, ws->workers[worker].doc_arena, NULL,
	    e);
}

void
workspace_return(struct workspace *ws, struct doc *doc)
{
	struct worker *w = keeper(ws, doc->ident);

	if (w != NULL)
		drop(w);
	else
		dom_close(doc);
}
