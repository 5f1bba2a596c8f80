/* SPDX-License-Identifier: ISC */
#include "model/card.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/sink.h"
#include "model/declared.h"
#include "model/dom.h"
#include "model/earlier.h"

/* Counts the links into other documents; stores them if links is not NULL. */
static size_t
list_links(const struct doc *doc, struct card_link *links)
{
	const struct item *i;
	const node *n;
	size_t num = 0;

	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n)) {
		i = dom_item(n);
		if (i->kind != KIND_LINK || i->link.target != TARGET_WORK)
			continue;
		if (links != NULL)
			links[num] = (struct card_link){ i->pos, i->link.path,
			    i->link.anchor };
		num++;
	}
	return num;
}

static void
copy_links(struct card *card, struct arena *a, const struct doc *doc)
{
	size_t i;

	card->num_links = list_links(doc, NULL);
	card->links = arena_array(a, struct card_link, card->num_links);
	list_links(doc, card->links);
	for (i = 0; i < card->num_links; i++) {
		card->links[i].path = str_copy(a, card->links[i].path);
		card->links[i].anchor = str_copy(a, card->links[i].anchor);
	}
}

static bool
is_outside(const struct item *i)
{
	return i->kind == KIND_LINK && i->link.target == TARGET_OUTSIDE;
}

static int
cmp_str(const void *a, const void *b)
{
	const str *x = a, *y = b;

	return str_cmp(*x, *y);
}

static void
copy_outside(struct card *card, struct arena *a, const struct doc *doc)
{
	struct strings *s = &card->outside;
	const node *n;
	size_t i, num = 0;

	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		num += is_outside(dom_item(n));
	if (num == 0)
		return;
	s->items = arena_array(a, str, num);
	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		if (is_outside(dom_item(n)))
			s->items[s->num++] = str_copy(a,
			    dom_item(n)->link.href);
	qsort(s->items, s->num, sizeof(*s->items), cmp_str);
	for (i = num = 0; i < s->num; i++)
		if (i == 0 || !str_eq(s->items[i], s->items[i - 1]))
			s->items[num++] = s->items[i];
	s->num = num;
}

static bool
has_anchor(const struct item *i)
{
	return i->id.len != 0 && (i->kind == KIND_HEADING ||
	    i->kind == KIND_FIGURE || i->kind == KIND_TABLE ||
	    i->kind == KIND_DIVISION);
}

static void
copy_anchors(struct card *card, struct arena *a, const struct doc *doc)
{
	struct sink k = { 0 };
	const node *n;

	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		if (has_anchor(dom_item(n))) {
			sink_put(&k, dom_item(n)->id);
			sink_char(&k, ' ');
		}
	card->anchors = sink_take(&k, a);
}

void
card_make(struct card *card, struct arena *a, const struct doc *doc)
{
	card->lang = doc->lang;
	card->title = doc->title != NULL ?
	    str_trim(dom_words(a, doc->title)) : S("");
	card->summary = str_copy(a, doc->front_matter.summary.text);
	card->change = str_copy(a, doc->front_matter.change.text);
	card->change_pos = doc->front_matter.change.place.pos;
	card->earlier = earlier_copy(a, doc->front_matter.earlier);
	card->translation_of = str_copy(a,
	    doc->front_matter.translation_of.text);
	card->translation_pos = doc->front_matter.translation_of.place.pos;
	card->prepared_by = str_copy(a, doc->front_matter.prepared_by.text);
	card->approved_by = str_copy(a, doc->front_matter.approved_by.text);
	card->declared = declared_copy(a, doc);
	card->review_months = doc->front_matter.review_months;
	card->review_date = doc->front_matter.review_date;
	copy_anchors(card, a, doc);
	copy_links(card, a, doc);
	copy_outside(card, a, doc);
}
