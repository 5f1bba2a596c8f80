/* SPDX-License-Identifier: ISC */
#include "html/template_render.h"

#include "base/sink.h"
#include "html/template_segment.h"

static const enum { TEXT, HTML } slot_escaping[] = {
#define S_(id, name, escaping) escaping,
#include "html/slots.def"
#undef S_
};

struct rendering {
	const struct slot_values	*values;
	struct sink			*sink;
	size_t				 rows[SLOT_LIST_COUNT];	/* current */
};

static str
value(const struct rendering *r, struct which w)
{
	switch (w.kind) {
	case SLOT:
		return r->values->slots[w.at];
	case WORD:
		return lang_word(r->values->lang, (enum word)w.at);
	case FIELD:
		if (r->rows[w.at] < r->values->lists[w.at].num)
			return r->values->lists[w.at].rows[r->rows[w.at]]
			    .fields[w.field];
		break;
	default:
		break;
	}
	return S("");
}

static bool
is_empty(const struct rendering *r, struct which w)
{
	return w.kind == LIST ? r->values->lists[w.at].num == 0 :
	    value(r, w).len == 0;
}

static void
put_value(struct rendering *r, struct which w)
{
	if (w.html || (w.kind == SLOT && slot_escaping[w.at] == HTML))
		sink_put(r->sink, value(r, w));
	else
		sink_xml(r->sink, value(r, w));
}

static void
put_attr(struct rendering *r, const struct segment *s)
{
	if (is_empty(r, s->which))
		return;
	sink_char(r->sink, ' ');
	sink_put(r->sink, s->text);
	sink_puts(r->sink, "=\"");
	sink_xml_attr(r->sink, value(r, s->which));
	sink_char(r->sink, '"');
}

/* Carries out one segment; returns the index of the next. */
static size_t
step(struct rendering *r, const struct segment *s, size_t i)
{
	switch (s->step) {
	case PUT:
		sink_put(r->sink, s->text);
		break;
	case PUT_ROOT:
		sink_put(r->sink, r->values->root);
		break;
	case PUT_VALUE:
		put_value(r, s->which);
		break;
	case PUT_ATTR:
		put_attr(r, s);
		break;
	case IF:
		return is_empty(r, s->which) ? s->to : i + 1;
	case EACH:
		r->rows[s->which.at] = 0;
		return is_empty(r, s->which) ? s->to : i + 1;
	case EACH_END:
		return ++r->rows[s->which.at] <
		    r->values->lists[s->which.at].num ? s->to : i + 1;
	}
	return i + 1;
}

void
html_template_render(const struct html_template *t,
    const struct slot_values *values, struct sink *k)
{
	struct rendering r = { .values = values, .sink = k };
	size_t i = 0;

	while (i < t->num)
		i = step(&r, &t->segments[i], i);
}
