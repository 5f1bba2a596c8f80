/* SPDX-License-Identifier: ISC */
#include "model/form_slip.h"

#include "base/arena.h"
#include "model/field.h"
#include "model/xref.h"

enum { MARK = 3 };			/* “[ ]” [byte] */
/* Of what the author typed in a message; of a bracket [byte]. */
enum { SHOWN_LIMIT = 80, BRACKET_LIMIT = 200 };
/* Of a line that is turned, about: more is not shown [byte]. */
enum { LINE_LIMIT = 1000 };

bool
form_slip_is_bare(const struct item *text, struct pos pos)
{
	size_t i = pos.col - text->pos.col;
	str source = text->text.source;

	return pos.line != text->pos.line || pos.col <= text->pos.col ||
	    i > source.len || source.p[i - 1] != '\\';
}

static bool
is_mark(str s)
{
	return s.len >= MARK && (s.p[0] == '[' || s.p[0] == '(') &&
	    s.p[2] == (s.p[0] == '[' ? ']' : ')') &&
	    str_find(S(" xX"), s.p[1]) < 3;
}

static bool
is_break(const node *n)
{
	return dom_kind(n) == KIND_SOFT_BREAK || dom_kind(n) == KIND_HARD_BREAK;
}

/* --- Boxes behind their words */

/* The node before in the line, also out of a label; or NULL. */
static const node *
before(const node *n)
{
	while (dom_prev(n) == NULL && dom_kind(dom_parent(n)) == KIND_LABEL)
		n = dom_parent(n);
	n = dom_prev(n);
	return n == NULL || is_break(n) ? NULL : n;
}

static bool
ends_line(const node *n)
{
	while (dom_next(n) == NULL && dom_kind(dom_parent(n)) == KIND_LABEL)
		n = dom_parent(n);
	n = dom_next(n);
	return n == NULL || is_break(n) || (dom_kind(n) == KIND_TEXT &&
	    str_span(dom_text(n), ' ') == dom_text(n).len);
}

static str
typed(struct doc *doc, const node *n)
{
	const struct field *f;

	if (dom_kind(n) == KIND_TEXT)
		return dom_text(n);
	if (dom_kind(n) != KIND_FIELD)
		return dom_words(doc->arena, n);
	f = dom_item(n)->field.facts;
	if (f->type == FIELD_CHECK)
		return f->ticked ? S("[x]") : S("[ ]");
	return f->type != FIELD_RADIO ? S(":") : f->ticked ? S("(x)") :
	    S("( )");
}

/* The line up to the end of the mark at byte i of the text's words. */
static str
line_of(struct doc *doc, const node *text, str words, size_t i)
{
	str s = str_upto(words, i + MARK);
	const node *n;

	if (s.len > LINE_LIMIT)
		s = str_from(s, s.len - LINE_LIMIT);
	/* The rest of a letter that was cut. */
	while (s.len != 0 && ((unsigned char)s.p[0] & 0xC0) == 0x80)
		s = str_from(s, 1);
	for (n = before(text); n != NULL && s.len < LINE_LIMIT; n = before(n))
		s = str_join(doc->arena, typed(doc, n), s);
	return str_trim(s);
}

static size_t
next_mark(str s)
{
	size_t i;

	for (i = 0; i < s.len && !is_mark(str_from(s, i)); i++)
		;
	return i;
}

/* “Onay: Evet [ ] Hayır [ ]” becomes “Onay: [ ] Evet [ ] Hayır”. *num: the
 * marks; *bare: one has no words before it. */
static str
turned(struct arena *a, str line, size_t *num, bool *bare, bool *asked)
{
	str first = str_upto(line, next_mark(line)), words, out = S("");
	size_t colon = first.len, i;

	*num = 0;
	*bare = false;
	while (colon > 0 && first.p[colon - 1] != ':')
		colon--;
	*asked = colon != 0;
	if (*asked)
		out = str_join(a, str_trim(str_upto(line, colon)), S(" "));
	for (line = str_from(line, colon); (i = next_mark(line)) < line.len;
	    line = str_from(line, i + MARK)) {
		words = str_trim(str_upto(line, i));
		*bare = *bare || words.len == 0;
		out = str_join3(a, out, *num != 0 ? S(" ") : S(""),
		    str_join3(a, str_upto(str_from(line, i), MARK), S(" "),
		    words));
		++*num;
	}
	return out;
}

