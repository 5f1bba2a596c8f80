/* SPDX-License-Identifier: ISC */
#include "pdf/tag.h"

#include <assert.h>

#include "base/arena.h"
#include "pdf/tag_node.h"

static const char *const names[] = {
#define X(name, type) type,
	PDF_TAG_TYPES
#undef X
};

/* --- Making the tree --- */

static const struct pdf_tag_more no_more;

static struct pdf_tag *
make(struct pdf_tags *tags, enum pdf_tag_type type)
{
	struct pdf_tag *t = arena_new_of(tags->arena, struct pdf_tag);

	t->tags = tags;
	t->type = type;
	if (type != PDF_TAG_CONTENT)
		t->more = &no_more;
	return t;
}

/* The rare attributes of a tag, for writing. */
static struct pdf_tag_more *
more_of(struct pdf_tag *t)
{
	if (t->more == &no_more)
		t->more = arena_new_of(t->tags->arena, struct pdf_tag_more);
	return (struct pdf_tag_more *)t->more;
}

struct pdf_tags *
pdf_tag_start(struct arena *a, str lang)
{
	struct pdf_tags *tags = arena_new_of(a, struct pdf_tags);

	tags->arena = a;
	tags->root = make(tags, PDF_TAG_DOCUMENT);
	more_of(tags->root)->lang = str_copy(a, lang);
	return tags;
}

struct pdf_tag *
pdf_tag_root(struct pdf_tags *tags)
{
	return tags->root;
}

static bool
is_one_of(enum pdf_tag_type type, enum pdf_tag_type a, enum pdf_tag_type b,
    enum pdf_tag_type c)
{
	return type == a || type == b || type == c;
}

/* ISO 14289-1, 7.2: tables and lists, the pairs of parent and child. */
static bool
is_allowed(enum pdf_tag_type parent, enum pdf_tag_type type)
{
	switch (parent) {
	case PDF_TAG_TABLE:
		return is_one_of(type, PDF_TAG_CAPTION, PDF_TAG_HEAD,
		    PDF_TAG_ROWS) || type == PDF_TAG_ROW;
	case PDF_TAG_HEAD:
	case PDF_TAG_ROWS:
		return type == PDF_TAG_ROW;
	case PDF_TAG_ROW:
		return type == PDF_TAG_HEADER || type == PDF_TAG_CELL;
	case PDF_TAG_LIST:
		return is_one_of(type, PDF_TAG_ENTRY, PDF_TAG_LIST,
		    PDF_TAG_CAPTION);
	case PDF_TAG_TOC:
		return is_one_of(type, PDF_TAG_CAPTION, PDF_TAG_TOCI,
		    PDF_TAG_TOC);
	case PDF_TAG_ENTRY:
		return type == PDF_TAG_LABEL || type == PDF_TAG_BODY;
	default:
		return !is_one_of(type, PDF_TAG_HEAD, PDF_TAG_ROWS,
		    PDF_TAG_ROW) && !is_one_of(type, PDF_TAG_HEADER,
		    PDF_TAG_CELL, PDF_TAG_ENTRY) && type != PDF_TAG_BODY &&
		    type != PDF_TAG_TOCI;
	}
}

static void
append(struct arena *a, struct pdf_tag_owners *o, struct pdf_tag *t)
{
	struct pdf_tag **old = o->tags;
	unsigned i;

	if (o->num == o->cap) {
		o->cap = o->cap != 0 ? o->cap * 2 : 16;
		o->tags = arena_array(a, struct pdf_tag *, o->cap);
		for (i = 0; i < o->num; i++)
			o->tags[i] = old[i];
	}
	o->tags[o->num++] = t;
}

struct pdf_tag *
pdf_tag_add(struct pdf_tag *parent, enum pdf_tag_type type)
{
	struct pdf_tag *t = make(parent->tags, type);

	assert(parent->type != PDF_TAG_CONTENT);
	assert(is_allowed(parent->type, type));
	t->parent = parent;
	if (parent->last != NULL)
		parent->last->next = t;
	else
		parent->first = t;
	parent->last = t;
	if (type == PDF_TAG_NOTE) {
		append(t->tags->arena, &t->tags->notes, t);
		more_of(t)->note = t->tags->notes.num;
	}
	return t;
}

void
pdf_tag_drop(struct pdf_tag *t)
{
	struct pdf_tag **at = &t->parent->first, *before = NULL;

	for (; *at != t; at = &(*at)->next)
		before = *at;
	*at = t->next;
	if (t->next == NULL)
		t->parent->last = before;
}

struct pdf_tag *
pdf_tag_parent(const struct pdf_tag *t)
{
	return t->parent;
}

enum pdf_tag_type
pdf_tag_type(const struct pdf_tag *t)
{
	return t->type;
}

const char *
pdf_tag_name(enum pdf_tag_type type)
{
	return type == PDF_TAG_CONTENT ? "" : names[type];
}

const char *
pdf_tag_numbering_name(enum pdf_numbering numbering)
{
	static const char *const numberings[] = {
		"None", "Disc", "Circle", "Square", "Decimal", "LowerAlpha",
		"UpperAlpha", "LowerRoman", "UpperRoman"
	};

	return numberings[numbering];
}

