/* SPDX-License-Identifier: ISC */
#include "model/form.h"

#include "base/arena.h"
#include "base/turkish.h"
#include "model/division.h"
#include "model/dom.h"
#include "model/form_cell.h"
#include "model/form_label.h"

struct maker {
	struct doc	*doc;
	struct map	 names;		/* -> value: struct field */
	struct map	 next;		/* where the search of a free one ended */
};

/* --- Groups: a paragraph and a list of radio buttons */

static struct field *
first_field(const node *entry)
{
	const node *p = dom_first(entry), *n;

	/* A button whose words ask for buttons below it. */
	if (p != NULL && dom_kind(p) == KIND_GROUP)
		p = dom_first(p);
	if (p == NULL || dom_kind(p) != KIND_PARAGRAPH)
		return NULL;
	n = dom_first(p);
	return n != NULL && dom_kind(n) == KIND_FIELD ?
	    dom_item(n)->field.facts : NULL;
}

const struct field *
form_box(const node *entry)
{
	const struct field *f = first_field(entry);

	return f != NULL && f->type >= FIELD_CHECK ? f : NULL;
}

const struct field *
form_group(const node *group)
{
	return first_field(dom_first(dom_last(group)));
}

static bool
is_button_list(const node *n)
{
	const struct field *f;

	if (n == NULL || dom_kind(n) != KIND_LIST)
		return false;
	f = first_field(dom_first(n));
	return f != NULL && f->type == FIELD_RADIO && f->listed;
}

static void
ask(struct doc *doc, const node *list, const node *paragraph)
{
	str question = S("");
	const struct field *first = first_field(dom_first(list));
	struct field *f;
	const node *entry;

	if (dom_next(dom_first(list)) == NULL)
		doc_diag(doc, DIAG_RADIO_ONE, dom_item(list)->pos, S(""));
	if (paragraph != NULL && dom_kind(paragraph) == KIND_PARAGRAPH)
		question = form_label_trim(dom_words(doc->arena, paragraph));
	if (question.len == 0)
		doc_diag(doc, DIAG_RADIO_QUESTION, dom_item(list)->pos, S(""));
	for (entry = dom_first(list); entry != NULL; entry = dom_next(entry)) {
		f = first_field(entry);
		if (f == NULL)
			continue;
		f->question = question;
		f->first = first;
	}
}

/* Moves lists of buttons among the children into groups. */
static void
group_children(struct doc *doc, node *parent)
{
	node *n, *next, *group, *last = dom_last(parent);
	bool more = true;

	for (n = dom_first(parent); more; n = next) {
		more = n != last;
		next = dom_next(n);
		if (dom_kind(n) == KIND_PARAGRAPH && more &&
		    is_button_list(next)) {
			ask(doc, next, n);
			group = dom_add(doc, parent, KIND_GROUP,
			    dom_item(n)->pos);
			dom_move(n, group);
			n = next;
			more = n != last;
			next = dom_next(n);
			dom_move(n, group);
			continue;
		}
		if (is_button_list(n))
			ask(doc, n, NULL);
		dom_move(n, parent);
	}
}

static bool
has_buttons(const node *parent)
{
	const node *n;

	for (n = dom_first(parent); n != NULL; n = dom_next(n))
		if (is_button_list(n))
			return true;
	return false;
}

/* --- What is around a field */

static bool
is_below(const node *n, enum division_type type)
{
	for (; dom_kind(n) != KIND_DOCUMENT; n = dom_parent(n))
		if (division_is(n, type))
			return true;
	return false;
}

/* The first line of a signatory in which nothing is to be filled in. */
static str
signatory(struct doc *doc, const node *paragraph)
{
	const node *n;
	str s = S("");

	bool field = false;

	for (n = dom_first(paragraph); n != NULL; n = dom_next(n)) {
		if (dom_kind(n) == KIND_HARD_BREAK && !field && s.len != 0)
			break;
		if (dom_kind(n) == KIND_HARD_BREAK) {
			field = false;
			s = S("");
			continue;
		}
		field = field || dom_kind(n) == KIND_FIELD;
		s = str_join(doc->arena, s, dom_kind(n) == KIND_TEXT ?
		    dom_text(n) : dom_words(doc->arena, n));
	}
	return field ? S("") : form_label_trim(s);
}

static bool
has_field(const node *top)
{
	const node *n;

	for (n = top; n != NULL; n = dom_walk(top, n))
		if (dom_kind(n) == KIND_FIELD)
			return true;
	return false;
}

static void
label_cell(struct doc *doc, node *cell, str context)
{
	const node *n = dom_first(cell);

	if (dom_kind(n) == KIND_FIELD && dom_next(n) == NULL)
		dom_item(n)->field.facts->framed = true;
	form_label(doc, cell, context, false);
}

static void
label_table(struct doc *doc, const node *table)
{
	struct field_grid g = form_cell_grid(doc, table);
	size_t r, c;
	node *cell;

	form_cell_fill(doc, &g);
	for (r = 0; r < g.rows; r++)
		for (c = 0; c < g.columns; c++) {
			cell = g.cells[r * g.columns + c];
			if (cell != NULL && has_field(cell) &&
			    (c == 0 || g.cells[r * g.columns + c - 1] !=
			    cell) && (r == 0 || g.cells[(r - 1) * g.columns +
			    c] != cell))
				label_cell(doc, cell, form_cell_label(doc,
				    &g, r, c));
		}
}

