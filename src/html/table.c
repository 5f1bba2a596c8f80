/* SPDX-License-Identifier: ISC */
#include "html/table.h"

#include "base/arena.h"
#include "html/html.h"
#include "html/inline.h"
#include "model/dom.h"

struct table {
	struct html		*h;
	const struct doc	*doc;
	bool			 page;		/* else a fragment */
	const struct item	*item;
	const node		*caption;	/* or NULL */
	const node		*rows;		/* the first one */
};

/* --- Cells */

static bool
is_header(const node *cell)
{
	enum cell_role role = dom_item(cell)->cell.role;

	return role == CELL_ROW || (role == CELL_BY_ROW &&
	    dom_item(dom_parent(cell))->row.header);
}

/* A header of several columns is the one of a <colgroup>, a header of all rows
 * of a group the one of a <tbody>. */
static str
scope_of(const struct item *i, unsigned group)
{
	if (i->cell.role == CELL_ROW)
		return i->cell.rows > 1 && i->cell.rows == group ?
		    S("rowgroup") : S("row");
	return i->cell.columns > 1 ? S("colgroup") : S("col");
}

/* A longer cell is no amount [byte]. */
enum { AMOUNT_LIMIT = 20 };

/* “1.250,00 TL”, “-5”, “%20”: a number and its unit, which stay in one line. */
static bool
is_amount(const struct table *t, const node *cell)
{
	str words = dom_words(t->doc->arena, cell);

	return words.len != 0 && words.len <= AMOUNT_LIMIT &&
	    (char_is_digit(words.p[0]) || (words.len > 1 &&
	    char_is_digit(words.p[1])));
}

static str
class_of(const struct table *t, const node *cell)
{
	static const str classes[] = { S(""), S("left"), S("center"),
	    S("right") };
	enum align align = dom_item(cell)->cell.align;

	if (align == ALIGN_RIGHT && !is_header(cell) && is_amount(t, cell))
		return S("right nb");
	return classes[align];
}

/* Its row belongs to a group of so many rows; 0: to none. */
static void
put_cell(const struct table *t, const node *n, unsigned group)
{
	const struct item *i = dom_item(n);
	enum elem e = is_header(n) ? ELEM_TH : ELEM_TD;

	html_open(t->h, e);
	if (e == ELEM_TH)
		html_attr(t->h, "scope", scope_of(i, group));
	if (i->cell.columns > 1)
		html_attr_uint(t->h, "colspan", i->cell.columns);
	if (i->cell.rows > 1)
		html_attr_uint(t->h, "rowspan", i->cell.rows);
	if (i->cell.align != ALIGN_NONE)
		html_attr(t->h, "class", class_of(t, n));
	html_inline_put(t->h, t->doc, t->page, n);
	html_close(t->h, e);
}

static void
put_row(const struct table *t, const node *row, unsigned group)
{
	const node *n;

	html_open(t->h, ELEM_TR);
	for (n = dom_first(row); n != NULL; n = dom_next(n))
		put_cell(t, n, group);
	html_close(t->h, ELEM_TR);
}

/* --- Groups of rows */

/* The number of rows from this one on that cells connect, at least 1. */
static unsigned
connected(const node *row)
{
	unsigned rows = 0, reach = 1;
	const node *n;

	for (; row != NULL && rows < reach; row = dom_next(row), rows++)
		for (n = dom_first(row); n != NULL; n = dom_next(n))
			if (rows + dom_item(n)->cell.rows > reach)
				reach = rows + dom_item(n)->cell.rows;
	return rows;
}

/* Whether the first cell of the row is the header of so many rows. */
static bool
heads_group(const node *row, unsigned rows)
{
	const struct item *i = dom_item(dom_first(row));

	return rows > 1 && i->cell.role == CELL_ROW && i->cell.rows == rows;
}

/* A group of rows with a header of its own is a <tbody>. */
static void
put_body(const struct table *t, const node *row)
{
	bool open = false, group;
	unsigned rows, i;

	while (row != NULL) {
		rows = connected(row);
		group = heads_group(row, rows);
		if (group && open)
			html_close(t->h, ELEM_TBODY);
		if (group || !open)
			html_open(t->h, ELEM_TBODY);
		for (i = 0; i < rows; i++, row = dom_next(row))
			put_row(t, row, group ? rows : 0);
		if (group)
			html_close(t->h, ELEM_TBODY);
		open = !group;
	}
	if (open)
		html_close(t->h, ELEM_TBODY);
}

