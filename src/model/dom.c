/* SPDX-License-Identifier: ISC */
#include "model/dom.h"

#include <libxml/SAX2.h>
#include <libxml/dict.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <stddef.h>
#include <string.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/sink.h"

void
dom_start(void)
{
	xmlMemSetup(mem_free, mem_alloc, mem_realloc, mem_strdup);
	xmlInitParser();
}

void
dom_stop(void)
{
	xmlCleanupParser();
}

/* An item up to the end of a member of its union, or without that. */
#define UPTO(member) (offsetof(struct item, member) + \
    sizeof(((const struct item *)NULL)->member))
#define HEAD (offsetof(struct item, text))

/* A text may have a million nodes, most of them of these kinds: their items
 * end where what their kind has ends. */
static size_t
item_size(enum kind kind)
{
	switch (kind) {
	case KIND_TEXT:
		return UPTO(text);
	case KIND_CELL:
		return UPTO(cell);
	case KIND_ROW:
		return UPTO(row);
	case KIND_ENTRY:
		return UPTO(entry);
	case KIND_REFERENCE:
		return UPTO(reference);
	case KIND_FOOTNOTE_REF:
		return UPTO(footnote_ref);
	case KIND_PARAGRAPH:
	case KIND_EMPHASIS:
	case KIND_STRONG:
	case KIND_LITERAL:
	case KIND_SOFT_BREAK:
	case KIND_HARD_BREAK:
		return HEAD;
	default:
		return sizeof(struct item);
	}
}

static struct item *
make_item(struct doc *doc, enum kind kind, struct pos pos)
{
	struct item *i = arena_alloc(doc->arena, item_size(kind));

	i->kind = kind;
	i->pos = pos;
	return i;
}

/* The names are in the tree's dictionary, once each. */
static node *
make_element(struct doc *doc, enum kind kind, struct pos pos)
{
	const xmlChar *name = xmlDictLookup(doc->tree->dict,
	    BAD_CAST kind_name(kind), -1);
	node *n = xmlNewDocNodeEatName(doc->tree, NULL, (xmlChar *)name, NULL);

	n->_private = make_item(doc, kind, pos);
	return n;
}

void
dom_open(struct doc *doc)
{
	struct pos start = { 1, 1 };

	doc->tree = xmlNewDoc(BAD_CAST "1.0");
	doc->tree->dict = xmlDictCreate();
	doc->root = make_element(doc, KIND_DOCUMENT, start);
	xmlDocSetRootElement(doc->tree, doc->root);
}

void
dom_close(struct doc *doc)
{
	if (doc->tree != NULL)
		xmlFreeDoc(doc->tree);
	doc->tree = NULL;
	doc->root = doc->title = NULL;
}

node *
dom_add(struct doc *doc, node *parent, enum kind kind, struct pos pos)
{
	return xmlAddChild(parent, make_element(doc, kind, pos));
}

/* XML 1.0, 2.2: control characters and the two noncharacters of the BMP. */
static bool
is_forbidden(uint32_t c)
{
	return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
	    c == 0xFFFE || c == 0xFFFF;
}

static size_t
find_forbidden(str s)
{
	size_t i, len;

	for (i = 0; (i = str_find_odd(s, i)) < s.len; i += len)
		if (is_forbidden(str_rune(str_from(s, i), &len)))
			break;
	return i;
}

static str
clean(struct sink *k, str s)
{
	size_t i, len;
	uint32_t c;

	if (find_forbidden(s) == s.len)
		return s;
	for (i = 0; i < s.len; i += len) {
		c = str_rune(str_from(s, i), &len);
		sink_rune(k, is_forbidden(c) ? 0xFFFD : c);
	}
	return sink_str(k);
}

/* Where libxml2 keeps a text that is short enough, and does not free it: in
 * members that only elements need (SAX2.c does the same). */
enum { INSIDE = offsetof(node, properties),
       ROOM = offsetof(node, psvi) - INSIDE };

static xmlChar *
inside(node *n)
{
	return (xmlChar *)n + INSIDE;
}

static void
set_content(node *n, str s)
{
	n->content = s.len < ROOM ? inside(n) : mem_raw(s.len + 1);
	memcpy(n->content, s.p, s.len);
	n->content[s.len] = '\0';
}

