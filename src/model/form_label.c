/* SPDX-License-Identifier: ISC */
#include "model/form_label.h"

#include "base/arena.h"
#include "model/field.h"

struct labeller {
	struct doc	*doc;
	node		*parent;	/* of what is labelled */
	node		**list;		/* its children, in their old order */
	size_t		 num;
	str		 context;
	bool		 inner;
	str		 question;	/* of the line's buttons */
	const struct field *first;	/* of the line's buttons, or NULL */
	str		 box;		/* the label of the box before */
};

static bool
is_break(const node *n)
{
	return dom_kind(n) == KIND_SOFT_BREAK || dom_kind(n) == KIND_HARD_BREAK;
}

static bool
is_mark(char c)
{
	return c == ':' || c == '*' || c == ',' || c == ';' || c == ' ';
}

str
form_label_trim(str s)
{
	s = str_trim(s);
	while (s.len != 0 && is_mark(s.p[s.len - 1]))
		s.len--;
	while (s.len != 0 && (is_mark(s.p[0]) || s.p[0] == '.' ||
	    s.p[0] == ')'))
		s = str_from(s, 1);
	return s;
}

/* --- Dividing texts */

static void
put_text(struct labeller *l, node *to, const node *text, size_t from,
    size_t end)
{
	struct pos pos = dom_item(text)->pos;
	str s = dom_text(text);

	if (from >= end)
		return;
	pos.col += (unsigned)from;
	dom_add_text(l->doc, to, (str){ s.p + from, end - from }, pos);
	dom_item(dom_last(to))->text.source =
	    str_from(dom_item(text)->text.source, from);
}

/* Where the label begins in the first text, or ends in the last one. */
static size_t
lead(const node *n)
{
	str s = dom_text(n);
	size_t i = 0;

	while (i < s.len && (is_mark(s.p[i]) || s.p[i] == '.' ||
	    s.p[i] == ')'))
		i++;
	return i;
}

static size_t
tail(const node *n)
{
	str s = dom_text(n);

	while (s.len != 0 && is_mark(s.p[s.len - 1]))
		s.len--;
	return s.len;
}

/* Moves the nodes from i to end to the end of the parent, their words below a
 * label of the field. */
static const node *
wrap(struct labeller *l, size_t i, size_t end, struct field *f)
{
	size_t at = i, from = 0, last = 0;
	node *label, *n, *z = l->list[end - 1];
	bool first_text = dom_kind(l->list[i]) == KIND_TEXT;
	bool last_text = dom_kind(z) == KIND_TEXT;

	if (first_text)
		from = lead(l->list[i]);
	if (last_text)
		last = tail(z);
	if (first_text)
		put_text(l, l->parent, l->list[i], 0, from);
	label = dom_add(l->doc, l->parent, KIND_LABEL, dom_item(l->list[i])->pos);
	dom_item(label)->pos.col += (unsigned)from;
	dom_item(label)->field.facts = f;
	for (; at < end; at++) {
		n = l->list[at];
		if (dom_kind(n) == KIND_TEXT)
			put_text(l, label, n, at == i ? from : 0, n == z ? last :
			    dom_text(n).len);
		else
			dom_move(n, label);
	}
	if (last_text)
		put_text(l, l->parent, z, last, dom_text(z).len);
	for (at = i; at < end; at++)
		if (dom_kind(l->list[at]) == KIND_TEXT)
			dom_remove(l->list[at]);
	return label;
}

static str
in_context(struct labeller *l, str context, str s)
{
	if (context.len == 0 || s.len == 0)
		return s.len != 0 ? s : context;
	return str_join3(l->doc->arena, context, S(", "), s);
}

/* Moves them so; sets the label, which is words of them, perhaps in a
 * context. */
static void
set_label(struct labeller *l, size_t i, size_t end, struct field *f, str label)
{
	const node *n = wrap(l, i, end, f);

	f->label = label;
	f->own_label = f->type != FIELD_RADIO && str_eq(label,
	    str_trim(dom_words(l->doc->arena, n)));
}

/* --- Labels */

static str
words(struct labeller *l, size_t i, size_t end)
{
	str s = S("");

	for (; i < end; i++)
		s = str_join(l->doc->arena, s, dom_kind(l->list[i]) ==
		    KIND_TEXT ? dom_text(l->list[i]) :
		    dom_words(l->doc->arena, l->list[i]));
	return form_label_trim(s);
}

static void
flush(struct labeller *l, size_t i, size_t end)
{
	for (; i < end; i++)
		dom_move(l->list[i], l->parent);
}

