/* SPDX-License-Identifier: ISC */
#include "model/indented_prose.h"

#include <string.h>

#include "base/arena.h"

/* Text that begins so far to the right was put there [byte]. */
enum { RIGHT = 16 };

/* What the lines of a text are. */
struct weights {
	size_t	sentences;		/* lines of them */
	size_t	prose;			/* what is rare in code */
	size_t	code;
};

static bool
has_non_ascii(str s)
{
	size_t i;

	for (i = 0; i < s.len && (unsigned char)s.p[i] < 0x80; i++)
		;
	return i < s.len;
}

/* Whether no character is one that texts do not have, and no two words have
 * more than a blank between them, as columns of a listing do. */
static bool
is_plain(str line)
{
	size_t i, odd = 0;

	if (str_search(line, S("  ")) < line.len || str_find(line, '\t') <
	    line.len)
		return false;
	for (i = 0; i < line.len; i++)
		odd += !char_is_letter(line.p[i]) &&
		    strchr(" ,.;:?!'()0123456789", line.p[i]) == NULL;
	return odd * 20 <= line.len;
}

/* A sentence has three words or more; a capital first and a full stop last, or
 * one of the two and five words with a letter beyond ASCII. */
static bool
is_sentence(str s)
{
	size_t words = str_count(s, ' ') + 1;
	bool capital, stop;

	if (s.len < 2 || !char_is_letter(s.p[0]) || !is_plain(s))
		return false;
	capital = !char_is_lower(s.p[0]) && (char_is_lower(s.p[1]) ||
	    (unsigned char)s.p[1] >= 0x80);
	stop = str_ends(s, S(".")) || str_ends(s, S(":"));
	return words >= 3 && ((capital && stop) || ((capital || stop) &&
	    words >= 5 && has_non_ascii(s)));
}

/* “…/…/2026”, “28.11.2026” */
static bool
is_date(str line)
{
	size_t i, marks = 0;

	for (i = 0; i < line.len; i++) {
		if (strchr("0123456789 ./_", line.p[i]) == NULL &&
		    (unsigned char)line.p[i] < 0x80)
			return false;
		marks += line.p[i] == '/' || line.p[i] == '.';
	}
	return marks >= 2;
}

/* “Ali Veli”, “T.C.”: every word begins with a capital. */
static bool
is_name(str line)
{
	str word;
	size_t words = 0;

	while (str_cut(&line, ' ', &word)) {
		if (word.len == 0 || !char_is_letter(word.p[0]) ||
		    char_is_lower(word.p[0]))
			return false;
		words++;
	}
	return words >= 2;
}

static void
weigh_line(struct weights *w, str line)
{
	str s = str_trim(line);
	bool right = (size_t)(s.p - line.p) >= RIGHT;

	if (s.len == 0)
		return;
	if (is_date(s))
		w->prose++;
	else if (!is_plain(s))
		w->code++;
	else if (right || is_name(s) || (char_is_letter(s.p[0]) &&
	    has_non_ascii(s)))
		w->prose++;
}

/* The lines as one, without indentation. */
static str
join_lines(struct arena *a, str text, size_t *lines)
{
	char *to = arena_alloc(a, text.len + 1);
	size_t len = 0;
	str line;

	for (*lines = 0; str_line(&text, &line); ++*lines) {
		line = str_trim(line);
		if (len != 0)
			to[len++] = ' ';
		memcpy(to + len, line.p, line.len);
		len += line.len;
	}
	return (str){ to, len };
}

/* Weighs lines without an empty one between them, as one sentence if they
 * are. */
static void
weigh_paragraph(struct weights *w, struct arena *a, str text)
{
	size_t lines;
	str line;

	if (is_sentence(join_lines(a, text, &lines))) {
		w->sentences += lines;
		return;
	}
	while (str_line(&text, &line))
		weigh_line(w, line);
}

bool
indented_prose(struct arena *a, str code)
{
	struct weights w = { 0, 0, 0 };
	size_t end;

	for (; code.len != 0; code = str_from(code, end + 2)) {
		end = str_search(code, S("\n\n"));
		weigh_paragraph(&w, a, str_upto(code, end));
	}
	return w.sentences + w.prose > 0 && w.sentences + w.prose >=
	    w.code + (w.sentences == 0);
}
