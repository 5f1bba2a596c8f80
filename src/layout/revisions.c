/* SPDX-License-Identifier: ISC */
#include "layout/revisions.h"

#include "base/arena.h"
#include "layout/columns.h"
#include "layout/grid.h"
#include "layout/shape.h"
#include "layout/text.h"
#include "layout/text_lines.h"
#include "model/earlier.h"

/* COLUMNS: revision, date, change. No sheet holds more than ROWS_MAX rows. */
enum { COLUMNS = 3, ROWS_MAX = 100 };

/* A part of the table, or a line that stands for it. */
struct part {
	struct strip	*first, *last;
	struct pdf_tag	*tag;
};

struct revisions {
	struct part	 top;			/* caption and head */
	struct part	*rows;
	size_t		 num;
	size_t		 all_num;		/* of editions */
	struct part	 earlier, all;		/* where they are */
};

/* --- The table */

static struct text *
make_cell(struct layout_job *j, struct pdf_tag *row, bool header,
    const struct sourced *words)
{
	struct text *t = text_make(j, &j->styles->by_id[header ?
	    STYLE_HEADER_CELL : STYLE_TABLE], pdf_tag_add(row, header ?
	    PDF_TAG_HEADER : PDF_TAG_CELL));

	text_words(t, words->text, words->place);
	return t;
}

static void
make_row(struct layout_job *j, struct pdf_tag *row, bool header,
    const struct sourced words[COLUMNS], struct grid_cell *cells)
{
	size_t c;

	for (c = 0; c < COLUMNS; c++) {
		cells[c].header = header;
		cells[c].text = make_cell(j, row, header, &words[c]);
	}
}

static struct sourced
change_of(const struct layout_job *j, const struct layout_edition *e)
{
	if (e->change.text.len != 0 || e > j->context->editions ||
	    j->context->earlier != NULL)
		return e->change;
	return (struct sourced){ .text = lang_word(j->doc->lang,
	    WORD_FIRST_EDITION) };
}

static void
make_head(struct layout_job *j, struct pdf_tag *table,
    struct grid_cell *cells)
{
	enum lang lang = j->doc->lang;
	const struct sourced head[] = { { .text = lang_word(lang,
	    WORD_REVISION) }, { .text = lang_word(lang, WORD_DATE) },
	    { .text = lang_word(lang, WORD_CHANGE) } };

	make_row(j, pdf_tag_add(pdf_tag_add(table, PDF_TAG_HEAD),
	    PDF_TAG_ROW), true, head, cells);
}

static void
row_of_earlier(struct layout_job *j, const struct earlier *e,
    struct sourced words[COLUMNS])
{
	words[0] = e->number;
	if (e->number.text.len == 0)
		words[0].text = S("–");
	words[1] = (struct sourced){ .text = earlier_date(j->arena, e) };
	words[2] = e->change;
	if (e->change.text.len == 0)
		words[2].text = S("–");
}

static void
row_of(struct layout_job *j, const struct layout_edition *e,
    struct sourced words[COLUMNS])
{
	words[0] = (struct sourced){ .text = str_uint(j->arena,
	    e->revision) };
	words[1] = (struct sourced){ .text = date_dotted(j->arena,
	    e->date) };
	words[2] = change_of(j, e);
}

/* The last editions: as many as there are parts for. */
static void
make_rows(struct layout_job *j, struct pdf_tag *table, struct revisions *r,
    struct grid_cell *cells)
{
	const struct layout_context *x = j->context;
	const struct layout_edition *own = x->editions;
	const struct earlier *e = x->earlier;
	struct pdf_tag *rows = pdf_tag_add(table, PDF_TAG_ROWS);
	struct sourced words[COLUMNS];
	size_t i, skipped = r->all_num - r->num;

	for (i = 0; i < r->all_num; i++) {
		if (e != NULL) {
			row_of_earlier(j, e, words);
			e = e->next;
		} else
			row_of(j, own++, words);
		if (i < skipped)
			continue;
		r->rows[i - skipped].tag = pdf_tag_add(rows, PDF_TAG_ROW);
		make_row(j, r->rows[i - skipped].tag, false, words,
		    cells + (i - skipped) * COLUMNS);
	}
}

void
revisions_check_note(struct layout_job *j, struct sourced note)
{
	struct pdf_tag *table = pdf_tag_add(pdf_tag_root(j->pdf->tags),
	    PDF_TAG_TABLE);

	make_cell(j, pdf_tag_add(pdf_tag_add(table, PDF_TAG_ROWS),
	    PDF_TAG_ROW), false, &note);
}

static void
put_caption(struct builder *b, const struct area *area, struct revisions *r)
{
	const struct style *styles = b->job->styles->by_id;
	struct text *t = text_make(b->job, &styles[STYLE_NOTE_TITLE],
	    pdf_tag_add(r->top.tag, PDF_TAG_CAPTION));
	struct text_lines set;

	text_words(t, lang_word(b->job->doc->lang, WORD_REVISIONS),
	    shape_own());
	set = text_lines(t, area->width);
	builder_space(b, styles[STYLE_HEADING_3].before);
	r->top.first = builder_lines(b, area, &set);
}

