/* SPDX-License-Identifier: ISC */
#include "edition/answer_table.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/cell.h"
#include "base/map.h"
#include "base/phrase.h"
#include "base/shown.h"

/* In the order of enum form_verdict. */
static const struct {
	enum phrase	 text;
	const char	*key;
} verdicts[FORM_VERDICTS] = {
	{ PHRASE_ANSWER_BLANK, "blank" },
	{ PHRASE_ANSWER_FILLED, "filled-in" },
	{ PHRASE_ANSWER_APPENDED, "appended" },
	{ PHRASE_ANSWER_OTHER, "shows-other" },
	{ PHRASE_ANSWER_UNREAD, "unread" },
	{ PHRASE_ANSWER_ALTERED, "altered" },
	{ PHRASE_ANSWER_UNREGISTERED, "unregistered" },
	{ PHRASE_ANSWER_FOREIGN, "foreign" },
	{ PHRASE_ANSWER_NO_FIELDS, "no-fields" },
	{ PHRASE_ANSWER_XFA, "xfa" },
	{ PHRASE_ANSWER_PASSWORD, "password" },
	{ PHRASE_ANSWER_BROKEN, "broken" },
	{ PHRASE_ANSWER_MISSING, "missing" },
};

enum { COLUMN_FILE, COLUMN_RECORD, COLUMN_VERDICT, COLUMN_SIGNATURES,
	COLUMN_EDITION, COLUMN_STATE, COLUMNS };
/* How many of them text shows: the others are its headings. */
enum { COLUMNS_SHOWN = COLUMN_EDITION };

static const enum phrase heads[COLUMNS] = { PHRASE_ANSWERS_FILE,
	PHRASE_ANSWERS_RECORD, PHRASE_ANSWERS_VERDICT,
	PHRASE_ANSWERS_SIGNATURES, PHRASE_ANSWERS_EDITION,
	PHRASE_ANSWERS_STATE };

/* Files of one table. */
struct part {
	const struct answer_table *table;
	size_t		 columns;	/* before the fields */
	const size_t	*files;		/* their indexes */
	size_t		 num;
	str		*names;		/* of all their fields */
	size_t		 num_names;
	struct map	 places;	/* name -> its index from 1 */
};

static str
yes_or_no(bool yes)
{
	return phrase_text(yes ? PHRASE_YES : PHRASE_NO);
}

static str
cell_of_file(const struct answer_table *t, size_t i, size_t column)
{
	const struct form_file *f = &t->files[i];

	switch (column) {
	case COLUMN_FILE:
		return f->path;
	case COLUMN_RECORD:
		return yes_or_no(form_file_has_record(f));
	case COLUMN_VERDICT:
		return phrase_text(verdicts[f->verdict].text);
	case COLUMN_SIGNATURES:
		return str_uint(t->arena, f->signatures);
	case COLUMN_EDITION:
		return f->edition;
	default:
		return t->states[i];
	}
}

static str
cell_of_value(const struct form_value *v)
{
	return v->is_mark ? yes_or_no(v->on) : v->value;
}

/* --- The columns of some files */

static void
add_names(struct part *p, const struct form_file *f)
{
	struct map_slot *slot;
	size_t i;

	for (i = 0; i < f->num; i++) {
		slot = map_slot(&p->places, f->values[i].name);
		if (slot->number == 0) {
			p->names[p->num_names++] = f->values[i].name;
			slot->number = p->num_names;
		}
	}
}

static struct part
make_part(const struct answer_table *t, size_t columns, const size_t *files,
    size_t num)
{
	struct part p = { .table = t, .columns = columns, .files = files,
	    .num = num, .places = map_make(t->arena) };
	size_t i, most = 0;

	for (i = 0; i < num; i++)
		most += t->files[files[i]].num;
	p.names = arena_array(t->arena, str, most);
	for (i = 0; i < num; i++)
		add_names(&p, &t->files[files[i]]);
	return p;
}

static size_t
num_cells(const struct part *p)
{
	return p->columns + p->num_names;
}

static void
fill_head(const struct part *p, str *cells)
{
	size_t i;

	for (i = 0; i < p->columns; i++)
		cells[i] = phrase_text(heads[i]);
	for (i = 0; i < p->num_names; i++)
		cells[p->columns + i] = p->names[i];
}

static void
fill_row(const struct part *p, size_t row, str *cells)
{
	const struct form_file *f = &p->table->files[p->files[row]];
	size_t i;

	for (i = 0; i < num_cells(p); i++)
		cells[i] = S("");
	for (i = 0; i < p->columns; i++)
		cells[i] = cell_of_file(p->table, p->files[row], i);
	for (i = 0; i < f->num; i++)
		cells[p->columns + map_find(&p->places,
		    f->values[i].name)->number - 1] =
		    cell_of_value(&f->values[i]);
}

/* --- Text */

/* A value in one line, of which a terminal does nothing. */
static str
plain(struct arena *a, str s)
{
	struct sink k = { 0 };
	char escape[8];
	size_t i, len;

	for (; s.len != 0; s = str_from(s, len)) {
		str_rune(s, &len);
		if (str_starts(s, S("\r\n")))
			len = 2;
		if (s.p[0] == '\r' || s.p[0] == '\n')
			sink_puts(&k, "⏎");
		else if (shown_is_plain(str_upto(s, len)))
			sink_put(&k, str_upto(s, len));
		else for (i = 0; i < len; i++) {
			snprintf(escape, sizeof(escape), "\\x%02X",
			    (unsigned)(unsigned char)s.p[i]);
			sink_puts(&k, escape);
		}
	}
	return sink_take(&k, a);
}

