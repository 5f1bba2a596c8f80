/* SPDX-License-Identifier: ISC */
#include "html/template.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "base/sink.h"
#include "model/dom.h"

enum { TEMPLATE_LIMIT = 4 << 20 };

enum how { TEXT, HTML };

static const struct {
	str		name;
	enum how	how;
} slots[] = {
#define S_(id, name, how) { { name, sizeof(name) - 1 }, how },
#include "html/slots.def"
#undef S_
};

static const struct {
	const char	*name;
	const char	*fields[SLOT_FIELDS];
} slot_lists[] = {
#define L_(id, name, ...) { name, { __VA_ARGS__ } },
#include "html/slots.def"
#undef L_
};

/* Which value: of a slot, a word, a list, or a field of the list's row. */
struct which {
	enum { NOTHING, SLOT, WORD, LIST, FIELD } kind;
	size_t	at;			/* slot, word or list */
	size_t	field;
};

enum step {
	PUT,				/* text as it is */
	PUT_ROOT,			/* the way to the root */
	PUT_VALUE,
	PUT_ATTR,			/* text="value", nothing where empty */
	IF,				/* else go to to */
	EACH,				/* the rows of a list; past it at to */
	EACH_END			/* the next row; back to to */
};

struct segment {
	enum step	step;
	str		text;
	struct which	which;
	size_t		to;
};

struct html_template {
	struct segment	*segments;
	size_t		 num;
	struct strings	 files;
};

/* --- Cutting a template into segments */

struct cutter {
	struct html_template	*template;
	struct arena		*arena;
	struct diags		*diags;
	str			 path;		/* for messages */
	str			 folder;
	size_t			 cap;
	struct sink		 text;		/* not yet a segment */
};

static size_t
add_segment(struct cutter *c, struct segment s)
{
	struct html_template *t = c->template;

	if (t->num == c->cap) {
		c->cap = c->cap != 0 ? c->cap * 2 : 64;
		t->segments = mem_realloc(t->segments,
		    c->cap * sizeof(*t->segments));
	}
	t->segments[t->num] = s;
	return t->num++;
}

static void
flush(struct cutter *c)
{
	if (c->text.len == 0)
		return;
	add_segment(c, (struct segment){ .step = PUT,
	    .text = str_copy(c->arena, sink_str(&c->text)) });
	sink_reset(&c->text);
}

static size_t
add_step(struct cutter *c, enum step step, struct which which, str text)
{
	flush(c);
	return add_segment(c, (struct segment){ .step = step, .which = which,
	    .text = text });
}

/* “name” of a list, or “name.field”. */
static struct which
find_list(str name)
{
	size_t i, f, dot = str_find(name, '.');
	str field = str_from(name, dot + 1);

	for (i = 0; i < SLOT_LIST_COUNT; i++) {
		if (!str_eq(str_of(slot_lists[i].name), str_upto(name, dot)))
			continue;
		if (dot == name.len)
			return (struct which){ LIST, i, 0 };
		for (f = 0; f < SLOT_FIELDS &&
		    slot_lists[i].fields[f] != NULL; f++)
			if (str_eq(str_of(slot_lists[i].fields[f]), field))
				return (struct which){ FIELD, i, f };
	}
	return (struct which){ NOTHING, 0, 0 };
}

static void
offer_list(struct cutter *c, size_t list, struct nearest *near)
{
	str name = str_of(slot_lists[list].name);
	size_t f;

	nearest_offer(near, name);
	for (f = 0; f < SLOT_FIELDS && slot_lists[list].fields[f] != NULL; f++)
		nearest_offer(near, str_join3(c->arena, name, S("."),
		    str_of(slot_lists[list].fields[f])));
}

/* Nothing has the name: what has one like it? */
static str
nearest_slot(struct cutter *c, str name)
{
	struct nearest near = nearest_to(name);
	size_t i;

	for (i = 0; i < SLOT_COUNT; i++)
		nearest_offer(&near, slots[i].name);
	for (i = 0; i < WORD_COUNT; i++)
		nearest_offer(&near, lang_word_name((enum word)i));
	for (i = 0; i < SLOT_LIST_COUNT; i++)
		offer_list(c, i, &near);
	return nearest_best(&near);
}

static struct which
find_slot(struct cutter *c, str name, struct pos pos)
{
	struct which w;
	size_t i;

	for (i = 0; i < SLOT_COUNT; i++)
		if (str_eq(slots[i].name, name))
			return (struct which){ SLOT, i, 0 };
	for (i = 0; i < WORD_COUNT; i++)
		if (str_eq(lang_word_name((enum word)i), name))
			return (struct which){ WORD, i, 0 };
	w = find_list(name);
	if (w.kind == NOTHING)
		diag(c->diags, DIAG_TEMPLATE_SLOT, pos, c->path, name,
		    nearest_slot(c, name));
	return w;
}

static const struct dom_attr *
find_attr(const struct dom_attr *attrs, size_t num, str name)
{
	size_t i;

	for (i = 0; i < num; i++)
		if (str_eq(attrs[i].name, name))
			return &attrs[i];
	return NULL;
}