void
dom_add_text(struct doc *doc, node *parent, str s, struct pos pos)
{
	struct sink k = { 0 };
	node *n;

	if (s.len == 0)
		return;
	s = clean(&k, s);
	n = xmlNewText(NULL);
	set_content(n, s);
	sink_free(&k);
	n->doc = doc->tree;
	n->_private = make_item(doc, KIND_TEXT, pos);
	/* xmlAddChild would merge it with a text before it. */
	n->parent = parent;
	n->prev = parent->last;
	if (parent->last != NULL)
		parent->last->next = n;
	else
		parent->children = n;
	parent->last = n;
}

/* Like xmlAddChild, but never merges texts. */
static void
link_last(node *n, node *parent)
{
	n->parent = parent;
	n->next = NULL;
	n->prev = parent->last;
	if (n->prev != NULL)
		n->prev->next = n;
	else
		parent->children = n;
	parent->last = n;
}

void
dom_move(node *n, node *parent)
{
	xmlUnlinkNode(n);
	link_last(n, parent);
}

void
dom_remove(node *n)
{
	xmlUnlinkNode(n);
	xmlFreeNode(n);
}

void
dom_set_text(node *n, str s)
{
	if (n->content != inside(n))
		mem_free(n->content);
	set_content(n, s);
}

struct item *
dom_item(const node *n)
{
	return n->_private;
}

enum kind
dom_kind(const node *n)
{
	return dom_item(n)->kind;
}

node *
dom_parent(const node *n)
{
	return n->parent;
}

node *
dom_first(const node *n)
{
	return n->children;
}

node *
dom_last(const node *n)
{
	return n->last;
}

node *
dom_next(const node *n)
{
	return n->next;
}

node *
dom_prev(const node *n)
{
	return n->prev;
}

node *
dom_walk(const node *top, const node *n)
{
	if (dom_kind(n) != KIND_TEXT && n->children != NULL)
		return n->children;
	while (n != top && n->next == NULL)
		n = n->parent;
	return n != top ? n->next : NULL;
}

str
dom_text(const node *n)
{
	return str_of((const char *)n->content);
}

static bool
is_break(const node *n)
{
	return dom_kind(n) == KIND_SOFT_BREAK || dom_kind(n) == KIND_HARD_BREAK;
}

str
dom_words(struct arena *a, const node *top)
{
	struct sink k = { 0 };
	const node *n;

	for (n = top; n != NULL; n = dom_walk(top, n)) {
		if (dom_kind(n) == KIND_TEXT)
			sink_put(&k, dom_text(n));
		else if (is_break(n))
			sink_char(&k, ' ');
	}
	return sink_take(&k, a);
}

/* --- XML files of the project */

/* The positions of an element and of its attributes. */
struct positions {
	struct pos	 element;
	size_t		 num;
	struct pos	*attrs;		/* in their order */
};

struct parser {
	struct arena	*arena;
	struct diags	*diags;
	str		 bytes;
	str		 path;
	/* They advance with libxml2, so that positions need one pass only. */
	size_t		 at;
	struct pos	 pos;
	bool		 reported;
};

static struct pos
advance(struct parser *p, size_t to)
{
	for (; p->at < to && p->at < p->bytes.len; p->at++) {
		p->pos.col++;
		if (p->bytes.p[p->at] == '\n') {
			p->pos.line++;
			p->pos.col = 1;
		}
	}
	return p->pos;
}

/* Finds the positions in the tag that ends at end. */
static struct positions *
find_positions(struct parser *p, size_t end, int num)
{
	struct positions *positions = arena_new_of(p->arena, struct positions);
	size_t i, at = end < p->bytes.len ? end : p->bytes.len;
	char quote = '\0';

	while (at > 0 && p->bytes.p[at] != '<')
		at--;
	positions->element = advance(p, at);
	positions->attrs = arena_array(p->arena, struct pos, (size_t)num);
	for (i = at + 1; i < end && positions->num < (size_t)num; i++) {
		if (quote != '\0') {
			if (p->bytes.p[i] == quote)
				quote = '\0';
		} else if (p->bytes.p[i] == '"' || p->bytes.p[i] == '\'')
			quote = p->bytes.p[i];
		else if (char_is_space(p->bytes.p[i - 1]) &&
		    !char_is_space(p->bytes.p[i]) && p->bytes.p[i] != '=')
			positions->attrs[positions->num++] = advance(p, i);
	}
	return positions;
}

