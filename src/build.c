/* SPDX-License-Identifier: ISC */
#include "build.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/sink.h"
#include "base/thread.h"
#include "html/html_body.h"
#include "html/html_press.h"
#include "limit.h"
#include "model/anchor.h"
#include "model/check.h"
#include "model/dom.h"
#include "model/dump.h"
#include "model/picture.h"
#include "model/xref.h"
#include "option.h"
#include "source/source.h"
#include "source/tree.h"

/* What each thread has of its own. */
struct worker {
	struct arena	*keep;		/* cards: lives to the end */
	struct arena	*doc;		/* the document in hand */
	struct sink	 page;
};

struct build {
	const struct options	*options;
	struct arena		*arena;
	struct diags		*diags;
	struct tree		 tree;
	struct limit		 limit;
	struct collection	 collection;
	struct strings		*used;		/* pictures, by edition */
	struct html_press	*html;
	struct store		*store;
	struct worker		*workers;
};

/* A page of the collection: folders first, then editions. */
static size_t
num_pages(const struct build *b)
{
	return b->tree.num_folders + b->tree.num_editions;
}

/* --- Reading one document */

static const struct strings no_pictures;

static struct doc
begin_doc(const struct build *b, struct arena *a, struct diags *ds, str path,
    str folder)
{
	struct doc doc = { .arena = a, .diags = ds, .place = folder,
	    .pictures = &no_pictures, .names = &b->collection.names,
	    .lang = b->collection.lang };
	size_t slash = str_rfind(path, '/');

	doc.path = str_join3(a, b->tree.root, S("/"), str_join(a, path,
	    S(".md")));
	doc.stem = slash != path.len ? str_from(path, slash + 1) : path;
	return doc;
}

/* The stages between source and press. */
static void
complete(struct doc *doc)
{
	anchor_make(doc);
	picture_resolve(doc);
	xref_resolve(doc);
}

static struct doc
read_index(const struct build *b, struct arena *a, struct diags *ds,
    const struct folder *f)
{
	str path = f->path.len != 0 ? str_join(a, f->path, S("/index")) :
	    S("index");
	struct doc doc = begin_doc(b, a, ds, path, f->path);

	if (f->has_index)
		source_read(&doc, f->depth == 0 ? FRONT_SITE : FRONT_FOLDER);
	else
		dom_open(&doc);
	complete(&doc);
	return doc;
}

static struct doc
read_edition(const struct build *b, struct arena *a, struct diags *ds,
    const struct edition *e)
{
	struct doc doc = begin_doc(b, a, ds, e->ident.edition,
	    e->ident.subject);

	doc.ident = &e->ident;
	doc.pictures = &e->pictures;
	source_read(&doc, FRONT_DOCUMENT);
	complete(&doc);
	return doc;
}

/* --- The check pass: every document is read, its card kept */

static void
check_index(struct build *b, struct worker *w, size_t i)
{
	const struct folder *f = &b->tree.folders[i];
	struct place *place = &b->collection.places[i];
	struct doc doc = read_index(b, w->doc, b->diags, f);

	if (f->has_index)
		check_doc(&doc);
	place->title = doc.title != NULL ?
	    str_trim(dom_words(w->keep, doc.title)) : f->path;
	place->contact = str_copy(w->keep, doc.head.contact);
	dom_close(&doc);
}

static void
keep_used(struct strings *used, struct arena *a, const struct doc *doc)
{
	size_t i;

	used->items = arena_array(a, str, doc->pictures->num);
	for (i = 0; i < doc->pictures->num; i++)
		if (doc->pictures_used[i])
			used->items[used->num++] = doc->pictures->items[i];
}

static void
check_edition(struct build *b, struct worker *w, size_t i)
{
	const struct edition *e = &b->tree.editions[i];
	struct card *card = &b->collection.cards[i];
	struct doc doc = read_edition(b, w->doc, b->diags, e);

	check_doc(&doc);
	card_make(card, w->keep, &doc);
	if (card->title.len == 0)
		card->title = e->ident.name;
	keep_used(&b->used[i], w->keep, &doc);
	dom_close(&doc);
}

static void
check_page(void *context, size_t worker, size_t i)
{
	struct build *b = context;
	struct worker *w = &b->workers[worker];

	if (i < b->tree.num_folders)
		check_index(b, w, i);
	else
		check_edition(b, w, i - b->tree.num_folders);
	arena_reset(w->doc);
}

