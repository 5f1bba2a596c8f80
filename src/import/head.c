/* SPDX-License-Identifier: ISC */
#include "import/head.h"

#include "base/arena.h"
#include "import/contents.h"
#include "import/grid.h"
#include "import/head_words.h"
#include "import/revision_table.h"

enum {
	EARLY_BLOCKS = 3,		/* a header table is one of them */
	FEWEST = 2,			/* labels in it with a value */
	ROWS = 200
};

/* A cell of the table, or a paragraph. */
struct text {
	str		words;
	bool		used;
};

struct head_reader {
	struct document	*document;
	struct head	*head;
	struct arena	*arena;
	struct losses	*losses;
	size_t		 found;		/* labels with a value */
	bool		 counts;	/* only counts them */
};

/* --- Values */

/* The parts that are a role; a name of somebody is a loss. */
static str
role_of(struct head_reader *h, str label, str value)
{
	struct sink k = { 0 };
	bool named = false;
	str line;

	while (head_words_cut_person(&value, &line)) {
		line = str_trim(line);
		if (line.len != 0 && head_words_have_role(line)) {
			sink_puts(&k, k.len != 0 ? ", " : "");
			sink_put(&k, line);
		} else
			named |= line.len != 0;
	}
	if (named)
		losses_add(h->losses, PHRASE_LOSS_NAME, label,
		    phrase_text(PHRASE_HEADER));
	return sink_take(&k, h->arena);
}

static void
lose(struct head_reader *h, str words)
{
	words = head_words_one_line(h->arena, words);
	if (words.len != 0 && !h->counts)
		losses_add(h->losses, PHRASE_LOSS_HEADER, words,
		    phrase_text(PHRASE_HEADER));
}

static bool
take_day(struct head_reader *h, struct date *to, str value)
{
	struct date day;
	str rest;

	if (!head_words_day(value, &day, &rest))
		return false;
	*to = day;
	lose(h, rest);
	return true;
}

/* “01”, “01 / 05.05.2022”, “0 / -” */
static bool
take_revision(struct head_reader *h, str value)
{
	unsigned revision;
	str rest;

	if (!head_words_revision(value, &revision, &rest))
		return false;
	h->head->has_revision = true;
	h->head->revision = revision;
	if (str_starts(rest, S("/")) || str_starts(rest, S("-")))
		rest = str_trim(str_from(rest, 1));
	if (rest.len != 0 && !str_eq(rest, S("-")) &&
	    !take_day(h, &h->head->revised, rest))
		lose(h, rest);
	return true;
}

/* False where the value is not one of its sort. */
static bool
take_value(struct head_reader *h, const struct label *l, str value)
{
	struct head *head = h->head;

	switch (l->what) {
	case NUMBER:
		head->number = head->number.len != 0 ? head->number : value;
		return true;
	case PUBLISHED:
		return take_day(h, &head->published, value);
	case REVISED:
		return take_day(h, &head->revised, value);
	case REVISION:
		return take_revision(h, value);
	case PREPARED:
		head->prepared_by = role_of(h, str_of(l->text), value);
		return true;
	case APPROVED:
		head->approved_by = role_of(h, str_of(l->text), value);
		return true;
	case CHECKED:
		head->checked_by = role_of(h, str_of(l->text), value);
		return true;
	case SHEET:
		return true;
	case CHANGE:
	case WHATS:
		break;
	}
	return false;
}

static void
set_value(struct head_reader *h, const struct label *l, str value)
{
	value = str_trim(value);
	h->found += value.len != 0;
	if (h->counts || value.len == 0 || str_eq(value, S("-")))
		return;
	if (l->what < PREPARED)
		value = head_words_one_line(h->arena, value);
	if (!take_value(h, l, value))
		lose(h, str_join(h->arena, str_of(l->text), S(": "), value));
}

/* --- Tables */

/* The labels of one text with their values in it. Returns the label whose value
 * must stand elsewhere, or NULL. */
static const struct label *
take_text(struct head_reader *h, struct text *t)
{
	const struct label *l;
	str rest = t->words, value;
	size_t len;
	bool colon;

	while ((l = head_words_label(rest, &len, &colon)) != NULL) {
		t->used = true;
		rest = str_from(rest, len);
		value = str_upto(rest, head_words_next(rest));
		rest = str_from(rest, value.len);
		if (str_trim(value).len == 0)
			return rest.len == 0 ? l : NULL;
		set_value(h, l, value);
	}
	return NULL;
}

