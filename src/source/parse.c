/* SPDX-License-Identifier: ISC */
#include "source/parse.h"

#include "source/block_mark.h"
#include "source/field_mask.h"
#include "source/paragraph.h"

/* A pass takes the lists of one level, sometimes of more; a text that is deeper
 * than this is refused (body.c). */
enum { LIST_PASSES = 70 };

/* A pass looks for what it knows in the paragraphs of a parse and rewrites
 * lines of the extract; true if it changed any. */
typedef bool	parse_pass(struct parse *, const struct paragraph *,
		    size_t num);

static bool
take_lists(struct parse *p, const struct paragraph *paragraphs, size_t num)
{
	return list_pass_run(&p->unparsed, &p->extract, p->doc, paragraphs,
	    num);
}

static bool
take_blocks(struct parse *p, const struct paragraph *paragraphs, size_t num)
{
	return block_mark_extract(&p->extract, p->doc, paragraphs, num);
}

static bool
take_masks(struct parse *p, const struct paragraph *paragraphs, size_t num)
{
	return field_mask_put(&p->extract, p->doc, paragraphs, num);
}

static bool
take_tables(struct parse *p, const struct paragraph *paragraphs, size_t num)
{
	return pipe_table_extract(&p->tables, &p->extract, p->doc, paragraphs,
	    num);
}

/* Runs a pass over the parsed text and parses it again if it has changed. */
static bool
run_pass(struct parse *p, markdown **root, parse_pass *pass)
{
	struct paragraph *list;
	size_t num = paragraph_list(p->doc->arena, &p->extract, *root, &list);

	if (!pass(p, list, num))
		return false;
	markdown_free(*root);
	*root = markdown_parse(p->extract.text);
	return true;
}

markdown *
parse_text(struct parse *p, str text, unsigned lines)
{
	markdown *root;
	int passes = 0;
	bool blocks, masked = false;

	extract_begin(&p->extract, p->doc, text, lines);
	footnote_extract(&p->footnotes, &p->extract, p->doc);
	root = markdown_parse(p->extract.text);
	blocks = block_mark_is_possible(p->doc, p->extract.text);
	if (blocks)
		run_pass(p, &root, take_blocks);
	if (p->doc->dialect >= 2) {
		/* What CommonMark took for code may be text of an entry now. */
		while (passes++ < LIST_PASSES && run_pass(p, &root, take_lists))
			if (blocks)
				run_pass(p, &root, take_blocks);
		list_pass_end(&p->unparsed, p->doc);
		if (str_search(p->extract.text, S("____")) <
		    p->extract.text.len)
			masked = run_pass(p, &root, take_masks);
	}
	if (pipe_table_is_possible(p->extract.text))
		run_pass(p, &root, take_tables);
	if (masked)
		field_mask_end(&p->extract, p->doc->arena);
	return root;
}
