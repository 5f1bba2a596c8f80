/* SPDX-License-Identifier: ISC */
#include "html/template.h"

#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "base/share.h"
#include "base/sink.h"
#include "base/witness.h"
#include "html/template_segment.h"
#include "model/dom.h"
#include "model/site_path.h"

enum { TEMPLATE_LIMIT = 4 << 20 };

static const str slot_names[] = {
#define S_(id, name, escaping) { name, sizeof(name) - 1 },
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

struct splitter {
	struct html_template	*template;
	struct arena		*arena;
	struct diags		*diags;
	str			 path;		/* for messages */
	str			 folder;
	size_t			 cap;
	struct sink		 text;		/* of the next segment */
};

static size_t
add_segment(struct splitter *s, struct segment segment)
{
	struct html_template *t = s->template;

	if (t->num == s->cap) {
		s->cap = s->cap != 0 ? s->cap * 2 : 64;
		t->segments = mem_realloc(t->segments,
		    s->cap * sizeof(*t->segments));
	}
	t->segments[t->num] = segment;
	return t->num++;
}

static void
flush(struct splitter *s)
{
	if (s->text.len == 0)
		return;
	add_segment(s, (struct segment){ .step = PUT,
	    .text = str_copy(s->arena, sink_str(&s->text)) });
	sink_reset(&s->text);
}

static size_t
add_step(struct splitter *s, enum step step, struct which which, str text)
{
	flush(s);
	return add_segment(s, (struct segment){ .step = step, .which = which,
	    .text = text });
}

static str
field_name(size_t list, size_t field)
{
	const char *name = slot_lists[list].fields[field];

	return str_of(name + (name[0] == '<'));
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
			return (struct which){ LIST, i, 0, false };
		for (f = 0; f < SLOT_FIELDS &&
		    slot_lists[i].fields[f] != NULL; f++)
			if (str_eq(field_name(i, f), field))
				return (struct which){ FIELD, i, f,
				    slot_lists[i].fields[f][0] == '<' };
	}
	return (struct which){ NOTHING, 0, 0, false };
}

static void
offer_list(struct splitter *s, size_t list, struct nearest *near)
{
	str name = str_of(slot_lists[list].name);
	size_t f;

	nearest_offer(near, name);
	for (f = 0; f < SLOT_FIELDS && slot_lists[list].fields[f] != NULL; f++)
		nearest_offer(near, str_join3(s->arena, name, S("."),
		    field_name(list, f)));
}

/* The existing name that is most similar to an unknown one. */
static str
nearest_slot(struct splitter *s, str name)
{
	struct nearest near = nearest_to(name);
	size_t i;

	for (i = 0; i < SLOT_COUNT; i++)
		nearest_offer(&near, slot_names[i]);
	for (i = 0; i < WORD_COUNT; i++)
		nearest_offer(&near, lang_word_name((enum word)i));
	for (i = 0; i < SLOT_LIST_COUNT; i++)
		offer_list(s, i, &near);
	return nearest_best(&near);
}