static void
label_block(struct doc *doc, node *n)
{
	bool signs;

	if (dom_kind(n) == KIND_TABLE && has_field(n))
		label_table(doc, n);
	if (dom_kind(n) != KIND_PARAGRAPH || !has_field(n))
		return;
	signs = is_below(n, DIVISION_SIGNATURE);
	form_label(doc, n, signs ? signatory(doc, n) : S(""), signs);
}

/* --- Names */

static str
free_name(struct maker *m, str base)
{
	struct map_slot *slot = map_slot(&m->next, base);
	str name;

	if (slot->number == 0)
		slot->number = 2;
	do
		name = str_join3(m->doc->arena, base, S("-"),
		    str_uint(m->doc->arena, slot->number++));
	while (map_find(&m->names, name) != NULL);
	return name;
}

/* Boxes of a list of tasks may be alike, and no one needs their names. */
static void
enter_name(struct maker *m, struct field *f)
{
	struct map_slot *slot = map_slot(&m->names, f->name);
	const struct field *other = slot->value;
	str name;

	if (other == NULL) {
		slot->value = f;
		return;
	}
	if (f->type == FIELD_RADIO && other->first == f->first &&
	    other->type == FIELD_RADIO)
		return;
	name = free_name(m, f->name);
	if (f->type == FIELD_CHECK && !m->doc->fields.form)
		f->name = name;
	else
		doc_diag(m->doc, f->type < FIELD_CHECK ? DIAG_FIELD_NAME :
		    DIAG_FIELD_NAME_BOX, f->pos, f->name,
		    str_uint(m->doc->arena, other->pos.line), name);
	map_slot(&m->names, name)->value = f;
}

static void
report_unlabelled(struct maker *m, struct field *f)
{
	if (f->type == FIELD_RADIO && f->question.len == 0)
		doc_diag(m->doc, DIAG_RADIO_QUESTION, f->pos, S(""));
	else
		doc_diag(m->doc, DIAG_FIELD_LABEL, f->pos, S(""));
	f->name = f->label = S("alan");
}

static void
name_field(struct maker *m, struct field *f)
{
	struct arena *a = m->doc->arena;
	bool button = f->type == FIELD_RADIO;

	if (button && f->question.len != 0 && f->label.len != 0) {
		f->value = turkish_slug(a, f->label);
		f->name = turkish_slug(a, f->question);
		f->label = str_join3(a, f->question, S(": "), f->label);
	} else if (f->name.len == 0)
		f->name = turkish_slug(a, f->label);
	if (f->label.len == 0 || f->name.len == 0 ||
	    (button && f->question.len == 0)) {
		/* ask() has reported a list without a question. */
		if (!f->listed || f->question.len != 0)
			report_unlabelled(m, f);
		return;
	}
	if (button && f->value.len == 0)
		f->value = f->name;
	enter_name(m, f);
}

/* A star after one button of a group is the group's. */
static void
share_stars(struct doc *doc)
{
	struct field **end = doc->fields.items + doc->fields.num, **f, **g, **k;
	bool required;

	for (f = doc->fields.items; f < end; f = g) {
		required = (*f)->required;
		for (g = f + 1; g < end && (*f)->type == FIELD_RADIO &&
		    (*g)->type == FIELD_RADIO && (*g)->first == (*f)->first;
		    g++)
			required = required || (*g)->required;
		for (k = f; k < g; k++)
			(*k)->required = required;
	}
}

/* --- The table */

static void
list_fields(struct doc *doc)
{
	struct field_list *l = &doc->fields;
	struct field *f;
	node *n;

	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		l->num += dom_kind(n) == KIND_FIELD;
	l->items = arena_array(doc->arena, struct field *, l->num);
	l->num = 0;
	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n)) {
		if (dom_kind(n) != KIND_FIELD)
			continue;
		f = dom_item(n)->field.facts;
		f->office = is_below(n, DIVISION_OFFICE);
		l->form = l->form || f->type != FIELD_CHECK;
		l->items[l->num++] = f;
	}
}

static void
each_block(struct doc *doc, bool (*wanted)(const node *),
    void (*act)(struct doc *, node *))
{
	node *n, **list;
	size_t i, num = 0;

	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		num += wanted(n);
	list = arena_array(doc->arena, node *, num);
	for (num = 0, n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		if (wanted(n))
			list[num++] = n;
	for (i = 0; i < num; i++)
		act(doc, list[i]);
}

static bool
is_labelled(const node *n)
{
	return (dom_kind(n) == KIND_TABLE || dom_kind(n) == KIND_PARAGRAPH) &&
	    has_field(n);
}

void
form_make(struct doc *doc)
{
	struct maker m = { .doc = doc };
	size_t i;

	if (doc->dialect < 2 || !has_field(doc->root))
		return;
	each_block(doc, has_buttons, group_children);
	each_block(doc, is_labelled, label_block);
	list_fields(doc);
	share_stars(doc);
	m.names = map_make(doc->arena);
	m.next = map_make(doc->arena);
	for (i = 0; i < doc->fields.num; i++)
		name_field(&m, doc->fields.items[i]);
}
