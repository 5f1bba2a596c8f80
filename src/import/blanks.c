/* SPDX-License-Identifier: ISC */
#include "import/blanks.h"

#include "base/arena.h"
#include "import/dialect.h"
#include "import/grid.h"

enum { UNITS = 4, DATE_UNITS = 2, DOTS_OF_ELLIPSIS = 3 };

struct blanks {
	struct arena	*arena;
	struct losses	*losses;
	bool		 in_cell;
	bool		 has_label;	/* a text stands before */
	struct runs	 out;
};

/* --- Reading */

/* The length of the dots or lines at the start of s [byte], and how many they
 * are. */
static size_t
measure(str s, size_t *units)
{
	size_t n = 0;

	*units = 0;
	while (n < s.len) {
		if (s.p[n] == '.' || s.p[n] == '_') {
			n++;
			++*units;
		} else if (str_starts(str_from(s, n), S("…"))) {
			n += S("…").len;
			*units += DOTS_OF_ELLIPSIS;
		} else
			break;
	}
	return n;
}

static size_t
skip_blanks(str s, size_t n)
{
	while (n < s.len && s.p[n] == ' ')
		n++;
	return n;
}

/* “/……”, “ / 20….”: another part of a date; its length or 0. */
static size_t
measure_part(str s, bool *year)
{
	size_t n = skip_blanks(s, 0), units, len;

	if (n == s.len || s.p[n] != '/')
		return 0;
	n = skip_blanks(s, n + 1);
	*year = str_starts(str_from(s, n), S("20"));
	n += *year ? 2 : 0;
	len = measure(str_from(s, n), &units);
	return len != 0 && units >= DATE_UNITS - (*year ? 1 : 0) ? n + len : 0;
}

/* The blank at the start of s: its length or 0; whether it is a date, and
 * whether that has “20”. */
static size_t
measure_blank(str s, bool *date, bool *year)
{
	size_t units, n = measure(s, &units), part;
	bool has_year;

	*date = *year = false;
	if (n == 0)
		return 0;
	while ((part = measure_part(str_from(s, n), &has_year)) != 0) {
		*date = true;
		*year |= has_year;
		n += part;
	}
	return *date || units >= UNITS ? n : 0;
}

/* A table of contents typed by hand: dots, then the number of a sheet. */
static bool
is_leader(str rest)
{
	size_t n = skip_blanks(rest, 0), digits = n;

	while (digits < rest.len && char_is_digit(rest.p[digits]))
		digits++;
	return digits != n && skip_blanks(rest, digits) == rest.len;
}

/* The length of a box at the start of s, or 0. */
static size_t
measure_box(str s, size_t *ticked)
{
	static const struct { const char *sign; size_t ticked; } boxes[] = {
		{ "☐", 0 }, { "□", 0 }, { "❏", 0 }, { "❑", 0 }, { "◻", 0 },
		{ "☑", 1 }, { "☒", 1 }, { "\xEF\x82\xA8", 0 },
		{ "\xEF\x81\xAF", 0 }, { "\xEF\x83\xBE", 1 }
	};
	size_t i;

	for (i = 0; i < sizeof(boxes) / sizeof(*boxes); i++)
		if (str_starts(s, str_of(boxes[i].sign))) {
			*ticked = boxes[i].ticked;
			return str_of(boxes[i].sign).len;
		}
	return 0;
}

/* --- Runs */

static void
keep(struct blanks *b, const struct run *r, str text)
{
	size_t i;

	blocks_text(b->arena, &b->out, text, r->look, r->link);
	for (i = 0; i < text.len; i++)
		b->has_label |= char_is_letter(text.p[i]) ||
		    char_is_digit(text.p[i]);
}

static bool
put_blank(struct blanks *b, str *rest)
{
	bool date, year;
	size_t n = measure_blank(*rest, &date, &year);
	struct run *field;

	if (n == 0 || is_leader(str_from(*rest, n)) || (!b->has_label &&
	    !b->in_cell && !date))
		return false;
	field = blocks_run(b->arena, &b->out, RUN_FIELD);
	field->text = date ? dialect_text(DIALECT_DATE) : S("");
	if (!b->has_label && !b->in_cell)
		field->link = dialect_text(DIALECT_DATE_NAME);
	if (year)
		losses_moved(b->losses, S("20"));
	*rest = str_from(*rest, n);
	return true;
}

