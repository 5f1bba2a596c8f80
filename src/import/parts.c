/* SPDX-License-Identifier: ISC */
#include "import/parts.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/sink.h"
#include "office/zip.h"

enum { NAME_DEPTH = 32 };

struct parts {
	struct arena	*arena;
	struct diags	*diags;
	str		 path;
	struct zip	*zip;
	size_t		 size;		/* that was decompressed [byte] */
	size_t		 pictures;	/* the same of pictures [byte] */
	size_t		 budget;	/* of the trees */
	struct map	 places;	/* small name -> struct zip_place */
	struct map	 relations;	/* part -> struct element, or NULL */
	bool		 faulty;
};

static void
fail(struct parts *p, enum diag id, str value)
{
	if (!p->faulty)
		diag(p->diags, id, POS_NONE, p->path, value);
	p->faulty = true;
}

bool
parts_are_fine(const struct parts *p)
{
	return !p->faulty;
}

static void
take_fault(struct parts *p, str name)
{
	enum zip_fault fault = zip_fault(p->zip);

	if (fault == ZIP_PASSWORD)
		fail(p, DIAG_IMPORT_PASSWORD, S(""));
	else if (fault == ZIP_LARGE || p->size > PARTS_XML)
		fail(p, DIAG_IMPORT_LARGE, name);
	else if (fault == ZIP_BROKEN)
		fail(p, DIAG_IMPORT_BROKEN, name);
}

/* --- Names */

/* ISO 29500-2: the case of ASCII letters does not matter. Some programs write
 * “\” for “/”. */
static str
plain_name(struct arena *a, str name)
{
	char *to = arena_bytes(a, name.len + 1);
	size_t i;

	for (i = 0; i < name.len; i++) {
		to[i] = name.p[i] == '\\' ? '/' : name.p[i];
		if (to[i] >= 'A' && to[i] <= 'Z')
			to[i] = (char)(to[i] + ('a' - 'A'));
	}
	return (str){ to, name.len };
}

/* The name of a part for a target in a folder, “../media/a.png” in “word”;
 * false where that is outside the package. In arena. */
static bool
resolve(struct arena *a, str folder, str target, str *name)
{
	str names[NAME_DEPTH], all, one;
	size_t num = 0;
	struct sink k = { 0 };
	size_t i;

	all = str_starts(target, S("/")) ? target : str_join(a, folder, S("/"),
	    target);
	while (str_cut(&all, '/', &one)) {
		if (one.len == 0 || str_eq(one, S(".")))
			continue;
		if (str_eq(one, S("..")) ? num-- == 0 : num == NAME_DEPTH)
			return false;
		if (!str_eq(one, S("..")))
			names[num++] = one;
	}
	for (i = 0; i < num; i++) {
		sink_puts(&k, i != 0 ? "/" : "");
		sink_put(&k, names[i]);
	}
	*name = sink_take(&k, a);
	return true;
}

static void
check_name(struct parts *p, str name)
{
	str resolved;

	if (str_starts(name, S("/")) || !resolve(p->arena, S(""), name,
	    &resolved) || !str_eq(resolved, str_upto(name, name.len -
	    str_ends(name, S("/")))))
		fail(p, DIAG_IMPORT_OUTSIDE, name);
	else if (str_search(name, S("vbaproject")) != name.len ||
	    str_search(name, S("activex/")) != name.len)
		fail(p, DIAG_IMPORT_MACRO, name);
}

static void
list_parts(struct parts *p)
{
	struct zip_place place;
	struct map_slot *slot;
	str name;

	while (!p->faulty && zip_next(p->zip, p->arena, &name)) {
		name = plain_name(p->arena, name);
		check_name(p, name);
		slot = map_slot(&p->places, name);
		if (slot->value != NULL)
			fail(p, DIAG_IMPORT_BROKEN, name);
		if (!zip_place(p->zip, &place))
			break;
		slot->value = arena_new_of(p->arena, struct zip_place);
		*(struct zip_place *)slot->value = place;
	}
	take_fault(p, S(""));
}

/* --- Parts */

static bool
go(struct parts *p, str name)
{
	const struct map_slot *slot = map_find(&p->places, name);

	return slot != NULL && !p->faulty && zip_go(p->zip, slot->value);
}

struct element *
parts_tree(struct parts *p, str name)
{
	struct element_reader *r;
	struct element *root;

	if (!go(p, name))
		return NULL;
	r = element_open(p->arena, &p->budget);
	zip_read(p->zip, element_take, r);
	root = element_close(r);
	take_fault(p, name);
	if (root == NULL)
		fail(p, p->budget < (64 << 10) ? DIAG_IMPORT_LARGE :
		    DIAG_IMPORT_BROKEN, name);
	return root;
}

bool
parts_read(struct parts *p, str name, bool (*take)(void *, str piece),
    void *context)
{
	if (go(p, name))
		zip_read(p->zip, take, context);
	take_fault(p, name);
	return !p->faulty;
}

static bool
keep(void *context, str piece)
{
	struct sink *s = context;

	sink_put(s, piece);
	return s->len <= PARTS_PICTURE;
}

