/* SPDX-License-Identifier: ISC */
#include "edition/list_output.h"

#include "base/arena.h"
#include "base/cell.h"
#include "base/diags.h"
#include "base/shown.h"
#include "base/sink.h"

bool
list_output_open(struct list_output *o, struct arena *a, const char *name)
{
	static const char *const names[] = { "text", "csv", "json" };
	size_t i;

	*o = (struct list_output){ .arena = a };
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_eq(str_of(name != NULL ? name : "text"),
		    str_of(names[i]))) {
			o->format = (enum list_format)i;
			return true;
		}
	return false;
}

str
list_output_date(const struct list_output *o, struct date d)
{
	return o->format == LIST_JSON ? date_iso(o->arena, d) :
	    date_dotted(o->arena, d);
}

void
list_output_add(struct list_output *o, const str *cells)
{
	str *old = o->cells;
	size_t i, n = o->num_columns;

	if (o->num == o->cap) {
		o->cap = o->cap != 0 ? o->cap * 2 : 64;
		o->cells = arena_array(o->arena, str, o->cap * n);
		if (o->num != 0)
			memcpy(o->cells, old, o->num * n * sizeof(*old));
	}
	for (i = 0; i < n; i++)
		o->cells[o->num * n + i] = o->format != LIST_TEXT ? cells[i] :
		    str_copy(o->arena, str_of(SHOWN(cells[i])));
	o->num++;
}

/* --- Text: columns as wide as their widest cell */

static size_t
width(str s)
{
	size_t i, n = 0;

	for (i = 0; i < s.len; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}

static size_t
widest(const struct list_output *o, size_t column)
{
	size_t i, w, maximum = width(o->columns[column].head);

	for (i = 0; i < o->num; i++) {
		w = width(o->cells[i * o->num_columns + column]);
		maximum = w > maximum ? w : maximum;
	}
	return maximum;
}

static void
put_padded(const struct list_output *o, const size_t *widths, const str *cells,
    struct sink *k)
{
	size_t i;

	for (i = 0; i < o->num_shown; i++) {
		sink_put(k, cells[i]);
		if (i + 1 < o->num_shown)
			sink_indent(k, (int)(widths[i] - width(cells[i])) + 2,
			    ' ');
	}
	sink_char(k, '\n');
}

static void
write_text(const struct list_output *o, struct sink *k)
{
	size_t *widths = arena_array(o->arena, size_t, o->num_shown);
	str *heads = arena_array(o->arena, str, o->num_shown);
	size_t i;

	for (i = 0; i < o->num_shown; i++) {
		widths[i] = widest(o, i);
		heads[i] = o->columns[i].head;
	}
	sink_puts(k, o->title);
	sink_puts(k, " (");
	sink_put(k, date_dotted(o->arena, o->day));
	sink_puts(k, ")\n\n");
	if (o->num == 0)
		sink_puts(k, "–\n");
	else
		put_padded(o, widths, heads, k);
	for (i = 0; i < o->num; i++)
		put_padded(o, widths, &o->cells[i * o->num_columns], k);
}

/* --- CSV */

static void
write_csv(const struct list_output *o, struct sink *k)
{
	size_t i, j;

	sink_puts(k, CELL_CSV_MARK);
	cell_csv(k, str_of(o->title));
	sink_char(k, ';');
	cell_csv(k, date_dotted(o->arena, o->day));
	sink_puts(k, "\r\n");
	for (j = 0; j < o->num_columns; j++) {
		sink_puts(k, j != 0 ? ";" : "");
		cell_csv(k, o->columns[j].head);
	}
	for (i = 0; i < o->num; i++)
		for (j = 0; j < o->num_columns; j++) {
			sink_puts(k, j != 0 ? ";" : "\r\n");
			cell_csv(k, o->cells[i * o->num_columns + j]);
		}
	sink_puts(k, "\r\n");
}

/* --- JSON */

/* Appends the members of the columns that are declared, or of the others. */
static bool
put_members(const struct list_output *o, const str *cells, bool declared,
    struct sink *k)
{
	bool any = false;
	size_t j;

	for (j = 0; j < o->num_columns; j++) {
		if (o->columns[j].declared != declared)
			continue;
		sink_puts(k, any ? ", " : declared ? ", \"header\": { " :
		    "  { ");
		any = true;
		cell_json(k, o->columns[j].key);
		sink_puts(k, ": ");
		if (str_eq(cells[j], S("–")) || cells[j].len == 0)
			sink_puts(k, "null");
		else
			cell_json(k, cells[j]);
	}
	return any;
}

static void
put_object(const struct list_output *o, const str *cells, struct sink *k)
{
	put_members(o, cells, false, k);
	sink_puts(k, put_members(o, cells, true, k) ? " } }" : " }");
}

static void
write_json(const struct list_output *o, struct sink *k)
{
	size_t i;

	sink_puts(k, "{ \"list\": ");
	cell_json(k, str_of(o->title));
	sink_puts(k, ", \"day\": ");
	cell_json(k, date_iso(o->arena, o->day));
	sink_puts(k, ", \"rows\": [");
	for (i = 0; i < o->num; i++) {
		sink_puts(k, i != 0 ? ",\n" : "\n");
		put_object(o, &o->cells[i * o->num_columns], k);
	}
	sink_puts(k, "\n] }\n");
}

void
list_output_write(const struct list_output *o, struct sink *k)
{
	switch (o->format) {
	case LIST_TEXT:
		write_text(o, k);
		break;
	case LIST_CSV:
		write_csv(o, k);
		break;
	case LIST_JSON:
		write_json(o, k);
		break;
	}
}
