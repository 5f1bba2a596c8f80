/* SPDX-License-Identifier: ISC */
#include "import/element.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/sink.h"

enum space {
	WORD, WORD14, MATH, DRAWING, CHOICE, VML, OFFICE, RELATIONSHIPS,
	CONTENT_TYPES, ANY
};

/* A part of the namespace: strict files and those of 2007 differ in the
 * rest. */
static const char *const spaces[] = {
	[WORD] = "wordprocessingml", [WORD14] = "office/word/",
	[MATH] = "/math", [DRAWING] = "drawingml", [CHOICE] =
	"markup-compatibility", [VML] = "schemas-microsoft-com:vml",
	[OFFICE] = "office:office",
	[RELATIONSHIPS] = "package/2006/relationships",
	[CONTENT_TYPES] = "content-types", [ANY] = ""
};

static const struct row {
	const char	*name;
	enum space	 space;
} rows[] = {
#define X(id, space, name) { name, space },
#include "import/elements.def"
#undef X
};

enum { ROWS = sizeof(rows) / sizeof(*rows), DEPTH = 260 };

struct element_reader {
	struct arena	*arena;
	struct xml	*xml;
	size_t		*budget;
	bool		 spent;
	unsigned	 paragraphs;
	size_t		 depth;		/* of open elements, from 1 */
	/* The element that an open one is, or takes the place of; NULL: it
	 * and all it holds is left out. */
	struct element	*open[DEPTH];
	struct sink	 text;
};

/* --- Names */

static bool
is_in(const struct xml_element *e, enum space space)
{
	return space == ANY || str_search(e->space, str_of(spaces[space])) !=
	    e->space.len;
}

bool
element_know(const struct xml_element *e, enum element_name *name)
{
	size_t i;

	if (str_ends(e->name, S("Change")) && is_in(e, WORD) &&
	    !str_eq(e->name, S("tblGridChange"))) {
		*name = ELEMENT_SETTINGS_CHANGE;
		return true;
	}
	for (i = 0; i < ROWS; i++) {
		if (e->name.p[0] != rows[i].name[0] ||
		    !str_eq(e->name, str_of(rows[i].name)) ||
		    !is_in(e, rows[i].space))
			continue;
		*name = (enum element_name)i;
		return true;
	}
	return false;
}

static bool
holds_text(enum element_name name)
{
	return name == ELEMENT_TEXT || name == ELEMENT_MATH_TEXT ||
	    name == ELEMENT_DELETED_TEXT || name == ELEMENT_DRAWN_TEXT ||
	    name == ELEMENT_CODE ||
	    name == ELEMENT_DELETED_CODE;
}

/* --- The tree */

/* Takes memory from the budget; false where that is spent. */
static bool
spend(struct element_reader *r, size_t size)
{
	if (*r->budget < size)
		r->spent = true;
	else
		*r->budget -= size;
	return !r->spent;
}

static void
add_attr(struct element_reader *r, struct element *to, str name, str value)
{
	struct element_attr *a;

	if (str_starts(name, S("rsid")) || !spend(r, sizeof(*a) + name.len +
	    value.len))
		return;
	a = arena_new_of(r->arena, struct element_attr);
	a->name = str_copy(r->arena, name);
	a->value = str_copy(r->arena, value);
	a->next = to->attrs;
	to->attrs = a;
}

static void
add_attrs(struct element_reader *r, struct element *to,
    const struct xml_element *e)
{
	str name, value;
	int i;

	for (i = 0; i < e->num; i++) {
		xml_attr_at(e, i, &name, &value);
		add_attr(r, to, name, value);
	}
}

static struct element *
add(struct element_reader *r, struct element *parent, enum element_name name,
    const struct xml_element *e)
{
	struct element *n;

	if (!spend(r, sizeof(*n)))
		return NULL;
	n = arena_new_of(r->arena, struct element);
	n->name = name;
	if (name == ELEMENT_PARAGRAPH)
		n->number = r->paragraphs;
	if (parent->last != NULL)
		parent->last->next = n;
	else
		parent->first = n;
	parent->last = n;
	add_attrs(r, n, e);
	return n;
}