/* Links into other documents, now that all anchors are known. */
static void
check_anchors(struct build *b)
{
	const struct collection *c = &b->collection;
	const struct card *target;
	size_t i, j;
	str path;

	for (i = 0; i < c->num_cards; i++) {
		for (j = 0; j < c->cards[i].num_links; j++) {
			target = collection_card(c, c->cards[i].links[j].path);
			path = str_join3(b->arena, b->tree.root, S("/"),
			    str_join(b->arena, c->cards[i].ident->edition,
			    S(".md")));
			if (target != NULL &&
			    c->cards[i].links[j].anchor.len != 0)
				xref_check_anchor(&c->cards[i].links[j],
				    target, b->diags, path);
		}
	}
}

/* The site's own settings come before every document: its language is theirs
 * where they name none. */
static void
read_settings(struct build *b)
{
	struct collection *c = &b->collection;
	struct doc doc = read_index(b, b->arena, NULL, &b->tree.folders[0]);
	struct pos none = { 0, 0 };
	size_t i;
	enum lang lang;

	c->lang = doc.lang;
	c->url = doc.head.url;
	c->logo = doc.head.logo;
	c->logo_alt = doc.head.logo_alt;
	c->controls = doc.head.controls;
	if (!lang_of_environment(&lang))
		diag_speak(c->lang);
	for (i = 0; i < b->tree.pictures.num; i++)
		if (str_eq(b->tree.pictures.items[i], c->logo))
			break;
	if (c->logo.len != 0 && (i == b->tree.pictures.num ||
	    c->logo_alt.len == 0))
		diag(b->diags, DIAG_FRONT_LOGO, none, doc.path, c->logo);
	dom_close(&doc);
}

/* Gives every path of the tree its meaning. */
static void
name_paths(struct build *b)
{
	struct collection *c = &b->collection;
	struct map_slot *slot;
	size_t i;

	c->num_places = b->tree.num_folders;
	c->places = arena_array(b->arena, struct place, c->num_places);
	for (i = 0; i < c->num_places; i++) {
		c->places[i].path = b->tree.folders[i].path;
		c->places[i].depth = b->tree.folders[i].depth;
		slot = map_slot(&c->names, c->places[i].path);
		slot->number = NAME_FOLDER;
		slot->value = &c->places[i];
	}
	c->num_cards = b->tree.num_editions;
	c->cards = arena_array(b->arena, struct card, c->num_cards);
	for (i = 0; i < c->num_cards; i++) {
		c->cards[i].ident = &b->tree.editions[i].ident;
		slot = map_slot(&c->names, c->cards[i].ident->edition);
		slot->number = NAME_EDITION;
		slot->value = &c->cards[i];
		slot = map_slot(&c->names, c->cards[i].ident->work);
		slot->number = NAME_WORK;
		slot->value = &c->cards[i];
	}
}

/* A work counts in its subject and in every folder above. */
static void
count_documents(struct build *b)
{
	struct collection *c = &b->collection;
	struct place *p;
	size_t i;
	str path;

	for (i = 0; i < c->num_cards; i++) {
		if (!collection_is_newest(c, &c->cards[i]))
			continue;
		path = c->cards[i].ident->subject;
		for (;; path = collection_above(path)) {
			p = map_find(&c->names, path)->value;
			p->documents++;
			if (path.len == 0)
				break;
		}
	}
}

static bool
is_wanted(const void *context, str path)
{
	const struct build *b = context;

	return limit_has_source(&b->limit, path);
}

static void
print_diags(struct build *b)
{
	const char *plain = getenv("NO_COLOR");
	bool colour = isatty(STDERR_FILENO) &&
	    (plain == NULL || *plain == '\0');

	diags_print(b->diags, stderr, diag_language(), colour);
}

static void
check_pass(struct build *b)
{
	tree_find(&b->tree, b->arena, b->options->content, b->diags);
	b->collection.names = map_make(b->arena);
	b->used = arena_array(b->arena, struct strings, b->tree.num_editions);
	name_paths(b);
	read_settings(b);
	limit_make(&b->limit, b->arena, b->options, &b->tree.root,
	    &b->collection);
	thread_each(b->options->jobs, num_pages(b), check_page, b);
	check_anchors(b);
	count_documents(b);
	diags_keep(b->diags, is_wanted, b);
}

