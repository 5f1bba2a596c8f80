/* SPDX-License-Identifier: ISC */
#include "model/form_check.h"

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

void
form_check_text(struct doc *doc, const node *text)
{
	const struct item *item = dom_item(text);
	str s = dom_text(text);
	size_t i, len, at = 0;
	struct pos pos;

	if (!doc->fields.form)
		return;
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
