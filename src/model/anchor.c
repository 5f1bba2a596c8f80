/* SPDX-License-Identifier: ISC */
#include "model/anchor.h"

#include "base/arena.h"
#include "base/turkish.h"
#include "model/division.h"
#include "model/section.h"

/* “imapsmtp_20190115_1/ayarlar.png” → “ayarlar” */
static str
picture_stem(str src)
{
	size_t slash = str_rfind(src, '/');

	if (slash != src.len)
		src = str_from(src, slash + 1);
	return str_upto(src, str_rfind(src, '.'));
}

static const node *
caption_of(const node *n)
{
	const node *first = dom_first(n);

	return first != NULL && dom_kind(first) == KIND_CAPTION ? first : NULL;
}

/* Whether an annex begins with a heading, whose id is that of the annex. */
static bool
has_heading(const node *annex)
{
	const node *first = dom_first(annex);

	return first != NULL && dom_kind(first) == KIND_HEADING;
}

/* The id of an element before duplicates get a suffix; false if its kind has
 * none. */
static bool
base_id(struct doc *doc, const node *n, str *id)
{
	const struct item *i = dom_item(n);

	if (i->kind == KIND_HEADING && i->heading.own_id) {
		*id = i->id;
		return true;
	}
	if (i->kind == KIND_HEADING)
		*id = dom_words(doc->arena, n);
	else if (i->kind == KIND_FIGURE)
		*id = picture_stem(i->picture.src);
	else if (i->kind == KIND_TABLE && caption_of(n) != NULL)
		*id = dom_words(doc->arena, caption_of(n));
	else if (division_is(n, DIVISION_ANNEX) && !has_heading(n))
		*id = division_label(doc, i->number);
	else
		return false;
	*id = turkish_slug(doc->arena, *id);
	if (id->len == 0)
		*id = S("bolum");
	return true;
}

/* The ids that references of the document name. */
static struct map
list_mentions(struct doc *doc)
{
	struct map ids = map_make(doc->arena);
	const node *n;

	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		if (dom_kind(n) == KIND_REFERENCE)
			map_slot(&ids, dom_item(n)->id)->number = 1;
	return ids;
}

/* A figure without a caption that nothing refers to needs no number. */
static bool
is_numbered(const struct doc *doc, const node *figure,
    const struct map *mentions)
{
	return doc->dialect < 2 || caption_of(figure) != NULL ||
	    map_find(mentions, dom_item(figure)->id) != NULL;
}

/* Numbers figures and tables, and sets the title. */
static void
assign_number(struct doc *doc, node *n, const struct map *mentions)
{
	struct item *i = dom_item(n);

	if (i->kind == KIND_FIGURE && is_numbered(doc, n, mentions))
		i->number = ++doc->figures;
	else if (i->kind == KIND_TABLE && i->id.len != 0)
		i->number = ++doc->tables;
	else if (i->kind == KIND_HEADING && i->heading.level == 1 &&
	    doc->title == NULL && dom_parent(n) == doc->root)
		doc->title = n;
}

/* The first of base-2, base-3 … that no element has as its id or base id. next
 * stores where the search ended, so that a thousand equal headings take a
 * thousand steps. */
static str
free_id(struct doc *doc, struct map *next, str base)
{
	struct map_slot *slot = map_slot(next, base);
	str id;

	if (slot->number == 0)
		slot->number = 2;
	do
		id = str_join3(doc->arena, base, S("-"),
		    str_uint(doc->arena, slot->number++));
	while (map_find(&doc->anchors, id) != NULL);
	return id;
}

/* Reports an id of the author's that an element above has. */
static void
report_taken(struct doc *doc, const struct item *i, const struct item *other)
{
	doc_diag(doc, DIAG_HEADING_ID_TAKEN, i->pos, i->id,
	    str_uint(doc->arena, other->pos.line));
}

/* Assigns the element its base id, or a free one if that is taken. */
static void
assign_id(struct doc *doc, struct map *next, struct item *i)
{
	struct map_slot *slot = map_slot(&doc->anchors, i->id);

	if (slot->value != NULL) {
		if (i->kind == KIND_HEADING && i->heading.own_id)
			report_taken(doc, i, slot->value);
		i->id = free_id(doc, next, i->id);
		slot = map_slot(&doc->anchors, i->id);
	}
	slot->value = i;
}

void
anchor_make(struct doc *doc)
{
	struct map next = map_make(doc->arena), mentions = list_mentions(doc);
	node *n;
	str id;

	section_make(doc);
	doc->anchors = map_make(doc->arena);
	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		if (base_id(doc, n, &id)) {
			dom_item(n)->id = id;
			map_slot(&doc->anchors, id)->number++;
		}
	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		if (dom_item(n)->id.len != 0 && (dom_kind(n) == KIND_HEADING ||
		    dom_kind(n) == KIND_FIGURE || dom_kind(n) == KIND_TABLE ||
		    dom_kind(n) == KIND_DIVISION))
			assign_id(doc, &next, dom_item(n));
	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		assign_number(doc, n, &mentions);
}
