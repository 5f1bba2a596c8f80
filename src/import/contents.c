/* SPDX-License-Identifier: ISC */
#include "import/contents.h"

#include "base/arena.h"
#include "import/fields.h"
#include "import/runs.h"

enum { DEPTH = 40, COLUMNS = 100 };

/* What is being filled. */
struct filling {
	struct reading	*reading;
	struct blocks	*to;
	unsigned	 depth;
	bool		 in_table;
	bool		 joins;		/* the next paragraph to the last one */
	struct block	*section;	/* the last block before it, or NULL */

};

static void	read_blocks(struct filling *, const struct element *);

/* --- Sections */

static void
put_after(struct filling *f, struct block *before, enum said kind)
{
	struct blocks one = { 0 };
	struct block *b = blocks_add(f->reading->arena, &one, kind);

	b->next = before != NULL ? before->next : f->to->first;
	*(before != NULL ? &before->next : &f->to->first) = b;
	if (b->next == NULL)
		f->to->last = b;
}

static void
take_headers(struct reading *r, const struct element *section)
{
	const struct element *n;

	for (n = section->first; n != NULL; n = n->next)
		if ((n->name == ELEMENT_HEADER_REFERENCE ||
		    n->name == ELEMENT_FOOTER_REFERENCE) &&
		    r->num_headers < READING_HEADERS)
			r->headers[r->num_headers++] = n;
}

/* The section that ends here: its settings stand at its end. */
static void
end_section(struct filling *f, const struct element *n)
{
	bool wide = str_eq(element_attr(element_child(n, ELEMENT_PAGE_SIZE),
	    "orient"), S("landscape"));
	str type = element_value(n, ELEMENT_TYPE);
	long columns = element_number(element_attr(element_child(n,
	    ELEMENT_COLUMNS), "num"), 1);

	take_headers(f->reading, n);
	if (f->depth != 1)
		return;
	if (columns > 1)
		reading_lose(f->reading, PHRASE_LOSS_COLUMNS, S(""));
	if (wide) {
		put_after(f, f->section, IS_WIDE);
		blocks_add(f->reading->arena, f->to, IS_TALL);
	} else if (f->section != NULL && !str_eq(type, S("continuous")))
		put_after(f, f->section, IS_PAGE);
	f->section = f->to->last;
}

/* --- Paragraphs */

static bool
is_gone(const struct reading *r, const struct element *settings)
{
	const struct element *run = element_child(settings,
	    ELEMENT_RUN_SETTINGS);

	return element_child(run, r->changes == CHANGES_REJECT ?
	    ELEMENT_INSERTED : ELEMENT_DELETED) != NULL &&
	    r->changes != CHANGES_NONE;
}

static void
read_boxes(struct filling *f, size_t from)
{
	struct reading *r = f->reading;
	size_t i, end = r->num_boxes;

	for (i = from; i < end; i++) {
		reading_lose(r, PHRASE_LOSS_BOX, S(""));
		read_blocks(f, r->boxes[i]);
	}
	r->num_boxes = from;
}

static void
take_number(struct reading *r, struct block *b, const struct paragraph_look *l)
{
	bool bullet;

	if (l->list.len == 0)
		return;
	b->label = numbers_next(r->numbers, l->list, l->list_level, &bullet);
	b->level = l->list_level;
	b->counted = true;
	if (b->label.len != 0)
		b->kind = IS_ITEM;
	b->goes_on = bullet && b->label.len == 0;
	b->bullet = bullet;
}

static void
take_look(struct reading *r, struct block *b, const struct paragraph_look *l)
{
	b->style = l->style;
	b->align = l->align;
	b->number = r->paragraph;
	take_number(r, b, l);
	if (l->level == 0 || r->silent != 0)
		return;
	b->kind = IS_HEADING;
	b->level = l->level;
}

/* The block to which the paragraph's runs are added. */
static struct block *
begin_paragraph(struct filling *f, const struct paragraph_look *l)
{
	struct block *b = f->to->last;

	if (f->joins && b != NULL && b->table == NULL)
		return b;
	b = blocks_add(f->reading->arena, f->to, IS_PARAGRAPH);
	take_look(f->reading, b, l);
	return b;
}