static void
put_line(struct sink *k, const size_t *widths, const str *cells, size_t num)
{
	size_t i, end = k->len, pad = 0;

	for (i = 0; i < num; i++) {
		if (cells[i].len != 0) {
			sink_indent(k, (int)pad, ' ');
			sink_put(k, cells[i]);
			end = k->len;
			pad = 0;
		}
		pad += widths[i] + 2 - str_count_runes(cells[i]);
	}
	k->len = end;
	sink_char(k, '\n');
}

/* Rows after one another, the head first. */
static void
write_rows(struct sink *k, struct arena *a, str *cells, size_t rows,
    size_t num)
{
	size_t *widths = arena_array(a, size_t, num), i, j, width;

	for (i = 0; i < rows * num; i++) {
		cells[i] = plain(a, cells[i]);
		width = str_count_runes(cells[i]);
		j = i % num;
		widths[j] = width > widths[j] ? width : widths[j];
	}
	for (i = 0; i < rows; i++)
		put_line(k, widths, cells + i * num, num);
}

static void
write_part(struct sink *k, const struct part *p)
{
	const struct answer_table *t = p->table;
	struct arena *a = arena_new();
	size_t i, n = num_cells(p);
	str *cells = arena_array(a, str, n * (p->num + 1));
	str edition = t->files[p->files[0]].edition;

	if (k->len != 0)
		sink_char(k, '\n');
	sink_put(k, edition.len != 0 ? plain(a, edition) :
	    phrase_text(PHRASE_ANSWERS_NO_EDITION));
	if (edition.len != 0) {
		sink_puts(k, " (");
		sink_put(k, t->states[p->files[0]]);
		sink_char(k, ')');
	}
	sink_puts(k, "\n\n");
	fill_head(p, cells);
	for (i = 0; i < p->num; i++)
		fill_row(p, i, cells + n * (i + 1));
	write_rows(k, a, cells, p->num + 1, n);
	arena_free(a);
}

static void
write_text(const struct answer_table *t, struct sink *k)
{
	size_t *files = arena_array(t->arena, size_t, t->num), i, j, num;
	bool *done = arena_array(t->arena, bool, t->num);
	struct part p;

	for (i = 0; i < t->num; i++) {
		for (num = 0, j = i; j < t->num && !done[i]; j++)
			if (str_eq(t->files[i].edition, t->files[j].edition))
				files[num++] = j;
		for (j = 0; j < num; j++)
			done[files[j]] = true;
		if (num == 0)
			continue;
		p = make_part(t, COLUMNS_SHOWN, files, num);
		write_part(k, &p);
	}
}

/* --- CSV */

static void
put_row(struct answer_table *t, struct sink *k, const str *cells, size_t num)
{
	size_t i;

	for (i = 0; i < num; i++) {
		if (i != 0)
			sink_char(k, ';');
		t->guarded += cell_csv(k, cells[i]);
	}
	sink_puts(k, "\r\n");
}

static void
write_csv(struct answer_table *t, struct sink *k)
{
	size_t *files = arena_array(t->arena, size_t, t->num), i;
	struct part p;
	str *cells;

	for (i = 0; i < t->num; i++)
		files[i] = i;
	p = make_part(t, COLUMNS, files, t->num);
	cells = arena_array(t->arena, str, num_cells(&p));
	sink_puts(k, CELL_CSV_MARK);
	fill_head(&p, cells);
	put_row(t, k, cells, num_cells(&p));
	for (i = 0; i < t->num; i++) {
		fill_row(&p, i, cells);
		put_row(t, k, cells, num_cells(&p));
	}
}

/* --- JSON */

static void
put_member(struct sink *k, const char *key, str value)
{
	sink_puts(k, ", ");
	cell_json(k, str_of(key));
	sink_puts(k, ": ");
	if (value.len != 0)
		cell_json(k, value);
	else
		sink_puts(k, "null");
}

static void
put_values(struct sink *k, const struct form_file *f)
{
	const struct form_value *v;
	size_t i;

	sink_puts(k, ", \"fields\": {");
	for (i = 0; i < f->num; i++) {
		v = &f->values[i];
		sink_puts(k, i != 0 ? ", " : " ");
		cell_json(k, v->name);
		sink_puts(k, ": ");
		if (v->is_mark)
			sink_puts(k, v->on ? "true" : "false");
		else
			cell_json(k, v->value);
	}
	sink_puts(k, " }");
}

static void
write_json(const struct answer_table *t, struct sink *k)
{
	const struct form_file *f;
	size_t i;

	sink_puts(k, "{ \"answers\": [");
	for (i = 0; i < t->num; i++) {
		f = &t->files[i];
		sink_puts(k, i != 0 ? ",\n  { \"file\": " :
		    "\n  { \"file\": ");
		cell_json(k, f->path);
		put_member(k, "edition", f->edition);
		put_member(k, "state", t->states[i]);
		sink_puts(k, ", \"record\": ");
		sink_puts(k, form_file_has_record(f) ? "true" : "false");
		put_member(k, "verdict", str_of(verdicts[f->verdict].key));
		sink_puts(k, ", \"signatures\": ");
		sink_uint(k, f->signatures);
		put_values(k, f);
		sink_puts(k, " }");
	}
	sink_puts(k, "\n] }\n");
}

void
answer_table_write(struct answer_table *t, struct sink *k)
{
	switch (t->format) {
	case LIST_TEXT:
		write_text(t, k);
		break;
	case LIST_CSV:
		write_csv(t, k);
		break;
	case LIST_JSON:
		write_json(t, k);
		break;
	}
}
