/* SPDX-License-Identifier: ISC */
#include "source/field_read.h"

#include "base/arena.h"
#include "base/turkish.h"
#include "model/dom.h"
#include "source/cursor.h"
#include "model/field_shape.h"

/* Of the author's text in a message [byte]. */
enum { SHOWN_LIMIT = 60 };

/* A field in a text, or a link that is one. */
struct token {
	const node	*at;
	size_t		 from, to;	/* [byte] of a text */
	unsigned	 line;		/* among the children of the parent */
	struct field	*field;		/* NULL: text, after all */
};

struct tokens {
	struct doc	*doc;
	node		*parent;
	struct token	*list;
	size_t		 num, cap;
	unsigned	 line;
};

/* --- Finding fields */

static void
add(struct tokens *t, const node *at, size_t from, size_t to,
    const struct field *facts, struct pos pos)
{
	struct token *old = t->list;
	size_t i;
	struct field *f = arena_new_of(t->doc->arena, struct field);

	if (t->num == t->cap) {
		t->cap = t->cap != 0 ? t->cap * 2 : 8;
		t->list = arena_array(t->doc->arena, struct token, t->cap);
		for (i = 0; i < t->num; i++)
			t->list[i] = old[i];
	}
	*f = *facts;
	f->pos = pos;
	t->list[t->num++] = (struct token){ at, from, to, t->line, f };
}

static bool
is_line_end(const node *n)
{
	return n == NULL || dom_kind(n) == KIND_SOFT_BREAK ||
	    dom_kind(n) == KIND_HARD_BREAK;
}

static void
report_shape(struct doc *doc, enum field_shape shape, struct pos pos, str kind)
{
	static const enum diag ids[] = {
		[FIELD_SHAPE_KIND] = DIAG_FIELD_KIND,
		[FIELD_SHAPE_LENGTH] = DIAG_FIELD_LENGTH,
		[FIELD_SHAPE_CHOICES] = DIAG_FIELD_CHOICES,
		[FIELD_SHAPE_CUT] = DIAG_FIELD_CUT };

	doc_diag(doc, ids[shape], pos, str_shorten(doc->arena, kind,
	    SHOWN_LIMIT), str_uint(doc->arena, FIELD_LENGTH_LIMIT));
}

/* Whether a box or button may begin at byte i and go on after it. */
static bool
is_apart(const node *n, str s, size_t i, size_t len)
{
	return (i == 0 ? is_line_end(dom_prev(n)) : s.p[i - 1] == ' ' ||
	    s.p[i - 1] == '(') && (i + len < s.len ?
	    str_trim(str_from(s, i + len)).len != 0 ||
	    !is_line_end(dom_next(n)) : false);
}

/* Takes what begins at byte i; returns its length, or 0. */
static size_t
take(struct tokens *t, const node *n, str s, size_t i, struct pos pos)
{
	struct field f = { .type = FIELD_TEXT };
	str rest = str_from(s, i), kind = S("");
	enum field_shape shape;
	size_t len = 0;

	shape = field_shape_read(t->doc->arena, rest, &f, &len, &kind);
	if (shape > FIELD_SHAPE_OK)
		report_shape(t->doc, shape, pos, kind);
	if (shape == FIELD_SHAPE_OK) {
		add(t, n, i, i + len, &f, pos);
		return len;
	}
	f = (struct field){ .type = FIELD_TEXT };
	len = field_shape_mark(rest, rest.p[0], &f);
	if (len == 0 || !is_apart(n, s, i, len))
		return 0;
	f.type = rest.p[0] == '[' ? FIELD_CHECK : FIELD_RADIO;
	add(t, n, i, i + len, &f, pos);
	return len;
}

static void
find_in(struct tokens *t, const node *n)
{
	struct cursor c = cursor_of(n);
	str s = dom_text(n);
	size_t i, len;

	if (!field_shape_is_possible(s))
		return;
	for (i = 0; i < s.len; i += len != 0 ? len : 1) {
		len = 0;
		if ((s.p[i] == '[' || s.p[i] == '(') && cursor_to(&c, i))
			len = take(t, n, s, i, cursor_pos(&c,
			    dom_item(n)->pos));
	}
}

