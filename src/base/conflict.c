/* SPDX-License-Identifier: ISC */
#include "base/conflict.h"

#include "base/sink.h"

enum { MARK_SIZE = 7 };

enum conflict_mark
conflict_mark(str line)
{
	static const char marks[] = "<|=>";
	str rest = str_rtrim(line);
	size_t i;

	for (i = 0; i < sizeof(marks) - 1; i++) {
		if (str_span(rest, marks[i]) != MARK_SIZE)
			continue;
		rest = str_from(rest, MARK_SIZE);
		if (rest.len == 0 ? marks[i] != '>' : rest.p[0] == ' ')
			return (enum conflict_mark)(CONFLICT_OURS + i);
	}
	return CONFLICT_NONE;
}

unsigned
conflict_line(str text)
{
	unsigned line_number = 0, middle = 0;
	enum conflict_mark mark;
	str line;

	if (str_search(text, S("<<<<<<<")) == text.len &&
	    str_search(text, S(">>>>>>> ")) == text.len)
		return 0;
	while (str_line(&text, &line)) {
		line_number++;
		mark = conflict_mark(line);
		if (mark == CONFLICT_OURS)
			return line_number;
		if (mark == CONFLICT_MIDDLE)
			middle = line_number;
		if (mark == CONFLICT_THEIRS && middle != 0)
			return middle;
	}
	return 0;
}

str
conflict_side(struct arena *a, str text, bool theirs)
{
	enum conflict_mark mark, part = CONFLICT_NONE;
	struct sink k = { 0 };
	str line;

	while (str_line(&text, &line)) {
		mark = conflict_mark(line);
		if (mark != CONFLICT_NONE) {
			part = mark == CONFLICT_THEIRS ? CONFLICT_NONE : mark;
			continue;
		}
		if (part != CONFLICT_NONE && part != (theirs ?
		    CONFLICT_MIDDLE : CONFLICT_OURS))
			continue;
		sink_put(&k, line);
		sink_char(&k, '\n');
	}
	return sink_take(&k, a);
}