static void
put_rows(const struct table *t)
{
	const node *row = t->rows;

	if (dom_item(row)->row.header) {
		html_open(t->h, ELEM_THEAD);
		put_row(t, row, 0);
		html_close(t->h, ELEM_THEAD);
		row = dom_next(row);
	}
	put_body(t, row);
}

/* --- Groups of columns */

/* A header of several columns has a <colgroup> of so many. */
static bool
has_groups(const struct table *t)
{
	const node *n;

	if (dom_item(t->rows)->row.header)
		for (n = dom_first(t->rows); n != NULL; n = dom_next(n))
			if (dom_item(n)->cell.columns > 1)
				return true;
	return false;
}

/* The style sheet has the widths in steps of 5 %, as classes: a page has no
 * style of its own. */
static void
put_columns(const struct table *t, size_t from, size_t num)
{
	const unsigned char *widths = t->item->table.widths;
	unsigned step;
	size_t c;

	html_open(t->h, ELEM_COLGROUP);
	if (widths == NULL && num > 1)
		html_attr_uint(t->h, "span", num);
	for (c = from; widths != NULL && c < from + num; c++) {
		step = (widths[c] + 2u) / 5 * 5;
		html_open(t->h, ELEM_COL);
		html_attr(t->h, "class", str_join(t->doc->arena, S("w"),
		    str_uint(t->doc->arena, step > 5 ? step : 5)));
		html_close(t->h, ELEM_COL);
	}
	html_close(t->h, ELEM_COLGROUP);
}

static void
put_column_groups(const struct table *t)
{
	const node *n;
	size_t c = 0;

	if (!has_groups(t)) {
		if (t->item->table.widths != NULL)
			put_columns(t, 0, t->item->table.columns);
		return;
	}
	for (n = dom_first(t->rows); n != NULL; n = dom_next(n)) {
		put_columns(t, c, dom_item(n)->cell.columns);
		c += dom_item(n)->cell.columns;
	}
}

/* --- The table */

static void
put_caption(const struct table *t, str id)
{
	html_open(t->h, ELEM_CAPTION);
	html_attr(t->h, "id", id);
	if (t->page)
		html_inline_label(t->h, t->doc, WORD_TABLE, t->item->number);
	html_text(t->h, S(" "));
	html_inline_put(t->h, t->doc, t->page, t->caption);
	html_close(t->h, ELEM_CAPTION);
}

/* Opens the region that scrolls and takes the keyboard focus: a wide table must
 * not widen the page. */
static void
open_region(const struct table *t, str number, str id)
{
	struct arena *a = t->doc->arena;

	html_open(t->h, ELEM_DIV);
	html_attr(t->h, "class", S("table"));
	html_attr(t->h, "role", S("region"));
	if (t->caption != NULL)
		html_attr(t->h, "aria-labelledby", id);
	else
		html_attr(t->h, "aria-label", str_join3(a,
		    lang_word(t->doc->lang, WORD_TABLE), S(" "), number));
	html_attr(t->h, "tabindex", S("0"));
}

static bool
has_high_cell(const struct table *t)
{
	const node *row, *n;

	for (row = t->rows; row != NULL; row = dom_next(row))
		for (n = dom_first(row); n != NULL; n = dom_next(n))
			if (dom_item(n)->cell.rows > 1)
				return true;
	return false;
}

void
html_table(struct html *h, const struct doc *doc, bool page, const node *n,
    unsigned number)
{
	struct table t = { h, doc, page, dom_item(n), NULL, dom_first(n) };
	str shown = str_uint(doc->arena, number);
	str id = str_join(doc->arena, S("m_t-"), shown);

	if (dom_kind(t.rows) == KIND_CAPTION) {
		t.caption = t.rows;
		t.rows = dom_next(t.rows);
	}
	open_region(&t, shown, id);
	html_open(h, ELEM_TABLE);
	if (page && t.item->id.len != 0)
		html_attr(h, "id", t.item->id);
	if (has_high_cell(&t))
		html_attr(h, "class", S("joined"));
	if (t.caption != NULL)
		put_caption(&t, id);
	put_column_groups(&t);
	put_rows(&t);
	html_close(h, ELEM_TABLE);
	html_close(h, ELEM_DIV);
}
