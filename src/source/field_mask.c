/* SPDX-License-Identifier: ISC */
#include "source/field_mask.h"

#include "base/arena.h"

/* U+FDD0, no character of any text, in place of three underscores; what
 * follows it are dots. */
#define MASK	"\xEF\xB7\x90"

enum { MASK_LEN = 3, UNDERSCORES = 4 };

/* The length of the underscores at the start of s, where they touch a bracket
 * of “[____ …]”: before is what stands in front of them. */
static size_t
blank_length(str before, str s)
{
	size_t n = str_span(s, '_');
	str open = str_rtrim(before);

	if (n < UNDERSCORES || !str_ends(open, S("[")) ||
	    str_find(s, ']') == s.len)
		return 0;
	return open.len == before.len || s.p[n] == ']' ? n : 0;
}

/* The end of the code span that begins at byte i of the line: after the same
 * number of backticks; else after the opening ones. */
static size_t
code_end(str line, size_t i)
{
	size_t len = str_span(str_from(line, i), '`'), k, n;

	for (k = i + len; k < line.len; k += n != 0 ? n : 1) {
		n = str_span(str_from(line, k), '`');
		if (n == len)
			return k + n;
	}
	return i + len;
}

static bool
mask_line(struct arena *a, str *line)
{
	char *to = NULL;
	size_t i, k, n;

	for (i = 0; i < line->len; i += n) {
		n = 1;
		if (line->p[i] == '\\')
			n = 2;
		else if (line->p[i] == '`')
			n = code_end(*line, i) - i;
		if (line->p[i] != '_')
			continue;
		n = blank_length(str_upto(*line, i), str_from(*line, i));
		if (n != 0) {
			if (to == NULL)
				to = str_c(a, *line);
			memcpy(to + i, MASK, MASK_LEN);
			for (k = MASK_LEN; k < n; k++)
				to[i + k] = '.';
		} else
			n = str_span(str_from(*line, i), '_');
	}
	if (to != NULL)
		line->p = to;
	return to != NULL;
}

bool
field_mask_put(struct extract *e, struct doc *doc, const struct paragraph *p,
    size_t num)
{
	struct extract_draft d = { 0 };
	size_t n, next = 1;
	bool any = false;
	str line;

	for (; num > 0; p++, num--)
		for (n = p->first > next ? p->first : next; n <= p->last; n++) {
			line = extract_line_text(e, n);
			if (!mask_line(doc->arena, &line))
				continue;
			any = true;
			extract_copy(&d, e, next, n - 1);
			extract_replace(&d, e, n, S(""), line);
			next = n + 1;
		}
	if (!any)
		return false;
	extract_copy(&d, e, next, e->num_lines);
	extract_finish(&d, e, doc->arena);
	return true;
}

str
field_mask_off(struct arena *a, str s)
{
	size_t i = str_search(s, S(MASK)), k;
	char *to;

	if (i == s.len)
		return s;
	to = str_c(a, s);
	for (; i < s.len; i = k + str_search(str_from(s, k), S(MASK))) {
		memset(to + i, '_', MASK_LEN);
		for (k = i + MASK_LEN; k < s.len && s.p[k] == '.'; k++)
			to[k] = '_';
	}
	return (str){ to, s.len };
}

void
field_mask_end(struct extract *e, struct arena *a)
{
	e->text = field_mask_off(a, e->text);
}
