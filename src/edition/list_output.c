/* SPDX-License-Identifier: ISC */
#include "edition/list_output.h"

#include "base/arena.h"
#include "base/diags.h"
#include "base/sink.h"

bool
list_output_open(struct list_output *f, struct arena *a, const char *name,
    const struct list_column *columns, size_t num_columns, size_t num_shown)
{
	static const char *const names[] = { "text", "csv", "json" };
	size_t i;

	*f = (struct list_output){ .arena = a, .columns = columns,
	    .num_columns = num_columns, .num_shown = num_shown };
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_eq(str_of(name != NULL ? name : "text"),
		    str_of(names[i]))) {
			f->format = (enum list_format)i;
			return true;
		}
	return false;
}

str
list_output_date(const struct list_output *f, struct date d)
{
	return f->format == LIST_JSON ? date_iso(f->arena, d) :
	    date_dotted(f->arena, d);
}

void
list_output_add(struct list_output *f, const str *cells)
{
	str *old = f->cells;
	size_t n = f->num_columns;

	if (f->num == f->cap) {
		f->cap = f->cap != 0 ? f->cap * 2 : 64;
		f->cells = arena_array(f->arena, str, f->cap * n);
		if (f->num != 0)
			memcpy(f->cells, old, f->num * n * sizeof(*old));
	}
	memcpy(&f->cells[f->num++ * n], cells, n * sizeof(*cells));
}

static str
head(const struct list_output *f, size_t column)
{
	return str_of(f->columns[column].heads[message_language()]);
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
widest(const struct list_output *f, size_t column)
{
	size_t i, w, most = width(head(f, column));

	for (i = 0; i < f->num; i++) {
		w = width(f->cells[i * f->num_columns + column]);
		most = w > most ? w : most;
	}
	return most;
}

static void
put_padded(const struct list_output *f, const size_t *widths, const str *cells,
    struct sink *k)
{
	size_t i;

	for (i = 0; i < f->num_shown; i++) {
		sink_put(k, cells[i]);
		if (i + 1 < f->num_shown)
			sink_indent(k, (int)(widths[i] - width(cells[i])) + 2,
			    ' ');
	}
	sink_char(k, '\n');
}

static void
write_text(const struct list_output *f, struct sink *k)
{
	size_t *widths = arena_array(f->arena, size_t, f->num_shown);
	str *heads = arena_array(f->arena, str, f->num_shown);
	size_t i;

	for (i = 0; i < f->num_shown; i++) {
		widths[i] = widest(f, i);
		heads[i] = head(f, i);
	}
	sink_puts(k, f->title);
	sink_puts(k, " (");
	sink_put(k, date_dotted(f->arena, f->day));
	sink_puts(k, ")\n\n");
	if (f->num == 0)
		sink_puts(k, "–\n");
	else
		put_padded(f, widths, heads, k);
	for (i = 0; i < f->num; i++)
		put_padded(f, widths, &f->cells[i * f->num_columns], k);
}

/* --- CSV */

/* A cell that begins like a formula would be one in Excel. */
static void
put_cell(struct sink *k, str s)
{
	bool formula = s.len != 0 && strchr("=+-@\t", s.p[0]) != NULL;
	size_t i;

	sink_char(k, '"');
	if (formula)
		sink_char(k, '\'');
	for (i = 0; i < s.len; i++) {
		if (s.p[i] == '"')
			sink_char(k, '"');
		sink_char(k, s.p[i]);
	}
	sink_char(k, '"');
}

static void
write_csv(const struct list_output *f, struct sink *k)
{
	size_t i, j;

	sink_puts(k, "\xEF\xBB\xBF");
	put_cell(k, str_of(f->title));
	sink_char(k, ';');
	put_cell(k, date_dotted(f->arena, f->day));
	sink_puts(k, "\r\n");
	for (j = 0; j < f->num_columns; j++) {
		sink_puts(k, j != 0 ? ";" : "");
		put_cell(k, head(f, j));
	}
	for (i = 0; i < f->num; i++)
		for (j = 0; j < f->num_columns; j++) {
			sink_puts(k, j != 0 ? ";" : "\r\n");
			put_cell(k, f->cells[i * f->num_columns + j]);
		}
	sink_puts(k, "\r\n");
}

/* --- JSON */

static void
put_string(struct sink *k, str s)
{
	size_t i;

	sink_char(k, '"');
	for (i = 0; i < s.len; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			sink_char(k, '\\');
		if ((unsigned char)s.p[i] >= ' ')
			sink_char(k, s.p[i]);
	}
	sink_char(k, '"');
}

static void
put_object(const struct list_output *f, const str *cells, struct sink *k)
{
	size_t j;

	for (j = 0; j < f->num_columns; j++) {
		sink_puts(k, j != 0 ? ", " : "  { ");
		put_string(k, str_of(f->columns[j].key));
		sink_puts(k, ": ");
		if (str_eq(cells[j], S("–")) || cells[j].len == 0)
			sink_puts(k, "null");
		else
			put_string(k, cells[j]);
	}
	sink_puts(k, " }");
}

static void
write_json(const struct list_output *f, struct sink *k)
{
	size_t i;

	sink_puts(k, "{ \"list\": ");
	put_string(k, str_of(f->title));
	sink_puts(k, ", \"day\": ");
	put_string(k, date_iso(f->arena, f->day));
	sink_puts(k, ", \"rows\": [");
	for (i = 0; i < f->num; i++) {
		sink_puts(k, i != 0 ? ",\n" : "\n");
		put_object(f, &f->cells[i * f->num_columns], k);
	}
	sink_puts(k, "\n] }\n");
}

void
list_output_write(const struct list_output *f, struct sink *k)
{
	switch (f->format) {
	case LIST_TEXT:
		write_text(f, k);
		break;
	case LIST_CSV:
		write_csv(f, k);
		break;
	case LIST_JSON:
		write_json(f, k);
		break;
	}
}