/* Reports the mark at byte i of the text's words s, which ends its line. */
static void
report_mark(struct doc *doc, const node *text, str s, size_t i,
    struct pos pos)
{
	str line = line_of(doc, text, s, i), fix;
	bool button = s.p[i] == '(', bare, asked;
	size_t num;

	fix = turned(doc->arena, line, &num, &bare, &asked);
	if ((s.p[i + 1] != ' ' && num < 2) || (button && num < 2 &&
	    !doc->fields.form && line.len > MARK))
		return;
	doc_diag(doc, bare ? DIAG_BOX_ALONE : button && !asked ?
	    DIAG_BUTTON_AFTER : DIAG_BOX_AFTER, pos, str_shorten(doc->arena,
	    fix, SHOWN_LIMIT));
}

/* --- Brackets that are nearly a field */

static bool
begins_entry(const node *text, size_t i)
{
	const node *p = dom_parent(text);

	return i == 0 && dom_prev(text) == NULL && dom_kind(p) ==
	    KIND_PARAGRAPH && dom_prev(p) == NULL && dom_kind(dom_parent(p)) ==
	    KIND_ENTRY;
}

/* “[…]” and “[...]” are what a quotation leaves out. */
static bool
is_dots(str inside)
{
	str s = str_trim(inside);
	size_t i;

	for (i = 0; i < s.len && (s.p[i] == '.' || str_starts(str_from(s, i),
	    S("…"))); i += s.p[i] == '.' ? 1 : 3)
		;
	return i == s.len && s.len > 0 && (s.len < inside.len || s.len > 3);
}

/* What the author meant by the bracket at byte i of the text's words, which is
 * around inside; empty: nothing of a form. */
static str
meant(struct doc *doc, const node *text, str words, size_t i, str inside)
{
	str s = str_trim(inside), after = str_from(words, i + inside.len + 2);
	size_t n = str_span(s, '_');

	if (n == s.len && n > 1 && n < 4)
		return S("[ ____ ]");
	if (n >= 4 && n < s.len && s.p[n] != ' ')
		return str_join3(doc->arena, S("[ ____ "), str_trim(str_from(s,
		    n)), S(" ]"));
	if (doc->fields.form && is_dots(inside))
		return S("[ ____ ]");
	if (s.len > 1 || (s.len == 1 && s.p[0] != 'x' && s.p[0] != 'X') ||
	    inside.len == 1 || (after.len != 0 && after.p[0] != ' ') ||
	    (i != 0 && words.p[i - 1] != ' ') ||
	    (!doc->fields.form && !begins_entry(text, i)))
		return S("");
	return s.len != 0 ? S("[x]") : S("[ ]");
}

static void
check_bracket(struct doc *doc, const node *text, str words, size_t i,
    size_t *at)
{
	str s = str_upto(str_from(words, i), BRACKET_LIMIT), whole, fix;
	size_t end = str_find(s, ']');
	struct pos pos;

	if (s.p[0] != '[' || end == s.len)
		return;
	fix = meant(doc, text, words, i, (str){ s.p + 1, end - 1 });
	if (fix.len == 0)
		return;
	whole = str_upto(s, end + 1);
	pos = xref_pos(dom_item(text), whole, at);
	if (form_slip_is_bare(dom_item(text), pos))
		doc_diag(doc, DIAG_FIELD_FORM, pos, str_shorten(doc->arena,
		    whole, SHOWN_LIMIT), str_shorten(doc->arena, fix,
		    SHOWN_LIMIT));
}

/* --- A text */

static bool
is_last(const node *text, str words, size_t i)
{
	str rest = str_from(words, i + MARK);

	while (rest.len != 0 && str_find(S(" .,;"), rest.p[0]) < 4)
		rest = str_from(rest, 1);
	return rest.len == 0 && ends_line(text);
}

/* dom_text() counts the bytes of the text at each call: one call a text, or the
 * time grows with the square of a text of brackets. */
void
form_slip_check(struct doc *doc, const node *text)
{
	str s = dom_text(text);
	size_t i, at = 0;
	struct pos pos;

	if (doc->dialect < 2)
		return;
	for (i = 0; i < s.len; i++) {
		if (s.p[i] != '[' && s.p[i] != '(')
			continue;
		if (!is_mark(str_from(s, i))) {
			check_bracket(doc, text, s, i, &at);
			continue;
		}
		pos = xref_pos(dom_item(text), (str){ s.p + i, MARK }, &at);
		if (is_last(text, s, i) && form_slip_is_bare(dom_item(text), pos))
			report_mark(doc, text, s, i, pos);
	}
}
