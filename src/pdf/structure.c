/* SPDX-License-Identifier: ISC */
#include "pdf/structure.h"

#include <assert.h>

#include "pdf/object.h"
#include "pdf/tag.h"
#include "pdf/tag_node.h"
#include "pdf/token.h"

/*
 * How pages and structure tree refer to each other (ISO 32000-1, 14.7)
 * --------------------------------------------------------------------
 * The structure tree has the text in source order; the pages have it in the
 * order of painting. A reader needs both directions: from an element to what
 * it shows, and from something painted to its element.
 *
 * In a page's content stream, all that is painted stands in marked content:
 * “/P <</MCID 4>> BDC … EMC”. The MCID counts from 0 on every page, so only
 * page and MCID together name a mark (pdf_tag_mark). An artifact has no MCID
 * and is not in the tree.
 *
 * From element to page: /K of an element lists its children in order. A child
 * element is a reference. A content (PDF_TAG_CONTENT) is no object of the
 * file; all its marks stand at its position in /K:
 *
 * - the MCID alone, if the mark is on the page of the element's /Pg;
 * - else a dictionary MCR with its own /Pg and the MCID. A paragraph over two
 *   sheets has both kinds.
 *
 * /Pg is the page of the element's first marked content, else of its first
 * annotation (own_page). The annotations of a Link follow as dictionaries
 * OBJR, one for every line that the link takes.
 *
 * From page to element: /ParentTree is a number tree. Its keys are handed out
 * in the order of the calls, one to each page when it begins (StructParents of
 * the page) and one to each annotation (StructParent of the annotation).
 *
 * - The value of a page's key is an array: entry i is the parent of the mark
 *   with MCID i (pdf_tag_owners). That is the element, never the content.
 * - The value of an annotation's key is its Link element.
 *
 * So a mark is entered twice, by one function: pdf_tag_mark() appends it to
 * the content's marks and the element to the page's owners. The two
 * directions cannot differ. Since elements refer to their parents, children
 * and pages, number_elements() reserves all their objects before the first is
 * written.
 */

struct job {
	struct pdf_tags	*tags;
	struct pdf_file	*file;
	const unsigned	*pages;			/* their objects */
	unsigned	 root;
};

/* The element after t in document order; contents are skipped. */
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

/* The page of the first marked content among the element's own children, else
 * of its first annotation. */
static long
own_page(const struct pdf_tag *t)
{
	const struct pdf_tag *child;

	for (child = t->first; child != NULL; child = child->next)
		if (child->type == PDF_TAG_CONTENT &&
		    child->marks.first != NULL)
			return child->marks.first->page;
	if (t->more->annotations.first != NULL)
		return t->more->annotations.first->page;
	return NO_PAGE;
}

/* 14.7.4.2: a number alone where the page is the element's own. */
static void
put_marks(const struct job *j, struct sink *k, const struct pdf_tag *content,
    long own)
{
	const struct pdf_tag_mark *m;

	for (m = content->marks.first; m != NULL; m = m->next) {
		if (m->page == own) {
			pdf_token_int(k, m->number);
			continue;
		}
		pdf_object_dict(j->file);
		pdf_token_put_ref(k, "Type/MCR/Pg", j->pages[m->page]);
		pdf_token_put_int(k, "MCID", m->number);
		pdf_object_dict_end(j->file);
	}
}

/* 14.7.4.3: the annotations of a Link. */
static void
put_annotations(const struct job *j, struct sink *k, const struct pdf_tag *t,
    long own)
{
	const struct pdf_tag_mark *m;

	for (m = t->more->annotations.first; m != NULL; m = m->next) {
		pdf_object_dict(j->file);
		pdf_token_put_ref(k, "Type/OBJR/Obj", m->number);
		if (m->page != own)
			pdf_token_put_ref(k, "Pg", j->pages[m->page]);
		pdf_object_dict_end(j->file);
	}
}

