/* SPDX-License-Identifier: ISC */
#include "model/item_path.h"

#include "base/arena.h"
#include "base/turkish.h"
#include "model/article.h"
#include "model/dom.h"
#include "model/near_path.h"
#include "model/section.h"

/* What a path names. */
struct named {
	struct item	*item;
	str		 shown;		/* “3/1-ç” */
	str		 own;		/* the first path of the item */
	struct pos	 again;		/* of a second one; or line 0 */
};

/* The families of items that may be open: each sort of numbers as “1.”, “1)”
 * and “(1)”. */
enum { SHAPES = 3, FAMILIES = SHAPES * (NUMBERING_UPPER_ROMAN + 1) };

struct link {
	unsigned	family;
	str		label;		/* “ç” */
};

/* A heading or an article. */
struct scope {
	str	id;			/* empty: none */
	str	shown;			/* “3/”, “2.1 Kapsam, ” */
};

struct index {
	struct doc	*doc;
	struct scope	 heading;
	struct scope	 article;
	const struct item *head;	/* where the article begins */
	struct link	 chain[FAMILIES];
	size_t		 num;
};

/* --- Names */

/* own: empty, or another path of the item. */
static void
add_name(struct index *x, str path, str shown, str own, struct item *item)
{
	struct map_slot *slot = map_slot(x->doc->item_paths, path);
	struct named *named = slot->value;

	if (named == NULL) {
		slot->value = named = arena_new_of(x->doc->arena,
		    struct named);
		*named = (struct named){ .item = item, .shown = shown,
		    .own = own.len != 0 ? own : path };
	} else if (named->again.line == 0)
		named->again = item->pos;
}

static str
lower(struct arena *a, str label)
{
	char *to = arena_alloc(a, label.len * 2 + 1);
	size_t i, len, n = 0;
	uint32_t c;

	for (i = 0; i < label.len; i += len) {
		c = str_rune(str_from(label, i), &len);
		/* A Roman “II” is no Turkish letter. */
		c = label.len > 1 && c == 'I' ? 'i' : turkish_lower(c);
		n += str_put_rune(to + n, c);
	}
	return (str){ to, n };
}

/* Adds the path of the item in the scope, and returns it; empty where there is
 * no scope. */
static str
add_item(struct index *x, const struct scope *scope, str own,
    struct item *item)
{
	struct arena *a = x->doc->arena;
	str path = scope->id, shown = scope->shown;
	size_t i;

	if (scope->id.len == 0)
		return S("");
	for (i = 0; i < x->num; i++) {
		path = str_join3(a, path, S("/"), lower(a,
		    x->chain[i].label));
		shown = str_join3(a, shown, i != 0 ? S("-") : S(""),
		    x->chain[i].label);
	}
	add_name(x, path, shown, own, item);
	return path;
}

/* Adds an item to the chain: its family goes below the last one, or closes
 * those that were opened after it. */
static void
take_item(struct index *x, unsigned family, str label, struct item *item)
{
	size_t i = 0;
	str own = item == x->head ? x->article.id : S("");

	while (i < x->num && x->chain[i].family != family)
		i++;
	x->chain[i] = (struct link){ family, label };
	x->num = i + 1;
	/* Of an article in a paragraph, the heading above is no scope. */
	own = add_item(x, &x->article, own, item);
	add_item(x, &x->heading, own, item);
}

/* --- Labels */

/* “(ç)”, “ç)” without brackets. */
static str
bare(str label, unsigned *shape)
{
	*shape = str_starts(label, S("(")) ? 2 : 1;
	return str_from(str_upto(label, label.len - 1), *shape - 1);
}

static void
read_entry(struct index *x, const node *n)
{
	const struct item *list = dom_item(dom_parent(n));
	str label = dom_item(n)->entry.label;
	unsigned shape = 0;

	if (!list->list.ordered)
		return;
	if (label.len != 0)
		label = bare(label, &shape);
	else
		label = str_uint(x->doc->arena, dom_item(n)->entry.number);
	take_item(x, SHAPES * (unsigned)list->list.numbering + shape, label,
	    dom_item(n));
}

/* --- Scopes */

/* A marker after an article's head: “MADDE 3 – (1) …”. */
static void
read_marker(struct index *x, str text, struct item *item)
{
	size_t end = str_find(text, ')');
	unsigned shape;
	enum numbering numbering;
	str label;

	if (end == 0 || end > 5 || end == text.len)
		return;
	label = bare(str_upto(text, end + 1), &shape);
	if (label.len == 0)
		return;
	numbering = char_is_digit(label.p[0]) ? NUMBERING_DECIMAL :
	    NUMBERING_LETTER;
	take_item(x, SHAPES * (unsigned)numbering + shape, label, item);
}

/* Begins an article; false if the text does not begin with its head. */
static bool
read_article(struct index *x, str text, struct item *item)
{
	struct arena *a = x->doc->arena;
	struct article article;

	if (!article_read(a, text, &article))
		return false;
	x->num = 0;
	x->article = (struct scope){ article.id, str_join(a, article.number,
	    S("/")) };
	x->head = item;
	add_name(x, article.id, str_copy(a, article.head), S(""), item);
	read_marker(x, str_from(text, article.len), item);
	return true;
}

static void
read_heading(struct index *x, const node *n)
{
	struct arena *a = x->doc->arena;

	x->num = 0;
	x->heading = (struct scope){ dom_item(n)->id, str_join(a,
	    section_label(a, n), S(", ")) };
	x->article = (struct scope){ S(""), S("") };
	read_article(x, dom_words(a, n), dom_item(n));
}