static bool
put_box(struct blanks *b, const struct run *r, str *rest)
{
	size_t ticked, n = measure_box(*rest, &ticked);
	str after = str_trim(str_from(*rest, n));

	if (n == 0 || measure_box(after, &ticked) != 0 || (after.len == 0 &&
	    (r->next == NULL || r->next->kind != RUN_TEXT ||
	    str_trim(r->next->text).len == 0)))
		return false;
	measure_box(*rest, &ticked);
	blocks_run(b->arena, &b->out, RUN_BOX)->number = ticked;
	*rest = str_from(*rest, n);
	return true;
}

static size_t
rune_length(str s)
{
	size_t len;

	str_rune(s, &len);
	return len;
}

static void
split(struct blanks *b, const struct run *r)
{
	str rest = r->text, text = { rest.p, 0 };
	bool date, year;
	size_t n, ticked;

	while (rest.len != 0) {
		n = measure_blank(rest, &date, &year);
		if (n == 0 && measure_box(rest, &ticked) == 0) {
			n = rune_length(rest);
			text.len += n;
			rest = str_from(rest, n);
			continue;
		}
		keep(b, r, text);
		text = (str){ rest.p, 0 };
		if ((n != 0 && put_blank(b, &rest)) ||
		    (n == 0 && put_box(b, r, &rest)))
			text = (str){ rest.p, 0 };
		else {
			n = n != 0 ? n : rune_length(rest);
			text.len = n;
			rest = str_from(rest, n);
		}
	}
	keep(b, r, text);
}

/* Whether the text is nothing but a line to write on. */
static bool
is_rule(str s)
{
	size_t units, n;

	s = str_trim(s);
	n = measure(s, &units);
	return n == s.len && units >= UNITS;
}

static bool
is_rule_below(const struct run *r)
{
	return r->kind == RUN_BREAK && r->next != NULL &&
	    r->next->kind == RUN_TEXT && is_rule(r->next->text) &&
	    (r->next->next == NULL || r->next->next->kind == RUN_BREAK);
}

/* “Nedeni:”, and a line to write on below it. */
static bool
begins_below(const struct blanks *b, const struct run *r)
{
	const struct run *asks = b->out.last;

	return is_rule_below(r) && asks != NULL && asks->kind == RUN_TEXT &&
	    str_ends(str_trim(asks->text), S(":"));
}

/* Whether a break and a line to write on follow the last blank: one that is
 * longer than a line. */
static bool
goes_on(const struct blanks *b, const struct run *r)
{
	const struct run *blank = b->out.last;

	return is_rule_below(r) && blank != NULL && blank->kind ==
	    RUN_FIELD && (blank->text.len == 0 || str_eq(blank->text,
	    dialect_text(DIALECT_LONG)));
}

static void
find_in_runs(struct blanks *b, struct runs *runs)
{
	const struct run *r;
	struct run *copy;

	b->out = (struct runs){ 0 };
	b->has_label = false;
	for (r = runs->first; r != NULL; r = r->next) {
		if (r->kind == RUN_TEXT) {
			split(b, r);
			continue;
		}
		if (begins_below(b, r)) {
			blocks_text(b->arena, &b->out, S(" "), 0, S(""));
			blocks_run(b->arena, &b->out, RUN_FIELD)->text =
			    dialect_text(DIALECT_LONG);
			r = r->next;
			continue;
		}
		if (goes_on(b, r)) {
			b->out.last->text = dialect_text(DIALECT_LONG);
			r = r->next;
			continue;
		}
		copy = blocks_run(b->arena, &b->out, r->kind);
		*copy = *r;
		copy->next = NULL;
		b->has_label &= r->kind != RUN_BREAK;
	}
	*runs = b->out;
}

static void	find_in_blocks(struct blanks *, struct blocks *);

static struct cell *
cell_at(const struct table_row *r, size_t column)
{
	struct cell *c = r->first;

	while (c != NULL && c->column != column)
		c = c->next;
	return c;
}

static bool
is_label(struct arena *a, const struct cell *c)
{
	str text = c != NULL && c->merge == CELL_OWN && c->columns <= 1 ?
	    blocks_lines(a, &c->blocks) : S("");
	size_t i;

	for (i = 0; i < text.len; i++)
		if (char_is_letter(text.p[i]))
			return true;
	return false;
}

