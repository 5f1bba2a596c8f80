/* SPDX-License-Identifier: ISC */
#include "import/numbers.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/sink.h"

enum { LEVELS = 9, ROMAN_LIMIT = 4000, LETTERS = 26, LABEL_LIMIT = 200 };

/* Of a w:abstractNum: lists with the same one count on. */
struct counters {
	const struct element	*levels[LEVELS];
	long			 values[LEVELS];
	bool			 begun[LEVELS];
	str			 style;		/* whose list it is, or empty */
};

struct list {
	struct counters		*counters;
	const struct element	*overrides[LEVELS];
	bool			 restarts[LEVELS];	/* not yet done */
};

struct numbers {
	struct arena	*arena;
	struct map	 abstracts;		/* id -> struct counters */
	struct map	 lists;			/* id -> struct list */
	struct map	 links;			/* style -> struct counters */
};

/* --- Reading */

static unsigned
level_of(const struct element *n)
{
	long level = element_number(element_attr(n, "ilvl"), 0);

	return level >= 0 && level < LEVELS ? (unsigned)level : 0;
}

static void
take_abstract(struct numbers *s, const struct element *n)
{
	struct counters *c = arena_new_of(s->arena, struct counters);
	str link = element_value(n, ELEMENT_STYLE_LIST_LINK);
	const struct element *level;

	map_slot(&s->abstracts, element_attr(n, "abstractNumId"))->value = c;
	c->style = element_value(n, ELEMENT_LIST_STYLE_LINK);
	if (link.len != 0)
		map_slot(&s->links, link)->value = c;
	for (level = n->first; level != NULL; level = level->next)
		if (level->name == ELEMENT_LEVEL)
			c->levels[level_of(level)] = level;
}

/* An abstract list may only name a style, whose list is the one. */
static struct counters *
counters_of(struct numbers *s, str abstract)
{
	const struct map_slot *slot = map_find(&s->abstracts, abstract);
	struct counters *c = slot != NULL ? slot->value : NULL;

	slot = c != NULL && c->style.len != 0 ? map_find(&s->links, c->style) :
	    NULL;
	return slot != NULL ? slot->value : c;
}

static void
take_list(struct numbers *s, const struct element *n)
{
	struct list *l = arena_new_of(s->arena, struct list);
	const struct element *o;

	l->counters = counters_of(s, element_value(n,
	    ELEMENT_ABSTRACT_LIST_ID));
	map_slot(&s->lists, element_attr(n, "numId"))->value = l;
	for (o = n->first; o != NULL; o = o->next) {
		if (o->name != ELEMENT_LEVEL_OVERRIDE)
			continue;
		l->overrides[level_of(o)] = o;
		l->restarts[level_of(o)] = element_child(o,
		    ELEMENT_START_OVERRIDE) != NULL;
	}
}

struct numbers *
numbers_make(struct arena *a, const struct element *root)
{
	struct numbers *s = arena_new_of(a, struct numbers);
	const struct element *n;

	*s = (struct numbers){ a, map_make(a), map_make(a), map_make(a) };
	for (n = root != NULL ? root->first : NULL; n != NULL; n = n->next)
		if (n->name == ELEMENT_ABSTRACT_LIST)
			take_abstract(s, n);
	for (n = root != NULL ? root->first : NULL; n != NULL; n = n->next)
		if (n->name == ELEMENT_LIST)
			take_list(s, n);
	return s;
}

/* --- Counting */

/* The w:lvl of a list: its own, else that of its abstract list. */
static const struct element *
level_at(const struct list *l, unsigned level)
{
	const struct element *own = element_child(l->overrides[level],
	    ELEMENT_LEVEL);

	return own != NULL ? own : l->counters->levels[level];
}

static long
start_of(const struct list *l, unsigned level)
{
	str own = element_value(l->overrides[level], ELEMENT_START_OVERRIDE);

	return element_number(own.len != 0 ? own : element_value(level_at(l,
	    level), ELEMENT_START), 1);
}