void
parts_picture(struct parts *p, str name, struct sink *to)
{
	size_t xml = p->size;

	if (!go(p, name))
		return;
	/* Pictures do not count as XML. */
	p->size = 0;
	zip_read(p->zip, keep, to);
	p->size = xml;
	p->pictures += to->len;
	take_fault(p, name);
	if (to->len > PARTS_PICTURE || p->pictures > PARTS_PICTURES)
		fail(p, DIAG_IMPORT_LARGE, name);
}

/* --- Relationships */

/* “word/document.xml” → “word/_rels/document.xml.rels” */
static str
relations_name(struct arena *a, str from)
{
	size_t slash = str_rfind(from, '/');

	return slash == from.len ? str_join(a, S("_rels/"), from, S(".rels")) :
	    str_join(a, str_upto(from, slash), S("/_rels/"), str_from(from,
	    slash + 1), S(".rels"));
}

/* Of the type http://…/relationships/hyperlink, “hyperlink”. */
static bool
is_type(const struct element *relation, const char *type)
{
	str value = element_attr(relation, "Type");

	return str_eq(str_from(value, str_rfind(value, '/') + 1),
	    str_of(type));
}

static bool
is_outside(const struct element *relation)
{
	return str_eq(element_attr(relation, "TargetMode"), S("External"));
}

/* Only a link may lead outside. A template on the author's disk is not loaded;
 * one from the web is an attack. */
static void
check_relation(struct parts *p, str folder, const struct element *relation)
{
	str target = element_attr(relation, "Target"), name;
	bool local = str_search(target, S("://")) == target.len ||
	    str_starts(target, S("file:///"));

	if (is_outside(relation) ? !is_type(relation, "hyperlink") &&
	    !(is_type(relation, "attachedTemplate") && local) :
	    !str_starts(target, S("#")) && !resolve(p->arena, folder, target,
	    &name))
		fail(p, DIAG_IMPORT_OUTSIDE, target);
}

static str
folder_of(str name)
{
	size_t slash = str_rfind(name, '/');

	return slash != name.len ? str_upto(name, slash) : S("");
}

static const struct element *
relations(struct parts *p, str from)
{
	struct map_slot *slot = map_find(&p->relations, from);
	struct element *root;
	const struct element *n;

	if (slot != NULL)
		return slot->value;
	root = parts_tree(p, relations_name(p->arena, from));
	map_slot(&p->relations, from)->value = root;
	for (n = root != NULL ? root->first : NULL; n != NULL; n = n->next)
		check_relation(p, folder_of(from), n);
	return root;
}

static const struct element *
find_relation(struct parts *p, str from, const char *type, str id)
{
	const struct element *root = relations(p, from);
	const struct element *n = root != NULL ? root->first : NULL;

	for (; n != NULL; n = n->next)
		if (is_type(n, type) && (id.len == 0 ||
		    str_eq(element_attr(n, "Id"), id)))
			return n;
	return NULL;
}

str
parts_target(struct parts *p, str from, const char *type, str id)
{
	const struct element *n = find_relation(p, from, type, id);
	str name = S("");

	if (n == NULL || is_outside(n) || !resolve(p->arena, folder_of(from),
	    element_attr(n, "Target"), &name))
		return S("");
	return plain_name(p->arena, name);
}

str
parts_address(struct parts *p, str from, str id)
{
	const struct element *n = id.len != 0 ? find_relation(p, from,
	    "hyperlink", id) : NULL;

	return n != NULL && is_outside(n) ? element_attr(n, "Target") : S("");
}

/* --- The package */

/* A document with macros says so in [Content_Types].xml, whatever its macros
 * are called. */
static void
check_types(struct parts *p)
{
	const struct element *root = parts_tree(p, S("[content_types].xml"));
	const struct element *n;
	str type;

	for (n = root != NULL ? root->first : NULL; n != NULL; n = n->next) {
		type = element_attr(n, "ContentType");
		if (str_search(type, S("macroEnabled")) != type.len ||
		    str_search(type, S("vbaProject")) != type.len)
			fail(p, DIAG_IMPORT_MACRO, type);
	}
}

struct parts *
parts_open(struct arena *a, str bytes, struct diags *diags, str path)
{
	struct parts *p = arena_new_of(a, struct parts);

	*p = (struct parts){ .arena = a, .diags = diags, .path = path,
	    .budget = ELEMENT_BUDGET, .places = map_make(a),
	    .relations = map_make(a) };
	p->zip = zip_open(bytes, &p->size);
	if (p->zip == NULL) {
		fail(p, DIAG_IMPORT_KIND, S(""));
		return NULL;
	}
	list_parts(p);
	check_types(p);
	if (parts_target(p, S(""), "officeDocument", S("")).len == 0)
		fail(p, DIAG_IMPORT_KIND, S(""));
	if (!p->faulty)
		return p;
	parts_close(p);
	return NULL;
}

void
parts_close(struct parts *p)
{
	zip_close(p->zip);
}