static struct which
find_slot(struct splitter *s, str name, struct pos pos)
{
	struct which w;
	size_t i;

	for (i = 0; i < SLOT_COUNT; i++)
		if (str_eq(slot_names[i], name))
			return (struct which){ SLOT, i, 0, false };
	for (i = 0; i < WORD_COUNT; i++)
		if (str_eq(lang_word_name((enum word)i), name))
			return (struct which){ WORD, i, 0, false };
	w = find_list(name);
	if (w.kind == NOTHING)
		diag(s->diags, DIAG_TEMPLATE_SLOT, pos, s->path, name,
		    nearest_slot(s, name));
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

/* Returns the attribute data-slot-name, whose slot has the value of the
 * attribute name; or NULL. */
static const struct dom_attr *
slot_of(struct splitter *s, const struct dom_attr *attrs, size_t num, str name)
{
	return find_attr(attrs, num, str_join(s->arena, S("data-slot-"), name));
}

/* Returns whether the attribute is an instruction, which the page must not
 * contain. */
static bool
is_template_attr(str name)
{
	return str_eq(name, S("data-slot")) || str_eq(name, S("data-if")) ||
	    str_eq(name, S("data-each")) || str_eq(name, S("data-sample")) ||
	    str_starts(name, S("data-slot-"));
}

/* Whether the value is a relative address: not “#…”, without a scheme, not
 * from the root. */
static bool
is_file(str name, str value)
{
	if (!str_eq(name, S("href")) && !str_eq(name, S("src")))
		return false;
	return value.len != 0 && value.p[0] != '#' && value.p[0] != '/' &&
	    str_find(value, ':') == value.len;
}

/* Adds a file to which the template refers; reports one that is missing, or
 * whose name the site cannot have. */
static void
add_file(struct splitter *s, const struct dom_attr *a)
{
	struct strings *files = &s->template->files;
	str file = str_copy(s->arena, a->value), path;
	str *items;
	size_t i;

	path = str_join3(s->arena, s->folder, S("/"), file);
	if (!site_path_is_template(file)) {
		diag(s->diags, DIAG_TEMPLATE_PATH, a->pos, s->path, file);
		return;
	}
	if (file_kind(path.p) != FILE_PLAIN)
		diag(s->diags, DIAG_TEMPLATE_FILE, a->pos, s->path, file);
	for (i = 0; i < files->num; i++)
		if (str_eq(files->items[i], file))
			return;
	items = arena_array(s->arena, str, files->num + 1);
	if (files->num != 0)
		memcpy(items, files->items, files->num * sizeof(*items));
	items[files->num++] = file;
	files->items = items;
}

static void
split_attr(struct splitter *s, const struct dom_attr *attrs, size_t num,
    const struct dom_attr *a)
{
	const struct dom_attr *slot = slot_of(s, attrs, num, a->name);

	if (slot != NULL) {
		add_step(s, PUT_ATTR, find_slot(s, slot->value, slot->pos),
		    str_copy(s->arena, a->name));
		return;
	}
	sink_char(&s->text, ' ');
	sink_put(&s->text, a->name);
	sink_puts(&s->text, "=\"");
	if (is_file(a->name, a->value)) {
		add_file(s, a);
		add_step(s, PUT_ROOT, (struct which){ 0 }, S(""));
	}
	sink_xml_attr(&s->text, a->value);
	sink_char(&s->text, '"');
}

/* Writes the attributes, then those for which the template has only a slot and
 * no sample value. */
static void
split_attrs(struct splitter *s, const struct dom_attr *attrs, size_t num)
{
	size_t i;
	str name;

	for (i = 0; i < num; i++)
		if (!is_template_attr(attrs[i].name))
			split_attr(s, attrs, num, &attrs[i]);
	for (i = 0; i < num; i++) {
		name = str_from(attrs[i].name, S("data-slot-").len);
		if (!str_starts(attrs[i].name, S("data-slot-")) ||
		    find_attr(attrs, num, name) != NULL)
			continue;
		add_step(s, PUT_ATTR, find_slot(s, attrs[i].value,
		    attrs[i].pos), str_copy(s->arena, name));
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

static void	split_node(struct splitter *, const node *);

static void
split_children(struct splitter *s, const node *n)
{
	bool raw = str_eq(dom_name(n), S("style")) ||
	    str_eq(dom_name(n), S("script"));

	for (n = dom_first(n); n != NULL; n = dom_next(n)) {
		if (raw && dom_is_text(n))
			sink_put(&s->text, dom_characters(n));
		else
			split_node(s, n);
	}
}

static void
split_tag(struct splitter *s, const node *n, const struct dom_attr *attrs,
    size_t num, struct which content)
{
	str name = dom_name(n);

	sink_char(&s->text, '<');
	sink_put(&s->text, name);
	split_attrs(s, attrs, num);
	sink_char(&s->text, '>');
	if (is_void(name))
		return;
	if (content.kind != NOTHING)
		add_step(s, PUT_VALUE, content, S(""));
	else
		split_children(s, n);
	sink_puts(&s->text, "</");
	sink_put(&s->text, name);
	sink_char(&s->text, '>');
}

static struct which
find_value(struct splitter *s, const struct dom_attr *attrs, size_t num,
    str name)
{
	const struct dom_attr *a = find_attr(attrs, num, name);

	return a != NULL ? find_slot(s, a->value, a->pos) :
	    (struct which){ 0 };
}

static void
split_element(struct splitter *s, const node *n)
{
	size_t num, open_each = 0, open_if = 0, open_slot = 0;
	struct dom_attr *attrs = dom_attrs(s->arena, n, &num);
	struct which each, condition, content;

	if (find_attr(attrs, num, S("data-sample")) != NULL)
		return;
	each = find_value(s, attrs, num, S("data-each"));
	condition = find_value(s, attrs, num, S("data-if"));
	content = find_value(s, attrs, num, S("data-slot"));
	if (each.kind == LIST)
		open_each = add_step(s, EACH, each, S(""));
	if (condition.kind != NOTHING)
		open_if = add_step(s, IF, condition, S(""));
	if (content.kind != NOTHING)
		open_slot = add_step(s, IF, content, S(""));
	split_tag(s, n, attrs, num, content);
	flush(s);
	if (content.kind != NOTHING)
		s->template->segments[open_slot].to = s->template->num;
	if (condition.kind != NOTHING)
		s->template->segments[open_if].to = s->template->num;
	if (each.kind == LIST) {
		add_segment(s, (struct segment){ .step = EACH_END,
		    .which = each, .to = open_each + 1 });
		s->template->segments[open_each].to = s->template->num;
	}
}

static void
split_node(struct splitter *s, const node *n)
{
	if (dom_is_element(n))
		split_element(s, n);
	else if (dom_is_text(n))
		sink_xml(&s->text, dom_characters(n));
}

static void
move_to_arena(struct splitter *s)
{
	struct html_template *t = s->template;
	struct segment *segments;

	flush(s);
	segments = t->segments;
	t->segments = arena_array(s->arena, struct segment, t->num);
	if (t->num != 0)
		memcpy(t->segments, segments, t->num * sizeof(*segments));
	mem_free(segments);
	sink_free(&s->text);
}

struct html_template *
html_template_read(struct arena *a, const char *folder, const char *name,
    struct diags *ds)
{
	struct splitter s = { .arena = a, .diags = ds,
	    .folder = str_of(folder) };
	node *root;
	str bytes;

	s.path = str_join3(a, s.folder, S("/"), str_of(name));
	if (!witness_read(a, s.path.p, TEMPLATE_LIMIT, &bytes))
		share_missing(folder, s.path.p);
	root = dom_parse(a, bytes, ds, s.path);
	if (root == NULL)
		return NULL;
	s.template = arena_new_of(a, struct html_template);
	if (str_eq(dom_name(root), S("html")))
		sink_puts(&s.text, "<!DOCTYPE html>\n");
	split_node(&s, root);
	sink_char(&s.text, '\n');
	move_to_arena(&s);
	dom_drop(root);
	return s.template;
}

const struct strings *
html_template_files(const struct html_template *t)
{
	return &t->files;
}