static void
add_page(struct filling *f, bool wanted)
{
	if (wanted && !f->in_table && f->depth == 1)
		blocks_add(f->reading->arena, f->to, IS_PAGE);
}

/* A paragraph that is put behind its own page break. */
static void
put_page_before(struct filling *f, struct block *before, bool wanted)
{
	if (wanted && !f->in_table && f->depth == 1 && !f->joins)
		put_after(f, before, IS_PAGE);
}

static void
read_paragraph(struct filling *f, const struct element *n)
{
	struct reading *r = f->reading;
	const struct element *settings = element_child(n,
	    ELEMENT_PARAGRAPH_SETTINGS);
	struct paragraph_look l = styles_paragraph(r->styles, settings);
	struct run_facts facts = { l.look, l.hidden, l.capitals,
	    .page_before = l.page_before };
	struct block *before = f->to->last, *b;
	size_t boxes = r->num_boxes;

	r->paragraph = n->number;
	r->start = S("");
	r->silent += l.is_contents;
	b = begin_paragraph(f, &l);
	runs_read(r, n, &facts, &b->runs);
	blocks_join(r->arena, &b->runs);
	b->bookmarks = str_join(r->arena, b->bookmarks,
	    sink_str(&facts.bookmarks), S(" "));
	sink_free(&facts.bookmarks);
	r->silent -= l.is_contents;
	if (l.is_contents)
		losses_add(&r->losses, PHRASE_LOSS_CONTENTS, S(""), S(""));
	put_page_before(f, before, facts.page_before);
	f->joins = is_gone(r, settings);
	read_boxes(f, boxes);
	add_page(f, facts.page_after);
	if (element_child(settings, ELEMENT_SECTION) != NULL)
		end_section(f, element_child(settings, ELEMENT_SECTION));
}

/* --- Tables */

static void
read_cell(struct filling *f, const struct element *n, struct table_row *row)
{
	const struct element *settings = element_child(n,
	    ELEMENT_CELL_SETTINGS);
	const struct element *merge = element_child(settings,
	    ELEMENT_ROW_MERGE);
	struct filling inner = { .reading = f->reading, .depth = f->depth,
	    .in_table = true };
	long columns = element_number(element_value(settings,
	    ELEMENT_GRID_SPAN), 1);
	struct cell *c = row->last;
	struct blocks *to;

	if (c != NULL && str_eq(element_value(settings, ELEMENT_COLUMN_MERGE),
	    S("continue")))
		c->columns++;
	else
		c = blocks_cell(f->reading->arena, row);
	if (columns > 1)
		c->columns = columns < COLUMNS ? (size_t)columns : COLUMNS;
	if (merge != NULL && !str_eq(element_attr(merge, "val"), S("restart")))
		c->merge = CELL_CONTINUES;
	to = &c->blocks;
	inner.to = to;
	read_blocks(&inner, n);
}

static void
skip_columns(struct filling *f, struct table_row *row, str num)
{
	long n = element_number(num, 0);

	for (; n > 0 && n < COLUMNS; n--)
		blocks_cell(f->reading->arena, row);
}

static void
read_cells(struct filling *f, const struct element *parent,
    struct table_row *row)
{
	const struct element *n;

	for (n = parent->first; n != NULL; n = n->next)
		if (n->name == ELEMENT_CELL)
			read_cell(f, n, row);
		else if (n->name == ELEMENT_CONTROL && element_child(n,
		    ELEMENT_CONTROL_CONTENT) != NULL)
			read_cells(f, element_child(n,
			    ELEMENT_CONTROL_CONTENT), row);
}

static void
read_row(struct filling *f, const struct element *n, struct table *t)
{
	const struct element *settings = element_child(n,
	    ELEMENT_ROW_SETTINGS);
	enum changes changes = f->reading->changes;
	struct table_row *row;

	if (element_child(settings, changes == CHANGES_REJECT ?
	    ELEMENT_INSERTED : ELEMENT_DELETED) != NULL &&
	    changes != CHANGES_NONE)
		return;
	row = blocks_row(f->reading->arena, t);
	row->header = element_is_on(settings, ELEMENT_ROW_HEADER);
	skip_columns(f, row, element_value(settings, ELEMENT_GRID_BEFORE));
	read_cells(f, n, row);
	skip_columns(f, row, element_value(settings, ELEMENT_GRID_AFTER));
}

