/* SPDX-License-Identifier: ISC */
#include "source/peek_title.h"

#include "model/dom.h"
#include "source/body.h"
#include "source/markdown.h"
#include "source/source_text.h"

/* The first line that is not blank after the lines of the front matter. If it
 * is a heading, no text after it can change that (CommonMark 0.30, 4.2), but
 * brackets can refer to any text: then, and where there is no line, it is
 * empty. */
static str
first_line(str text, unsigned lines)
{
	str line = S("");

	for (; lines > 0; lines--)
		str_line(&text, &line);
	while (str_line(&text, &line) && str_trim(line).len == 0)
		;
	return str_find(line, '[') == line.len ? line : S("");
}

/* Asks cmark alone, which takes half the time of making a tree: for a title
 * that begins with text. */
bool
peek_title_exists(struct doc *doc)
{
	markdown *root, *first;
	bool found;

	if (!source_text_read(doc))
		return false;
	root = markdown_parse(first_line(doc->text,
	    front_matter_lines(doc->text)));
	first = markdown_first(root);
	found = first != NULL && markdown_kind(first) == MARKDOWN_HEADING &&
	    markdown_level(first) == 1 && markdown_first(first) != NULL &&
	    markdown_kind(markdown_first(first)) == MARKDOWN_TEXT;
	markdown_free(root);
	return found;
}

/* Reads the text up to the first line as if it were the whole document. */
static bool
find_title(struct doc *doc, unsigned lines, str *title)
{
	str text = doc->text, line = first_line(text, lines);
	const node *first;

	if (line.len == 0)
		return false;
	doc->text = str_upto(text, (size_t)(line.p + line.len - text.p));
	body_read(doc, lines);
	doc->text = text;
	first = dom_first(doc->root);
	if (first != NULL && dom_kind(first) == KIND_HEADING &&
	    dom_item(first)->heading.level == 1)
		*title = str_trim(dom_words(doc->arena, first));
	dom_close(doc);
	return title->len != 0;
}

bool
peek_title_read(struct doc *doc, enum front_matter_kind kind, str *title)
{
	unsigned lines;

	*title = S("");
	if (!source_text_read(doc)) {
		doc->text = S("");
		doc->unread = true;
		return true;
	}
	lines = front_matter_read(doc, kind);
	if (doc->front_matter.has_lang)
		doc->lang = doc->front_matter.lang;
	/* With a title here the text must have none: that needs all of it. */
	if (doc->front_matter.title.text.len != 0)
		return false;
	return find_title(doc, lines, title);
}
