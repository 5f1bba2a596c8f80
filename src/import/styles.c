/* SPDX-License-Identifier: ISC */
#include "import/styles.h"

#include "base/arena.h"
#include "base/map.h"

enum { DEPTH = 20, NAME_LIMIT = 64, LEVELS = 9 };

struct styles {
	struct map		 styles;	/* id -> struct element */
	const struct element	*defaults;	/* w:docDefaults, or NULL */
	const struct element	*plain;		/* the default paragraph's */
};

struct styles *
styles_make(struct arena *a, const struct element *root)
{
	struct styles *s = arena_new_of(a, struct styles);
	const struct element *n = root != NULL ? root->first : NULL;

	s->styles = map_make(a);
	for (; n != NULL; n = n->next) {
		if (n->name == ELEMENT_DEFAULTS)
			s->defaults = n;
		if (n->name != ELEMENT_STYLE)
			continue;
		map_slot(&s->styles, element_attr(n, "styleId"))->value =
		    (void *)(uintptr_t)n;
		if (str_eq(element_attr(n, "type"), S("paragraph")) &&
		    str_eq(element_attr(n, "default"), S("1")))
			s->plain = n;
	}
	return s;
}

static const struct element *
find(const struct styles *s, str id)
{
	const struct map_slot *slot = id.len != 0 ? map_find(&s->styles, id) :
	    NULL;

	return slot != NULL ? slot->value : NULL;
}

/* --- Names. Word writes those of its own styles in English everywhere. */

static str
lower_name(const struct element *style, char name[NAME_LIMIT])
{
	str s = str_upto(element_value(style, ELEMENT_NAME), NAME_LIMIT);
	size_t i;

	for (i = 0; i < s.len; i++)
		name[i] = s.p[i] >= 'A' && s.p[i] <= 'Z' ?
		    (char)(s.p[i] + ('a' - 'A')) : s.p[i];
	return (str){ name, s.len };
}

static unsigned
heading_level(str name)
{
	if (!str_starts(name, S("heading ")) || name.len != S("heading 1").len)
		return 0;
	name = str_from(name, name.len - 1);
	return *name.p >= '1' && *name.p <= '9' ? (unsigned)(*name.p - '0') :
	    0;
}

static void
take_name(struct paragraph_look *l, const struct element *style)
{
	char bytes[NAME_LIMIT];
	str name = lower_name(style, bytes);

	if (heading_level(name) != 0)
		l->level = heading_level(name);
	else if (str_eq(name, S("title")))
		l->style = STYLE_TITLE;
	else if (str_eq(name, S("caption")) || str_eq(name, S("table")) ||
	    str_eq(name, S("figure")) || str_eq(name, S("illustration")) ||
	    str_eq(name, S("table caption")) || str_eq(name, S("image caption")))
		l->style = STYLE_CAPTION;
	else if (str_starts(name, S("toc ")) ||
	    str_starts(name, S("table of figures")) ||
	    str_starts(name, S("contents ")))
		l->is_contents = true;
}

/* --- Settings */

static void
take_bit(const struct element *settings, enum element_name name, unsigned bit,
    unsigned *look)
{
	if (element_child(settings, name) == NULL)
		return;
	*look &= ~bit;
	if (element_is_on(settings, name))
		*look |= bit;
}

static void
take_run(const struct element *settings, unsigned *look, bool *hidden,
    bool *capitals)
{
	str vertical = element_value(settings, ELEMENT_VERTICAL);

	take_bit(settings, ELEMENT_BOLD, LOOK_BOLD, look);
	take_bit(settings, ELEMENT_ITALIC, LOOK_ITALIC, look);
	take_bit(settings, ELEMENT_STRIKE, LOOK_STRIKE, look);
	take_bit(settings, ELEMENT_DOUBLE_STRIKE, LOOK_STRIKE, look);
	take_bit(settings, ELEMENT_UNDERLINE, LOOK_UNDERLINE, look);
	if (vertical.len != 0)
		*look &= ~(unsigned)(LOOK_SUB | LOOK_SUPER);
	if (str_eq(vertical, S("subscript")))
		*look |= LOOK_SUB;
	if (str_eq(vertical, S("superscript")))
		*look |= LOOK_SUPER;
	if (element_child(settings, ELEMENT_HIDDEN) != NULL)
		*hidden = element_is_on(settings, ELEMENT_HIDDEN);
	if (element_child(settings, ELEMENT_CAPITALS) != NULL)
		*capitals = element_is_on(settings, ELEMENT_CAPITALS);
}