/* Whether each cell of the column is empty, and beside a label: a table to fill
 * in, as forms have it. */
static bool
is_asked(struct arena *a, const struct table *t, size_t column)
{
	const struct table_row *r;
	const struct cell *c;

	for (r = t->first; r != NULL; r = r->next) {
		c = cell_at(r, column);
		if (r->header || c == NULL || c->merge != CELL_OWN ||
		    c->columns > 1 || !grid_is_blank(c) ||
		    !is_label(a, cell_at(r, column - 1)))
			return false;
	}
	return t->first != t->last;
}

static void
fill_columns(struct arena *a, struct table *t)
{
	struct table_row *r;
	struct cell *c;
	size_t i;

	for (i = 1; i < t->columns; i++) {
		if (!is_asked(a, t, i))
			continue;
		for (r = t->first; r != NULL; r = r->next) {
			c = cell_at(r, i);
			c->blocks = (struct blocks){ 0 };
			blocks_run(a, &blocks_add(a, &c->blocks,
			    IS_PARAGRAPH)->runs, RUN_FIELD);
		}
	}
}

static void
find_in_table(struct blanks *b, struct table *t)
{
	struct blanks inner = { .arena = b->arena, .losses = b->losses,
	    .in_cell = true };
	struct table_row *r;
	struct cell *c;

	fill_columns(b->arena, t);
	for (r = t->first; r != NULL; r = r->next)
		for (c = r->first; c != NULL; c = c->next)
			find_in_blocks(&inner, &c->blocks);
}

/* “☐ Okudum” as a line is an item of a list of boxes. */
static void
set_item(struct block *b)
{
	if (b->kind != IS_PARAGRAPH || b->runs.first == NULL ||
	    b->runs.first->kind != RUN_BOX)
		return;
	b->kind = IS_ITEM;
	b->label = S("-");
	b->bullet = true;
}

/* The text of a paragraph of one text, else nothing. */
static str
only_text(const struct block *n)
{
	const struct run *r = n->runs.first;

	return n->kind == IS_PARAGRAPH && r != NULL && r->next == NULL &&
	    r->kind == RUN_TEXT ? r->text : S("");
}

/* Whether the text ends with a line to write on. */
static bool
ends_with_rule(str s)
{
	size_t n = s.len, units = 0;

	while (n != 0 && units < UNITS) {
		if (s.p[n - 1] == '.' || s.p[n - 1] == '_') {
			n--;
			units++;
		} else if (str_ends(str_upto(s, n), S("…"))) {
			n -= S("…").len;
			units += DOTS_OF_ELLIPSIS;
		} else
			break;
	}
	return units >= UNITS;
}

/* Lines to write on below a paragraph that asks, “Nedeni:” or one that ends
 * with such a line, become lines of that one. */
static void
join_rules(struct arena *a, struct blocks *blocks)
{
	struct block *n, *asks = NULL;
	str text;

	for (n = blocks->first; n != NULL; n = n->next) {
		text = only_text(n);
		if (asks != NULL && is_rule(text)) {
			blocks_run(a, &asks->runs, RUN_BREAK);
			blocks_text(a, &asks->runs, text, 0, S(""));
			n->runs = (struct runs){ 0 };
			continue;
		}
		if (n->table == NULL && blocks_are_blank(&n->runs))
			continue;
		text = n->table == NULL && n->kind <= IS_ITEM && n->kind !=
		    IS_HEADING ? str_trim(blocks_words(a, &n->runs)) : S("");
		asks = str_ends(text, S(":")) || ends_with_rule(text) ? n :
		    NULL;
	}
}

static void
find_in_blocks(struct blanks *b, struct blocks *blocks)
{
	struct block *n;

	join_rules(b->arena, blocks);
	for (n = blocks->first; n != NULL; n = n->next) {
		if (n->table != NULL) {
			find_in_table(b, n->table);
			continue;
		}
		if (n->kind > IS_ITEM || n->kind == IS_HEADING)
			continue;
		find_in_runs(b, &n->runs);
		if (!b->in_cell)
			set_item(n);
	}
}

void
blanks_find(struct arena *a, struct blocks *blocks, struct losses *losses)
{
	struct blanks b = { .arena = a, .losses = losses };

	find_in_blocks(&b, blocks);
}