static void
put_children(const struct job *j, struct sink *k, const struct pdf_tag *t,
    long own)
{
	const struct pdf_tag *child;

	if (t->first == NULL && t->more->annotations.first == NULL)
		return;
	pdf_token_name(k, "K");
	pdf_object_array(j->file);
	for (child = t->first; child != NULL; child = child->next)
		if (child->type == PDF_TAG_CONTENT)
			put_marks(j, k, child, own);
		else
			pdf_token_ref(k, child->object);
	put_annotations(j, k, t, own);
	pdf_object_array_end(j->file);
}

enum { ID_SIZE = 8 };

/* All ids of a kind have one length, so that numbers and bytes have the same
 * order. */
static str
make_id(char id[ID_SIZE], char kind, unsigned number)
{
	size_t i;

	id[0] = kind;
	for (i = ID_SIZE - 1; i > 0; i--) {
		id[i] = (char)('0' + number % 10);
		number /= 10;
	}
	return (str){ id, ID_SIZE };
}

static void
put_id(struct sink *k, char kind, unsigned number)
{
	char id[ID_SIZE];

	if (number == 0)
		return;
	pdf_token_name(k, "ID");
	pdf_token_bytes(k, make_id(id, kind, number));
}

static void
put_box(const struct job *j, struct sink *k, const double box[4])
{
	size_t i;

	sink_puts(k, "/BBox");
	pdf_object_array(j->file);
	for (i = 0; i < 4; i++)
		pdf_token_real(k, box[i]);
	pdf_object_array_end(j->file);
}

static bool
has_layout(const struct pdf_tag *t)
{
	return t->more->has_box || t->more->has_shift ||
	    t->more->decoration != PDF_DECORATION_NONE;
}

/* Table 343, 344: of all structure types, and of inlines. */
static void
put_layout(const struct job *j, struct sink *k, const struct pdf_tag *t)
{
	pdf_object_dict(j->file);
	sink_puts(k, "/O/Layout");
	if (t->more->has_box)
		put_box(j, k, t->more->box);
	if (t->more->has_shift) {
		pdf_token_name(k, "BaselineShift");
		pdf_token_real(k, t->more->shift);
	}
	if (t->more->decoration != PDF_DECORATION_NONE) {
		pdf_token_name(k, "TextDecorationType");
		pdf_token_name(k, pdf_tag_decoration_name(t->more->decoration));
	}
	pdf_object_dict_end(j->file);
}

static void
put_headers(const struct job *j, struct sink *k, const struct pdf_tag *t)
{
	char id[ID_SIZE];
	size_t i;

	if (t->more->num_headers == 0)
		return;
	pdf_token_name(k, "Headers");
	pdf_object_array(j->file);
	for (i = 0; i < t->more->num_headers; i++)
		pdf_token_bytes(k, make_id(id, 'h',
		    t->more->headers[i]->more->header));
	pdf_object_array_end(j->file);
}

static void
put_table(const struct job *j, struct sink *k, const struct pdf_tag *t)
{
	pdf_object_dict(j->file);
	sink_puts(k, "/O/Table");
	if (t->type == PDF_TAG_HEADER)
		sink_puts(k, t->more->row_scope ? "/Scope/Row" :
		    "/Scope/Column");
	if (t->more->columns > 1)
		pdf_token_put_int(k, "ColSpan", t->more->columns);
	if (t->more->rows > 1)
		pdf_token_put_int(k, "RowSpan", t->more->rows);
	put_headers(j, k, t);
	pdf_object_dict_end(j->file);
}

static void
put_list(const struct job *j, struct sink *k, const struct pdf_tag *t)
{
	pdf_object_dict(j->file);
	sink_puts(k, "/O/List/ListNumbering");
	pdf_token_name(k, pdf_tag_numbering_name(t->more->numbering));
	pdf_object_dict_end(j->file);
}

/* 14.8.5: the attributes, a dictionary for each owner. */
static void
put_attributes(const struct job *j, struct sink *k, const struct pdf_tag *t)
{
	bool table = t->type == PDF_TAG_HEADER || t->more->columns > 1 ||
	    t->more->rows > 1 || t->more->num_headers > 0;
	bool list = t->type == PDF_TAG_LIST;

	if (!table && !list && !has_layout(t))
		return;
	pdf_token_name(k, "A");
	pdf_object_array(j->file);
	if (table)
		put_table(j, k, t);
	if (list)
		put_list(j, k, t);
	if (has_layout(t))
		put_layout(j, k, t);
	pdf_object_array_end(j->file);
}

