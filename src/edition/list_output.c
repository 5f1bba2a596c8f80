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

/* --- CSV */

void
list_output_csv(const struct list_output *o, struct sink *k)
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

void
list_output_json(const struct list_output *o, struct sink *k)
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