static void
take_align(struct paragraph_look *l, str value)
{
	if (value.len == 0)
		return;
	l->align = str_eq(value, S("center")) ? PLACE_CENTER :
	    str_eq(value, S("right")) || str_eq(value, S("end")) ?
	    PLACE_RIGHT : PLACE_LEFT;
}

static void
take_paragraph(struct paragraph_look *l, const struct element *settings)
{
	const struct element *list = element_child(settings, ELEMENT_NUMBERED);
	str outline = element_value(settings, ELEMENT_OUTLINE);
	long level = element_number(outline, LEVELS);

	if (outline.len != 0)
		l->level = level >= 0 && level < LEVELS ?
		    (unsigned)level + 1 : 0;
	take_align(l, element_value(settings, ELEMENT_JUSTIFY));
	if (element_child(settings, ELEMENT_PAGE_BEFORE) != NULL)
		l->page_before = element_is_on(settings, ELEMENT_PAGE_BEFORE);
	if (list == NULL)
		return;
	if (element_child(list, ELEMENT_LIST_ID) != NULL)
		l->list = element_value(list, ELEMENT_LIST_ID);
	level = element_number(element_value(list, ELEMENT_LIST_LEVEL),
	    (long)l->list_level);
	l->list_level = level >= 0 && level < LEVELS ? (unsigned)level : 0;
}

/* The style and all on which it is based; a circle ends with the limit. */
static void
take_style(const struct styles *s, const struct element *style,
    struct paragraph_look *l, unsigned depth)
{
	if (style == NULL || depth == DEPTH)
		return;
	take_style(s, find(s, element_value(style, ELEMENT_BASED_ON)), l,
	    depth + 1);
	take_name(l, style);
	take_paragraph(l, element_child(style, ELEMENT_PARAGRAPH_SETTINGS));
	take_run(element_child(style, ELEMENT_RUN_SETTINGS), &l->look,
	    &l->hidden, &l->capitals);
}

struct paragraph_look
styles_paragraph(const struct styles *s, const struct element *settings)
{
	struct paragraph_look l = { 0 };
	const struct element *style = find(s, element_value(settings,
	    ELEMENT_PARAGRAPH_STYLE));

	take_run(element_find(s->defaults, ELEMENT_RUN_SETTINGS), &l.look,
	    &l.hidden, &l.capitals);
	take_style(s, style != NULL ? style : s->plain, &l, 0);
	take_paragraph(&l, settings);
	if (str_eq(l.list, S("0")))
		l.list = S("");
	return l;
}

static void
take_run_style(const struct styles *s, const struct element *style,
    unsigned *look, bool *hidden, bool *capitals, unsigned depth)
{
	if (style == NULL || depth == DEPTH)
		return;
	take_run_style(s, find(s, element_value(style, ELEMENT_BASED_ON)),
	    look, hidden, capitals, depth + 1);
	take_run(element_child(style, ELEMENT_RUN_SETTINGS), look, hidden,
	    capitals);
}

void
styles_run(const struct styles *s, const struct element *settings,
    unsigned *look, bool *hidden, bool *capitals)
{
	take_run_style(s, find(s, element_value(settings, ELEMENT_RUN_STYLE)),
	    look, hidden, capitals, 0);
	take_run(settings, look, hidden, capitals);
}
