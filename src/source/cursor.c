/* SPDX-License-Identifier: ISC */
#include "source/cursor.h"

#include "model/dom.h"

struct cursor
cursor_of(const node *text)
{
	return (struct cursor){ .text = dom_text(text),
		.source = dom_item(text)->text.source };
}

static bool
at_escape(const struct cursor *c)
{
	str s = str_from(c->source, c->source_offset);

	return s.len > 1 && s.p[0] == '\\' && char_is_punct(s.p[1]);
}

/* Returns the length of an entity “&name;” at the cursor in the source; 0 if
 * there is none or the text has it unchanged. */
static size_t
entity_length(const struct cursor *c)
{
	str s = str_from(c->source, c->source_offset);
	size_t end = str_find(str_upto(s, 40), ';');

	if (!str_starts(s, S("&")) || end >= str_upto(s, 40).len ||
	    str_starts(str_from(c->text, c->offset), str_upto(s, end + 1)))
		return 0;
	return end + 1;
}

/* A comment left no text. */
static void
skip_comments(struct cursor *c)
{
	const str mark = S("<!--");
	size_t end;
	str s;

	for (;; c->source_offset += end + 3) {
		s = str_from(c->source, c->source_offset);
		if (!str_starts(s, mark) ||
		    str_starts(str_from(c->text, c->offset), mark))
			break;
		end = str_search(s, S("-->"));
		if (end == s.len)
			break;
	}
}

static void
cursor_step(struct cursor *c)
{
	size_t len = 1, skip;

	skip_comments(c);
	skip = entity_length(c);
	if (skip != 0) {
		str_rune(str_from(c->text, c->offset), &len);
		c->offset += len;
		c->source_offset += skip;
		return;
	}
	c->source_offset += at_escape(c) ? 2 : 1;
	c->offset++;
}

bool
cursor_to(struct cursor *c, size_t i)
{
	while (c->offset < i)
		cursor_step(c);
	skip_comments(c);
	return !at_escape(c) && entity_length(c) == 0;
}

struct pos
cursor_pos(const struct cursor *c, struct pos start)
{
	start.col += (unsigned)c->source_offset;
	return start;
}

str
cursor_rest(const struct cursor *c)
{
	return str_from(c->source, c->source_offset);
}
