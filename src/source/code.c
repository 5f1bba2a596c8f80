/* SPDX-License-Identifier: ISC */
#include "source/code.h"

#include <string.h>

#include "base/arena.h"
#include "model/dom.h"

/* --- Fences */

/* Whether the line is a closing fence of at least len characters c. */
static bool
is_closing_fence(str line, char c, size_t len)
{
	str s = str_trim(str_from(line, extract_indent(line)));
	size_t n = str_span(s, c);

	return n >= len && n == s.len;
}

/* cmark closes an open fence at the end of the text. */
static void
check_fence(struct doc *doc, const struct extract *e, markdown *n, str line,
    struct pos pos)
{
	size_t len = str_span(line, line.p[0]);
	size_t last = markdown_end(n).line;

	if (last <= markdown_start(n).line || !is_closing_fence(
	    extract_line_text(e, last), line.p[0], len))
		doc_diag(doc, DIAG_FENCE_OPEN, pos, str_upto(line, len));
}

/* --- Prose that is code by mistake */

static bool
is_letter(char c)
{
	return (char_is_alnum(c) && !char_is_digit(c)) ||
	    (unsigned char)c >= 0x80;
}

/* A sentence has three words or more, only letters and the punctuation of
 * prose; a capital first and a full stop last, or one of the two and five
 * words with a non-ASCII letter. Commands and columns are no sentences. */
static bool
is_sentence(str line)
{
	size_t i, words = 1, odd = 0, non_ascii = 0;
	bool capital, stop;

	for (i = 0; i < line.len; i++) {
		if (i > 0 && line.p[i] == ' ' && line.p[i - 1] == ' ')
			return false;
		words += line.p[i] == ' ';
		non_ascii += (unsigned char)line.p[i] >= 0x80;
		odd += !is_letter(line.p[i]) && strchr(" ,.;:?!'()0123456789",
		    line.p[i]) == NULL;
	}
	if (line.len < 2 || !is_letter(line.p[0]))
		return false;
	capital = !char_is_lower(line.p[0]) && (char_is_lower(line.p[1]) ||
	    (unsigned char)line.p[1] >= 0x80);
	stop = str_ends(line, S(".")) || str_ends(line, S(":"));
	return words >= 3 && odd * 20 <= line.len && ((capital && stop) ||
	    ((capital || stop) && words >= 5 && non_ascii != 0));
}

/* The first line shows whether a paragraph became code. */
static bool
looks_like_prose(str code)
{
	str line = S("");

	while (str_line(&code, &line) && str_trim(line).len == 0)
		;
	return is_sentence(str_trim(line));
}

/* --- Code blocks */

void
code_put(struct doc *doc, const struct extract *e, markdown *n, node *to)
{
	struct markdown_pos at = markdown_start(n);
	struct pos pos = extract_pos(e, at.line, at.col);
	node *code = dom_add(doc, to, KIND_CODE, pos);
	str text = markdown_literal(n);
	/* The line in which it begins. */
	str line = str_trim(str_from(extract_line_text(e, at.line), at.col -
	    1));

	dom_item(code)->code.info = str_copy(doc->arena, markdown_info(n));
	dom_add_text(doc, code, text, pos);
	if (str_starts(line, S("```")) || str_starts(line, S("~~~")))
		check_fence(doc, e, n, line, pos);
	else if (looks_like_prose(text))
		doc_diag(doc, DIAG_CODE_PASTED, pos, S(""));
}
