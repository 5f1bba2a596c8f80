/* SPDX-License-Identifier: ISC */
#include "links/wanted.h"

#include <stdlib.h>

#include "base/address.h"
#include "base/arena.h"
#include "base/path.h"
#include "base/pool.h"
#include "base/state_file.h"
#include "model/dom.h"
#include "model/reliance.h"

/* What one text has; in the arena of the worker that reads it. */
struct found {
	struct wanted	*items;
	size_t		 num;
	size_t		 room;
};

struct reader {
	struct workspace *ws;
	struct found	 *found;	/* of each folder, then edition */
	struct diags	 *diags;
};

static str
without_place(str address)
{
	return str_upto(address, str_find(address, '#'));
}

static void
add(struct found *f, struct arena *a, struct wanted w)
{
	struct wanted *items;
	size_t i;

	if (f->num == f->room) {
		f->room = f->room != 0 ? 2 * f->room : 8;
		items = arena_array(a, struct wanted, f->room);
		for (i = 0; i < f->num; i++)
			items[i] = f->items[i];
		f->items = items;
	}
	w.address = str_copy(a, without_place(w.address));
	w.phrase = str_copy(a, w.phrase);
	w.place.path = str_copy(a, w.place.path);
	f->items[f->num++] = w;
}

/* --- One text */

/* “//host/path” is as the site itself is reached. */
static str
whole_address(struct arena *a, str href)
{
	return str_starts(href, S("//")) ? str_join(a, S("https:"), href) :
	    href;
}

static void
add_links(struct found *f, struct arena *a, const struct doc *doc,
    const struct card *card)
{
	const struct item *i;
	const node *n;
	str href;

	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n)) {
		i = dom_item(n);
		if (i->kind != KIND_LINK || i->link.target != TARGET_OUTSIDE)
			continue;
		href = whole_address(a, i->link.href);
		if (reliance_is_address(href))
			add(f, a, (struct wanted){ .address = href,
			    .card = card, .place = { doc->path, i->pos } });
	}
}

/* A page is also asked whether it is there. */
static void
add_reliance(struct found *f, struct arena *a, struct wanted w)
{
	add(f, a, w);
	w.phrase = S("");
	add(f, a, w);
}

static void
add_reliances(struct found *f, struct arena *a, const struct doc *doc,
    const struct card *card)
{
	const struct reliance *r;

	for (r = doc->front_matter.reliances; r != NULL; r = r->next)
		add_reliance(f, a, (struct wanted){ .address = r->address,
		    .phrase = r->phrase, .card = card,
		    .place = { doc->path, r->pos } });
}

/* A page shows the addresses of a contact as links. */
static void
add_contact(struct found *f, struct arena *a, const struct doc *doc)
{
	const struct sourced *contact = &doc->front_matter.contact;
	size_t i;
	str address;

	for (i = 0; i < contact->text.len; i += address.len + 1) {
		address = address_at(contact->text, i);
		if (reliance_is_address(address))
			add(f, a, (struct wanted){ .address = address,
			    .place = { doc->path, contact->place.pos } });
	}
}

static void
read_folder(struct reader *r, struct worker *w, size_t i)
{
	struct input *in = &r->ws->in;
	struct doc doc;

	if (!in->tree.folders[i].has_index)
		return;
	doc = input_read_index(in, w->doc_arena, NULL, &in->tree.folders[i]);
	if (limit_has_source(&in->limit, doc.path)) {
		add_links(&r->found[i], w->card_arena, &doc, NULL);
		add_contact(&r->found[i], w->card_arena, &doc);
	}
	dom_close(&doc);
}

/* Whether readers, or the author, still rely on the text. */
static bool
is_read(const struct collection *c, const struct card *card)
{
	enum edition_state state = card->status.state;

	return state == STATE_IN_FORCE || state == STATE_DRAFT ||
	    (state == STATE_UNCONTROLLED && collection_is_newest(c, card));
}

static void
read_edition(struct reader *r, struct worker *w, size_t i)
{
	struct input *in = &r->ws->in;
	struct card *card = &in->collection.cards[i];
	struct found *f = &r->found[in->tree.num_folders + i];
	struct doc doc;

	if (!is_read(&in->collection, card) ||
	    !limit_has_edition(&in->limit, card->ident))
		return;
	doc = input_read_edition(in, w->doc_arena, NULL,
	    &in->tree.editions[i]);
	card->lang = doc.lang;
	add_links(f, w->card_arena, &doc, card);
	add_reliances(f, w->card_arena, &doc, card);
	dom_close(&doc);
}

static void
read_document(void *context, size_t worker, size_t i)
{
	struct reader *r = context;
	struct worker *w = &r->ws->workers[worker];

	if (i < r->ws->in.tree.num_folders)
		read_folder(r, w, i);
	else
		read_edition(r, w, i - r->ws->in.tree.num_folders);
	arena_reset(w->doc_arena);
}