static bool
is_label(str words)
{
	size_t len;
	bool colon;

	return head_words_label(words, &len, &colon) != NULL;
}

/* The text beside a label, else the one below. */
static struct text *
value_near(struct text *texts, size_t columns, size_t rows, size_t at)
{
	size_t column = at % columns, i;

	for (i = at + 1; i < at - column + columns; i++)
		if (texts[i].words.len != 0)
			break;
	if (i < at - column + columns && !is_label(texts[i].words) &&
	    !texts[i].used)
		return &texts[i];
	i = at + columns;
	return i < columns * rows && texts[i].words.len != 0 &&
	    !is_label(texts[i].words) && !texts[i].used ? &texts[i] : NULL;
}

static struct text *
list_texts(struct head_reader *h, const struct table *t, size_t *rows)
{
	const struct table_row *r;
	const struct cell *c;
	struct text *texts;

	*rows = 0;
	for (r = t->first; r != NULL && *rows < ROWS; r = r->next)
		++*rows;
	texts = arena_array(h->arena, struct text, *rows * t->columns + 1);
	*rows = 0;
	for (r = t->first; r != NULL && *rows < ROWS; r = r->next, ++*rows)
		for (c = r->first; c != NULL; c = c->next)
			if (c->merge == CELL_OWN)
				texts[*rows * t->columns + c->column].words =
				    blocks_lines(h->arena, &c->blocks);
	return texts;
}

/* The lines that name an institution, or those that do not. */
static str
lines_in(struct head_reader *h, str words, bool institution)
{
	struct sink k = { 0 };
	str line;

	while (str_line(&words, &line)) {
		line = str_trim(line);
		if (line.len == 0 ||
		    head_words_have_institution(line) != institution)
			continue;
		sink_puts(&k, k.len != 0 ? " " : "");
		sink_put(&k, line);
	}
	return sink_take(&k, h->arena);
}

static str
title_in(struct head_reader *h, str words)
{
	return lines_in(h, words, false);
}

/* What is left says who and what: the last of it is the title, which the header
 * of each section may repeat. */
static void
take_rest(struct head_reader *h, struct text *texts, size_t num)
{
	size_t i, last = num;

	for (i = 0; i < num; i++)
		if (!texts[i].used && title_in(h, texts[i].words).len != 0)
			last = i;
	if (last != num && h->head->title.len == 0 && !h->counts)
		h->head->title = title_in(h, texts[last].words);
	for (i = 0; i < num; i++) {
		if (texts[i].used)
			continue;
		lose(h, !h->counts && str_eq(title_in(h, texts[i].words),
		    h->head->title) ? lines_in(h, texts[i].words, true) :
		    texts[i].words);
	}
}

static void
take_table(struct head_reader *h, struct table *t)
{
	struct text *texts, *value;
	const struct label *l;
	size_t i, rows;

	if (!grid_make(h->arena, t, h->losses, S("")) || t->columns == 0)
		return;
	texts = list_texts(h, t, &rows);
	for (i = 0; i < rows * t->columns; i++) {
		if (texts[i].used || (l = take_text(h, &texts[i])) == NULL)
			continue;
		value = value_near(texts, t->columns, rows, i);
		if (value != NULL) {
			value->used = true;
			set_value(h, l, value->words);
		}
	}
	take_rest(h, texts, rows * t->columns);
}

static void
take_blocks(struct head_reader *h, struct blocks *blocks)
{
	struct block *b;
	struct text t;

	for (b = blocks->first; b != NULL; b = b->next) {
		if (b->table != NULL) {
			take_table(h, b->table);
			continue;
		}
		t = (struct text){ blocks_words(h->arena, &b->runs), false };
		if (take_text(h, &t) == NULL && !t.used)
			lose(h, t.words);
	}
}

/* --- Where it stands */

static void
read_part(struct head_reader *h, const char *type, str id)
{
	struct reading *r = h->document->reading;
	str body = r->part, part = parts_target(r->parts, body, type, id);
	const struct element *root = part.len != 0 ? parts_tree(r->parts,
	    part) : NULL;
	struct blocks blocks = { 0 };

	if (root == NULL || root->first == NULL)
		return;
	r->part = part;
	r->without_pictures = true;
	contents_read(r, root->first, &blocks);
	r->without_pictures = false;
	r->part = body;
	take_blocks(h, &blocks);
}

