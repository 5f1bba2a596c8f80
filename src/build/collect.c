/* SPDX-License-Identifier: ISC */
#include "build/collect.h"

#include "base/die.h"
#include "base/arena.h"
#include "base/message.h"
#include "base/path.h"
#include "build/day.h"
#include "build/options.h"
#include "model/dom.h"
#include "register/press_entry.h"
#include "register/published.h"

/* The chain of a register that lost its last rows is still valid: only the
 * entries of .published show that rows are missing. */
void
collect_check_published(struct input *in)
{
	struct published p;
	struct pos end = { (unsigned)in->reg.num + 1, 1 };

	if (!in->reg.valid || !published_read(&p, in->arena, in->tree.root,
	    in->diags) || p.rows == 0)
		return;
	if (p.rows <= in->reg.num &&
	    str_eq(in->reg.rows[p.rows - 1].chain, p.chain))
		return;
	in->reg.valid = false;
	diag(in->diags, DIAG_REGISTER_CUT, end, in->reg.path,
	    str_uint(in->arena, p.rows), p.destination);
}

/* A text in a dialect that this program does not know would be read wrongly. */
static void
check_dialects(struct input *in)
{
	struct pos pos = { 0, 1 };
	unsigned dialect;
	size_t i;

	for (i = 0; i < in->reg.num; i++) {
		dialect = press_entry_dialect(in->reg.rows[i].press);
		pos.line = (unsigned)i + 2;
		if (dialect > DOC_DIALECT)
			diag(in->diags, DIAG_REGISTER_DIALECT, pos,
			    in->reg.path, str_uint(in->arena, dialect),
			    str_uint(in->arena, DOC_DIALECT));
	}
}

/* The settings of the site are read before every document, because documents
 * that state no language have the site's. */
static void
read_settings(struct input *in)
{
	struct collection *c = &in->collection;
	struct doc doc = input_read_index(in, in->arena, NULL,
	    &in->tree.folders[0]);
	size_t i;
	enum lang lang;

	c->lang = doc.lang;
	c->url = doc.front_matter.url;
	c->logo = doc.front_matter.logo.text;
	c->logo_alt = doc.front_matter.logo_alt.text;
	c->release_needs = doc.front_matter.release_needs;
	c->header_rows = doc.front_matter.header_rows;
	c->units = doc.front_matter.units;
	if (!lang_of_environment(&lang))
		message_speak(c->lang);
	for (i = 0; i < in->tree.pictures.num; i++)
		if (str_eq(in->tree.pictures.items[i], c->logo))
			break;
	if (c->logo.len != 0 && (i == in->tree.pictures.num ||
	    c->logo_alt.len == 0))
		diag(in->diags, DIAG_FRONT_LOGO,
		    doc.front_matter.logo.place.pos, doc.path, c->logo);
	if (i == in->tree.pictures.num)
		c->logo = S("");
	dom_close(&doc);
}

/* A folder has its title from its index.md, unless the site names its unit. */
static void
check_indexes(struct input *in)
{
	const struct folder *f;
	size_t i;

	for (i = 0; i < in->tree.num_folders; i++) {
		f = &in->tree.folders[i];
		if (!f->has_index && !f->unread && unit_title(
		    &in->collection.units, f->path).text.len == 0)
			diag(in->diags, DIAG_FOLDER_INDEX, POS_NONE,
			    path_join(in->arena, in->tree.root, f->path));
	}
}

/* Gives every path of the tree its meaning. */
static void
name_paths(struct input *in)
{
	struct collection *c = &in->collection;
	struct map_slot *slot;
	size_t i;

	map_reserve(&c->names, in->tree.num_folders + 2 *
	    in->tree.num_editions);
	c->num_folders = in->tree.num_folders;
	c->folders = arena_array(in->arena, struct folder_card, c->num_folders);
	for (i = 0; i < c->num_folders; i++) {
		c->folders[i].path = in->tree.folders[i].path;
		c->folders[i].depth = in->tree.folders[i].depth;
		slot = map_slot(&c->names, c->folders[i].path);
		slot->number = NAME_FOLDER;
		slot->value = &c->folders[i];
	}
	c->num_cards = in->tree.num_editions;
	c->cards = arena_array(in->arena, struct card, c->num_cards);
	for (i = 0; i < c->num_cards; i++) {
		c->cards[i].ident = &in->tree.editions[i].ident;
		slot = map_slot(&c->names, c->cards[i].ident->edition);
		slot->number = NAME_EDITION;
		slot->value = &c->cards[i];
		slot = map_slot(&c->names, c->cards[i].ident->work);
		slot->number = NAME_WORK;
		slot->value = &c->cards[i];
	}
}

void
collect(struct input *in)
{
	in->day = day_of(in->options);
	content_tree_find(&in->tree, in->arena, in->options->content,
	    in->diags);
	register_read(&in->reg, in->arena, in->tree.root, in->diags);
	collect_check_published(in);
	check_dialects(in);
	in->collection.names = map_make(in->arena);
	in->used = arena_array(in->arena, struct strings,
	    in->tree.num_editions);
	in->sources = arena_array(in->arena, struct digest,
	    input_num_documents(in));
	name_paths(in);
	read_settings(in);
	check_indexes(in);
	limit_make(&in->limit, in->arena, in->options, &in->tree.root,
	    &in->collection);
	/* A fragment leads to the pages of the site. */
	if (in->options->fragment && in->collection.url.len == 0)
		die_usage(DIAG_FRAGMENT_URL, str_c(in->arena, path_file(
		    in->arena, in->tree.root, S("index"), S(".md"))), "");
}
