/* SPDX-License-Identifier: ISC */
#include "source/fences.h"

/* Counts the lines of front matter without a closing fence: up to an empty
 * line or a heading, so that the checks cover the text below it. */
static unsigned
unclosed_lines(str rest)
{
	unsigned lines = 1;
	str line;

	while (str_line(&rest, &line) && str_trim(line).len != 0 &&
	    line.p[0] != '#')
		lines++;
	return lines;
}

unsigned
fences_find(str text, str *yaml, unsigned *lines_before)
{
	str rest = text, line = S(""), start;
	unsigned lines = 0;

	*yaml = (str){ NULL, 0 };
	while (str_line(&rest, &line) && str_trim(line).len == 0)
		lines++;
	if (!str_eq(str_rtrim(line), S("---")))
		return 0;
	*lines_before = ++lines;
	start = rest;
	while (str_line(&rest, &line)) {
		lines++;
		line = str_rtrim(line);
		if (str_eq(line, S("---")) || str_eq(line, S("..."))) {
			*yaml = str_upto(start, (size_t)(line.p - start.p));
			return lines;
		}
	}
	return *lines_before - 1 + unclosed_lines(start);
}
