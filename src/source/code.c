/* SPDX-License-Identifier: ISC */
#include "source/code.h"

#include <string.h>

#include "base/arena.h"
#include "model/dom.h"

/* --- Fences */

static bool
closes(str line, char c, size_t len)
{
	str s = str_trim(str_from(line, extract_indent(line)));
	size_t n = str_span(s, c);

	return n >= len && n == s.len;
}

/* cmark takes a fence that never ends for one that ends with the text. */
static void
check_fence(struct doc *doc, const struct extract *c, markdown *n, str line,
    struct pos pos)
{
	size_t len = str_span(line, line.p[0]);
	size_t last = markdown_end(n).line;

	if (last <= markdown_start(n).line || !closes(extract_line_text(c,
	    last), line.p[0], len))
		doc_diag(doc, DIAG_FENCE_OPEN, pos, str_upto(line, len));
}

/* --- Prose that is code by mistake */

static bool
is_letter(char c)
{
	return (char_is_alnum(c) && !char_is_digit(c)) ||
	    (unsigned char)c >= 0x80;
}

/* A sentence: three words or more, nothing but letters and what prose is
 * punctuated with; a capital first and a full stop last, or either and five
 * words with a letter beyond ASCII. Commands and columns are none. */
static bool
is_sentence(str line)
{
	size_t i, words = 1, odd = 0, wide = 0;
	bool capital, stop;

	for (i = 0; i < line.len; i++) {
		if (i > 0 && line.p[i] == ' ' && line.p[i - 1] == ' ')
			return false;
		words += line.p[i] == ' ';
		wide += (unsigned char)line.p[i] >= 0x80;
		odd += !is_letter(line.p[i]) && strchr(" ,.;:?!'()0123456789",
		    line.p[i]) == NULL;
	}
	if (line.len < 2 || !is_letter(line.p[0]))
		return false;
	capital = !char_is_lower(line.p[0]) && (char_is_lower(line.p[1]) ||
	    (unsigned char)line.p[1] >= 0x80);
	stop = str_ends(line, S(".")) || str_ends(line, S(":"));
	return words >= 3 && odd * 20 <= line.len && ((capital && stop) ||
	    ((capital || stop) && words >= 5 && wide != 0));
}

/* A paragraph made code is so from its first line. */
static bool
looks_like_prose(str code)
{
	str line = S("");

	while (str_line(&code, &line) && str_trim(line).len == 0)
		;
	return is_sentence(str_trim(line));
}

/* --- All of it */

void
code_put(struct doc *doc, const struct extract *c, markdown *n, node *to)
{
	struct markdown_pos at = markdown_start(n);
	struct pos pos = extract_pos(c, at.line, at.col);
	node *code = dom_add(doc, to, KIND_CODE, pos);
	str text = markdown_literal(n);
	/* The line that it begins in. */
	str line = str_trim(str_from(extract_line_text(c, at.line), at.col -
	    1));

	dom_item(code)->code.info = str_copy(doc->arena, markdown_info(n));
	dom_add_text(doc, code, text, pos);
	if (str_starts(line, S("```")) || str_starts(line, S("~~~")))
		check_fence(doc, c, n, line, pos);
	else if (looks_like_prose(text))
		doc_diag(doc, DIAG_CODE_PASTED, pos, S(""));
}