/* --- The press pass: what is sound is read again and pressed */

static void
press_index(struct build *b, size_t worker, size_t i)
{
	const struct place *place = &b->collection.places[i];
	struct worker *w = &b->workers[worker];
	struct doc doc;

	if (!limit_has_index(&b->limit, place->path))
		return;
	doc = read_index(b, w->doc, NULL, &b->tree.folders[i]);
	if (doc.title != NULL) {
		html_press_index(b->html, &b->collection, place, &doc,
		    &w->page);
		store_put(b->store, worker, limit_index_file(w->doc,
		    place->path), sink_str(&w->page));
	}
	dom_close(&doc);
}

static void
copy_pictures(struct build *b, size_t worker, size_t i)
{
	struct arena *a = b->workers[worker].doc;
	str path, edition = b->tree.editions[i].ident.edition;
	size_t j;

	for (j = 0; j < b->used[i].num; j++) {
		path = str_join3(a, edition, S("/"), b->used[i].items[j]);
		store_copy(b->store, worker, str_join3(a, b->tree.root, S("/"),
		    path), path);
	}
}

/* The newest edition stands at the work's address too. */
static void
press_edition(struct build *b, size_t worker, size_t i)
{
	const struct edition *e = &b->tree.editions[i];
	struct worker *w = &b->workers[worker];
	struct doc doc;
	str path;

	if (!limit_has_edition(&b->limit, &e->ident))
		return;
	doc = read_edition(b, w->doc, NULL, e);
	html_press_doc(b->html, &b->collection, &b->collection.cards[i], &doc,
	    &w->page);
	path = str_join(w->doc, e->ident.edition, S(".html"));
	store_put(b->store, worker, path, sink_str(&w->page));
	if (e->newest)
		store_put_again(b->store, worker, path, str_join(w->doc,
		    e->ident.work, S(".html")), sink_str(&w->page));
	copy_pictures(b, worker, i);
	dom_close(&doc);
}

static void
press_page(void *context, size_t worker, size_t i)
{
	struct build *b = context;
	struct worker *w = &b->workers[worker];

	if (i < b->tree.num_folders)
		press_index(b, worker, i);
	else
		press_edition(b, worker, i - b->tree.num_folders);
	arena_reset(w->doc);
	sink_reset(&w->page);
}

static void
plan_edition(struct build *b, size_t i)
{
	const struct ident *ident = &b->tree.editions[i].ident;
	size_t j;

	store_plan(b->store, str_join(b->arena, ident->edition, S(".html")));
	if (b->tree.editions[i].newest)
		store_plan(b->store, str_join(b->arena, ident->work,
		    S(".html")));
	for (j = 0; j < b->used[i].num; j++)
		store_plan(b->store, str_join3(b->arena, ident->edition,
		    S("/"), b->used[i].items[j]));
}

static void
plan_files(struct build *b, const struct strings *files)
{
	size_t i;

	for (i = 0; i < files->num; i++)
		store_plan(b->store, files->items[i]);
	if (b->collection.logo.len != 0)
		store_plan(b->store, b->collection.logo);
	for (i = 0; i < b->tree.num_folders; i++)
		if (limit_has_index(&b->limit, b->tree.folders[i].path))
			store_plan(b->store, limit_index_file(b->arena,
			    b->tree.folders[i].path));
	for (i = 0; i < b->tree.num_editions; i++)
		if (limit_has_edition(&b->limit, &b->tree.editions[i].ident))
			plan_edition(b, i);
}

static void
copy_files(struct build *b, const struct strings *files)
{
	str templates = str_of(b->options->templates);
	size_t i;

	for (i = 0; i < files->num; i++)
		store_copy(b->store, 0, str_join3(b->arena, templates, S("/"),
		    files->items[i]), files->items[i]);
	if (b->collection.logo.len != 0)
		store_copy(b->store, 0, str_join3(b->arena, b->tree.root,
		    S("/"), b->collection.logo), b->collection.logo);
}

static bool
is_within(const void *context, str path)
{
	const struct build *b = context;

	return limit_has_output(&b->limit, path);
}

