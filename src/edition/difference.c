/* SPDX-License-Identifier: ISC */
#include "edition/difference.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/file.h"
#include "base/path.h"
#include "base/shown.h"
#include "base/witness.h"
#include "build/collect.h"
#include "build/filter_diags.h"
#include "build/options.h"
#include "build/single_doc.h"
#include "build/workspace.h"
#include "diff/change_json.h"
#include "diff/change_page.h"
#include "diff/changes.h"
#include "diff/entry.h"
#include "diff/flat_make.h"
#include "diff/terminal.h"
#include "model/dom.h"
#include "register/status.h"
#include "source/source.h"

/* One of the two texts. */
struct side {
	const char		*file;	/* a file of no collection, or NULL */
	const struct card	*card;	/* an edition, or NULL */
	str			 name;	/* as readers know it */
	str			 folder; /* its pictures are below */
	struct doc		 doc;
	struct flat		 flat;
};

struct difference {
	struct workspace	 ws;
	struct options		 options;	/* without PATHs */
	struct side		 old, new;
	struct changes		 changes;
};

/* --- Which texts */

/* Whether it is a file, and no edition of the collection. */
static bool
is_file(const char *path)
{
	str p = str_of(path);
	struct ident id;

	if (!single_doc_is(path))
		return false;
	return str_count(p, '/') < 4 || !ident_read(&id, str_upto(p, p.len -
	    3), NULL, S(""));
}

/* The edition that the argument names; of a work the newest one. */
static const struct card *
find_card(struct difference *d, const char *argument)
{
	struct input *in = &d->ws.in;
	str path = limit_path(in->arena, argument, in->tree.root);
	struct map_slot *slot = map_find(&in->collection.names, path);

	if (slot != NULL && slot->number == NAME_FOLDER)
		die_usage(DIAG_DIFF_WHAT, "", "");
	if (slot == NULL)
		limit_unknown(in->arena, argument, in->tree.root,
		    &in->collection);
	return slot->value;
}

static void
name_card(struct difference *d, struct side *s, const struct card *card)
{
	struct input *in = &d->ws.in;

	s->card = card;
	s->name = card->ident->edition;
	if (card->status.erased)
		diag(in->diags, DIAG_DIFF_ERASED, POS_NONE, path_file(
		    in->arena, in->tree.root, card->ident->edition,
		    S(".md")), card->ident->edition);
}

static void
name_side(struct difference *d, struct side *s, const char *argument)
{
	str path = str_of(argument);

	if (!is_file(argument)) {
		name_card(d, s, find_card(d, argument));
		return;
	}
	s->file = argument;
	s->name = path;
	s->folder = str_find(path, '/') != path.len ? str_upto(path,
	    str_rfind(path, '/')) : S(".");
}

static void
choose(struct difference *d, const struct options *o)
{
	struct input *in = &d->ws.in;
	const struct card *old;

	if (o->num_paths == 2) {
		name_side(d, &d->old, o->paths[0]);
		name_side(d, &d->new, o->paths[1]);
		return;
	}
	name_card(d, &d->new, find_card(d, o->paths[0]));
	old = in->collection.controlled || d->new.card ==
	    collection_first(&in->collection, d->new.card) ?
	    collection_before(&in->collection, d->new.card) :
	    d->new.card - 1;
	if (old != NULL)
		name_card(d, &d->old, old);
	else
		diag(in->diags, DIAG_DIFF_FIRST, POS_NONE, path_file(
		    in->arena, in->tree.root, d->new.card->ident->edition,
		    S(".md")), d->new.card->ident->edition);
}

/* --- Reading */

static void
read_card(const struct input *in, struct side *s)
{
	s->folder = path_join(in->arena, in->tree.root,
	    s->card->ident->subject);
	s->doc = input_read_edition(in, arena_new(), NULL,
	    &in->tree.editions[s->card - in->collection.cards]);
	flat_make(&s->flat, &s->doc, s->folder, flat_facts_make(
	    &in->collection, s->card, &s->doc));
}

static void
read_side(struct difference *d, struct side *s)
{
	struct input *in = &d->ws.in;

	if (s->card == NULL) {
		s->doc = single_doc_open(arena_new(), s->file);
		source_read(&s->doc, FRONT_MATTER_DOCUMENT);
		if (s->doc.unread)
			diag(in->diags, DIAG_DIFF_UNREAD, POS_NONE, s->name);
		input_complete(&s->doc);
		flat_make(&s->flat, &s->doc, s->folder,
		    flat_facts_of_file(&s->doc));
	} else {
		read_card(in, s);
		if (s->doc.unread)
			diag(in->diags, DIAG_DIFF_UNREAD, POS_NONE,
			    s->doc.path);
	}
}

static void
close_side(struct side *s)
{
	if (s->doc.arena == NULL)
		return;
	dom_close(&s->doc);
	arena_free(s->doc.arena);
}

/* --- Writing */

static bool
has_colours(void)
{
	const char *plain = getenv("NO_COLOR");

	return isatty(STDOUT_FILENO) && (plain == NULL || *plain == '\0');
}

