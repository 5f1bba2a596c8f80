/* SPDX-License-Identifier: ISC */
#include "source/definition_check.h"

#include "base/arena.h"
#include "base/map.h"
#include "source/position.h"

/* Of the author's text in a message [byte]. */
enum { SHOWN_LIMIT = 60 };

/* The lines of a block that are no definitions; cmark does not give the end of
 * a block of HTML. */
static void
cover(const struct extract *e, markdown *n, bool *covered)
{
	size_t line = markdown_start(n).line, last = markdown_end(n).line;

	switch (markdown_kind(n)) {
	case MARKDOWN_PARAGRAPH:
		line += position_of(e, line, markdown_start(n).col, last,
		    true).missed;
		break;
	case MARKDOWN_HTML:
		last = line + str_count(markdown_literal(n), '\n');
		break;
	case MARKDOWN_HEADING:
	case MARKDOWN_CODE:
	case MARKDOWN_RULE:
		break;
	default:
		return;
	}
	for (; line != 0 && line <= last && line <= e->num_lines; line++)
		covered[line - 1] = true;
}

/* The length of the marks of quotes and lists at the start of a line. */
static size_t
container_length(str s)
{
	size_t i = extract_indent(s), n;

	for (;; i = n + extract_indent(str_from(s, n))) {
		for (n = i; n < s.len && char_is_digit(s.p[n]); n++)
			;
		if (n == s.len || str_find(n > i ? S(".)") : S("-*+"),
		    s.p[n]) == (n > i ? S(".)") : S("-*+")).len ||
		    ++n == s.len || s.p[n] != ' ')
			return i;
	}
}

/* Reads the address of a definition at the start of s, which may stand in the
 * next line. False where it is none. */
static bool
read_address(str s, str next, str *address)
{
	size_t end = str_search(s, S("]:"));

	if (!str_starts(s, S("[")) || str_starts(s, S("[^")) || end == s.len)
		return false;
	s = str_trim(str_from(s, end + 2));
	if (s.len == 0)
		s = str_trim(str_from(next, container_length(next)));
	if (str_starts(s, S("<")))
		s = str_upto(str_from(s, 1), str_find(s, '>') - 1);
	else
		s = str_upto(s, str_find(s, ' '));
	*address = s;
	/* cmark has other bytes for escapes and entities. */
	return str_find(s, '\\') == s.len && str_find(s, '&') == s.len;
}

/* Whether the definition is one of “[____]”. */
static bool
is_blank(str s)
{
	str label = str_trim(str_from(str_upto(s, str_search(s, S("]:"))), 1));

	return str_starts(s, S("[")) && str_search(s, S("]:")) < s.len &&
	    str_starts(label, S("____")) && (str_span(label, '_') ==
	    label.len || label.p[str_span(label, '_')] == ' ');
}

static void
check_line(struct doc *doc, const struct extract *e, size_t n,
    const struct map *used)
{
	str line = extract_line_text(e, n), address;
	size_t start = container_length(line);

	line = str_from(line, start);
	if (is_blank(line)) {
		doc_diag(doc, DIAG_FIELD_DEFINITION, extract_pos(e, n, start +
		    1), str_shorten(doc->arena, line, SHOWN_LIMIT));
		return;
	}
	if (read_address(line, extract_line_text(e, n + 1), &address) &&
	    map_find(used, address) == NULL)
		doc_diag(doc, DIAG_LINK_UNUSED, extract_pos(e, n, start + 1),
		    str_shorten(doc->arena, line, SHOWN_LIMIT));
}

void
definition_check(struct doc *doc, const struct extract *e, markdown *root)
{
	struct map used;
	bool *covered;
	markdown *n;
	size_t i, last = e->appended != 0 ? e->appended - 1 : e->num_lines;

	if (doc->dialect < 2 || doc->diags == NULL ||
	    str_search(e->text, S("]:")) == e->text.len)
		return;
	used = map_make(doc->arena);
	covered = arena_array(doc->arena, bool, e->num_lines);
	for (n = root; n != NULL; n = markdown_walk(root, n)) {
		cover(e, n, covered);
		if (markdown_kind(n) == MARKDOWN_LINK ||
		    markdown_kind(n) == MARKDOWN_PICTURE)
			map_slot(&used, str_copy(doc->arena,
			    markdown_url(n)))->number = 1;
	}
	for (i = 1; i <= last; i++)
		if (!covered[i - 1])
			check_line(doc, e, i, &used);
}