/* The attribute that gives ATTR its value: data-slot-ATTR. */
static const struct dom_attr *
slot_of(struct cutter *c, const struct dom_attr *attrs, size_t num, str name)
{
	return find_attr(attrs, num, str_join(c->arena, S("data-slot-"), name));
}

static bool
is_ours(str name)
{
	return str_eq(name, S("data-slot")) || str_eq(name, S("data-if")) ||
	    str_eq(name, S("data-each")) || str_eq(name, S("data-sample")) ||
	    str_starts(name, S("data-slot-"));
}

/* A relative address: neither “#…”, nor with a scheme, nor from the root. */
static bool
is_file(str name, str value)
{
	if (!str_eq(name, S("href")) && !str_eq(name, S("src")))
		return false;
	return value.len != 0 && value.p[0] != '#' && value.p[0] != '/' &&
	    str_find(value, ':') == value.len;
}

static void
take_file(struct cutter *c, const struct dom_attr *a)
{
	struct strings *files = &c->template->files;
	str file = str_copy(c->arena, a->value), path;
	str *items;
	size_t i;

	path = str_join3(c->arena, c->folder, S("/"), file);
	if (file_kind(path.p) != FILE_PLAIN)
		diag(c->diags, DIAG_TEMPLATE_FILE, a->pos, c->path, file);
	for (i = 0; i < files->num; i++)
		if (str_eq(files->items[i], file))
			return;
	items = arena_array(c->arena, str, files->num + 1);
	if (files->num != 0)
		memcpy(items, files->items, files->num * sizeof(*items));
	items[files->num++] = file;
	files->items = items;
}

static void
cut_attr(struct cutter *c, const struct dom_attr *attrs, size_t num,
    const struct dom_attr *a)
{
	const struct dom_attr *slot = slot_of(c, attrs, num, a->name);

	if (slot != NULL) {
		add_step(c, PUT_ATTR, find_slot(c, slot->value, slot->pos),
		    str_copy(c->arena, a->name));
		return;
	}
	sink_char(&c->text, ' ');
	sink_put(&c->text, a->name);
	sink_puts(&c->text, "=\"");
	if (is_file(a->name, a->value)) {
		take_file(c, a);
		add_step(c, PUT_ROOT, (struct which){ 0 }, S(""));
	}
	sink_xml_attr(&c->text, a->value);
	sink_char(&c->text, '"');
}

/* Attributes with a slot but without a sample are put too. */
static void
cut_attrs(struct cutter *c, const struct dom_attr *attrs, size_t num)
{
	size_t i;
	str name;

	for (i = 0; i < num; i++)
		if (!is_ours(attrs[i].name))
			cut_attr(c, attrs, num, &attrs[i]);
	for (i = 0; i < num; i++) {
		name = str_from(attrs[i].name, S("data-slot-").len);
		if (!str_starts(attrs[i].name, S("data-slot-")) ||
		    find_attr(attrs, num, name) != NULL)
			continue;
		add_step(c, PUT_ATTR, find_slot(c, attrs[i].value,
		    attrs[i].pos), str_copy(c->arena, name));
	}
}

static bool
is_void(str name)
{
	static const char *const names[] = { "area", "base", "br", "col",
	    "embed", "hr", "img", "input", "link", "meta", "source", "track",
	    "wbr" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_eq(name, str_of(names[i])))
			return true;
	return false;
}

static void	cut_node(struct cutter *, const node *);

static void
cut_children(struct cutter *c, const node *n)
{
	bool raw = str_eq(dom_name(n), S("style")) ||
	    str_eq(dom_name(n), S("script"));

	for (n = dom_first(n); n != NULL; n = dom_next(n)) {
		if (raw && dom_is_text(n))
			sink_put(&c->text, dom_characters(n));
		else
			cut_node(c, n);
	}
}

static void
cut_tag(struct cutter *c, const node *n, const struct dom_attr *attrs,
    size_t num, struct which content)
{
	str name = dom_name(n);

	sink_char(&c->text, '<');
	sink_put(&c->text, name);
	cut_attrs(c, attrs, num);
	sink_char(&c->text, '>');
	if (is_void(name))
		return;
	if (content.kind != NOTHING)
		add_step(c, PUT_VALUE, content, S(""));
	else
		cut_children(c, n);
	sink_puts(&c->text, "</");
	sink_put(&c->text, name);
	sink_char(&c->text, '>');
}

static struct which
find_marked(struct cutter *c, const struct dom_attr *attrs, size_t num,
    str mark)
{
	const struct dom_attr *a = find_attr(attrs, num, mark);

	return a != NULL ? find_slot(c, a->value, a->pos) :
	    (struct which){ 0 };
}

