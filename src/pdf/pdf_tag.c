/* SPDX-License-Identifier: ISC */
#include "pdf_tag.h"

#include <assert.h>

#include "../base/arena.h"
#include "pdf_object.h"

static const char *const names[] = {
#define X(name, type) type,
	PDF_TAG_TYPES
#undef X
};

/* A run of content on a page, or an annotation. */
struct mark {
	unsigned	 page;
	unsigned	 number;		/* MCID, or object */
	struct mark	*next;
};

struct marks {
	struct mark	*first;
	struct mark	*last;
};

struct pdf_tag {
	enum pdf_tag_type	 type;
	struct pdf_tags		*tags;
	struct pdf_tag		*parent;
	struct pdf_tag		*first;
	struct pdf_tag		*last;
	struct pdf_tag		*next;
	struct marks		 marks;		/* of a place for content */
	struct marks		 annotations;	/* of a Link */
	str			 alt;
	str			 actual;
	str			 lang;
	str			 title;
	bool			 row_scope;
	unsigned		 columns;	/* 0: one */
	enum pdf_numbering	 numbering;
	bool			 has_box;
	double			 box[4];	/* [pt] */
	unsigned		 note;		/* counted from 1 */
	unsigned		 object;
};

/* Whose the marks of a page are, by MCID. */
struct owners {
	struct pdf_tag	**tags;
	unsigned	  num;
	unsigned	  cap;
};

/* A key of the parent tree: a page, or an annotation of link. */
struct key {
	struct owners	*page;
	struct pdf_tag	*link;
	struct key	*next;
};

struct pdf_tags {
	struct arena	*arena;
	struct pdf_tag	*root;
	struct owners	**pages;
	unsigned	 num_pages;
	unsigned	 pages_cap;
	struct key	*keys;
	struct key	*last_key;
	unsigned	 num_keys;
	struct owners	 notes;
};

/* --- Making the tree --- */

static struct pdf_tag *
make(struct pdf_tags *tags, enum pdf_tag_type type)
{
	struct pdf_tag *t = arena_new_of(tags->arena, struct pdf_tag);

	t->tags = tags;
	t->type = type;
	return t;
}

struct pdf_tags *
pdf_tag_start(struct arena *a, str lang)
{
	struct pdf_tags *tags = arena_new_of(a, struct pdf_tags);

	tags->arena = a;
	tags->root = make(tags, PDF_TAG_DOCUMENT);
	pdf_tag_lang(tags->root, lang);
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

/* ISO 14289-1, 7.2: tables and lists, seen from the parent and the kid. */
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
	case PDF_TAG_ENTRY:
		return type == PDF_TAG_LABEL || type == PDF_TAG_BODY;
	default:
		return !is_one_of(type, PDF_TAG_HEAD, PDF_TAG_ROWS,
		    PDF_TAG_ROW) && !is_one_of(type, PDF_TAG_HEADER,
		    PDF_TAG_CELL, PDF_TAG_ENTRY) && type != PDF_TAG_BODY;
	}
}

static void
append(struct arena *a, struct owners *o, struct pdf_tag *t)
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
		t->note = t->tags->notes.num;
	}
	return t;
}