static void
read_rows(struct filling *f, const struct element *parent, struct table *t)
{
	const struct element *n;

	for (n = parent->first; n != NULL; n = n->next)
		if (n->name == ELEMENT_ROW)
			read_row(f, n, t);
		else if (n->name == ELEMENT_CONTROL && element_child(n,
		    ELEMENT_CONTROL_CONTENT) != NULL)
			read_rows(f, element_child(n,
			    ELEMENT_CONTROL_CONTENT), t);
}

static void
read_grid(struct filling *f, const struct element *grid, struct table *t)
{
	const struct element *n;
	size_t num = 0;
	long width;

	t->widths = arena_array(f->reading->arena, unsigned, COLUMNS);
	for (n = grid != NULL ? grid->first : NULL; n != NULL && num < COLUMNS;
	    n = n->next) {
		width = element_number(element_attr(n, "w"), 0);
		t->widths[num++] = width > 0 && width < 100000 ?
		    (unsigned)width : 0;
	}
}

static void
read_table(struct filling *f, const struct element *n)
{
	struct block *b = blocks_add(f->reading->arena, f->to, IS_TABLE);

	b->table = arena_new_of(f->reading->arena, struct table);
	b->number = f->reading->paragraph + 1;
	read_grid(f, element_child(n, ELEMENT_GRID), b->table);
	read_rows(f, n, b->table);
}

/* --- Blocks */

/* A control around paragraphs. */
static void
read_control(struct filling *f, const struct element *n)
{
	struct reading *r = f->reading;
	const struct element *content = element_child(n,
	    ELEMENT_CONTROL_CONTENT);
	bool contents = fields_is_contents(n), replaced;
	struct runs runs = { 0 };

	replaced = r->silent == 0 && fields_control(r, n, &runs);
	if (replaced)
		blocks_add(r->arena, f->to, IS_PARAGRAPH)->runs = runs;
	if (contents)
		reading_lose(r, PHRASE_LOSS_CONTENTS, S(""));
	r->silent += replaced || contents;
	f->depth--;
	if (content != NULL)
		read_blocks(f, content);
	f->depth++;
	r->silent -= replaced || contents;
}

static void
read_block(struct filling *f, const struct element *n)
{
	bool rejects = f->reading->changes == CHANGES_REJECT;

	switch (n->name) {
	case ELEMENT_PARAGRAPH:
		read_paragraph(f, n);
		break;
	case ELEMENT_TABLE:
		read_table(f, n);
		break;
	case ELEMENT_CONTROL:
		read_control(f, n);
		break;
	case ELEMENT_SECTION:
		end_section(f, n);
		break;
	case ELEMENT_INSERTED:
	case ELEMENT_MOVED_TO:
	case ELEMENT_DELETED:
	case ELEMENT_MOVED_FROM:
		if (rejects == (n->name == ELEMENT_DELETED ||
		    n->name == ELEMENT_MOVED_FROM))
			read_blocks(f, n);
		break;
	case ELEMENT_ALT_CHUNK:
	case ELEMENT_SUBDOCUMENT:
		reading_fail(f->reading, DIAG_IMPORT_CHUNK, S(""));
		break;
	default:
		break;
	}
}

static void
read_blocks(struct filling *f, const struct element *parent)
{
	const struct element *n;

	if (++f->depth >= DEPTH)
		reading_fail(f->reading, DIAG_IMPORT_LARGE, f->reading->part);
	for (n = parent->first; n != NULL && f->depth < DEPTH; n = n->next)
		read_block(f, n);
	f->depth--;
}

void
contents_read(struct reading *r, const struct element *parent,
    struct blocks *to)
{
	struct filling f = { .reading = r, .to = to };

	read_blocks(&f, parent);
}
