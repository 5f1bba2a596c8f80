/* SPDX-License-Identifier: ISC */
#include "pdf/structure_dump.h"

#include "base/sink.h"
#include "pdf/tag.h"
#include "pdf/tag_node.h"

static void
dump_text(struct sink *k, const char *name, str s)
{
	if (s.len == 0)
		return;
	sink_char(k, ' ');
	sink_puts(k, name);
	sink_puts(k, "=\"");
	sink_put(k, s);
	sink_char(k, '"');
}

static void
dump_number(struct sink *k, const char *name, unsigned n)
{
	sink_char(k, ' ');
	sink_puts(k, name);
	sink_char(k, '=');
	sink_uint(k, n);
}

static void
dump_element(struct sink *k, const struct pdf_tag *t)
{
	size_t i;

	sink_puts(k, pdf_tag_name(t->type));
	if (t->more->note != 0)
		dump_number(k, "note", t->more->note);
	dump_text(k, "lang", t->more->lang);
	dump_text(k, "alt", t->more->alt);
	if (t->type == PDF_TAG_HEADER)
		sink_puts(k, t->more->row_scope ? " scope=row" :
		    " scope=column");
	if (t->more->columns > 1)
		dump_number(k, "columns", t->more->columns);
	if (t->more->rows > 1)
		dump_number(k, "rows", t->more->rows);
	if (t->more->header != 0)
		dump_number(k, "header", t->more->header);
	for (i = 0; i < t->more->num_headers; i++)
		dump_number(k, i == 0 ? "headers" : "and",
		    t->more->headers[i]->more->header);
	if (t->type == PDF_TAG_LIST)
		dump_text(k, "numbering",
		    str_of(pdf_tag_numbering_name(t->more->numbering)));
	if (t->more->decoration != PDF_DECORATION_NONE)
		dump_text(k, "decoration",
		    str_of(pdf_tag_decoration_name(t->more->decoration)));
	if (t->more->has_shift)
		sink_puts(k, t->more->shift > 0 ? " raised" : " lowered");
	if (t->more->has_box)
		sink_puts(k, " box");
	if (t->more->annotations.first != NULL)
		sink_puts(k, " link");
}

/* What a content shows; a hyphen at the end of a line is no part of it. */
static void
dump_content(struct sink *k, const struct pdf_tag *content)
{
	const struct pdf_tag_piece *piece = content->last_piece;

	if (piece == NULL) {
		sink_puts(k, "picture");
		return;
	}
	sink_char(k, '"');
	do {
		piece = piece->next;
		if (!str_eq(piece->text, S("\xC2\xAD")))
			sink_put(k, piece->text);
	} while (piece != content->last_piece);
	sink_char(k, '"');
}

static void
dump(struct sink *k, const struct pdf_tag *t, int depth)
{
	const struct pdf_tag *child;

	if (t->type == PDF_TAG_CONTENT && t->marks.first == NULL)
		return;
	sink_indent(k, 2 * depth, ' ');
	if (t->type == PDF_TAG_CONTENT)
		dump_content(k, t);
	else
		dump_element(k, t);
	sink_char(k, '\n');
	for (child = t->type != PDF_TAG_CONTENT ? t->first : NULL;
	    child != NULL; child = child->next)
		dump(k, child, depth + 1);
}

void
pdf_structure_dump(const struct pdf_tags *tags, struct sink *k)
{
	dump(k, tags->root, /*depth*/0);
}