struct pdf_tag *
pdf_tag_add_leaf(struct pdf_tag *parent, enum pdf_tag_type type)
{
	return pdf_tag_add(pdf_tag_add(parent, type), PDF_TAG_CONTENT);
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

void
pdf_tag_alt(struct pdf_tag *t, str s)
{
	t->alt = str_copy(t->tags->arena, s);
}

void
pdf_tag_actual(struct pdf_tag *t, str s)
{
	t->actual = str_copy(t->tags->arena, s);
}

void
pdf_tag_lang(struct pdf_tag *t, str s)
{
	t->lang = str_copy(t->tags->arena, s);
}

void
pdf_tag_title(struct pdf_tag *t, str s)
{
	t->title = str_copy(t->tags->arena, s);
}

void
pdf_tag_scope_row(struct pdf_tag *t)
{
	assert(t->type == PDF_TAG_HEADER);
	t->row_scope = true;
}

void
pdf_tag_span(struct pdf_tag *t, unsigned columns)
{
	assert(t->type == PDF_TAG_HEADER || t->type == PDF_TAG_CELL);
	t->columns = columns;
}

void
pdf_tag_numbering(struct pdf_tag *t, enum pdf_numbering numbering)
{
	assert(t->type == PDF_TAG_LIST);
	t->numbering = numbering;
}

/* --- Tying content to it --- */

static void
add_mark(struct arena *a, struct marks *ms, unsigned page, unsigned number)
{
	struct mark *m = arena_new_of(a, struct mark);

	m->page = page;
	m->number = number;
	if (ms->last != NULL)
		ms->last->next = m;
	else
		ms->first = m;
	ms->last = m;
}

static unsigned
add_key(struct pdf_tags *tags, struct owners *page, struct pdf_tag *link)
{
	struct key *key = arena_new_of(tags->arena, struct key);

	*key = (struct key){ .page = page, .link = link };
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
	struct owners **old = tags->pages;
	struct owners *page = arena_new_of(tags->arena, struct owners);
	unsigned i;

	if (tags->num_pages == tags->pages_cap) {
		tags->pages_cap = old != NULL ? tags->pages_cap * 2 : 16;
		tags->pages = arena_array(tags->arena, struct owners *,
		    tags->pages_cap);
		for (i = 0; i < tags->num_pages; i++)
			tags->pages[i] = old[i];
	}
	tags->pages[tags->num_pages++] = page;
	return add_key(tags, page, NULL);
}

unsigned
pdf_tag_mark(struct pdf_tag *leaf, unsigned page)
{
	struct pdf_tags *tags = leaf->tags;
	struct owners *o;

	assert(leaf->type == PDF_TAG_CONTENT && page < tags->num_pages);
	o = tags->pages[page];
	append(tags->arena, o, leaf->parent);
	add_mark(tags->arena, &leaf->marks, page, o->num - 1);
	return o->num - 1;
}

void
pdf_tag_box(struct pdf_tag *t, const double box[4])
{
	size_t i;

	if (t->has_box)
		return;
	t->has_box = true;
	for (i = 0; i < 4; i++)
		t->box[i] = box[i];
}

unsigned
pdf_tag_annotation(struct pdf_tag *link, unsigned page, unsigned object)
{
	struct pdf_tags *tags = link->tags;

	assert(link->type == PDF_TAG_LINK);	/* 14289-1, 7.18.5 */
	add_mark(tags->arena, &link->annotations, page, object);
	return add_key(tags, NULL, link);
}

/* --- Writing it (ISO 32000-1, 14.7) --- */

struct job {
	struct pdf_tags	*tags;
	struct pdf_file	*file;
	const unsigned	*pages;			/* their objects */
	unsigned	 root;
};

static void
put_reference(struct sink *k, const char *key, unsigned object)
{
	pdf_object_name(k, key);
	pdf_object_ref(k, object);
}

static void
put_text(struct sink *k, const char *key, str s)
{
	if (s.len == 0)
		return;
	pdf_object_name(k, key);
	pdf_object_text(k, s);
}

/* The element after t in document order, places for content left out. */
static struct pdf_tag *
after(struct pdf_tag *t)
{
	struct pdf_tag *n = t->first;

	for (;;) {
		while (n != NULL && n->type == PDF_TAG_CONTENT)
			n = n->next;
		if (n != NULL || t == NULL)
			return n;
		n = t->next;
		t = t->parent;
	}
}

static void
number_elements(const struct job *j)
{
	struct pdf_tag *t;

	for (t = j->tags->root; t != NULL; t = after(t))
		t->object = pdf_object_reserve(j->file);
}

enum { NO_PAGE = -1 };

/* The page of the element's own first content. */
static long
own_page(const struct pdf_tag *t)
{
	const struct pdf_tag *kid;

	for (kid = t->first; kid != NULL; kid = kid->next)
		if (kid->type == PDF_TAG_CONTENT && kid->marks.first != NULL)
			return kid->marks.first->page;
	if (t->annotations.first != NULL)
		return t->annotations.first->page;
	return NO_PAGE;
}

/* 14.7.4.2: a number alone where the page is the element's own. */
static void
put_marks(const struct job *j, struct sink *k, const struct pdf_tag *leaf,
    long own)
{
	const struct mark *m;

	for (m = leaf->marks.first; m != NULL; m = m->next) {
		if (m->page == own) {
			pdf_object_int(k, m->number);
			continue;
		}
		pdf_object_dict(j->file);
		put_reference(k, "Type/MCR/Pg", j->pages[m->page]);
		pdf_object_name(k, "MCID");
		pdf_object_int(k, m->number);
		pdf_object_dict_end(j->file);
	}
}

/* 14.7.4.3 */
static void
put_annotations(const struct job *j, struct sink *k, const struct pdf_tag *t,
    long own)
{
	const struct mark *m;

	for (m = t->annotations.first; m != NULL; m = m->next) {
		pdf_object_dict(j->file);
		put_reference(k, "Type/OBJR/Obj", m->number);
		if (m->page != own)
			put_reference(k, "Pg", j->pages[m->page]);
		pdf_object_dict_end(j->file);
	}
}

static void
put_kids(const struct job *j, struct sink *k, const struct pdf_tag *t,
    long own)
{
	const struct pdf_tag *kid;

	if (t->first == NULL && t->annotations.first == NULL)
		return;
	pdf_object_name(k, "K");
	pdf_object_array(j->file);
	for (kid = t->first; kid != NULL; kid = kid->next)
		if (kid->type == PDF_TAG_CONTENT)
			put_marks(j, k, kid, own);
		else
			pdf_object_ref(k, kid->object);
	put_annotations(j, k, t, own);
	pdf_object_array_end(j->file);
}

static void
put_layout(const struct job *j, struct sink *k, const struct pdf_tag *t)
{
	size_t i;

	pdf_object_dict(j->file);
	sink_puts(k, "/O/Layout/BBox");
	pdf_object_array(j->file);
	for (i = 0; i < 4; i++)
		pdf_object_real(k, t->box[i]);
	pdf_object_array_end(j->file);
	pdf_object_dict_end(j->file);
}

static void
put_table(const struct job *j, struct sink *k, const struct pdf_tag *t)
{
	pdf_object_dict(j->file);
	sink_puts(k, "/O/Table");
	if (t->type == PDF_TAG_HEADER)
		sink_puts(k, t->row_scope ? "/Scope/Row" : "/Scope/Column");
	if (t->columns > 1) {
		pdf_object_name(k, "ColSpan");
		pdf_object_int(k, t->columns);
	}
	pdf_object_dict_end(j->file);
}

static void
put_list(const struct job *j, struct sink *k, const struct pdf_tag *t)
{
	static const char *const numberings[] = {
		"/None", "/Disc", "/Circle", "/Square", "/Decimal"
	};

	pdf_object_dict(j->file);
	sink_puts(k, "/O/List/ListNumbering");
	sink_puts(k, numberings[t->numbering]);
	pdf_object_dict_end(j->file);
}

/* 14.8.5 */
static void
put_attributes(const struct job *j, struct sink *k, const struct pdf_tag *t)
{
	bool table = t->type == PDF_TAG_HEADER || t->columns > 1;
	bool list = t->type == PDF_TAG_LIST;

	if (!table && !list && !t->has_box)
		return;
	pdf_object_name(k, "A");
	pdf_object_array(j->file);
	if (table)
		put_table(j, k, t);
	if (list)
		put_list(j, k, t);
	if (t->has_box)
		put_layout(j, k, t);
	pdf_object_array_end(j->file);
}

enum { NOTE_ID_SIZE = 8 };

/* All of one length, so that their order is that of their bytes. */
static str
note_id(char id[NOTE_ID_SIZE], unsigned number)
{
	size_t i;

	id[0] = 'n';
	for (i = NOTE_ID_SIZE - 1; i > 0; i--) {
		id[i] = (char)('0' + number % 10);
		number /= 10;
	}
	return (str){ id, NOTE_ID_SIZE };
}

static void
write_element(const struct job *j, const struct pdf_tag *t)
{
	struct sink *k = pdf_object_open(j->file, t->object);
	long own = own_page(t);
	char id[NOTE_ID_SIZE];

	pdf_object_dict(j->file);
	pdf_object_name(k, "Type/StructElem/S");
	pdf_object_name(k, names[t->type]);
	put_reference(k, "P", t->parent != NULL ? t->parent->object : j->root);
	if (own != NO_PAGE)
		put_reference(k, "Pg", j->pages[own]);
	if (t->note != 0) {			/* 14289-1, 7.9 */
		pdf_object_name(k, "ID");
		pdf_object_bytes(k, note_id(id, t->note));
	}
	put_text(k, "Lang", t->lang);
	put_text(k, "T", t->title);
	put_text(k, "Alt", t->alt);
	put_text(k, "ActualText", t->actual);
	put_attributes(j, k, t);
	put_kids(j, k, t, own);
	pdf_object_dict_end(j->file);
	pdf_object_close(j->file);
}

static void
put_owners(const struct job *j, struct sink *k, const struct owners *o)
{
	unsigned i;

	pdf_object_array(j->file);
	for (i = 0; i < o->num; i++)
		pdf_object_ref(k, o->tags[i]->object);
	pdf_object_array_end(j->file);
}

/* 14.7.4.4: whose the marks of a page are, and whose an annotation is. */
static unsigned
write_parents(const struct job *j)
{
	unsigned object = pdf_object_reserve(j->file);
	struct sink *k = pdf_object_open(j->file, object);
	const struct key *key;
	long long number = 0;

	pdf_object_dict(j->file);
	pdf_object_name(k, "Nums");
	pdf_object_array(j->file);
	for (key = j->tags->keys; key != NULL; key = key->next) {
		pdf_object_int(k, number++);
		if (key->page != NULL)
			put_owners(j, k, key->page);
		else
			pdf_object_ref(k, key->link->object);
	}
	pdf_object_array_end(j->file);
	pdf_object_dict_end(j->file);
	pdf_object_close(j->file);
	return object;
}

/* 14.7.2: from IDs to elements. */
static void
put_ids(const struct job *j, struct sink *k)
{
	const struct owners *notes = &j->tags->notes;
	char id[NOTE_ID_SIZE];
	unsigned i;

	if (notes->num == 0)
		return;
	pdf_object_name(k, "IDTree");
	pdf_object_dict(j->file);
	pdf_object_name(k, "Names");
	pdf_object_array(j->file);
	for (i = 0; i < notes->num; i++) {
		pdf_object_bytes(k, note_id(id, i + 1));
		pdf_object_ref(k, notes->tags[i]->object);
	}
	pdf_object_array_end(j->file);
	pdf_object_dict_end(j->file);
}

unsigned
pdf_tag_finish(struct pdf_tags *tags, struct pdf_file *file,
    const unsigned *pages)
{
	struct job j = { .tags = tags, .file = file, .pages = pages,
	    .root = pdf_object_reserve(file) };
	struct pdf_tag *t;
	struct sink *k;
	unsigned parents;

	number_elements(&j);
	for (t = tags->root; t != NULL; t = after(t))
		write_element(&j, t);
	parents = write_parents(&j);
	k = pdf_object_open(file, j.root);
	pdf_object_dict(file);
	pdf_object_name(k, "Type/StructTreeRoot");
	put_reference(k, "K", tags->root->object);
	put_reference(k, "ParentTree", parents);
	pdf_object_name(k, "ParentTreeNextKey");
	pdf_object_int(k, tags->num_keys);
	put_ids(&j, k);
	pdf_object_dict_end(file);
	pdf_object_close(file);
	return j.root;
}