static void
read_node(struct index *x, const node *n)
{
	switch (dom_kind(n)) {
	case KIND_HEADING:
		read_heading(x, n);
		break;
	case KIND_PARAGRAPH:
		if (read_article(x, dom_words(x->doc->arena, n), dom_item(n)))
			x->heading.id = S("");
		break;
	case KIND_ENTRY:
		read_entry(x, n);
		break;
	default:
		break;
	}
}

static void
make_index(struct doc *doc)
{
	struct index x = { .doc = doc };
	const node *n;

	doc->item_paths = arena_new_of(doc->arena, struct map);
	*doc->item_paths = map_make(doc->arena);
	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		read_node(&x, n);
}

/* --- References */

static const struct named *
find(const struct doc *doc, str path)
{
	const struct map_slot *slot = map_find(doc->item_paths, path);

	return slot != NULL ? slot->value : NULL;
}

static void
offer_anchors(const struct doc *doc, struct near_path *near)
{
	size_t i;

	for (i = 0; i < doc->anchors.cap; i++)
		if (doc->anchors.slots[i].value != NULL)
			near_path_offer(near, doc->anchors.slots[i].key);
}

static str
nearest_path(struct doc *doc, str id)
{
	struct near_path near = near_path_to(id);
	size_t i;

	if (doc->searches++ >= DOC_SEARCH_LIMIT)
		return S("");
	offer_anchors(doc, &near);
	for (i = 0; i < doc->item_paths->cap; i++)
		if (doc->item_paths->slots[i].value != NULL)
			near_path_offer(&near, doc->item_paths->slots[i].key);
	return near_path_best(&near);
}

/* “madde-3/b” of “madde-3-b”: the path that differs from the id in a hyphen or
 * in those after it; or empty. */
static str
meant_path(struct doc *doc, str id)
{
	char *path = str_c(doc->arena, id);
	size_t i;

	for (i = id.len; i-- > 0;) {
		if (path[i] != '-')
			continue;
		path[i] = '/';
		if (find(doc, (str){ path, id.len }) != NULL)
			return (str){ path, id.len };
	}
	return S("");
}

static void
set_target(struct doc *doc, node *ref, const struct named *named)
{
	struct item *item = dom_item(ref);

	if (named->again.line != 0)
		doc_diag(doc, DIAG_REF_ITEM_TWICE, item->pos, item->id,
		    str_uint(doc->arena, named->item->pos.line),
		    str_uint(doc->arena, named->again.line));
	if (named->item->id.len == 0)
		named->item->id = item->id;
	item->id = named->item->id;
	item->reference.target = named->item;
	if (dom_first(ref) == NULL)
		dom_add_text(doc, ref, named->shown, item->pos);
}

static const struct named *
find_in(struct doc *doc, str path)
{
	if (doc->item_paths == NULL)
		make_index(doc);
	return find(doc, path);
}

bool
item_path_resolve(struct doc *doc, node *ref)
{
	str id = dom_item(ref)->id, meant;
	const struct named *named;

	named = find_in(doc, id);
	if (named != NULL) {
		set_target(doc, ref, named);
		return true;
	}
	meant = meant_path(doc, id);
	if (meant.len != 0)
		doc_diag(doc, DIAG_REF_ITEM, dom_item(ref)->pos, id, meant);
	else if (str_find(id, '/') != id.len)
		doc_diag(doc, DIAG_REF_TARGET, dom_item(ref)->pos, id,
		    nearest_path(doc, id));
	else
		return false;
	return true;
}

/* --- For other documents */

/* Whether the page can give the item that path as its id: one item has it, and
 * no other id. */
static bool
is_own(const struct named *named, str path)
{
	return named != NULL && named->item->kind != KIND_HEADING &&
	    named->again.line == 0 && str_eq(named->own, path);
}

static str
nearest_target(struct doc *doc, str path)
{
	struct near_path near = near_path_to(path);
	const struct map_slot *slot;
	str meant = meant_path(doc, path);
	size_t i;

	if (meant.len != 0 && is_own(find(doc, meant), meant))
		return meant;
	if (doc->searches++ >= DOC_SEARCH_LIMIT)
		return S("");
	offer_anchors(doc, &near);
	for (i = 0; i < doc->item_paths->cap; i++) {
		slot = &doc->item_paths->slots[i];
		if (is_own(slot->value, slot->key))
			near_path_offer(&near, slot->key);
	}
	return near_path_best(&near);
}

bool
item_path_exists(struct doc *doc, str path, str *nearest)
{
	const struct named *named = find_in(doc, path);

	*nearest = S("");
	if (is_own(named, path))
		return true;
	if (named == NULL || named->again.line != 0)
		*nearest = nearest_target(doc, path);
	else if (named->item->kind == KIND_HEADING)
		*nearest = named->item->id;
	else
		*nearest = named->own;
	return false;
}

void
item_path_expose(struct doc *doc, const struct strings *paths)
{
	const struct named *named;
	struct item *item;
	node *n;
	size_t i;

	for (i = 0; i < paths->num; i++) {
		named = find_in(doc, paths->items[i]);
		if (is_own(named, paths->items[i]))
			named->item->id = named->own;
	}
	for (n = doc->root; paths->num != 0 && n != NULL;
	    n = dom_walk(doc->root, n)) {
		item = dom_item(n);
		if (item->kind == KIND_REFERENCE &&
		    item->reference.target != NULL)
			item->id = item->reference.target->id;
	}
}
