/* SPDX-License-Identifier: ISC */
#include "build/warm.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/file.h"
#include "base/path.h"
#include "base/witness.h"
#include "build/check_contact.h"
#include "build/check_files.h"
#include "build/check_pass.h"
#include "build/options.h"
#include "build/records.h"
#include "build/render_pass.h"
#include "html/renderer.h"

/*
 * What a save changes
 * -------------------
 * The check reads documents one by one (check_pass_read) and then looks at what
 * they have to do with each other: status, links, numbers (check_pass_join).
 * The first part does not look at other documents, and takes nearly all of the
 * time; so it need not be done again for a text that has not changed. The
 * second part is done again, from the beginning, for all of them.
 *
 * What is kept of a changed text, and replaced: its card, its images in use
 * (check_pass_read_again), its faults (drop_faults), the files it hands out
 * (those of others are outside the limit of the run), and what the witness
 * remembers. What files there are, the register, the settings of the site and
 * the templates must be as they were: the caller sees to that.
 */

struct warm {
	struct workspace	 ws;
	struct options		 options;
};

struct warm *
warm_open(const struct options *o)
{
	struct arena *a = arena_new();
	struct warm *w = arena_new_of(a, struct warm);
	struct workspace *ws = &w->ws;

	w->options = *o;
	w->options.jobs = 1;
	workspace_open(ws, &w->options);
	ws->renders = ws->alone = true;
	ws->html = html_renderer_open(ws->in.arena, o->templates,
	    /*fragments*/false, ws->in.diags);
	ws->records = records_open(&ws->in, ws->pool);
	check_pass_read(ws);
	return w;
}

/* Whether the fault is about none of the editions or the files of its
 * folder. */
static bool
is_about_others(const void *context, str path, enum diag id)
{
	const struct strings *names = context;
	size_t i;
	str rest;

	(void)id;
	for (i = 0; i < names->num; i++) {
		rest = str_from(path, names->items[i].len);
		if (str_starts(path, names->items[i]) &&
		    (str_starts(rest, S(".")) || str_starts(rest, S("/"))))
			return false;
	}
	return true;
}

static void
drop_faults(struct input *in, const struct strings *changed)
{
	struct strings names = { NULL, 0 };
	size_t i;

	for (i = 0; i < changed->num; i++)
		strings_add(&names, in->arena, path_join(in->arena,
		    in->tree.root, changed->items[i]));
	diags_keep(in->diags, is_about_others, &names);
}

/* The number of the edition whose file is there and was there, or that of
 * editions. */
static size_t
find(const struct input *in, str edition)
{
	const struct map_slot *slot = map_find(&in->collection.names, edition);
	str path = path_file(in->arena, in->tree.root, edition, S(".md"));

	if (slot == NULL || slot->number != NAME_EDITION ||
	    file_kind(path.p) != FILE_PLAIN)
		return in->tree.num_editions;
	return (size_t)((const struct card *)slot->value -
	    in->collection.cards);
}

/* Reads the changed texts; false where one of them is unknown. */
static bool
read_again(struct workspace *ws, const struct strings *changed)
{
	size_t i, edition;

	for (i = 0; i < changed->num; i++) {
		edition = find(&ws->in, changed->items[i]);
		if (edition == ws->in.tree.num_editions)
			return false;
		check_pass_read_again(ws, edition);
	}
	return true;
}

static void
set_options(struct warm *w, const char *out, const struct strings *saved)
{
	struct input *in = &w->ws.in;
	size_t i;

	w->options.out = out;
	w->options.paths = arena_array(in->arena, char *, saved->num);
	w->options.num_paths = saved->num;
	for (i = 0; i < saved->num; i++)
		w->options.paths[i] = str_c(in->arena, saved->items[i]);
}

/* False where there is an error. */
static bool
put_pages(struct workspace *ws)
{
	struct record_renderer *records = ws->records;

	ws->records = NULL;
	render_pass(ws);
	ws->records = records;
	/* It was freed after its page; its record needs it as it was read. */
	ws->workers[0].kept_doc.ident = NULL;
	return diags_errors(ws->in.diags) == 0;
}

int
warm_finish(struct warm *w, const char *out, const struct strings *saved,
    const struct strings *changed, void (*pages_are_out)(void))
{
	struct workspace *ws = &w->ws;
	struct input *in = &ws->in;

	witness_end();
	witness_begin();
	ws->file_checks = check_files_open(ws->pool);
	drop_faults(in, changed);
	if (!read_again(ws, changed))
		return EXIT_USAGE;
	set_options(w, out, saved);
	limit_make(&in->limit, in->arena, in->options, &in->tree.root,
	    &in->collection);
	check_pass_join(ws);
	check_contact(in);
	if (put_pages(ws))
		pages_are_out();
	render_pass(ws);
	return workspace_close(ws);
}