static void
start_element(void *context, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *uri, int num_spaces, const xmlChar **spaces, int num,
    int defaulted, const xmlChar **attrs)
{
	xmlParserCtxt *ctxt = context;
	struct parser *p = ctxt->_private;
	long end = xmlByteConsumed(ctxt);

	xmlSAX2StartElementNs(context, name, prefix, uri, num_spaces, spaces,
	    num, defaulted, attrs);
	if (ctxt->node != NULL)
		ctxt->node->_private = find_positions(p,
		    end > 0 ? (size_t)end : 0, num);
}

static void
report_error(const struct parser *p, const xmlParserCtxt *ctxt,
    const xmlError *e)
{
	str name = e->str1 != NULL ? str_of(e->str1) : S("");
	struct pos pos = { e->line > 0 ? (unsigned)e->line : 0,
	    e->int2 > 0 ? (unsigned)e->int2 : 0 };

	if ((e->code == XML_ERR_TAG_NAME_MISMATCH ||
	    e->code == XML_ERR_TAG_NOT_FINISHED) && ctxt->node != NULL)
		diag(p->diags, DIAG_TEMPLATE_TAG, dom_pos(ctxt->node),
		    p->path, dom_name(ctxt->node));
	else if (e->code == XML_ERR_UNDECLARED_ENTITY &&
	    pos.col > name.len + 2) {
		pos.col -= (unsigned)name.len + 2;
		diag(p->diags, DIAG_TEMPLATE_ENTITY, pos, p->path, name);
	} else
		diag(p->diags, DIAG_TEMPLATE_XML, pos, p->path,
		    str_trim(str_of(e->message)));
}

/* Reports only the first error: it causes most of the others. */
static void
handle_error(void *context, xmlError *e)
{
	xmlParserCtxt *ctxt = context;
	struct parser *p = ctxt->_private;

	if (e->code == XML_ERR_NO_MEMORY)
		die_system(DIAG_MEMORY, "", "");
	if (!p->reported && e->level >= XML_ERR_ERROR)
		report_error(p, ctxt, e);
	p->reported |= e->level >= XML_ERR_ERROR;
}

node *
dom_parse(struct arena *a, str bytes, struct diags *ds, str path)
{
	struct parser p = { a, ds, bytes, path, 0, { 1, 1 }, false };
	xmlParserCtxt *ctxt = xmlNewParserCtxt();
	xmlDoc *tree;

	if (ctxt == NULL)
		die_system(DIAG_MEMORY, "", "");
	ctxt->_private = &p;
	ctxt->sax->startElementNs = start_element;
	ctxt->sax->serror = (xmlStructuredErrorFunc)handle_error;
	tree = xmlCtxtReadMemory(ctxt, bytes.p != NULL ? bytes.p : "",
	    (int)bytes.len, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR |
	    XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
	if (tree == NULL || !ctxt->wellFormed) {
		if (!p.reported)
			diag(ds, DIAG_TEMPLATE_XML, p.pos, path, S("?"));
		xmlFreeDoc(tree);
		tree = NULL;
	}
	xmlFreeParserCtxt(ctxt);
	return tree != NULL ? xmlDocGetRootElement(tree) : NULL;
}

void
dom_drop(node *root)
{
	if (root != NULL)
		xmlFreeDoc(root->doc);
}

bool
dom_is_element(const node *n)
{
	return n->type == XML_ELEMENT_NODE;
}

bool
dom_is_text(const node *n)
{
	return n->type == XML_TEXT_NODE;
}

str
dom_name(const node *n)
{
	return str_of((const char *)n->name);
}

str
dom_characters(const node *n)
{
	return str_of((const char *)n->content);
}

struct pos
dom_pos(const node *n)
{
	const struct positions *positions = n->_private;

	return positions != NULL ? positions->element : (struct pos){ 0, 0 };
}

struct dom_attr *
dom_attrs(struct arena *a, const node *n, size_t *num)
{
	const struct positions *positions = n->_private;
	const xmlAttr *x;
	struct dom_attr *attrs;

	for (*num = 0, x = n->properties; x != NULL; x = x->next)
		++*num;
	attrs = arena_array(a, struct dom_attr, *num);
	for (*num = 0, x = n->properties; x != NULL; x = x->next, ++*num) {
		attrs[*num].name = str_of((const char *)x->name);
		attrs[*num].value = x->children != NULL ?
		    str_of((const char *)x->children->content) : S("");
		if (positions != NULL && *num < positions->num)
			attrs[*num].pos = positions->attrs[*num];
	}
	return attrs;
}
