/* SPDX-License-Identifier: ISC */
#include "model/form_check.h"

#include "model/form_slip.h"
#include "model/xref.h"

/* So many signs in a row are a blank that is typed. */
enum { UNDERSCORES = 4, DOTS = 5, ELLIPSES = 2 };

/* The length of the blank at byte i, with what stands between its signs in
 * “..../..../....”; 0: none. */
static size_t
blank_at(str s, size_t i)
{
	str rest = str_from(s, i);
	size_t n = str_span(rest, '_');

	if (n >= UNDERSCORES)
		return n;
	n = str_span(rest, '.');
	if (n >= DOTS)
		return n;
	for (n = 0; str_starts(str_from(rest, n * 3), S("…")); n++)
		;
	return n >= ELLIPSES ? n * 3 : 0;
}

/* --- Stars */

static bool
is_question(const node *text)
{
	const node *p = dom_parent(text);

	return dom_next(text) == NULL && dom_kind(p) == KIND_PARAGRAPH &&
	    dom_kind(dom_parent(p)) == KIND_GROUP;
}

/* Whether what ends a text so may be meant for a field: it follows a label, or
 * ends the question of buttons. */
static bool
is_at_label(const node *text)
{
	const node *before = dom_prev(text), *after = dom_next(text);

	return (before != NULL && dom_kind(before) == KIND_LABEL) ||
	    (after != NULL && dom_kind(after) == KIND_FIELD) ||
	    is_question(text);
}

/* “Adı*: [ ____ ]”, “[ ] Okudum.*”: only “[ ____ ]*” and “[ ]*” are
 * required. */
static void
check_star(struct doc *doc, const node *text)
{
	str s = str_rtrim(dom_text(text));
	struct pos pos;
	size_t at = 0, i;

	while (s.len != 0 && (s.p[s.len - 1] == ':' || s.p[s.len - 1] == ' '))
		s.len--;
	if (!str_ends(s, S("*")) || !is_at_label(text))
		return;
	for (i = s.len; i > 0 && s.p[i - 1] == '*'; i--)
		;
	pos = xref_pos(dom_item(text), (str){ s.p + i, s.len - i }, &at);
	if (form_slip_is_bare(dom_item(text), pos))
		doc_diag(doc, DIAG_FIELD_STAR, pos, S(""));
}

/* --- Blanks */

static void
check_blanks(struct doc *doc, const node *text)
{
	const struct item *item = dom_item(text);
	str s = dom_text(text);
	size_t i, len, at = 0;
	struct pos pos;

	for (i = 0; i < s.len; i += len != 0 ? len : 1) {
		len = blank_at(s, i);
		/* “\[____]” is the sign itself. */
		if (len == 0 || (i > 0 && s.p[i - 1] == '[') ||
		    str_ends(str_rtrim(str_upto(s, i)), S("[")))
			continue;
		pos = xref_pos(item, (str){ s.p + i, len }, &at);
		doc_diag(doc, DIAG_FIELD_BARE, pos, (str){ s.p + i, len });
	}
}

void
form_check_text(struct doc *doc, const node *text)
{
	form_slip_check(doc, text);
	if (doc->fields.num != 0)
		check_star(doc, text);
	if (doc->fields.form)
		check_blanks(doc, text);
}