static void
read_references(struct head_reader *h)
{
	struct reading *r = h->document->reading;
	const struct element *n;
	struct map seen = map_make(h->arena);
	str id;
	size_t i;

	for (i = 0; i < r->num_headers; i++) {
		n = r->headers[i];
		id = element_attr(n, "id");
		if (map_slot(&seen, id)->number++ == 0)
			read_part(h, n->name == ELEMENT_HEADER_REFERENCE ?
			    "header" : "footer", id);
	}
}

/* A table at the beginning of the text that has labels of a header table. */
static void
take_body(struct head_reader *h)
{
	struct blocks *blocks = &h->document->blocks;
	struct block *b;
	size_t seen = 0;

	for (b = blocks->first; b != NULL && seen < EARLY_BLOCKS; b = b->next,
	    seen++) {
		if (b->table == NULL || revision_table_is(h->document, b))
			continue;
		h->counts = true;
		h->found = 0;
		take_table(h, b->table);
		h->counts = false;
		if (h->found < FEWEST)
			continue;
		take_table(h, b->table);
		h->head->table = b;
		break;
	}
}

static struct date
day_of_edition(const struct head *h)
{
	return date_is_set(h->revised) ? h->revised : h->published;
}

/* Whether the name of the edition says all that the row says of its number and
 * day: without the table they would be lost. */
static bool
is_edition(const struct head *h, const struct earlier *newest)
{
	str number = newest->number.text;
	unsigned revision;
	str rest;
	size_t i;

	for (i = 0; i < number.len; i++)
		if (!char_is_digit(number.p[i]))
			return false;
	if (number.len != 0 && (!head_words_revision(number, &revision, &rest) ||
	    revision != h->revision))
		return false;
	return !date_is_set(newest->date) || date_cmp(newest->date,
	    day_of_edition(h)) == 0;
}

/* Whether no other edition is newer than this one. */
static bool
are_earlier(const struct head *h, const struct earlier *e)
{
	struct date day = day_of_edition(h);

	for (; e != NULL; e = e->next)
		if (date_is_set(e->date) && (!date_is_set(day) ||
		    date_cmp(e->date, day) > 0))
			return false;
	return true;
}

/* Number and day of the newest row, where the header table says nothing of
 * them: that one is kept up to date. */
static void
take_newest(struct head *h, const struct earlier *newest)
{
	unsigned revision;
	str rest;

	if (!h->has_revision && head_words_revision(newest->number.text,
	    &revision, &rest)) {
		h->has_revision = true;
		h->revision = revision;
	}
	if (!date_is_set(h->revised) && !date_is_set(h->published))
		h->revised = newest->date;
}

/* The newest row of a revision table says what the edition changes. A table
 * that says more, or something else than the header table, stays in the
 * text. */
static void
take_revisions(struct head *h, struct document *d)
{
	struct revision_table t;

	revision_table_read(d, &t);
	if (t.newest == NULL)
		return;
	h->change = t.newest->change.text;
	if (!t.whole)
		return;
	take_newest(h, t.newest);
	if (!is_edition(h, t.newest) || !are_earlier(h, t.others))
		return;
	h->earlier = t.others;
	h->revisions = t.block;
	h->revisions_title = t.title;
}

static void
take_table_out(struct document *d, struct block *b)
{
	const struct table_row *r;
	const struct cell *c;

	if (b == NULL)
		return;
	for (r = b->table->first; r != NULL; r = r->next)
		for (c = r->first; c != NULL; c = c->next)
			losses_moved(&d->reading->losses, blocks_lines(
			    d->reading->arena, &c->blocks));
	b->kind = IS_PARAGRAPH;
	b->table = NULL;
}

void
head_take_out(struct document *d, const struct head *head)
{
	struct block *title = head->revisions_title;

	take_table_out(d, head->table);
	take_table_out(d, head->revisions);
	if (title == NULL)
		return;
	losses_moved(&d->reading->losses, blocks_words(d->reading->arena,
	    &title->runs));
	*title = (struct block){ .kind = IS_PARAGRAPH, .next = title->next };
}

bool
head_says(const struct head *h)
{
	return h->number.len != 0 || date_is_set(h->published) ||
	    date_is_set(h->revised) || h->has_revision ||
	    h->prepared_by.len != 0 || h->checked_by.len != 0 ||
	    h->approved_by.len != 0 || h->change.len != 0 ||
	    h->revisions != NULL;
}

void
head_read(struct document *d, struct head *head)
{
	struct head_reader h = { .document = d, .head = head,
	    .arena = d->reading->arena, .losses = &d->reading->losses };

	*head = (struct head){ 0 };
	read_references(&h);
	take_body(&h);
	take_revisions(head, d);
}