/* What describes a field in bold words that has none there: those before. */
static str
words_before(struct labeller *l)
{
	const node *n = l->parent;
	str s = S("");

	while ((dom_kind(n) == KIND_STRONG || dom_kind(n) == KIND_EMPHASIS) &&
	    s.len == 0) {
		for (const node *p = dom_prev(n); p != NULL && !is_break(p) &&
		    dom_kind(p) != KIND_FIELD; p = dom_prev(p))
			s = str_join(l->doc->arena, dom_kind(p) == KIND_TEXT ?
			    dom_text(p) : dom_words(l->doc->arena, p), s);
		n = dom_parent(n);
	}
	return form_label_trim(s);
}

/* A blank: its label stands before it, from i on. */
static void
label_blank(struct labeller *l, size_t i, size_t at)
{
	struct field *f = dom_item(l->list[at])->field.facts;
	str s = words(l, i, at);

	if (s.len != 0) {
		set_label(l, i, at, f, l->inner ? in_context(l, l->context,
		    s) : s);
	} else {
		flush(l, i, at);
		f->label = l->box.len != 0 ? l->box : words_before(l);
		if (f->label.len == 0)
			f->label = l->context.len != 0 ? l->context : f->hint;
	}
	l->box = S("");
	dom_move(l->list[at], l->parent);
}

static void
label_button(struct labeller *l, struct field *f, str before)
{
	if (!f->listed && l->first == NULL)
		l->question = l->inner || before.len == 0 ?
		    in_context(l, l->context, before) : before;
	if (!f->listed) {
		f->question = l->question;
		if (l->first == NULL)
			l->first = f;
		f->first = l->first;
	}
}

/* A box or button: its label stands after it, up to the next field or line.
 * Returns where that is. */
static size_t
label_box(struct labeller *l, size_t i, size_t at)
{
	struct field *f = dom_item(l->list[at])->field.facts;
	size_t end;
	str s;

	if (f->type == FIELD_RADIO)
		label_button(l, f, words(l, i, at));
	flush(l, i, at + 1);
	for (end = at + 1; end < l->num && !is_break(l->list[end]) &&
	    dom_kind(l->list[end]) != KIND_FIELD; end++)
		;
	s = words(l, at + 1, end);
	if (s.len == 0) {
		flush(l, at + 1, end);
		return end;
	}
	set_label(l, at + 1, end, f, f->type == FIELD_RADIO ? s :
	    in_context(l, l->context, s));
	/* “[ ] Başka: [ ____ ]”: two fields. */
	l->box = f->type == FIELD_RADIO ? in_context(l, f->question, s) :
	    in_context(l, f->label, lang_word(l->doc->lang, WORD_DETAILS));
	return end;
}

static void
label_children(struct labeller *l)
{
	size_t i, from = 0;

	for (i = 0; i < l->num;) {
		if (is_break(l->list[i])) {
			flush(l, from, ++i);
			from = i;
			l->first = NULL;
			l->box = S("");
		} else if (dom_kind(l->list[i]) != KIND_FIELD)
			i++;
		else if (dom_item(l->list[i])->field.facts->type <
		    FIELD_CHECK) {
			label_blank(l, from, i);
			from = ++i;
		} else
			from = i = label_box(l, from, i);
	}
	flush(l, from, l->num);
}

static void
label_in(struct doc *doc, node *parent, str context, bool inner)
{
	struct labeller l = { .doc = doc, .parent = parent,
	    .context = context, .inner = inner };
	node *n;

	for (n = dom_first(parent); n != NULL; n = dom_next(n))
		l.num++;
	l.list = arena_array(doc->arena, node *, l.num);
	for (l.num = 0, n = dom_first(parent); n != NULL; n = dom_next(n))
		l.list[l.num++] = n;
	label_children(&l);
}

static bool
holds_field(const node *n)
{
	for (n = dom_first(n); n != NULL; n = dom_next(n))
		if (dom_kind(n) == KIND_FIELD)
			return true;
	return false;
}

void
form_label(struct doc *doc, node *block, str context, bool inner)
{
	node *n, **list;
	size_t i, num = 0;

	for (n = block; n != NULL; n = dom_walk(block, n))
		num += holds_field(n);
	list = arena_array(doc->arena, node *, num);
	for (num = 0, n = block; n != NULL; n = dom_walk(block, n))
		if (holds_field(n))
			list[num++] = n;
	for (i = 0; i < num; i++)
		label_in(doc, list[i], context, inner);
}
