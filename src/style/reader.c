/* SPDX-License-Identifier: ISC */
#include "style/reader.h"

#include "base/nearest.h"
#include "base/sink.h"

const char *const reader_weights[] = { "normal", "bold", NULL };
const char *const reader_slopes[] = { "normal", "italic", NULL };

void
reader_report_value(struct reader *r, const struct dom_attr *a, str wanted)
{
	reader_report(r, DIAG_SHEET_VALUE, a->pos, a->name, wanted, a->value);
}

/* --- Values */

bool
reader_number(str *s, double *number)
{
	double n = 0, unit = 1;
	size_t i;
	bool point = false;

	for (i = 0; i < s->len && i < 12; i++)
		if (char_is_digit(s->p[i])) {
			n = n * 10 + (s->p[i] - '0');
			unit *= point ? 10 : 1;
		} else if (s->p[i] == '.' && !point && i > 0) {
			point = true;
		} else {
			break;
		}
	*s = str_from(*s, i);
	*number = n / unit;
	return i > 0;
}

bool
reader_length(str s, double *length)
{
	static const struct { str unit; double pt; } units[] = {
		{ { "pt", 2 }, 1 }, { { "mm", 2 }, 72 / 25.4 },
		{ { "cm", 2 }, 720 / 25.4 }, { { "in", 2 }, 72 }
	};
	double n;
	size_t i;

	if (!reader_number(&s, &n) || n > 10000)
		return false;
	for (i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (str_eq(s, units[i].unit)) {
			*length = n * units[i].pt;
			return true;
		}
	*length = 0;
	return n == 0 && s.len == 0;
}

bool
reader_colour(str s, unsigned *colour)
{
	unsigned c = 0;
	size_t i;

	if (s.len != 7 || s.p[0] != '#')
		return false;
	for (i = 1; i < s.len; i++)
		if (char_is_digit(s.p[i]))
			c = c * 16 + (unsigned)(s.p[i] - '0');
		else if ((s.p[i] | 0x20) >= 'a' && (s.p[i] | 0x20) <= 'f')
			c = c * 16 + (unsigned)((s.p[i] | 0x20) - 'a' + 10);
		else
			return false;
	*colour = c;
	return true;
}

/* --- Attributes */

const struct dom_attr *
reader_attr(struct reader *r, const node *x, const char *name)
{
	size_t num, i;
	const struct dom_attr *a = dom_attrs(r->arena, x, &num);

	for (i = 0; i < num; i++)
		if (str_eq(a[i].name, str_of(name)))
			return &a[i];
	return NULL;
}

/* A second loop offers the names, so that a known one costs no search for
 * the nearest. */
const struct reader_property *
reader_property(struct reader *r, const struct reader_property *table,
    const struct dom_attr *a)
{
	const struct reader_property *p;
	struct nearest near = nearest_to(a->name);

	for (p = table; p->name != NULL; p++)
		if (str_eq(a->name, str_of(p->name)))
			return p;
	for (p = table; p->name != NULL; p++)
		nearest_offer(&near, str_of(p->name));
	reader_report(r, DIAG_SHEET_PROPERTY, a->pos, a->name,
	    nearest_best(&near));
	return NULL;
}

bool
reader_keyword(struct reader *r, const struct dom_attr *a,
    const char *const *words, unsigned *index)
{
	static const char *const none = "";
	struct sink k = { 0 };
	unsigned i;

	for (i = 0; words[i] != NULL; i++) {
		if (str_eq(a->value, str_of(words[i]))) {
			*index = i;
			sink_free(&k);
			return true;
		}
		sink_puts(&k, i > 0 ? " | " : none);
		sink_puts(&k, words[i]);
	}
	reader_report_value(r, a, sink_str(&k));
	sink_free(&k);
	return false;
}

bool
reader_name(struct reader *r, const struct dom_attr *a,
    const char *const *names, str kind, unsigned *index)
{
	struct nearest near = nearest_to(a->value);
	unsigned i;

	for (i = 0; names[i] != NULL; i++)
		if (str_eq(a->value, str_of(names[i]))) {
			*index = i;
			return true;
		}
	for (i = 0; names[i] != NULL; i++)
		nearest_offer(&near, str_of(names[i]));
	reader_report(r, DIAG_SHEET_NAME, a->pos, a->value, kind,
	    nearest_best(&near));
	return false;
}

void
reader_fields(struct reader *r, const node *x,
    const struct reader_property *table, void *to)
{
	size_t num, i;
	const struct dom_attr *a = dom_attrs(r->arena, x, &num);
	const struct reader_property *p;
	void *field;

	for (i = 0; i < num; i++, a++) {
		p = reader_property(r, table, a);
		if (p == NULL)
			continue;
		field = (char *)to + p->at;
		if (p->type == READER_TYPE_COLOUR &&
		    !reader_colour(a->value, field))
			reader_report_value(r, a, S("#rrggbb"));
		if (p->type == READER_TYPE_LENGTH &&
		    !reader_length(a->value, field))
			reader_report_value(r, a, S("10pt, 25mm, 2.5cm"));
	}
}

/* --- Elements */

bool
reader_is_blank(const node *x)
{
	return !dom_is_element(x) && (!dom_is_text(x) ||
	    str_trim(dom_characters(x)).len == 0);
}

void
reader_report_element(struct reader *r, const node *x,
    const struct nearest *near)
{
	bool named = dom_is_element(x);

	reader_report(r, DIAG_SHEET_ELEMENT, dom_pos(named ? x :
	    dom_parent(x)), named ? dom_name(x) :
	    str_trim(dom_characters(x)), nearest_best(near));
}

static const struct reader_element *
find_element(const struct reader_element *table, const node *x)
{
	for (; table->name != NULL; table++)
		if (dom_is_element(x) &&
		    str_eq(dom_name(x), str_of(table->name)))
			return table;
	return NULL;
}

static void
report_unknown(struct reader *r, const node *x,
    const struct reader_element *table)
{
	struct nearest near = nearest_to(dom_is_element(x) ? dom_name(x) :
	    S(""));

	for (; table->name != NULL; table++)
		nearest_offer(&near, str_of(table->name));
	reader_report_element(r, x, &near);
}

void
reader_children(struct reader *r, const node *x,
    const struct reader_element *table)
{
	const struct reader_element *e;
	const node *child;

	for (child = dom_first(x); child != NULL; child = dom_next(child)) {
		if (reader_is_blank(child))
			continue;
		e = find_element(table, child);
		if (e != NULL)
			e->read(r, child);
		else
			report_unknown(r, child, table);
	}
}
