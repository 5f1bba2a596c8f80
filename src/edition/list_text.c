/* SPDX-License-Identifier: ISC */
#include "edition/list_text.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "base/sink.h"

enum { WIDTH = 100, GAP = 2, INDENT = 4 };	/* [character] */

/* The cells of a row, and how wide each column is. */
struct fitted {
	const struct list_output *o;
	size_t	*columns;
	size_t	*widths;
	size_t	 num;
};

/* --- Lines of a cell */

/* Returns the bytes of the line. */
static size_t
line_length(str s, size_t width)
{
	size_t i, len, chars = 0, space, slash;

	for (i = 0; i < s.len && chars < width; i += len, chars++)
		str_rune(str_from(s, i), &len);
	if (i == s.len || s.p[i] == ' ')
		return i;
	space = str_rfind(str_upto(s, i), ' ');
	slash = str_rfind(str_upto(s, i), '/');
	return space != i ? space : slash != i ? slash + 1 : i;
}

bool
list_text_line(str *rest, size_t width, str *line)
{
	size_t len;

	*rest = str_trim(*rest);
	if (rest->len == 0)
		return false;
	len = line_length(*rest, width);
	*line = str_rtrim(str_upto(*rest, len));
	*rest = str_from(*rest, len);
	return true;
}

/* The characters of the longest piece that is not divided. */
static size_t
longest_piece(str s)
{
	size_t i, len, n = 0, maximum = 0;

	for (i = 0; i < s.len; i += len) {
		str_rune(str_from(s, i), &len);
		n += s.p[i] != ' ';
		maximum = n > maximum ? n : maximum;
		if (s.p[i] == ' ' || s.p[i] == '/')
			n = 0;
	}
	return maximum;
}

/* --- Widths */

static str
cell(const struct list_output *o, size_t row, size_t column)
{
	return o->cells[row * o->num_columns + column];
}

static bool
is_cell(const struct list_column *c)
{
	return !c->hidden && !c->above && !c->below;
}

static bool
has_value(const struct list_output *o, size_t column)
{
	size_t i;

	for (i = 0; i < o->num; i++)
		if (!str_eq(cell(o, i, column), S("–")))
			return true;
	return false;
}

/* The largest value of a measure of the column's head and cells. */
static size_t
largest(const struct list_output *o, size_t column, size_t (*measure)(str))
{
	size_t i, n, maximum = measure(o->columns[column].head);

	for (i = 0; i < o->num; i++) {
		n = measure(cell(o, i, column));
		maximum = n > maximum ? n : maximum;
	}
	return maximum;
}

/* Returns the widest column that is wider than its minimum, else the widest. */
static size_t
widest(const struct fitted *f, const size_t *minimum)
{
	size_t i, best = f->num, all = 0;

	for (i = 0; i < f->num; i++) {
		if (f->widths[i] > f->widths[all])
			all = i;
		if (f->widths[i] > minimum[i] && (best == f->num ||
		    f->widths[i] > f->widths[best]))
			best = i;
	}
	return best < f->num ? best : all;
}

static void
narrow(struct fitted *f, const size_t *minimum)
{
	size_t i, total = INDENT;

	for (i = 0; i < f->num; i++)
		total += f->widths[i] + (i != 0 ? GAP : 0);
	for (; total > WIDTH; total--) {
		i = widest(f, minimum);
		if (f->widths[i] == 1)
			break;
		f->widths[i]--;
	}
}

static struct fitted
fit(const struct list_output *o)
{
	struct fitted f = { .o = o,
	    .columns = arena_array(o->arena, size_t, o->num_columns),
	    .widths = arena_array(o->arena, size_t, o->num_columns) };
	size_t *minimum = arena_array(o->arena, size_t, o->num_columns), i;

	for (i = 0; i < o->num_columns; i++) {
		if (!is_cell(&o->columns[i]) || !has_value(o, i))
			continue;
		minimum[f.num] = largest(o, i, longest_piece);
		f.widths[f.num] = largest(o, i, str_count_runes);
		f.columns[f.num++] = i;
	}
	narrow(&f, minimum);
	return f;
}

/* --- Rows */

/* Writes the next line of each cell; false where none has any. */
static bool
put_line(const struct fitted *f, str *rests, struct sink *k)
{
	bool any = false;
	size_t i, blank = INDENT;
	str line;

	for (i = 0; i < f->num; i++, blank += GAP) {
		if (!list_text_line(&rests[i], f->widths[i], &line)) {
			blank += f->widths[i];
			continue;
		}
		sink_indent(k, (int)blank, ' ');
		sink_put(k, line);
		blank = f->widths[i] - str_count_runes(line);
		any = true;
	}
	sink_puts(k, any ? "\n" : "");
	return any;
}

void
list_text_lines(str rest, size_t indent, struct sink *k)
{
	str line;

	while (list_text_line(&rest, WIDTH - indent, &line)) {
		sink_indent(k, (int)indent, ' ');
		sink_put(k, line);
		sink_char(k, '\n');
	}
}

static void
put_above(const struct list_output *o, const str *cells, struct sink *k)
{
	struct sink line = { 0 };
	size_t i;

	for (i = 0; i < o->num_columns; i++) {
		if (!o->columns[i].above)
			continue;
		sink_puts(&line, line.len != 0 ? "  " : "");
		sink_put(&line, cells != NULL ? cells[i] : o->columns[i].head);
	}
	list_text_lines(sink_str(&line), 0, k);
	sink_free(&line);
}

/* Writes a row of cells; of heads where cells is NULL. */
static void
put_cells(const struct fitted *f, const str *cells, struct sink *k)
{
	str *rests = arena_array(f->o->arena, str, f->num);
	size_t i;

	for (i = 0; i < f->num; i++)
		rests[i] = cells != NULL ? cells[f->columns[i]] :
		    f->o->columns[f->columns[i]].head;
	while (put_line(f, rests, k))
		continue;
}

/* Writes “Açıklama: …”. */
static void
put_below(const struct list_output *o, const str *cells, struct sink *k)
{
	size_t i;

	for (i = 0; i < o->num_columns; i++)
		if (o->columns[i].below && !str_eq(cells[i], S("–")))
			list_text_lines(str_join(o->arena, o->columns[i].head,
			    S(": "), cells[i]), INDENT, k);
}

static void
put_row(const struct fitted *f, const str *cells, struct sink *k)
{
	sink_char(k, '\n');
	put_above(f->o, cells, k);
	put_cells(f, cells, k);
	put_below(f->o, cells, k);
}

void
list_text_write(const struct list_output *o, struct sink *k)
{
	struct fitted f = fit(o);
	size_t i;

	sink_puts(k, o->title);
	sink_puts(k, " (");
	sink_put(k, date_dotted(o->arena, o->day));
	sink_puts(k, ")\n\n");
	if (o->num == 0) {
		sink_put(k, phrase_text(PHRASE_LIST_NOTHING));
		sink_char(k, '\n');
		return;
	}
	put_above(o, NULL, k);
	put_cells(&f, NULL, k);
	for (i = 0; i < o->num; i++)
		put_row(&f, &o->cells[i * o->num_columns], k);
}