static void
count(struct list *l, unsigned level)
{
	struct counters *c = l->counters;
	unsigned i;

	if (l->restarts[level] || !c->begun[level])
		c->values[level] = start_of(l, level);
	else
		c->values[level]++;
	l->restarts[level] = false;
	c->begun[level] = true;
	for (i = 0; i < level; i++) {
		if (!c->begun[i])
			c->values[i] = start_of(l, i);
		c->begun[i] = true;
	}
	for (i = level + 1; i < LEVELS; i++)
		c->begun[i] = false;
}

/* --- Writing */

static void
put_roman(struct sink *k, long n, bool capital)
{
	static const struct { long value; const char *small, *large; } parts[] =
	    { { 1000, "m", "M" }, { 900, "cm", "CM" }, { 500, "d", "D" },
	    { 400, "cd", "CD" }, { 100, "c", "C" }, { 90, "xc", "XC" },
	    { 50, "l", "L" }, { 40, "xl", "XL" }, { 10, "x", "X" },
	    { 9, "ix", "IX" }, { 5, "v", "V" }, { 4, "iv", "IV" },
	    { 1, "i", "I" } };
	size_t i;

	for (i = 0; n > 0; ) {
		if (n < parts[i].value) {
			i++;
			continue;
		}
		sink_puts(k, capital ? parts[i].large : parts[i].small);
		n -= parts[i].value;
	}
}

/* After z Word goes on with aa, bb. */
static void
put_letter(struct sink *k, long n, bool capital)
{
	long i;

	for (i = 0; i <= (n - 1) / LETTERS; i++)
		sink_char(k, (char)((capital ? 'A' : 'a') + (n - 1) % LETTERS));
}

static void
put_number(struct sink *k, long n, str format)
{
	bool capital = str_starts(format, S("upper"));

	if (n < 0)
		n = 0;
	if (str_ends(format, S("Letter")) && n > 0 && n <= LETTERS * LETTERS)
		put_letter(k, n, capital);
	else if (str_ends(format, S("Roman")) && n > 0 && n < ROMAN_LIMIT)
		put_roman(k, n, capital);
	else if (str_eq(format, S("decimalZero")))
		sink_uint_wide(k, (uintmax_t)n, 2);
	else if (!str_eq(format, S("none")))
		sink_uint(k, (uintmax_t)n);
}

/* The text of the level, “%1.%2”, with the numbers. */
static str
label_of(struct numbers *s, const struct list *l, unsigned level)
{
	const struct element *at = level_at(l, level);
	str text = str_upto(element_value(at, ELEMENT_LEVEL_TEXT), LABEL_LIMIT);
	bool decimal = element_is_on(at, ELEMENT_LEVEL_DECIMAL);
	struct sink k = { 0 };
	unsigned of;
	size_t i;

	for (i = 0; i < text.len; i++) {
		if (text.p[i] != '%' || i + 1 == text.len ||
		    text.p[i + 1] < '1' || text.p[i + 1] > '9') {
			sink_char(&k, text.p[i]);
			continue;
		}
		of = (unsigned)(text.p[++i] - '1');
		put_number(&k, l->counters->values[of], decimal ? S("") :
		    element_value(level_at(l, of), ELEMENT_LEVEL_FORMAT));
	}
	return str_trim(sink_take(&k, s->arena));
}

str
numbers_next(struct numbers *s, str list, unsigned level, bool *bullet)
{
	const struct map_slot *slot = map_find(&s->lists, list);
	struct list *l = slot != NULL ? slot->value : NULL;
	str label;

	*bullet = false;
	if (l == NULL || l->counters == NULL || level_at(l, level) == NULL)
		return S("");
	count(l, level);
	*bullet = str_eq(element_value(level_at(l, level),
	    ELEMENT_LEVEL_FORMAT), S("bullet"));
	label = *bullet ? element_value(level_at(l, level),
	    ELEMENT_LEVEL_TEXT) : label_of(s, l, level);
	/* Pandoc writes what goes on in an item as one without a sign. */
	if (*bullet && label.len != 0 && str_trim(label).len == 0)
		return S("");
	return *bullet && label.len == 0 ? S("•") : label;
}