static void
write_element(const struct job *j, const struct pdf_tag *t)
{
	struct sink *k = pdf_object_open(j->file, t->object);
	long own = own_page(t);

	pdf_object_dict(j->file);
	pdf_token_name(k, "Type/StructElem/S");
	pdf_token_name(k, pdf_tag_name(t->type));
	pdf_token_put_ref(k, "P", t->parent != NULL ? t->parent->object :
	    j->root);
	if (own != NO_PAGE)
		pdf_token_put_ref(k, "Pg", j->pages[own]);
	put_id(k, 'n', t->more->note);			/* 14289-1, 7.9 */
	put_id(k, 'h', t->more->header);
	pdf_token_put_text(k, "Lang", t->more->lang);
	pdf_token_put_text(k, "Alt", t->more->alt);
	put_attributes(j, k, t);
	put_children(j, k, t, own);
	pdf_object_dict_end(j->file);
	pdf_object_close(j->file);
}

static void
put_owners(const struct job *j, struct sink *k, const struct pdf_tag_owners *o)
{
	unsigned i;

	pdf_object_array(j->file);
	for (i = 0; i < o->num; i++)
		pdf_token_ref(k, o->tags[i]->object);
	pdf_object_array_end(j->file);
}

/* 14.7.4.4: the owners of the marks of each page, and of each annotation. */
static unsigned
write_parents(const struct job *j)
{
	unsigned object = pdf_object_reserve(j->file);
	struct sink *k = pdf_object_open(j->file, object);
	const struct pdf_tag_key *key;
	long long number = 0;

	pdf_object_dict(j->file);
	pdf_token_name(k, "Nums");
	pdf_object_array(j->file);
	for (key = j->tags->keys; key != NULL; key = key->next) {
		pdf_token_int(k, number++);
		if (key->page != NULL)
			put_owners(j, k, key->page);
		else
			pdf_token_ref(k, key->link->object);
	}
	pdf_object_array_end(j->file);
	pdf_object_dict_end(j->file);
	pdf_object_close(j->file);
	return object;
}

static void
put_named(struct sink *k, char kind, const struct pdf_tag_owners *o)
{
	char id[ID_SIZE];
	unsigned i;

	for (i = 0; i < o->num; i++) {
		pdf_token_bytes(k, make_id(id, kind, i + 1));
		pdf_token_ref(k, o->tags[i]->object);
	}
}

/* 14.7.2: from IDs to elements, in the order of the IDs. */
static void
put_ids(const struct job *j, struct sink *k)
{
	if (j->tags->headers.num + j->tags->notes.num == 0)
		return;
	pdf_token_name(k, "IDTree");
	pdf_object_dict(j->file);
	pdf_token_name(k, "Names");
	pdf_object_array(j->file);
	put_named(k, 'h', &j->tags->headers);
	put_named(k, 'n', &j->tags->notes);
	pdf_object_array_end(j->file);
	pdf_object_dict_end(j->file);
}

unsigned
pdf_structure_write(struct pdf_tags *tags, struct pdf_file *file,
    const unsigned *pages)
{
	struct job j = { .tags = tags, .file = file, .pages = pages,
	    .root = pdf_object_reserve(file) };
	struct pdf_tag *t, *root = tags->root;
	struct sink *k;
	unsigned parents;

	assert(root != NULL);
	number_elements(&j);
	for (t = root; t != NULL; t = after(t))
		write_element(&j, t);
	parents = write_parents(&j);
	k = pdf_object_open(file, j.root);
	pdf_object_dict(file);
	pdf_token_name(k, "Type/StructTreeRoot");
	pdf_token_put_ref(k, "K", root->object);
	pdf_token_put_ref(k, "ParentTree", parents);
	pdf_token_put_int(k, "ParentTreeNextKey", tags->num_keys);
	put_ids(&j, k);
	pdf_object_dict_end(file);
	pdf_object_close(file);
	return j.root;
}
