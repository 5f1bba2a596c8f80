/* SPDX-License-Identifier: ISC */
#include "publish/audit_doc.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/phrase.h"
#include "base/sink.h"
#include "model/anchor.h"

static const struct strings no_pictures;

static node *
add(struct audit_doc *d, node *to, enum kind kind)
{
	return dom_add(&d->doc, to, kind, POS_NONE);
}

/* The register keeps what was typed for ever, also a character that no face
 * has: a list must not fail because of it. “[U+13000]” */
static str
legible(const struct audit_doc *d, str text)
{
	struct sink k = { 0 };
	size_t i, len;
	char code[16];
	uint32_t c;

	for (i = 0; i < text.len; i += len) {
		c = str_rune(str_from(text, i), &len);
		if (records_has(d->paper, c)) {
			sink_put(&k, (str){ text.p + i, len });
			continue;
		}
		snprintf(code, sizeof(code), "[U+%04X]", (unsigned)c);
		sink_puts(&k, code);
	}
	return sink_take(&k, d->doc.arena);
}

static void
add_text(struct audit_doc *d, node *to, str text)
{
	dom_add_text(&d->doc, to, d->paper != NULL ? legible(d, text) : text,
	    POS_NONE);
}

static node *
add_heading(struct audit_doc *d, node *to, int level, str text)
{
	node *n = add(d, to, KIND_HEADING);

	dom_item(n)->heading.level = level;
	add_text(d, n, text);
	return n;
}

void
audit_doc_open(struct audit_doc *d, struct arena *a, struct diags *ds,
    enum lang lang, str file, str title, const struct record_renderer *paper,
    bool wide)
{
	*d = (struct audit_doc){ .doc = { .arena = a, .diags = ds,
	    .path = file, .stem = file, .lang = lang, .dialect = DOC_DIALECT,
	    .pictures = &no_pictures }, .paper = paper };
	dom_open(&d->doc);
	add_heading(d, d->doc.root, 1, title);
	d->to = d->doc.root;
	if (wide) {
		d->to = add(d, d->doc.root, KIND_DIVISION);
		dom_item(d->to)->division.type = DIVISION_LANDSCAPE;
	}
}

void
audit_doc_complete(struct audit_doc *d)
{
	anchor_make(&d->doc);
}

void
audit_doc_close(struct audit_doc *d)
{
	dom_close(&d->doc);
}

str
audit_doc_phrase(const struct audit_doc *d, enum word w, str first, str second)
{
	const str values[PHRASE_VALUES] = { first, second };
	struct sink k = { 0 };

	phrase_put(&k, lang_word(d->doc.lang, w), values);
	return sink_take(&k, d->doc.arena);
}

str
audit_doc_foot(const struct audit_doc *d, str day, size_t rows, str chain)
{
	const str values[PHRASE_VALUES] = { day, str_uint(d->doc.arena, rows),
	    chain };
	struct sink k = { 0 };

	phrase_put(&k, lang_word(d->doc.lang, WORD_AUDIT_FOOT), values);
	return sink_take(&k, d->doc.arena);
}

/* --- Blocks */

void
audit_doc_heading(struct audit_doc *d, str text)
{
	add_heading(d, d->to, 2, text);
}

void
audit_doc_paragraph(struct audit_doc *d, str text)
{
	add_text(d, add(d, d->to, KIND_PARAGRAPH), text);
}

void
audit_doc_fact(struct audit_doc *d, str label, str literal)
{
	node *n = add(d, d->to, KIND_PARAGRAPH);

	add_text(d, n, str_join(d->doc.arena, label, S(": ")));
	add_text(d, add(d, n, KIND_LITERAL), literal);
}

void
audit_doc_code(struct audit_doc *d, str text)
{
	node *n = add(d, d->to, KIND_CODE);

	dom_item(n)->code.lines = arena_array(d->doc.arena, struct pos,
	    str_count(text, '\n') + 1);
	add_text(d, n, text);
}

/* --- Tables */

static node *
add_cell(struct audit_doc *d, node *row)
{
	node *n = add(d, row, KIND_CELL);
	struct item *i = dom_item(n);

	i->cell.columns = i->cell.rows = 1;
	if (dom_first(row) == n && !dom_item(row)->row.header)
		i->cell.role = CELL_ROW;
	return n;
}

void
audit_doc_table(struct audit_doc *d, const enum word *heads, size_t num)
{
	struct item *i;
	node *row;
	size_t c;

	d->table = add(d, d->to, KIND_TABLE);
	i = dom_item(d->table);
	i->table.columns = num;
	i->table.align = arena_array(d->doc.arena, enum align, num);
	row = add(d, d->table, KIND_ROW);
	dom_item(row)->row.header = true;
	for (c = 0; c < num; c++)
		add_text(d, add_cell(d, row), lang_word(d->doc.lang,
		    heads[c]));
}

void
audit_doc_end_table(struct audit_doc *d, size_t rows)
{
	if (rows == 0)
		audit_doc_paragraph(d, lang_word(d->doc.lang,
		    WORD_AUDIT_NOTHING));
}

void
audit_doc_row(struct audit_doc *d)
{
	d->row = add(d, d->table, KIND_ROW);
}

void
audit_doc_cell(struct audit_doc *d, str text)
{
	d->cell = add_cell(d, d->row);
	add_text(d, d->cell, text.len != 0 ? text : S("–"));
}

/* The cell has something already. */
static void
break_line(struct audit_doc *d)
{
	if (dom_first(d->cell) != NULL)
		add(d, d->cell, KIND_HARD_BREAK);
}

void
audit_doc_line(struct audit_doc *d, str text)
{
	break_line(d);
	add_text(d, d->cell, text);
}

void
audit_doc_literal(struct audit_doc *d, str text)
{
	d->cell = add_cell(d, d->row);
	add_text(d, add(d, d->cell, KIND_LITERAL), text);
}

static node *
add_link(struct audit_doc *d, node *to, str href)
{
	node *n = add(d, to, KIND_LINK);

	dom_item(n)->link.href = href;
	dom_item(n)->link.target = TARGET_OUTSIDE;
	return n;
}

void
audit_doc_link(struct audit_doc *d, str text, str href)
{
	d->cell = add_cell(d, d->row);
	add_text(d, add_link(d, d->cell, href), text);
}

void
audit_doc_day(struct audit_doc *d, struct date day)
{
	audit_doc_cell(d, date_is_set(day) ? date_dotted(d->doc.arena, day) :
	    S(""));
}

/* An edition may have been released without a record. */
void
audit_doc_title(struct audit_doc *d, const struct card *card, bool inside)
{
	node *n;

	n = d->cell = add_cell(d, d->row);
	if (inside && (d->paper == NULL || card->status.record.len != 0))
		n = add_link(d, n, str_join(d->doc.arena,
		    card->ident->edition, d->paper != NULL ? S(".pdf") :
		    S(".html")));
	if (card->lang != d->doc.lang) {
		n = add(d, n, KIND_SPAN);
		dom_item(n)->span.lang = lang_tag(card->lang);
	}
	add_text(d, n, card->title);
}

void
audit_doc_names(struct audit_doc *d, const struct collection *c,
    const struct card *card, bool inside)
{
	str number = collection_number(c, card->declared,
	    card->ident->subject).text;

	audit_doc_cell(d, number.len != 0 ? number : card->ident->work);
	if (number.len != 0)
		audit_doc_line(d, card->ident->work);
	audit_doc_title(d, card, inside);
}
