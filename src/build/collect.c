/* SPDX-License-Identifier: ISC */
#include "build/collect.h"

#include "base/arena.h"
#include "base/message.h"
#include "build/day.h"
#include "build/options.h"
#include "model/dom.h"
#include "register/published.h"

/* Rows that were published are there still: a register that was cut at its
 * end has a whole chain all the same. */
void
collect_check_published(struct workspace *r)
{
	struct published p;
	struct pos end = { (unsigned)r->reg.num + 1, 1 };

	if (!r->reg.sound || !published_read(&p, r->arena, r->tree.root,
	    r->diags) || p.rows == 0)
		return;
	if (p.rows <= r->reg.num &&
	    str_eq(r->reg.rows[p.rows - 1].chain, p.chain))
		return;
	r->reg.sound = false;
	diag(r->diags, DIAG_REGISTER_CUT, end, r->reg.path,
	    str_uint(r->arena, p.rows), p.destination);
}

/* The site's own settings come before every document: its language is theirs
 * where they name none. */
static void
read_settings(struct workspace *r)
{
	struct collection *c = &r->collection;
	struct doc doc = workspace_read_index(r, r->arena, NULL,
	    &r->tree.folders[0]);
	size_t i;
	enum lang lang;

	c->lang = doc.lang;
	c->url = doc.front_matter.url;
	c->logo = doc.front_matter.logo;
	c->logo_alt = doc.front_matter.logo_alt;
	c->header_rows = doc.front_matter.header_rows;
	if (!lang_of_environment(&lang))
		message_speak(c->lang);
	for (i = 0; i < r->tree.pictures.num; i++)
		if (str_eq(r->tree.pictures.items[i], c->logo))
			break;
	if (c->logo.len != 0 && (i == r->tree.pictures.num ||
	    c->logo_alt.len == 0))
		diag(r->diags, DIAG_FRONT_LOGO, doc.front_matter.logo_pos,
		    doc.path, c->logo);
	if (i == r->tree.pictures.num)
		c->logo = S("");
	dom_close(&doc);
}

/* Gives every path of the tree its meaning. */
static void
name_paths(struct workspace *r)
{
	struct collection *c = &r->collection;
	struct map_slot *slot;
	size_t i;

	map_reserve(&c->names, r->tree.num_folders + 2 *
	    r->tree.num_editions);
	c->num_folders = r->tree.num_folders;
	c->folders = arena_array(r->arena, struct folder_card, c->num_folders);
	for (i = 0; i < c->num_folders; i++) {
		c->folders[i].path = r->tree.folders[i].path;
		c->folders[i].depth = r->tree.folders[i].depth;
		slot = map_slot(&c->names, c->folders[i].path);
		slot->number = NAME_FOLDER;
		slot->value = &c->folders[i];
	}
	c->num_cards = r->tree.num_editions;
	c->cards = arena_array(r->arena, struct card, c->num_cards);
	for (i = 0; i < c->num_cards; i++) {
		c->cards[i].ident = &r->tree.editions[i].ident;
		slot = map_slot(&c->names, c->cards[i].ident->edition);
		slot->number = NAME_EDITION;
		slot->value = &c->cards[i];
		slot = map_slot(&c->names, c->cards[i].ident->work);
		slot->number = NAME_WORK;
		slot->value = &c->cards[i];
	}
}

void
collect(struct workspace *r)
{
	r->day = day_of(r->options);
	content_tree_find(&r->tree, r->arena, r->options->content, r->diags);
	register_read(&r->reg, r->arena, r->tree.root, r->diags);
	collect_check_published(r);
	r->collection.names = map_make(r->arena);
	r->used = arena_array(r->arena, struct strings, r->tree.num_editions);
	name_paths(r);
	read_settings(r);
	limit_make(&r->limit, r->arena, r->options, &r->tree.root,
	    &r->collection);
}
