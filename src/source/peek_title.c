/* SPDX-License-Identifier: ISC */
#include "source/peek_title.h"

#include "source/extract.h"
#include "source/source_text.h"

/* body.c refuses more than 64 levels; an appended block quote adds one. */
enum { DEPTH_SURE = 60 };

/* Whether a title is plain text, without Markdown or an address. */
static bool
is_plain(str title)
{
	static const bool delimiters[256] = { ['\\'] = true,
	    ['`'] = true, ['*'] = true, ['_'] = true, ['['] = true,
	    [']'] = true, ['<'] = true, ['&'] = true, ['#'] = true };
	size_t i;

	for (i = 0; i < title.len; i++)
		if (delimiters[(unsigned char)title.p[i]])
			return false;
	return title.len != 0 && str_search(title, S("http")) == title.len;
}

/* Whether the first line that is not blank is a plain level-1 heading: no text
 * after it can change that. */
static bool
find_title(str text, str *title)
{
	str line = S("");

	while (str_line(&text, &line) && str_trim(line).len == 0)
		;
	*title = str_trim(str_from(line, 1));
	return str_starts(line, S("# ")) && is_plain(*title);
}

/* The columns at a line's beginning that can be markers of block quotes and
 * lists: each level takes at least one. */
static size_t
block_levels(str line)
{
	static const unsigned char widths[256] = { [' '] = 1, ['\t'] = 4,
	    ['>'] = 1, ['-'] = 1, ['+'] = 1, ['*'] = 1, ['.'] = 1, [')'] = 1,
	    ['0'] = 1, ['1'] = 1, ['2'] = 1, ['3'] = 1, ['4'] = 1, ['5'] = 1,
	    ['6'] = 1, ['7'] = 1, ['8'] = 1, ['9'] = 1 };
	size_t i, width, levels = 0;

	for (i = 0; i < line.len; i++, levels += width) {
		width = widths[(unsigned char)line.p[i]];
		if (width == 0)
			break;
	}
	return levels;
}

/* Twice the maximum number of levels of emphasis, which needs a delimiter at
 * both ends, and of links and pictures in the line. */
static size_t
inline_levels(str line)
{
	static const unsigned char weights[256] = { ['*'] = 1, ['_'] = 1,
	    ['['] = 2 };
	size_t i, levels = 0;

	for (i = 0; i < line.len; i++)
		levels += weights[(unsigned char)line.p[i]];
	return levels;
}

/* Whether it is certain, from the number of delimiters alone, that no
 * paragraph is too deep. It never is for footnotes, which begin after their
 * label. */
static bool
is_shallow(str text)
{
	size_t block, blocks = 0, inlines = 0;
	str line;

	while (str_line(&text, &line)) {
		block = block_levels(line);
		if (str_trim(line).len == 0)
			blocks = inlines = 0;
		if (block > blocks)
			blocks = block;
		inlines += inline_levels(line);
		if (blocks + inlines / 2 > DEPTH_SURE ||
		    str_starts(str_from(line, extract_indent(line)), S("[^")))
			return false;
	}
	return true;
}

static str
skip_lines(str text, unsigned lines)
{
	str line;

	for (; lines > 0; lines--)
		str_line(&text, &line);
	return text;
}

bool
peek_title_exists(struct doc *doc)
{
	str title;

	return source_text_read(doc) && find_title(skip_lines(doc->text,
	    front_matter_lines(doc->text)), &title);
}

bool
peek_title_read(struct doc *doc, enum front_matter_kind kind, str *title)
{
	unsigned lines;
	str text;

	*title = S("");
	if (!source_text_read(doc)) {
		doc->text = S("");
		doc->unread = true;
		return true;
	}
	lines = front_matter_read(doc, kind);
	if (doc->front_matter.has_lang)
		doc->lang = doc->front_matter.lang;
	text = skip_lines(doc->text, lines);
	return find_title(text, title) && is_shallow(text);
}
