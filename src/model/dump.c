/* SPDX-License-Identifier: ISC */
#include "model/dump.h"

#include "base/sink.h"
#include "model/dom.h"
#include "model/field.h"

static void
put_attr(struct sink *k, const char *name, str value)
{
	sink_char(k, ' ');
	sink_puts(k, name);
	sink_puts(k, "=\"");
	sink_xml_attr(k, value);
	sink_char(k, '"');
}

static void
put_number(struct sink *k, const char *name, uintmax_t value)
{
	sink_char(k, ' ');
	sink_puts(k, name);
	sink_puts(k, "=\"");
	sink_uint(k, value);
	sink_char(k, '"');
}

static void
put_flag(struct sink *k, const char *name, bool value)
{
	if (value)
		put_attr(k, name, S("yes"));
}

static void
put_picture(struct sink *k, const struct item *i)
{
	put_attr(k, "src", i->picture.src);
	put_attr(k, "alt", i->picture.alt);
	if (i->picture.width != 0) {
		put_number(k, "width", i->picture.width);
		put_number(k, "height", i->picture.height);
	}
	if (i->picture.wanted > 0)
		put_number(k, i->picture.in_percent ? "percent" : "mm",
		    (uintmax_t)(i->picture.wanted + 0.5));
}

static void
put_link(struct sink *k, const struct item *i)
{
	static const char *const targets[] = { "outside", "work", "folder",
	    "file", "none" };

	put_attr(k, "href", i->link.href);
	put_attr(k, "target", str_of(targets[i->link.target]));
	if (i->link.target == TARGET_WORK || i->link.target == TARGET_FOLDER)
		put_attr(k, "path", i->link.path);
	if (i->link.anchor.len != 0)
		put_attr(k, "anchor", i->link.anchor);
}

static void
put_list(struct sink *k, const struct item *i)
{
	static const char *const numberings[] = { "", "letter",
	    "upper-letter", "roman", "upper-roman" };

	put_flag(k, "ordered", i->list.ordered);
	put_flag(k, "tight", i->list.tight);
	if (i->list.numbering != NUMBERING_DECIMAL)
		put_attr(k, "numbering", str_of(numberings[
		    i->list.numbering]));
	if (i->list.ordered)
		put_number(k, "start", i->list.start);
}

static void
put_widths(struct sink *k, const struct item *i)
{
	size_t c;

	if (i->table.widths == NULL)
		return;
	sink_puts(k, " widths=\"");
	for (c = 0; c < i->table.columns; c++) {
		if (c > 0)
			sink_char(k, ' ');
		sink_uint(k, i->table.widths[c]);
	}
	sink_char(k, '"');
}

static void
put_cell(struct sink *k, const struct item *i)
{
	static const char *const aligns[] = { "", "left", "center", "right" };
	static const char *const roles[] = { "", "row", "corner" };

	if (i->cell.align != ALIGN_NONE)
		put_attr(k, "align", str_of(aligns[i->cell.align]));
	if (i->cell.role != CELL_BY_ROW)
		put_attr(k, "role", str_of(roles[i->cell.role]));
	if (i->cell.columns > 1)
		put_number(k, "columns", i->cell.columns);
	if (i->cell.rows > 1)
		put_number(k, "rows", i->cell.rows);
}

static void
put_division(struct sink *k, const struct item *i)
{
	static const char *const types[] = {
#define X(id, turkish, english) english,
#include "model/divisions.def"
#undef X
	};

	put_attr(k, "type", str_of(types[i->division.type]));
}

static void
put_note(struct sink *k, const struct item *i)
{
	static const char *const types[] = { "note", "tip", "important",
	    "warning", "caution" };

	put_attr(k, "type", str_of(types[i->note.type]));
}

static void
put_heading(struct sink *k, const struct item *i)
{
	put_number(k, "level", (uintmax_t)i->heading.level);
	if (i->heading.number.len != 0)
		put_attr(k, "section", i->heading.number);
}

static void
put_choices(struct sink *k, const struct field *f)
{
	size_t i;

	if (f->num_choices == 0)
		return;
	sink_puts(k, " choices=\"");
	for (i = 0; i < f->num_choices; i++) {
		if (i > 0)
			sink_puts(k, " / ");
		sink_xml_attr(k, f->choices[i]);
	}
	sink_char(k, '"');
}

static void
put_field(struct sink *k, const struct field *f)
{
	put_attr(k, "type", str_of(field_type_name(f->type)));
	put_attr(k, "name", f->name);
	put_attr(k, "label", f->label);
	if (f->type == FIELD_RADIO)
		put_attr(k, "value", f->value);
	if (f->length != 0)
		put_number(k, "length", f->length);
	if (f->hint.len != 0)
		put_attr(k, "hint", f->hint);
	put_choices(k, f);
	put_flag(k, "required", f->required);
	put_flag(k, "ticked", f->ticked);
	put_flag(k, "office", f->office);
}

static void
put_attrs(struct sink *k, const struct item *i)
{
	switch (i->kind) {
	case KIND_DIVISION:
		put_division(k, i);
		break;
	case KIND_ENTRY:
		if (i->entry.label.len != 0)
			put_attr(k, "label", i->entry.label);
		break;
	case KIND_SPAN:
		put_attr(k, "lang", i->span.lang);
		break;
	case KIND_HEADING:
		put_heading(k, i);
		break;
	case KIND_LIST:
		put_list(k, i);
		break;
	case KIND_NOTE:
		put_note(k, i);
		break;
	case KIND_CODE:
		if (i->code.info.len != 0)
			put_attr(k, "info", i->code.info);
		break;
	case KIND_FIGURE:
	case KIND_PICTURE:
		put_picture(k, i);
		break;
	case KIND_TABLE:
		put_widths(k, i);
		break;
	case KIND_ROW:
		put_flag(k, "header", i->row.header);
		break;
	case KIND_CELL:
		put_cell(k, i);
		break;
	case KIND_LINK:
		put_link(k, i);
		break;
	case KIND_LABEL:
		put_attr(k, "for", i->field.facts->name);
		break;
	case KIND_FIELD:
		put_field(k, i->field.facts);
		break;
	default:
		break;
	}
}

static void
put_open(struct sink *k, const struct item *i)
{
	sink_char(k, '<');
	sink_puts(k, kind_name(i->kind));
	sink_puts(k, " at=\"");
	sink_uint(k, i->pos.line);
	sink_char(k, ':');
	sink_uint(k, i->pos.col);
	sink_char(k, '"');
	if (i->id.len != 0)
		put_attr(k, "id", i->id);
	if (i->number != 0)
		put_number(k, "number", i->number);
	put_attrs(k, i);
}

static void
put_node(struct sink *k, const node *n, int depth)
{
	const node *child = dom_kind(n) != KIND_TEXT ? dom_first(n) : NULL;

	sink_indent(k, depth, ' ');
	put_open(k, dom_item(n));
	if (dom_kind(n) == KIND_TEXT) {
		sink_char(k, '>');
		sink_xml(k, dom_text(n));
		sink_puts(k, "</text>\n");
		return;
	}
	if (child == NULL) {
		sink_puts(k, "/>\n");
		return;
	}
	sink_puts(k, ">\n");
	for (; child != NULL; child = dom_next(child))
		put_node(k, child, depth + 1);
	sink_indent(k, depth, ' ');
	sink_puts(k, "</");
	sink_puts(k, kind_name(dom_kind(n)));
	sink_puts(k, ">\n");
}

void
dump_doc(const struct doc *doc, struct sink *k)
{
	put_node(k, doc->root, 0);
}
