/* SPDX-License-Identifier: ISC */
#include "layout/generated.h"

#include <math.h>

#include "base/arena.h"
#include "layout/columns.h"
#include "layout/field.h"
#include "layout/grid.h"
#include "layout/revisions.h"
#include "layout/shape.h"
#include "layout/text.h"
#include "layout/text_lines.h"

/* --- The header table: two header rows side by side, each a label and a
 * value --- */

enum { SIDES = 2, COLUMNS = 2 * SIDES };

static struct grid_cell
make_label(struct layout_job *j, struct pdf_tag *row,
    const struct sourced *words)
{
	struct pdf_tag *cell = pdf_tag_add(row, PDF_TAG_HEADER);
	struct text *t = text_make(j,
	    &j->styles->by_id[STYLE_CONTROL_LABEL], cell);

	pdf_tag_scope_row(cell);
	text_words(t, words->text, words->place);
	return (struct grid_cell){ .text = t, .header = true, .whole = true };
}

/* A value with spaces may be long; a number or a day stands in one line. */
static struct grid_cell
make_value(struct layout_job *j, struct pdf_tag *row,
    const struct sourced *words, unsigned columns)
{
	struct pdf_tag *cell = pdf_tag_add(row, PDF_TAG_CELL);
	struct text *t = text_make(j, &j->styles->by_id[STYLE_CONTROL], cell);

	pdf_tag_span(cell, columns, 1);
	text_words(t, words->text, words->place);
	return (struct grid_cell){ .text = t, .more = columns - 1,
		.whole = str_find(words->text, ' ') == words->text.len };
}

/* Stands for “1 / 3” until the number of sheets is known. */
static str
sheet_value(void)
{
	return S("1\u00A0/\u00A01");
}

/* Where the last header row stands alone, its value reaches to the right
 * margin. */
static void
make_header_rows(struct layout_job *j, struct pdf_tag *table,
    struct grid_cell *cells)
{
	const struct layout_context *x = j->context;
	struct pdf_tag *rows = pdf_tag_add(table, PDF_TAG_ROWS), *row = NULL;
	const struct sourced sheets = { .text = sheet_value() };
	size_t i;

	for (i = 0; i < x->num_header_rows; i++, cells += 2) {
		const struct layout_header_row *h = &x->header_rows[i];
		bool alone = i % SIDES == 0 && i + 1 == x->num_header_rows;
		if (i % SIDES == 0)
			row = pdf_tag_add(rows, PDF_TAG_ROW);
		cells[0] = make_label(j, row, &h->label);
		cells[1] = make_value(j, row, h->is_sheet ? &sheets :
		    &h->value, alone ? COLUMNS - 1 : 1);
	}
}

/* Finds the glyph run that shows the number of sheets. */
static void
find_sheet_run(struct layout_job *j, const struct strip *s)
{
	struct frame *f;

	for (; s != NULL; s = s->next)
		for (f = s->frames; f != NULL; f = f->next)
			if (f->kind == FRAME_LINE && f->num > 0 &&
			    f->runs[0].word != NULL &&
			    str_eq(f->runs[0].word->text, sheet_value()))
				j->sheet_run = &f->runs[0];
}

void
generated_header_table(struct builder *b, const struct area *area)
{
	const struct layout_context *x = b->job->context;
	size_t rows = (x->num_header_rows + SIDES - 1) / SIDES, i;
	struct grid_cell *cells;
	struct strip *first = NULL, *s;
	struct grid g = { .job = b->job, .to = b->to, .left = area->left,
		.columns = COLUMNS,
		.style = &b->job->styles->by_id[STYLE_CONTROL],
		.head = &b->job->styles->by_id[STYLE_CONTROL_LABEL] };

	if (rows == 0)
		return;
	cells = arena_array(b->job->block_arena, struct grid_cell,
	    rows * COLUMNS);
	make_header_rows(b->job, pdf_tag_add(area->tag, PDF_TAG_TABLE), cells);
	columns_set(&g, cells, rows, area->width);
	for (i = 0; i < rows; i++) {
		s = grid_rows(&g, cells + i * COLUMNS, 1);
		s->before = i == 0 ? b->space : 0;
		s->keep = i + 1 < rows ? KEEP_FIRMLY : KEEP_NOT;
		if (i == 0)
			first = s;
	}
	find_sheet_run(b->job, first);
	b->owed = 0;
	b->space = g.style->after;
}

void
generated_complete(struct layout_job *j, unsigned sheets)
{
	struct glyph_run *r = j->sheet_run;
	struct arena *a = j->arena;
	struct shape_source own = shape_source(shape_own(), S(""));

	if (r == NULL)
		return;
	r->word = shape_word(j, r->word->chain, str_join(a,
	    S("1\u00A0/\u00A0"), str_uint(a, sheets)), &own);
	r->to = (unsigned)r->word->num;
	r->width = r->word->width * r->style->size;
}

/* --- The star of fields that must be filled in --- */

/* The part of the space around the line that is above it. */
#define STAR_ABOVE	0.3

static bool
has_star(const struct doc *doc)
{
	const struct field_list *l = &doc->fields;
	size_t i;

	for (i = 0; i < l->num; i++)
		if (l->items[i]->required)
			return true;
	return false;
}

struct strip *
generated_star(struct builder *b, const struct area *area)
{
	struct layout_job *j = b->job;
	struct style *style;
	struct text_lines set;
	struct text *t;

	if (!has_star(j->doc))
		return NULL;
	style = arena_new_of(j->block_arena, struct style);
	*style = j->styles->by_id[STYLE_IDENTITY];
	style->align = STYLE_ALIGN_END;
	t = text_make(j, style, pdf_tag_add(area->tag, PDF_TAG_P));
	text_words(t, lang_word(j->doc->lang, WORD_STAR), shape_own());
	set = text_lines(t, area->width);
	return builder_lines(b, area, &set);
}

void
generated_star_into_space(struct strip *star)
{
	double space;

	if (star->next == NULL)
		return;
	space = fmax(star->before, star->next->before) - star->height;
	star->before = fmax(0, space * STAR_ABOVE);
	star->next->before = fmax(0, space * (1 - STAR_ABOVE));
}

/* --- The end: identity, revision table --- */

/* The maximum height of a last strip that is kept with the identity [pt]. */
enum { LAST_MAX = 72 };

static struct strip *
put_identity(struct builder *b, const struct area *area)
{
	struct layout_job *j = b->job;
	const struct style *style = &j->styles->by_id[STYLE_IDENTITY];
	struct text *t = text_make(j, style, pdf_tag_add(area->tag, PDF_TAG_P));
	struct text_lines set;

	text_words(t, lang_word(j->doc->lang, WORD_IDENTITY), shape_own());
	text_words(t, S(": "), shape_own());
	text_words(t, j->doc->ident->edition, shape_own());
	set = text_lines(t, area->width);
	builder_space(b, style->before);
	return builder_lines(b, area, &set);
}

void
generated_end(struct builder *b, const struct area *area)
{
	struct strip *last = b->to->last;

	if (b->job->doc->ident == NULL)
		return;
	/* The identity does not stand alone on a sheet. */
	if (last != NULL && !last->floats && last->height < LAST_MAX)
		last->keep = KEEP_FIRMLY;
	put_identity(b, area)->stays = true;
	/* A form has as many sheets as its first edition: the page shows the
	 * revisions. */
	if (!b->job->doc->fields.form)
		revisions_make(b, area);
}
