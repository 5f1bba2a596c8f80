/* SPDX-License-Identifier: ISC */
#include "source/path_check.h"

#include "base/arena.h"
#include "model/dom.h"
#include "source/cursor.h"

/* Of the author's text in a message [byte]. */
enum { SHOWN_LIMIT = 40 };

static bool
is_blank_byte(str s, size_t i)
{
	return i == s.len || char_is_space(s.p[i]);
}

/* Whether the word of the source begins as a path: “\\server”, “C:\”. */
static bool
is_path(str s)
{
	/* “\\newpage” prints “\newpage”, which alone starts a sheet
	 * (block_mark.c). */
	if (s.len < 4 || str_eq(s, S("\\\\newpage")))
		return false;
	return (s.p[0] == '\\' && s.p[1] == '\\' && char_is_alnum(s.p[2])) ||
	    (char_is_alnum(s.p[0]) && !char_is_digit(s.p[0]) &&
	    s.p[1] == ':' && s.p[2] == '\\');
}

/* Where the word loses a backslash that was not typed twice, or its length. The
 * first two of a server are two of a path. */
static size_t
find_loss(str s)
{
	size_t i;

	if (s.p[0] == '\\')
		return 0;
	for (i = 2; i + 1 < s.len; i++) {
		if (s.p[i] != '\\' || !char_is_punct(s.p[i + 1]))
			continue;
		if (s.p[i + 1] != '\\')
			return i;
		i++;
	}
	return s.len;
}

/* Where a backslash inside of the word is lost that no author of Markdown
 * writes to escape a sign: “KTUN\\servis”, “ETKI\$ALANI”, “ORTAK\(eski)”,
 * “%TEMP%\*.log”; or its length. “KTUN\_servis” is such an escape. */
static size_t
find_inner_loss(str s)
{
	size_t i;

	/* “\\\\server\\share” prints all of it. */
	for (i = 1; i + 2 < s.len && s.p[0] != '\\'; i++) {
		if (s.p[i] != '\\')
			continue;
		if (s.p[i - 1] == '%' && s.p[0] == '%' &&
		    char_is_punct(s.p[i + 1]))
			return i;
		if (!char_is_word(s.p[i - 1]))
			continue;
		if ((s.p[i + 1] == '\\' || s.p[i + 1] == '$') &&
		    char_is_word(s.p[i + 2]) && !char_is_digit(s.p[i + 2]))
			return i;
		if (s.p[i + 1] == '(' || (s.p[i + 1] == '!' &&
		    s.p[i + 2] != '['))
			return i;
		i++;
	}
	return s.len;
}

/* Whether the source of a text may have a backslash. Looks no further than the
 * text does: its line may have a million others. Without escapes, entities and
 * comments, source and text are the same. */
static bool
may_have_backslash(str source, str text)
{
	str s = str_upto(source, text.len + 1);

	return str_find(s, '\\') < s.len || str_find(s, '&') < s.len ||
	    str_find(s, '<') < s.len;
}

void
path_check(struct doc *doc, const node *text)
{
	str s = dom_item(text)->text.source, word;
	struct cursor c = cursor_of(text);
	struct pos pos = dom_item(text)->pos;
	size_t i, end, loss;

	if (!may_have_backslash(s, dom_text(text)))
		return;
	/* The text may end before its line does. */
	cursor_to(&c, dom_text(text).len);
	s = str_upto(s, c.source_offset);
	if (str_find(s, '\\') == s.len)
		return;
	for (i = 0; i < s.len; i = end + 1) {
		while (i < s.len && (s.p[i] == '(' || s.p[i] == '"'))
			i++;
		for (end = i; !is_blank_byte(s, end); end++)
			;
		word = (str){ s.p + i, end - i };
		loss = is_path(word) ? find_loss(word) : find_inner_loss(word);
		if (loss == word.len)
			continue;
		pos.col = dom_item(text)->pos.col + (unsigned)(i + loss);
		doc_diag(doc, DIAG_PATH_BACKSLASH, pos, str_shorten(doc->arena,
		    word, SHOWN_LIMIT));
	}
}
