/* SPDX-License-Identifier: ISC */
#include "style/read_region.h"

#include <stddef.h>

#include "base/arena.h"
#include "base/nearest.h"
#include "style/read_style.h"

#define IN_REGION(field)	offsetof(struct style_region, field)

static const struct reader_property region_properties[] = {
	{ "margin-top", READER_TYPE_LENGTH, IN_REGION(edge) },
	{ "margin-bottom", READER_TYPE_LENGTH, IN_REGION(edge) },
	{ "space-after", READER_TYPE_LENGTH, IN_REGION(space) },
	{ "padding", READER_TYPE_LENGTH, IN_REGION(padding) },
	{ "border-width", READER_TYPE_LENGTH, IN_REGION(border) },
	{ "border-color", READER_TYPE_COLOUR, IN_REGION(border_colour) },
	{ "content-height", READER_TYPE_LENGTH, IN_REGION(picture) },
	{ NULL, READER_TYPE_NAME, 0 }
};

static void
read_slot(struct reader *r, const node *x, struct style_region_part *part)
{
	const struct dom_attr *a = reader_attr(r, x, "name");
	struct nearest near = nearest_to(a != NULL ? a->value : S(""));
	enum style_slot i;

	if (a == NULL) {
		reader_report(r, DIAG_SHEET_MISSING, dom_pos(x),
		    dom_name(x), S("name"));
		return;
	}
	part->is_slot = true;
	for (i = 0; i < STYLE_SLOT_COUNT; i++) {
		if (str_eq(a->value, style_slot_name(i))) {
			part->slot = i;
			return;
		}
		nearest_offer(&near, style_slot_name(i));
	}
	reader_report(r, DIAG_TEMPLATE_SLOT, a->pos, a->value,
	    nearest_best(&near));
}

/* Runs of white space count as one space. */
static str
squeeze(struct arena *a, str s)
{
	char *to = arena_alloc(a, s.len + 1);
	size_t i, n = 0;

	for (i = 0; i < s.len; i++)
		if (!char_is_space(s.p[i]))
			to[n++] = s.p[i];
		else if (n == 0 || to[n - 1] != ' ')
			to[n++] = ' ';
	return (str){ to, n };
}

static struct style_region_part *
read_part(struct reader *r, const node *x)
{
	struct style_region_part *part = arena_new_of(r->arena,
	    struct style_region_part);
	struct nearest near;

	if (dom_is_text(x)) {
		part->text = squeeze(r->arena, dom_characters(x));
	} else if (dom_is_element(x) && str_eq(dom_name(x), S("slot"))) {
		read_slot(r, x, part);
	} else if (dom_is_element(x)) {
		near = nearest_to(dom_name(x));
		nearest_offer(&near, S("slot"));
		reader_report_element(r, x, &near);
	}
	return part;
}

/* Reads the text and the slots of <start> or <end>, and its style. */
static struct style_region_part *
read_parts(struct reader *r, const node *x, enum style_id *id)
{
	struct style_region_part *first = NULL, **tail = &first;
	const struct dom_attr *a = reader_attr(r, x, "style");
	const node *child;

	*id = STYLE_FOOTER;
	if (a == NULL)
		reader_report(r, DIAG_SHEET_MISSING, dom_pos(x),
		    dom_name(x), S("style"));
	else
		read_style_name(r, a, id);
	for (child = dom_first(x); child != NULL; child = dom_next(child)) {
		*tail = read_part(r, child);
		(*tail)->pos = dom_pos(x);
		tail = &(*tail)->next;
	}
	return first;
}

static str
name_of(const node *x)
{
	return dom_is_element(x) ? dom_name(x) : S("");
}

static void
read_line(struct reader *r, const node *x, struct style_region_line *line)
{
	const node *child;
	struct nearest near;

	for (child = dom_first(x); child != NULL; child = dom_next(child)) {
		if (reader_is_blank(child))
			continue;
		near = nearest_to(name_of(child));
		nearest_offer(&near, S("start"));
		nearest_offer(&near, S("end"));
		if (str_eq(name_of(child), S("start")))
			line->start = read_parts(r, child, &line->start_style);
		else if (str_eq(name_of(child), S("end")))
			line->end = read_parts(r, child, &line->end_style);
		else
			reader_report_element(r, child, &near);
	}
}

void
read_region(struct reader *r, const node *x, struct style_region *to)
{
	struct style_region_line **tail = &to->lines;
	const node *child;
	struct nearest near;

	reader_fields(r, x, region_properties, to);
	for (child = dom_first(x); child != NULL; child = dom_next(child)) {
		if (reader_is_blank(child))
			continue;
		near = nearest_to(name_of(child));
		nearest_offer(&near, S("line"));
		if (str_eq(name_of(child), S("line"))) {
			*tail = arena_new_of(r->arena,
			    struct style_region_line);
			read_line(r, child, *tail);
			tail = &(*tail)->next;
		} else {
			reader_report_element(r, child, &near);
		}
	}
}