/* --- content/dayanak.tsv */

/* What the front matter of a released text says of the address does not count
 * any more. */
static void
forget(struct found *f, str address)
{
	size_t i;

	for (i = 0; i < f->num; i++)
		if (f->items[i].phrase.len != 0 && f->items[i].place.pos.line
		    != 0 && str_eq(f->items[i].address, address))
			f->items[i].address = S("");
}

static const struct card *
card_of(const struct reader *r, const struct state_file *f)
{
	struct input *in = &r->ws->in;
	const struct map_slot *slot = map_find(&in->collection.names,
	    f->columns[0]);
	const struct card *card;

	if (slot == NULL || slot->number != NAME_WORK) {
		diag(r->diags, DIAG_RELIES_WORK, f->pos, f->path,
		    f->columns[0]);
		return NULL;
	}
	card = collection_at_address(&in->collection, slot->value);
	if (!is_read(&in->collection, card)) {
		diag(r->diags, DIAG_RELIES_WITHDRAWN, f->pos, f->path,
		    f->columns[0]);
		return NULL;
	}
	return card;
}

static bool
is_line(struct diags *ds, const struct state_file *f)
{
	struct pos pos = f->pos;

	if (f->num != 2 && f->num != 3)
		diag(ds, DIAG_RELIES_LINE, pos, f->path);
	else if (!reliance_is_address(f->columns[1]))
		diag(ds, DIAG_RELIES_ADDRESS, pos, f->path,
		    f->columns[1]);
	else if (f->num == 3 && !reliance_is_phrase(f->columns[2]))
		diag(ds, DIAG_RELIES_PHRASE, pos, f->path,
		    f->columns[2]);
	else
		return true;
	return false;
}

static void
take_line(struct reader *r, struct found *lines, const struct state_file *f)
{
	struct input *in = &r->ws->in;
	const struct card *card;

	if (!is_line(r->diags, f) || (card = card_of(r, f)) == NULL ||
	    !limit_has_edition(&in->limit, card->ident))
		return;
	if (card->status.released)
		forget(&r->found[in->tree.num_folders + (size_t)(card -
		    in->collection.cards)], without_place(f->columns[1]));
	if (f->num == 3)
		add_reliance(lines, in->arena, (struct wanted){
		    .address = f->columns[1], .phrase = f->columns[2],
		    .card = card, .place = { f->path, f->pos } });
}

static void
read_lines(struct reader *r, struct found *lines)
{
	struct input *in = &r->ws->in;
	struct state_file f;

	state_file_open(&f, in->arena, in->tree.root, S("dayanak.tsv"));
	while (state_file_next(&f))
		take_line(r, lines, &f);
}

/* --- All of them */

static int
cmp_wanted(const void *a, const void *b)
{
	const struct wanted *x = a, *y = b;
	int c = str_cmp(x->address, y->address);

	if (c == 0)
		c = str_cmp(x->phrase, y->phrase);
	if (c == 0)
		c = str_cmp(x->place.path, y->place.path);
	if (c == 0)
		c = (x->place.pos.line > y->place.pos.line) -
		    (x->place.pos.line < y->place.pos.line);
	return c != 0 ? c : (x->place.pos.col > y->place.pos.col) -
	    (x->place.pos.col < y->place.pos.col);
}

/* Whether the text of x is that of y. Lines of dayanak.tsv are about the text
 * of their work, which may be the same for two of them. */
static bool
is_same(const struct wanted *x, const struct wanted *y)
{
	return str_eq(x->address, y->address) && str_eq(x->phrase, y->phrase) &&
	    str_eq(x->place.path, y->place.path) && x->card == y->card;
}

static void
take_all(struct wanted_list *l, const struct found *f, size_t num)
{
	size_t i, j;

	for (i = 0; i < num; i++)
		for (j = 0; j < f[i].num; j++)
			if (f[i].items[j].address.len != 0)
				l->items[l->num++] = f[i].items[j];
}

void
wanted_read(struct wanted_list *l, struct workspace *ws, struct diags *ds)
{
	struct input *in = &ws->in;
	size_t i, num = 0, kept = 0, documents = input_num_documents(in);
	struct reader r = { ws, arena_array(in->arena, struct found,
	    documents + 1), ds };

	pool_each(ws->pool, documents, read_document, &r);
	read_lines(&r, &r.found[documents]);
	for (i = 0; i <= documents; i++)
		num += r.found[i].num;
	*l = (struct wanted_list){ arena_array(in->arena, struct wanted, num),
	    0 };
	take_all(l, r.found, documents + 1);
	if (l->num != 0)
		qsort(l->items, l->num, sizeof(*l->items), cmp_wanted);
	for (i = 0; i < l->num; i++)
		if (i == 0 || !is_same(&l->items[i], &l->items[kept - 1]))
			l->items[kept++] = l->items[i];
	l->num = kept;
}