/* Appends “Revizyon Takip Tablosu” with its caption above it. */
static void
put_table(struct builder *b, const struct area *area, struct revisions *r)
{
	struct layout_job *j = b->job;
	const struct style *styles = j->styles->by_id;
	struct grid_cell *cells = arena_array(j->block_arena,
	    struct grid_cell, (r->num + 1) * COLUMNS);
	struct grid g = { .job = j, .to = b->to, .left = area->left,
		.columns = COLUMNS, .heads = 1, .style = &styles[STYLE_TABLE],
		.head = &styles[STYLE_HEADER_CELL] };
	size_t i;

	r->top.tag = pdf_tag_add(area->tag, PDF_TAG_TABLE);
	put_caption(b, area, r);
	make_head(j, r->top.tag, cells);
	make_rows(j, r->top.tag, r, cells + COLUMNS);
	columns_set(&g, cells, r->num + 1, area->width);
	grid_rows(&g, cells, 1)->before = styles[STYLE_TABLE].before;
	r->top.last = b->to->last;
	for (i = 0; i < r->num; i++) {
		r->rows[i].first = grid_rows(&g, cells + (i + 1) * COLUMNS, 1);
		r->rows[i].last = b->to->last;
	}
}

/* --- What stands for it */

/* The address of the work's page; where there is none, whose page it is. */
static str
where(const struct layout_job *j)
{
	const struct layout_context *x = j->context;

	return x->address.len != 0 ? x->address : str_join(j->arena,
	    x->unit.text, S(" "), lang_word(j->doc->lang, WORD_WEB_PAGE));
}

/* Appends “Önceki revizyonlar: https://…”. */
static struct part
put_where(struct builder *b, const struct area *area, enum word word,
    double space)
{
	struct layout_job *j = b->job;
	struct part p = { .tag = pdf_tag_add(area->tag, PDF_TAG_P) };
	struct text *t = text_make(j, &j->styles->by_id[STYLE_IDENTITY],
	    p.tag);
	struct text_lines set;

	text_words(t, lang_word(j->doc->lang, word), shape_own());
	text_words(t, S(": "), shape_own());
	text_words(t, where(j), shape_own());
	set = text_lines(t, area->width);
	b->space = space;
	p.first = builder_lines(b, area, &set);
	p.last = b->to->last;
	return p;
}

void
revisions_make(const struct builder *outer, const struct area *area)
{
	struct layout_job *j = outer->job;
	const struct style *styles = j->styles->by_id;
	struct strips strips = { .turned = outer->to->turned };
	struct builder b = { .job = j, .to = &strips, .space = outer->space };
	size_t num = earlier_count(j->context->earlier) +
	    j->context->num_editions;
	struct revisions *r;

	if (num < 2)
		return;
	j->revisions = r = arena_new_of(j->arena, struct revisions);
	r->all_num = num;
	r->num = num < ROWS_MAX ? num : ROWS_MAX;
	r->rows = arena_array(j->arena, struct part, r->num);
	put_table(&b, area, r);
	r->earlier = put_where(&b, area, WORD_REVISIONS_EARLIER,
	    styles[STYLE_TABLE].before);
	r->all = put_where(&b, area, WORD_REVISIONS,
	    styles[STYLE_IDENTITY].before);
}

/* --- What fits */

static double
height_of(const struct part *p)
{
	const struct strip *s;
	double h = 0;

	for (s = p->first;; s = s->next) {
		h += s->before + s->height;
		if (s == p->last)
			return h;
	}
}

/* The number of last rows that fit into the room. */
static size_t
count_rows(const struct revisions *r, double room)
{
	size_t n = 0;

	while (n < r->num &&
	    (room -= height_of(&r->rows[r->num - 1 - n])) >= 0)
		n++;
	return n;
}

/* Ends the list after the part, or goes on with another. */
static void
go_on(struct part *p, const struct part *next)
{
	p->last->next = next != NULL ? next->first : NULL;
}

/* Leaves the last n rows, and the line that says where the others are. */
static const struct strip *
cut(struct revisions *r, size_t n)
{
	size_t i;

	for (i = 0; i < r->num - n; i++)
		pdf_tag_drop(r->rows[i].tag);
	pdf_tag_drop(r->all.tag);
	go_on(&r->top, &r->rows[r->num - n]);
	go_on(&r->earlier, NULL);
	return r->top.first;
}

const struct strip *
revisions_fit(struct layout_job *j, double room)
{
	struct revisions *r = j->revisions;
	double below;
	size_t n;

	if (r == NULL)
		return NULL;
	below = room - height_of(&r->top);
	if (count_rows(r, below) == r->all_num) {
		pdf_tag_drop(r->earlier.tag);
		pdf_tag_drop(r->all.tag);
		go_on(&r->rows[r->num - 1], NULL);
		return r->top.first;
	}
	n = count_rows(r, below - height_of(&r->earlier));
	if (n > 0)
		return cut(r, n);
	pdf_tag_drop(r->top.tag);
	pdf_tag_drop(r->earlier.tag);
	if (height_of(&r->all) <= room)
		return r->all.first;
	pdf_tag_drop(r->all.tag);
	return NULL;
}
