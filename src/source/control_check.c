/* SPDX-License-Identifier: ISC */
#include "source/control_check.h"

#include "model/dom.h"
#include "source/cursor.h"

/* C0 except tab and LF, DEL, C1, what XML 1.0 forbids, and U+FFFD, which the
 * text has in the place of these. */
static bool
is_control(uint32_t c)
{
	return (c < ' ' && c != '\t' && c != '\n') ||
	    (c >= 0x7F && c < 0xA0) || (c >= 0xFFFD && c <= 0xFFFF);
}

/* The index of the first one in s, or s.len. */
static size_t
find(str s)
{
	size_t i, len;

	for (i = 0; (i = str_find_odd(s, i)) < s.len; i += len)
		if (is_control(str_rune(str_from(s, i), &len)))
			return i;
	return s.len;
}

static void
check(struct doc *doc, struct pos pos, str s)
{
	if (find(s) < s.len)
		doc_diag(doc, DIAG_TEXT_ENTITY, pos, S(""));
}

static void
check_text(struct doc *doc, const node *n)
{
	struct cursor c = cursor_of(n);
	size_t at = find(dom_text(n));

	if (at == dom_text(n).len)
		return;
	cursor_to(&c, at);
	doc_diag(doc, DIAG_TEXT_ENTITY, cursor_pos(&c, dom_item(n)->pos),
	    S(""));
}

static void
check_node(struct doc *doc, const node *n)
{
	const struct item *i = dom_item(n);

	switch (dom_kind(n)) {
	case KIND_TEXT:
		check_text(doc, n);
		break;
	case KIND_LINK:
		check(doc, i->pos, i->link.href);
		check(doc, i->pos, i->link.title);
		break;
	case KIND_FIGURE:
	case KIND_PICTURE:
		check(doc, i->pos, i->picture.src);
		check(doc, i->pos, i->picture.alt);
		check(doc, i->pos, i->picture.title);
		break;
	case KIND_CODE:
		check(doc, i->pos, i->code.info);
		break;
	default:
		break;
	}
}

void
control_check(struct doc *doc)
{
	const node *n;

	/* Most texts have neither an entity nor U+FFFD. */
	if (str_find(doc->text, '&') == doc->text.len &&
	    str_search(doc->text, S("\uFFFD")) == doc->text.len)
		return;
	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		check_node(doc, n);
}