static void
put_text(const struct difference *d, struct sink *k)
{
	struct terminal t = { d->old.doc.path, d->new.doc.path,
	    message_language(), d->options.output == NULL && has_colours() };

	terminal_put_summary(&t, &d->changes, k);
	if (d->changes.num_entries != 0)
		terminal_put_lines(&t, &d->changes, k);
}

static void
put_html(const struct difference *d, struct sink *k)
{
	struct change_html h = { d->new.doc.lang, true, d->old.folder,
	    d->new.folder };

	change_page_put(&h, &d->changes, lang_word(h.lang, WORD_DIFF_TITLE),
	    d->old.name, d->new.name, k);
}

/* A terminal is told colours, so what it would obey is already replaced. */
static bool
write_out(const struct difference *d, str bytes)
{
	const struct options *o = &d->options;

	if (o->output != NULL)
		return file_create(o->output, bytes);
	if (has_colours() && o->format == NULL)
		return fwrite(bytes.p, 1, bytes.len, stdout) == bytes.len &&
		    fflush(stdout) == 0;
	return shown_write(bytes);
}

static void
write_changes(struct difference *d)
{
	str format = str_of(d->options.format != NULL ? d->options.format :
	    "text");
	struct sink k = { 0 };

	changes_make(&d->changes, d->ws.in.arena, &d->old.flat, &d->new.flat);
	if (str_eq(format, S("html")))
		put_html(d, &k);
	else if (str_eq(format, S("json")))
		change_json_put(&d->changes, d->new.doc.lang, d->old.name,
		    d->new.name, &k);
	else
		put_text(d, &k);
	if (!write_out(d, sink_str(&k)))
		die_errno(DIAG_WRITE, d->options.output != NULL ?
		    d->options.output : "stdout");
	sink_free(&k);
}

static void
check_options(const struct options *o)
{
	const char *f = o->format;

	if (o->num_paths != 1 && o->num_paths != 2)
		die_usage(DIAG_DIFF_WHAT, "", "");
	if (f != NULL && strcmp(f, "text") != 0 && strcmp(f, "json") != 0 &&
	    strcmp(f, "html") != 0)
		die_usage(DIAG_DIFF_FORMAT, f, "");
	if (o->num_paths == 1 && is_file(o->paths[0]))
		die_usage(DIAG_DIFF_WHAT, "", "");
}

/* --- What release says */

/* Compares a card with the edition before it; false where there is none. */
static bool
compare_card(struct workspace *ws, const struct card *card, struct side *old,
    struct side *new, struct changes *c)
{
	struct input *in = &ws->in;

	old->card = collection_compared(&in->collection, card);
	new->card = card;
	if (old->card == NULL)
		return false;
	read_card(in, old);
	read_card(in, new);
	changes_make(c, in->arena, &old->flat, &new->flat);
	return true;
}

void
difference_print(struct workspace *ws, const struct card *card)
{
	struct side old = { .file = NULL }, new = { .file = NULL };
	struct changes c;
	struct sink k = { 0 };

	if (compare_card(ws, card, &old, &new, &c)) {
		struct terminal t = { old.doc.path, new.doc.path,
		    message_language(), has_colours() };

		terminal_put_summary(&t, &c, &k);
		fwrite(k.p, 1, k.len, stdout);
		fflush(stdout);
		sink_free(&k);
	}
	close_side(&old);
	close_side(&new);
}

/* A heading may stand in the note, and the note in a command. */
static str
harmless(struct arena *a, str note)
{
	char *s = str_c(a, note);
	size_t i;

	for (i = 0; i < note.len; i++)
		if (strchr("\"'`$\\!:#", s[i]) != NULL)
			s[i] = ' ';
	return (str){ s, note.len };
}

str
difference_note(struct workspace *ws, const struct card *card)
{
	struct side old = { .file = NULL }, new = { .file = NULL };
	struct changes c;
	str note = S("");

	if (compare_card(ws, card, &old, &new, &c))
		note = harmless(ws->in.arena, entry_note(&c, card->lang));
	close_side(&old);
	close_side(&new);
	return note.len != 0 ? note : S("…");
}

/* --- The command */

static void
collect_all(struct input *in)
{
	collect(in);
	in->collection.controlled = in->reg.exists;
	status_make(&in->collection, in->arena, &in->reg, in->day);
	filter_diags_register(in);
}

int
difference_show(const struct options *o)
{
	struct difference d = { .options = *o };
	struct input *in = &d.ws.in;

	check_options(o);
	d.options.num_paths = 0;
	workspace_open(&d.ws, &d.options);
	if (o->num_paths == 1 || !is_file(o->paths[0]) ||
	    !is_file(o->paths[1]))
		collect_all(in);
	if (diags_errors(in->diags) == 0)
		choose(&d, o);
	if (diags_errors(in->diags) == 0) {
		read_side(&d, &d.old);
		read_side(&d, &d.new);
	}
	if (o->output != NULL && file_kind(o->output) != FILE_NONE)
		diag(in->diags, DIAG_EXTRACT_EXISTS, POS_NONE, str_of(o->output));
	if (diags_errors(in->diags) == 0)
		write_changes(&d);
	witness_report(in->diags, true);
	close_side(&d.old);
	close_side(&d.new);
	return workspace_close(&d.ws);
}