static void
open_element(void *context, const struct xml_element *e)
{
	struct element_reader *r = context;
	struct element *parent = r->depth < DEPTH ? r->open[r->depth] : NULL;
	enum element_name name;
	bool known = element_know(e, &name);

	r->paragraphs += known && name == ELEMENT_PARAGRAPH;
	if (++r->depth >= DEPTH)
		return;
	/* Former widths of columns are no change that somebody made: Google Docs
	 * writes them into every table. */
	if (known && (name == ELEMENT_FALLBACK || name == ELEMENT_GRID_CHANGE))
		parent = NULL;
	r->open[r->depth] = parent == NULL || r->spent || !known ? parent :
	    add(r, parent, name, e);
	/* The settings that were are not those that are. */
	if (known && name == ELEMENT_SETTINGS_CHANGE)
		r->open[r->depth] = NULL;
	sink_reset(&r->text);
}

static void
take_text(void *context, str text)
{
	struct element_reader *r = context;
	struct element *n = r->depth < DEPTH ? r->open[r->depth] : NULL;

	if (n != NULL && holds_text(n->name))
		sink_put(&r->text, text);
}

static void
close_element(void *context)
{
	struct element_reader *r = context;
	struct element *n = r->depth < DEPTH ? r->open[r->depth] : NULL;

	r->depth--;
	if (n == NULL || !holds_text(n->name) || n->text.p != NULL ||
	    !spend(r, r->text.len))
		return;
	n->text = str_copy(r->arena, sink_str(&r->text));
}

struct element_reader *
element_open(struct arena *a, size_t *budget)
{
	static const struct xml_events events = { open_element, close_element,
		take_text };
	struct element_reader *r = mem_alloc(sizeof(*r));

	r->arena = a;
	r->budget = budget;
	r->open[0] = arena_new_of(a, struct element);
	r->open[0]->name = ELEMENT_ROOT;
	r->xml = xml_open(&events, r);
	return r;
}

bool
element_take(void *reader, str piece)
{
	struct element_reader *r = reader;

	/* One text may be as long as the part. */
	return xml_take(r->xml, piece) && !r->spent &&
	    r->text.len <= *r->budget;
}

struct element *
element_close(struct element_reader *r)
{
	struct element *root = r->open[0];

	if (!xml_close(r->xml) || r->spent)
		root = NULL;
	sink_free(&r->text);
	mem_free(r);
	return root;
}

/* --- Reading it */

const struct element *
element_child(const struct element *parent, enum element_name name)
{
	const struct element *n = parent != NULL ? parent->first : NULL;

	while (n != NULL && n->name != name)
		n = n->next;
	return n;
}

const struct element *
element_find(const struct element *top, enum element_name name)
{
	const struct element *n, *found;

	if (top == NULL || top->name == name)
		return top;
	for (n = top->first; n != NULL; n = n->next)
		if ((found = element_find(n, name)) != NULL)
			return found;
	return NULL;
}

str
element_attr(const struct element *n, const char *name)
{
	const struct element_attr *a = n != NULL ? n->attrs : NULL;

	while (a != NULL && !str_eq(a->name, str_of(name)))
		a = a->next;
	return a != NULL ? a->value : S("");
}

str
element_value(const struct element *parent, enum element_name child)
{
	return element_attr(element_child(parent, child), "val");
}

long
element_number(str value, long other)
{
	char digits[12] = { 0 };
	char *end;
	long n;

	if (value.len == 0 || value.len >= sizeof(digits))
		return other;
	memcpy(digits, value.p, value.len);
	n = strtol(digits, &end, 10);
	return end != digits ? n : other;
}

bool
element_is_on(const struct element *parent, enum element_name child)
{
	const struct element *n = element_child(parent, child);
	str value = element_attr(n, "val");

	return n != NULL && !str_eq(value, S("0")) &&
	    !str_eq(value, S("false")) && !str_eq(value, S("off")) &&
	    !str_eq(value, S("none"));
}

static void
put_words(struct sink *k, const struct element *n)
{
	const struct element *child;

	if (n->name == ELEMENT_TEXT || n->name == ELEMENT_MATH_TEXT)
		sink_put(k, n->text);
	else if (n->name == ELEMENT_TAB || n->name == ELEMENT_PLACED_TAB ||
	    n->name == ELEMENT_BREAK ||
	    n->name == ELEMENT_RETURN)
		sink_char(k, ' ');
	for (child = n->first; child != NULL; child = child->next)
		put_words(k, child);
	if (n->name == ELEMENT_PARAGRAPH)
		sink_char(k, ' ');
}

str
element_words(struct arena *a, const struct element *n)
{
	struct sink k = { 0 };

	put_words(&k, n);
	return str_trim(sink_take(&k, a));
}