static void
press_pass(struct build *b)
{
	struct strings files = html_press_files(b->html, b->arena);

	b->store = store_open(b->arena, b->options->out);
	plan_files(b, &files);
	store_begin(b->store);
	thread_each(b->options->jobs, num_pages(b), press_page, b);
	copy_files(b, &files);
	store_finish(b->store, is_within, b);
}

/* --- A run */

static void
open_build(struct build *b, const struct options *o)
{
	size_t i;

	*b = (struct build){ .options = o, .arena = arena_new(),
	    .diags = diags_new() };
	b->workers = mem_calloc(o->jobs, sizeof(*b->workers));
	for (i = 0; i < o->jobs; i++) {
		b->workers[i].keep = arena_new();
		b->workers[i].doc = arena_new();
	}
}

/* Prints what there is to say; the status that it makes. */
static int
close_build(struct build *b)
{
	int status = diags_errors(b->diags) != 0 ? EXIT_CONTENT : EXIT_DONE;
	size_t i;

	print_diags(b);
	for (i = 0; i < b->options->jobs; i++) {
		arena_free(b->workers[i].keep);
		arena_free(b->workers[i].doc);
		sink_free(&b->workers[i].page);
	}
	mem_free(b->workers);
	diags_free(b->diags);
	arena_free(b->arena);
	return status;
}

int
build_check(const struct options *o, struct build_result *result)
{
	struct build b;

	open_build(&b, o);
	check_pass(&b);
	result->documents = b.tree.num_editions;
	return close_build(&b);
}

/* Neither may lie in the other: the output would be read as content. */
static void
check_out(const struct build *b)
{
	str slash = S("/");
	str content = str_join(b->arena, file_absolute(b->arena,
	    b->options->content), slash);
	str out = str_join(b->arena, file_absolute(b->arena, b->options->out),
	    slash);

	if (str_starts(content, out) || str_starts(out, content))
		diag_die(DIAG_OUT_INSIDE, b->options->out, "");
}

int
build_site(const struct options *o, struct build_result *result)
{
	struct build b;

	open_build(&b, o);
	check_out(&b);
	b.html = html_press_open(b.arena, o->templates, b.diags);
	check_pass(&b);
	if (diags_errors(b.diags) == 0) {
		press_pass(&b);
		result->documents = b.tree.num_editions;
		result->count = store_counted(b.store);
	}
	return close_build(&b);
}

/* --- Dumps */

static void
list_pictures(struct doc *doc, struct strings *pictures)
{
	struct file_list list;
	size_t i;

	if (!file_list(doc->arena, str_c(doc->arena, str_upto(doc->path,
	    doc->path.len - 3)), &list))
		return;
	pictures->items = arena_array(doc->arena, str, list.num);
	for (i = 0; i < list.num; i++)
		pictures->items[pictures->num++] = list.entries[i].name;
}

static void
dump(struct doc *doc, enum dump what, struct sink *k)
{
	source_read(doc, FRONT_DOCUMENT);
	if (what == DUMP_HTML)
		html_body(doc, HTML_BODY_FRAGMENT, k);
	else {
		complete(doc);
		dump_doc(doc, k);
	}
	dom_close(doc);
}

int
build_dump(const struct options *o)
{
	struct doc doc = { .arena = arena_new() };
	struct strings pictures = { 0 };
	struct sink k = { 0 };
	size_t slash;
	bool done;

	if (o->num_paths != 1)
		diag_usage(DIAG_DUMP_FILE, "", "");
	doc.path = str_of(o->paths[0]);
	if (file_kind(o->paths[0]) != FILE_PLAIN || doc.path.len < 4)
		diag_die(DIAG_PATH_UNKNOWN, o->paths[0], "");
	slash = str_rfind(doc.path, '/');
	doc.stem = slash != doc.path.len ? str_from(doc.path, slash + 1) :
	    doc.path;
	doc.stem.len -= 3;
	list_pictures(&doc, &pictures);
	doc.pictures = &pictures;
	dump(&doc, o->dump, &k);
	done = fwrite(k.p != NULL ? k.p : "", 1, k.len, stdout) == k.len &&
	    fflush(stdout) == 0;
	sink_free(&k);
	arena_free(doc.arena);
	if (!done)
		diag_die(DIAG_WRITE, "stdout", "");
	return EXIT_DONE;
}