/* “[ ____ ](sicil-no "Sicil numaranız")”, which CommonMark reads as a link. */
static void
take_link(struct tokens *t, const node *n)
{
	const node *text = dom_first(n);
	const struct item *i = dom_item(n);
	struct field f = { .type = FIELD_TEXT };
	str kind, name = i->link.href;
	enum field_shape shape;

	if (text == NULL || dom_kind(text) != KIND_TEXT ||
	    dom_next(text) != NULL)
		return;
	shape = field_shape_inside(t->doc->arena, dom_text(text), &f, &kind);
	if (shape == FIELD_SHAPE_NONE)
		return;
	if (shape > FIELD_SHAPE_OK)
		report_shape(t->doc, shape, i->pos, kind);
	f.name = turkish_slug(t->doc->arena, name);
	if (!str_eq(name, f.name) || name.len == 0)
		doc_diag(t->doc, DIAG_FIELD_NAME_FORM, i->pos, name,
		    f.name.len != 0 ? f.name : S("ad-soyad"));
	f.hint = i->link.title;
	text = dom_next(n);
	f.required = text != NULL && dom_kind(text) == KIND_TEXT &&
	    str_starts(dom_item(text)->text.source, S("*"));
	add(t, n, 0, 0, &f, i->pos);
}

/* --- Radio buttons of a line */

/* The first token of another line than that of token i. */
static size_t
line_after(const struct tokens *t, size_t i)
{
	unsigned line = t->list[i].line;

	while (i < t->num && t->list[i].line == line)
		i++;
	return i;
}

/* Whether the buttons of the tokens from i to end are more than one, of which
 * one at least is empty: “f (x) ve g (x)” is none. */
static bool
is_row(const struct tokens *t, size_t i, size_t end)
{
	size_t num = 0;
	bool empty = false;

	for (; i < end; i++)
		if (t->list[i].field->type == FIELD_RADIO) {
			num++;
			empty = empty || !t->list[i].field->ticked;
		}
	return num > 1 && empty;
}

static bool
begins_entry(const struct tokens *t, const struct token *k)
{
	const node *p = t->parent;

	return k->from == 0 && dom_prev(k->at) == NULL &&
	    dom_kind(p) == KIND_PARAGRAPH && dom_prev(p) == NULL &&
	    dom_kind(dom_parent(p)) == KIND_ENTRY;
}

/* “Kadın ( ) Erkek ( )”: model/form_slip.c reports it. */
static bool
ends_in_button(str s)
{
	return str_ends(str_rtrim(s), S("( )"));
}

/* A button that stands alone is text. */
static void
drop_single(struct tokens *t, struct token *k)
{
	str before = str_trim(str_upto(dom_text(k->at), k->from));
	const struct field *f = k->field;

	if (str_ends(before, S(":")))
		doc_diag(t->doc, DIAG_RADIO_ONE, f->pos, S(""));
	else if (!f->ticked && !ends_in_button(dom_text(k->at)))
		doc_diag(t->doc, DIAG_RADIO_TEXT, f->pos, S(""));
	k->field = NULL;
}

static void
check_buttons(struct tokens *t)
{
	struct token *k;
	size_t i, end;
	bool row;

	for (i = 0; i < t->num; i = end) {
		end = line_after(t, i);
		row = is_row(t, i, end);
		for (k = &t->list[i]; k < &t->list[end]; k++) {
			if (k->field->type != FIELD_RADIO || row)
				continue;
			if (begins_entry(t, k))
				k->field->listed = true;
			else
				drop_single(t, k);
		}
	}
}

/* --- Making the nodes */

static void
put_field(struct tokens *t, struct token *k)
{
	node *n = dom_add(t->doc, t->parent, KIND_FIELD, k->field->pos);

	dom_item(n)->field.facts = k->field;
}

static void
put_piece(struct tokens *t, str s, struct pos pos, str source)
{
	if (s.len == 0)
		return;
	dom_add_text(t->doc, t->parent, s, pos);
	dom_item(dom_last(t->parent))->text.source = source;
}

/* Puts the text, divided at its tokens *i …, from byte done on. */
static void
divide(struct tokens *t, const node *text, size_t *i, size_t done)
{
	struct cursor c = cursor_of(text);
	struct pos start = dom_item(text)->pos;
	str s = dom_text(text);

	for (;; ++*i) {
		cursor_to(&c, done);
		if (*i < t->num && t->list[*i].at == text &&
		    t->list[*i].field == NULL)
			continue;
		if (*i == t->num || t->list[*i].at != text)
			break;
		put_piece(t, (str){ s.p + done, t->list[*i].from - done },
		    cursor_pos(&c, start), cursor_rest(&c));
		put_field(t, &t->list[*i]);
		done = t->list[*i].to;
	}
	put_piece(t, str_from(s, done), cursor_pos(&c, start),
	    cursor_rest(&c));
}

