/* SPDX-License-Identifier: ISC */
#include "source/peek_title.h"

#include "source/extract.h"
#include "source/source_text.h"

/* body.c refuses more levels than 64; what is cut out may add one. */
enum { DEPTH_SURE = 60 };

/* What makes a title more than its letters: Markdown, and an address. */
static bool
is_plain(str title)
{
	static const bool marks[256] = { ['\\'] = true, ['`'] = true,
	    ['*'] = true, ['_'] = true, ['['] = true, [']'] = true,
	    ['<'] = true, ['&'] = true, ['#'] = true };
	size_t i;

	for (i = 0; i < title.len; i++)
		if (marks[(unsigned char)title.p[i]])
			return false;
	return title.len != 0 && str_search(title, S("http")) == title.len;
}

/* The first line that is not blank, if it is a plain level-1 heading: nothing
 * that follows can change it. */
static bool
find_title(str text, str *title)
{
	str line = S("");

	while (str_line(&text, &line) && str_trim(line).len == 0)
		;
	*title = str_trim(str_from(line, 1));
	return str_starts(line, S("# ")) && is_plain(*title);
}

/* Columns of a line's beginning that quotations and lists can be made of:
 * each level takes at least one. */
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

/* Twice as many levels as the line can have of emphasis, which takes a mark
 * at both ends, and of links and pictures. */
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

/* Whether it is sure, by counting marks alone, that no paragraph lies too
 * deep. Footnotes begin behind their label: of those it is not. */
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
appended(str text, unsigned lines)
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

	return source_text_read(doc) && find_title(appended(doc->text,
	    front_matter_lines(doc->text)), &title);
}

bool
peek_title_read(struct doc *doc, enum front_matter_kind front, str *title)
{
	unsigned lines;
	str text;

	*title = S("");
	if (!source_text_read(doc)) {
		doc->text = S("");
		doc->unread = true;
		return true;
	}
	lines = front_matter_read(doc, front);
	if (doc->front_matter.has_lang)
		doc->lang = doc->front_matter.lang;
	text = appended(doc->text, lines);
	return find_title(text, title) && is_shallow(text);
}