static void
cut_element(struct cutter *c, const node *n)
{
	size_t num, open_each = 0, open_if = 0, open_slot = 0;
	struct dom_attr *attrs = dom_attrs(c->arena, n, &num);
	struct which each, condition, content;

	if (find_attr(attrs, num, S("data-sample")) != NULL)
		return;
	each = find_marked(c, attrs, num, S("data-each"));
	condition = find_marked(c, attrs, num, S("data-if"));
	content = find_marked(c, attrs, num, S("data-slot"));
	if (each.kind == LIST)
		open_each = add_step(c, EACH, each, S(""));
	if (condition.kind != NOTHING)
		open_if = add_step(c, IF, condition, S(""));
	if (content.kind != NOTHING)
		open_slot = add_step(c, IF, content, S(""));
	cut_tag(c, n, attrs, num, content);
	flush(c);
	if (content.kind != NOTHING)
		c->template->segments[open_slot].to = c->template->num;
	if (condition.kind != NOTHING)
		c->template->segments[open_if].to = c->template->num;
	if (each.kind == LIST) {
		add_segment(c, (struct segment){ .step = EACH_END,
		    .which = each, .to = open_each + 1 });
		c->template->segments[open_each].to = c->template->num;
	}
}

static void
cut_node(struct cutter *c, const node *n)
{
	if (dom_is_element(n))
		cut_element(c, n);
	else if (dom_is_text(n))
		sink_xml(&c->text, dom_characters(n));
}

static void
settle(struct cutter *c)
{
	struct html_template *t = c->template;
	struct segment *segments = t->segments;

	flush(c);
	t->segments = arena_array(c->arena, struct segment, t->num);
	if (t->num != 0)
		memcpy(t->segments, segments, t->num * sizeof(*segments));
	mem_free(segments);
	sink_free(&c->text);
}

struct html_template *
html_template_read(struct arena *a, const char *folder, const char *name,
    struct diags *ds)
{
	struct cutter c = { .arena = a, .diags = ds, .folder = str_of(folder) };
	node *root;
	str bytes;

	c.path = str_join3(a, c.folder, S("/"), str_of(name));
	if (!file_read(a, c.path.p, TEMPLATE_LIMIT, &bytes))
		die_system(errno == ENOENT ? DIAG_NO_TEMPLATE : DIAG_READ,
		    c.path.p, fault_text(errno));
	root = dom_parse(a, bytes, ds, c.path);
	if (root == NULL)
		return NULL;
	c.template = arena_new_of(a, struct html_template);
	sink_puts(&c.text, "<!DOCTYPE html>\n");
	cut_node(&c, root);
	sink_char(&c.text, '\n');
	settle(&c);
	dom_drop(root);
	return c.template;
}

const struct strings *
html_template_files(const struct html_template *t)
{
	return &t->files;
}

/* --- Pressing */

struct press {
	const struct slot_values	*values;
	struct sink			*sink;
	size_t				 rows[SLOT_LIST_COUNT];	/* in hand */
};

static str
value(const struct press *p, struct which w)
{
	switch (w.kind) {
	case SLOT:
		return p->values->slots[w.at];
	case WORD:
		return lang_word(p->values->lang, (enum word)w.at);
	case FIELD:
		if (p->rows[w.at] < p->values->lists[w.at].num)
			return p->values->lists[w.at].rows[p->rows[w.at]]
			    .fields[w.field];
		break;
	default:
		break;
	}
	return S("");
}

static bool
is_empty(const struct press *p, struct which w)
{
	return w.kind == LIST ? p->values->lists[w.at].num == 0 :
	    value(p, w).len == 0;
}

static void
put_value(struct press *p, struct which w)
{
	if (w.kind == SLOT && slots[w.at].how == HTML)
		sink_put(p->sink, value(p, w));
	else
		sink_xml(p->sink, value(p, w));
}

static void
put_attr(struct press *p, const struct segment *s)
{
	if (is_empty(p, s->which))
		return;
	sink_char(p->sink, ' ');
	sink_put(p->sink, s->text);
	sink_puts(p->sink, "=\"");
	sink_xml_attr(p->sink, value(p, s->which));
	sink_char(p->sink, '"');
}

/* Does one segment; returns the index of the next. */
static size_t
step(struct press *p, const struct segment *s, size_t i)
{
	switch (s->step) {
	case PUT:
		sink_put(p->sink, s->text);
		break;
	case PUT_ROOT:
		sink_put(p->sink, p->values->root);
		break;
	case PUT_VALUE:
		put_value(p, s->which);
		break;
	case PUT_ATTR:
		put_attr(p, s);
		break;
	case IF:
		return is_empty(p, s->which) ? s->to : i + 1;
	case EACH:
		p->rows[s->which.at] = 0;
		return is_empty(p, s->which) ? s->to : i + 1;
	case EACH_END:
		return ++p->rows[s->which.at] <
		    p->values->lists[s->which.at].num ? s->to : i + 1;
	}
	return i + 1;
}

void
html_template_render(const struct html_template *t,
    const struct slot_values *values, struct sink *k)
{
	struct press p = { .values = values, .sink = k };
	size_t i = 0;

	while (i < t->num)
		i = step(&p, &t->segments[i], i);
}