/* Whether the last of the nodes so far, perhaps before “.”, is a field, or its
 * line has a box. */
static bool
ends_in_field(const node *last)
{
	const node *n = last;

	if (n != NULL && dom_kind(n) == KIND_TEXT && dom_prev(n) != NULL &&
	    str_trim(dom_text(n)).len <= 1 &&
	    str_find(S(".,;)"), str_trim(dom_text(n)).len != 0 ?
	    str_trim(dom_text(n)).p[0] : '.') < 4)
		n = dom_prev(n);
	if (n != NULL && dom_kind(n) == KIND_FIELD)
		return true;
	for (n = last; !is_line_end(n); n = dom_prev(n))
		if (dom_kind(n) == KIND_FIELD &&
		    dom_item(n)->field.facts->type >= FIELD_CHECK)
			return true;
	return false;
}

static void
put_node(struct tokens *t, node *n, size_t *i, bool star)
{
	if (dom_kind(n) == KIND_TEXT && (star || (*i < t->num &&
	    t->list[*i].at == n))) {
		divide(t, n, i, star);
		dom_remove(n);
	} else if (*i < t->num && t->list[*i].at == n) {
		put_field(t, &t->list[(*i)++]);
		dom_remove(n);
	} else if (dom_kind(n) == KIND_SOFT_BREAK &&
	    ends_in_field(dom_last(t->parent))) {
		dom_add(t->doc, t->parent, KIND_HARD_BREAK, dom_item(n)->pos);
		dom_remove(n);
	} else
		dom_move(n, t->parent);
}

/* Moves the children to the end of their parent, with nodes in place of
 * fields. */
static void
rebuild(struct tokens *t)
{
	node **list, *n;
	size_t i, num = 0, k = 0;
	bool star = false;

	for (n = dom_first(t->parent); n != NULL; n = dom_next(n))
		num++;
	list = arena_array(t->doc->arena, node *, num);
	for (num = 0, n = dom_first(t->parent); n != NULL; n = dom_next(n))
		list[num++] = n;
	for (i = 0; i < num; i++) {
		bool link = dom_kind(list[i]) == KIND_LINK && k < t->num &&
		    t->list[k].at == list[i];
		bool next = link && t->list[k].field->required;

		/* The children that follow stand before those moved. */
		put_node(t, list[i], &k, star);
		star = next;
	}
}

static bool
can_have(const node *block)
{
	const node *n;

	for (n = block; dom_kind(n) != KIND_DOCUMENT; n = dom_parent(n))
		if (dom_kind(n) == KIND_FOOTNOTE ||
		    dom_kind(n) == KIND_HEADING || dom_kind(n) == KIND_CAPTION)
			return false;
	return true;
}

static void
read_children(struct doc *doc, node *block, node *parent)
{
	struct tokens t = { .doc = doc, .parent = parent };
	const node *n;

	for (n = dom_first(parent); n != NULL; n = dom_next(n)) {
		t.line += is_line_end(n);
		if (dom_kind(n) == KIND_TEXT)
			find_in(&t, n);
		else if (dom_kind(n) == KIND_LINK)
			take_link(&t, n);
	}
	if (t.num == 0)
		return;
	if (!can_have(block)) {
		doc_diag(doc, DIAG_FIELD_PLACE, t.list[0].field->pos, S(""));
		return;
	}
	check_buttons(&t);
	rebuild(&t);
}

static bool
may_hold(const node *n)
{
	const node *c;

	if (dom_kind(n) == KIND_LITERAL || dom_kind(n) == KIND_LINK ||
	    dom_kind(n) == KIND_REFERENCE)
		return false;
	for (c = dom_first(n); c != NULL; c = dom_next(c))
		if (dom_kind(c) == KIND_TEXT ? field_shape_is_possible(
		    dom_text(c)) : dom_kind(c) == KIND_LINK &&
		    dom_first(c) != NULL && dom_kind(dom_first(c)) == KIND_TEXT
		    && field_shape_is_possible(dom_text(dom_first(c))))
			return true;
	return false;
}

void
field_read(struct doc *doc, node *block)
{
	node *n, **list;
	size_t i, num = 0;

	for (n = block; n != NULL; n = dom_walk(block, n))
		num += may_hold(n);
	if (num == 0)
		return;
	list = arena_array(doc->arena, node *, num);
	for (num = 0, n = block; n != NULL; n = dom_walk(block, n))
		if (may_hold(n))
			list[num++] = n;
	for (i = 0; i < num; i++)
		read_children(doc, block, list[i]);
}
