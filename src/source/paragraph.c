/* SPDX-License-Identifier: ISC */
#include "source/paragraph.h"

#include "base/arena.h"

/* Whether line n is “===” or “---” below a heading's text. */
static bool
is_underline(const struct extract *e, size_t n)
{
	str line = extract_line_text(e, n);

	line = str_trim(str_from(line, extract_indent(line)));
	return line.len != 0 && (line.p[0] == '=' || line.p[0] == '-') &&
	    str_span(line, line.p[0]) == line.len;
}

static struct paragraph
paragraph_of(const struct extract *e, markdown *n)
{
	struct paragraph p = { markdown_start(n).line, markdown_end(n).line,
	    markdown_start(n).col, markdown_kind(n) == MARKDOWN_HEADING,
	    false };

	if (!p.heading)
		return p;
	/* cmark puts the end of an underlined heading at the next block. */
	while (p.last > p.first && !is_underline(e, p.last))
		p.last--;
	p.last--;
	return p;
}

static bool
is_paragraph(markdown *n)
{
	return markdown_kind(n) == MARKDOWN_PARAGRAPH || markdown_kind(n) ==
	    MARKDOWN_HEADING;
}

size_t
paragraph_list(struct arena *a, const struct extract *e, markdown *root,
    struct paragraph **list)
{
	size_t num = 0;
	markdown *n;

	for (n = root; n != NULL; n = markdown_walk(root, n))
		num += is_paragraph(n);
	*list = arena_array(a, struct paragraph, num);
	num = 0;
	for (n = root; n != NULL; n = markdown_walk(root, n))
		if (is_paragraph(n))
			(*list)[num++] = paragraph_of(e, n);
	return num;
}