const char *
pdf_tag_decoration_name(enum pdf_decoration decoration)
{
	static const char *const decorations[] = {
		"None", "Underline", "LineThrough"
	};

	return decorations[decoration];
}

void
pdf_tag_alt(struct pdf_tag *t, str s)
{
	more_of(t)->alt = str_copy(t->tags->arena, s);
}

void
pdf_tag_scope_row(struct pdf_tag *t)
{
	assert(t->type == PDF_TAG_HEADER);
	more_of(t)->row_scope = true;
}

void
pdf_tag_span(struct pdf_tag *t, unsigned columns, unsigned rows)
{
	assert(t->type == PDF_TAG_HEADER || t->type == PDF_TAG_CELL);
	if (columns > 1)
		more_of(t)->columns = columns;
	if (rows > 1)
		more_of(t)->rows = rows;
}

void
pdf_tag_headers(struct pdf_tag *t, struct pdf_tag *const *headers, size_t num)
{
	struct pdf_tag_more *more;
	size_t i;

	for (i = 0; i < num; i++) {
		assert(headers[i]->type == PDF_TAG_HEADER);
		more = more_of(headers[i]);
		if (more->header != 0)
			continue;
		append(t->tags->arena, &t->tags->headers, headers[i]);
		more->header = t->tags->headers.num;
	}
	more_of(t)->headers = headers;
	more_of(t)->num_headers = num;
}

void
pdf_tag_numbering(struct pdf_tag *t, enum pdf_numbering numbering)
{
	assert(t->type == PDF_TAG_LIST);
	more_of(t)->numbering = numbering;
}

void
pdf_tag_lang(struct pdf_tag *t, str lang)
{
	more_of(t)->lang = str_copy(t->tags->arena, lang);
}

void
pdf_tag_decoration(struct pdf_tag *t, enum pdf_decoration decoration)
{
	more_of(t)->decoration = decoration;
}

void
pdf_tag_shift(struct pdf_tag *t, double by)
{
	more_of(t)->has_shift = true;
	more_of(t)->shift = by;
}

/* --- Connecting marked content and annotations --- */

static void
add_mark(struct arena *a, struct pdf_tag_marks *ms, unsigned page,
    unsigned number)
{
	struct pdf_tag_mark *m = arena_new_of(a, struct pdf_tag_mark);

	m->page = page;
	m->number = number;
	if (ms->last != NULL)
		ms->last->next = m;
	else
		ms->first = m;
	ms->last = m;
}

static unsigned
add_key(struct pdf_tags *tags, struct pdf_tag_owners *page,
    struct pdf_tag *link)
{
	struct pdf_tag_key *key = arena_new_of(tags->arena,
	    struct pdf_tag_key);

	*key = (struct pdf_tag_key){ .page = page, .link = link };
	if (tags->last_key != NULL)
		tags->last_key->next = key;
	else
		tags->keys = key;
	tags->last_key = key;
	return tags->num_keys++;
}

unsigned
pdf_tag_page(struct pdf_tags *tags)
{
	struct pdf_tag_owners **old = tags->pages;
	struct pdf_tag_owners *page = arena_new_of(tags->arena,
	    struct pdf_tag_owners);
	unsigned i;

	if (tags->num_pages == tags->cap_pages) {
		tags->cap_pages = old != NULL ? tags->cap_pages * 2 : 16;
		tags->pages = arena_array(tags->arena,
		    struct pdf_tag_owners *, tags->cap_pages);
		for (i = 0; old != NULL && i < tags->num_pages; i++)
			tags->pages[i] = old[i];
	}
	tags->pages[tags->num_pages++] = page;
	return add_key(tags, page, NULL);
}

unsigned
pdf_tag_mark(struct pdf_tag *content, unsigned page)
{
	struct pdf_tags *tags = content->tags;
	struct pdf_tag_owners *o;

	assert(content->type == PDF_TAG_CONTENT && page < tags->num_pages);
	o = tags->pages[page];
	append(tags->arena, o, content->parent);
	add_mark(tags->arena, &content->marks, page, o->num - 1);
	return o->num - 1;
}

void
pdf_tag_box(struct pdf_tag *t, const double box[4])
{
	struct pdf_tag_more *more = more_of(t);
	size_t i;

	if (more->has_box)
		return;
	more->has_box = true;
	for (i = 0; i < 4; i++)
		more->box[i] = box[i];
}

unsigned
pdf_tag_annotation(struct pdf_tag *link, unsigned page, unsigned object)
{
	struct pdf_tags *tags = link->tags;

	/* 14289-1, 7.18.4 and 7.18.5 */
	assert(link->type == PDF_TAG_LINK || link->type == PDF_TAG_FORM);
	add_mark(tags->arena, &more_of(link)->annotations, page, object);
	return add_key(tags, NULL, link);
}

void
pdf_tag_keep_text(struct pdf_tags *tags)
{
	tags->keeps_text = true;
}

void
pdf_tag_add_text(struct pdf_tag *content, str text)
{
	struct pdf_tag_piece *piece;

	if (!content->tags->keeps_text)
		return;
	piece = arena_new_of(content->tags->arena, struct pdf_tag_piece);
	piece->text = str_copy(content->tags->arena, text);
	piece->next = piece;
	if (content->last_piece != NULL) {
		piece->next = content->last_piece->next;
		content->last_piece->next = piece;
	}
	content->last_piece = piece;
}
