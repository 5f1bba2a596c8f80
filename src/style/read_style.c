/* SPDX-License-Identifier: ISC */
#include "style/read_style.h"

#include <stddef.h>

#include "base/arena.h"
#include "base/nearest.h"

#define IN_STYLE(field)	offsetof(struct style, field)

static const struct reader_property style_properties[] = {
	{ "name", READER_TYPE_NAME, 0 },
	{ "font-family", READER_TYPE_FAMILY, 0 },
	{ "font-weight", READER_TYPE_WEIGHT, 0 },
	{ "font-style", READER_TYPE_SLOPE, 0 },
	{ "font-size", READER_TYPE_SIZE, 0 },
	{ "line-height", READER_TYPE_LENGTH, IN_STYLE(leading) },
	{ "color", READER_TYPE_COLOUR, IN_STYLE(colour) },
	{ "text-align", READER_TYPE_ALIGN, 0 },
	{ "hyphenate", READER_TYPE_FLAG, IN_STYLE(hyphenate) },
	{ "space-before", READER_TYPE_LENGTH, IN_STYLE(before) },
	{ "space-after", READER_TYPE_LENGTH, IN_STYLE(after) },
	{ "start-indent", READER_TYPE_LENGTH, IN_STYLE(indent) },
	{ "padding", READER_TYPE_LENGTH, IN_STYLE(padding) },
	{ "border-width", READER_TYPE_LENGTH, IN_STYLE(border) },
	{ "border-color", READER_TYPE_COLOUR, IN_STYLE(border_colour) },
	{ "background-color", READER_TYPE_BACKGROUND, 0 },
	{ NULL, READER_TYPE_NAME, 0 }
};

static const char *const style_names[] = {
#define X(id, name) name,
#include "style/style_ids.def"
#undef X
	NULL
};

bool
read_style_name(struct reader *r, const struct dom_attr *a, enum style_id *id)
{
	unsigned i;

	if (!reader_name(r, a, style_names, S("style"), &i))
		return false;
	*id = (enum style_id)i;
	return true;
}

static const struct reader_family *
find_family(struct reader *r, const struct dom_attr *a)
{
	struct nearest near = nearest_to(a->value);
	size_t i;

	for (i = 0; i < r->num_families; i++) {
		if (str_eq(a->value, r->families[i].name))
			return &r->families[i];
		nearest_offer(&near, r->families[i].name);
	}
	reader_report(r, DIAG_SHEET_NAME, a->pos, a->value, S("font-family"),
	    nearest_best(&near));
	return NULL;
}

/* The chain of a family's variant. All styles that use the variant share
 * one chain, so that a word is shaped once. */
static const struct font_chain *
make_chain(struct reader *r, const struct reader_family *f, unsigned variant)
{
	const struct face *face = f->faces[variant];
	struct font_chain *c;
	size_t i;

	if (face == NULL)
		face = f->faces[variant & STYLE_BOLD];
	if (face == NULL)
		face = f->faces[0];
	for (i = 0; i < r->num_chains; i++)
		if (r->chains[i]->faces[0] == face)
			return r->chains[i];
	c = arena_new_of(r->arena, struct font_chain);
	c->faces[c->num++] = face;
	for (i = 0; i < r->num_fallbacks; i++)
		if (r->fallbacks[i] != face && c->num < FONT_CHAIN_FACES)
			c->faces[c->num++] = r->fallbacks[i];
	r->chains[r->num_chains++] = c;
	return c;
}

static void
set_family(struct reader *r, struct style *s, const struct reader_family *f)
{
	unsigned i;

	for (i = 0; f != NULL && f->faces[0] != NULL && i < STYLE_VARIANTS; i++)
		s->chains[i] = make_chain(r, f, i);
}

static void
set_size(struct reader *r, struct style *s, const struct dom_attr *a)
{
	str rest = a->value;

	if (str_ends(rest, S("em")) && reader_number(&rest, &s->scale) &&
	    str_eq(rest, S("em")) && s->scale > 0)
		return;
	s->scale = 0;
	if (!reader_length(a->value, &s->size) || s->size < 1)
		reader_report_value(r, a, S("10.5pt, 0.9em"));
}

static void
set_variant(struct reader *r, struct style *s,
    const struct dom_attr *a, const char *const *words, unsigned bit)
{
	unsigned on = 0;

	if (reader_keyword(r, a, words, &on))
		s->variant = on ? s->variant | bit : s->variant & ~bit;
}

static void
set_other(struct reader *r, struct style *s,
    const struct reader_property *p, const struct dom_attr *a)
{
	static const char *const aligns[] = { "start", "center", "end",
		"justify", NULL };
	static const char *const flags[] = { "false", "true", NULL };
	unsigned i = 0;

	if (p->type == READER_TYPE_FAMILY) {
		set_family(r, s, find_family(r, a));
	} else if (p->type == READER_TYPE_SIZE) {
		set_size(r, s, a);
	} else if (p->type == READER_TYPE_WEIGHT) {
		set_variant(r, s, a, reader_weights, STYLE_BOLD);
	} else if (p->type == READER_TYPE_SLOPE) {
		set_variant(r, s, a, reader_slopes, STYLE_ITALIC);
	} else if (p->type == READER_TYPE_ALIGN) {
		if (reader_keyword(r, a, aligns, &i))
			s->align = (enum style_align)i;
	} else if (p->type == READER_TYPE_FLAG) {
		if (reader_keyword(r, a, flags, &i))
			s->hyphenate = i == 1;
	} else if (p->type == READER_TYPE_BACKGROUND) {
		s->filled = reader_colour(a->value, &s->background);
		if (!s->filled)
			reader_report_value(r, a, S("#rrggbb"));
	}
}

void
read_style_inherit(struct style *s, const struct style *from)
{
	*s = *from;
	s->before = s->after = s->indent = s->padding = s->border = 0;
	s->filled = false;
}

void
read_style(struct reader *r, const node *x)
{
	const struct dom_attr *a = reader_attr(r, x, "name");
	const struct reader_property *p;
	struct style *s;
	enum style_id id;
	size_t num, i;

	if (a == NULL) {
		reader_report(r, DIAG_SHEET_MISSING, dom_pos(x),
		    dom_name(x), S("name"));
		return;
	}
	if (!read_style_name(r, a, &id))
		return;
	s = &r->styles->by_id[id];
	if (id != STYLE_PARAGRAPH)
		read_style_inherit(s, &r->styles->by_id[STYLE_PARAGRAPH]);
	reader_fields(r, x, style_properties, s);
	a = dom_attrs(r->arena, x, &num);
	for (i = 0; i < num; i++)
		for (p = style_properties; p->name != NULL; p++)
			if (str_eq(a[i].name, str_of(p->name)))
				set_other(r, s, p, &a[i]);
}
