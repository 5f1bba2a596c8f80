/* SPDX-License-Identifier: ISC */
#include "diff/flat_make.h"

#include "base/arena.h"
#include "diff/flat_words.h"

static struct flat_block *
open_block(struct flat_words *m, enum flat_kind kind, struct pos pos)
{
	struct flat *f = m->flat;
	struct flat_block *old = f->blocks;

	if (f->num_blocks == m->cap_blocks) {
		m->cap_blocks = m->cap_blocks != 0 ? 2 * m->cap_blocks : 64;
		f->blocks = arena_room(
		    f->arena, struct flat_block, m->cap_blocks);
		if (f->num_blocks != 0)
			memcpy(f->blocks, old, f->num_blocks * sizeof(*old));
	}
	f->blocks[f->num_blocks] = m->around;
	f->blocks[f->num_blocks].kind = kind;
	f->blocks[f->num_blocks].pos = pos;
	f->blocks[f->num_blocks].words.start = f->num_words;
	m->quoted = false;
	return &f->blocks[f->num_blocks++];
}

static uint64_t
hash_words(const struct flat *f, uint64_t hash, struct flat_span s)
{
	for (; s.start < s.end; s.start++)
		hash = (hash ^ f->words[s.start].hash) * 0x9E3779B97F4A7C15u +
		    (hash >> 29);
	return hash;
}

/* A block without a word is none. */
static void
close_block(struct flat_words *m)
{
	struct flat *f = m->flat;
	struct flat_block *b = &f->blocks[f->num_blocks - 1];
	size_t i;

	flat_words_end(m);
	b->words.end = f->num_words;
	b->hash = hash_words(
	    f, b->kind == FLAT_CODE ? FLAT_TEXT + 1 : b->kind + 1, b->words);
	for (i = 0; i < b->num_cells; i++)
		b->hash = b->hash * 31 + (b->cells[i].end - b->cells[i].start);
	if (b->words.start == b->words.end)
		f->num_blocks--;
	else if (m->around.place == FLAT_STEP || m->around.place == FLAT_ITEM)
		m->around.continues = true;
}

static void
put_text(struct flat_words *m, const node *n)
{
	open_block(m, FLAT_TEXT, dom_item(n)->pos);
	flat_words_inlines(m, n, 0);
	close_block(m);
}

static void
put_heading(struct flat_words *m, const node *n)
{
	const struct item *i = dom_item(n);
	struct flat_block *b;

	m->around.id = i->id;
	b = open_block(m, FLAT_HEADING, i->pos);
	b->level = (unsigned)i->heading.level;
	b->section = FLAT_NONE;
	b->label = i->heading.number;
	flat_words_inlines(m, n, 0);
	close_block(m);
	m->around.section = m->flat->num_blocks - 1;
}

static void
put_code(struct flat_words *m, const node *n)
{
	const struct item *i = dom_item(n);
	str line, rest = dom_first(n) != NULL ? dom_text(dom_first(n)) : S("");
	size_t num = 0;

	while (str_line(&rest, &line)) {
		open_block(m, FLAT_CODE,
		    i->code.lines != NULL ? i->code.lines[num++] : i->pos);
		flat_words_text(m, line, WORD_IS_SETTING);
		close_block(m);
	}
}

static void
put_figure(struct flat_words *m, const node *n)
{
	const struct item *i = dom_item(n);
	struct flat_block *b;

	if (i->id.len != 0)
		m->around.id = i->id;
	b = open_block(m, FLAT_FIGURE, i->pos);
	b->number = i->number;
	flat_words_picture(m, i);
	if (dom_first(n) != NULL)
		flat_words_inlines(m, dom_first(n), 0);
	close_block(m);
}

static void
put_row(struct flat_words *m, const node *n)
{
	struct flat *f = m->flat;
	struct flat_span *cells;
	size_t num = 0;
	const node *c;

	for (c = dom_first(n); c != NULL; c = dom_next(c))
		num++;
	cells = arena_array(f->arena, struct flat_span, num);
	open_block(m, FLAT_ROW, dom_item(n)->pos)->header =
	    dom_item(n)->row.header;
	f->blocks[f->num_blocks - 1].cells = cells;
	f->blocks[f->num_blocks - 1].num_cells = num;
	for (c = dom_first(n); c != NULL; c = dom_next(c), cells++) {
		cells->start = f->num_words;
		flat_words_inlines(m, c, 0);
		flat_words_end(m);
		cells->end = f->num_words;
	}
	close_block(m);
}

static void
put_table(struct flat_words *m, const node *n)
{
	struct flat_block kept = m->around;

	if (dom_item(n)->id.len != 0)
		kept.id = m->around.id = dom_item(n)->id;
	m->around.table = m->tables++;
	m->around.number = dom_item(n)->number;
	m->around.row = 0;
	for (n = dom_first(n); n != NULL; n = dom_next(n)) {
		if (dom_kind(n) == KIND_ROW)
			put_row(m, n);
		else
			put_text(m, n);
		m->around.row += dom_kind(n) == KIND_ROW;
	}
	kept.continues = m->around.continues;
	m->around = kept;
}

static void put_blocks(struct flat_words *, const node *);

/* Puts what is in a block of blocks, then goes on as before it; ids and
 * sections stay. */
static void
put_inside(struct flat_words *m, const node *n, struct flat_block inside)
{
	struct flat_block kept = m->around;

	m->around = inside;
	put_blocks(m, n);
	kept.id = m->around.id;
	kept.section = m->around.section;
	kept.continues = m->around.continues || kept.continues;
	m->around = kept;
}

static void
put_list(struct flat_words *m, const node *list)
{
	const struct item *l = dom_item(list);
	struct flat_block inside;
	size_t number = l->list.start;
	const node *n;

	for (n = dom_first(list); n != NULL; n = dom_next(n)) {
		inside = m->around;
		inside.place = l->list.ordered ? FLAT_STEP : FLAT_ITEM;
		inside.level = m->around.place == FLAT_STEP ||
			m->around.place == FLAT_ITEM ?
		    m->around.level + 1 :
		    1;
		inside.continues = false;
		inside.label = dom_item(n)->entry.label;
		if (inside.label.len == 0 && l->list.ordered)
			inside.label = str_join(m->flat->arena,
			    str_uint(m->flat->arena, number), S("."));
		number++;
		put_inside(m, n, inside);
	}
}

static void
put_note(struct flat_words *m, const node *n)
{
	struct flat_block inside = m->around;
	enum note_type t = dom_item(n)->note.type;

	inside.place = FLAT_NOTE;
	inside.type = t;
	inside.warns = t == NOTE_IMPORTANT || t == NOTE_WARNING ||
	    t == NOTE_CAUTION;
	put_inside(m, n, inside);
}

static void
put_footnote(struct flat_words *m, const node *n)
{
	struct flat_block inside = m->around;

	inside.place = FLAT_FOOTNOTE;
	inside.number = dom_item(n)->number;
	put_inside(m, n, inside);
}

static void
put_quote(struct flat_words *m, const node *n)
{
	struct flat_block inside = m->around;

	inside.place = FLAT_QUOTE;
	put_inside(m, n, inside);
}

static void
put_block(struct flat_words *m, const node *n)
{
	switch ((int)dom_kind(n)) {
	case KIND_HEADING:
		put_heading(m, n);
		break;
	case KIND_PARAGRAPH:
		put_text(m, n);
		break;
	case KIND_CODE:
		put_code(m, n);
		break;
	case KIND_FIGURE:
		put_figure(m, n);
		break;
	case KIND_TABLE:
		put_table(m, n);
		break;
	case KIND_LIST:
		put_list(m, n);
		break;
	case KIND_NOTE:
		put_note(m, n);
		break;
	case KIND_QUOTE:
		put_quote(m, n);
		break;
	case KIND_FOOTNOTE:
		put_footnote(m, n);
		break;
	default:
		put_blocks(m, n);
	}
}

static void
put_blocks(struct flat_words *m, const node *n)
{
	for (n = dom_first(n); n != NULL; n = dom_next(n))
		put_block(m, n);
}

static void
put_cell(struct flat_words *m, struct flat_span *cell, str text)
{
	cell->start = m->flat->num_words;
	flat_words_text(m, text, 0);
	flat_words_end(m);
	cell->end = m->flat->num_words;
}

/* A value may stand in the index.md of a folder. */
static struct pos
pos_in(const struct doc *doc, struct place place)
{
	return str_eq(place.path, doc->path) ? place.pos : POS_NONE;
}

static void
put_facts(struct flat_words *m, struct flat_facts facts)
{
	struct flat_block kept = m->around, *b;
	struct flat_span *cells;
	size_t i;

	m->around.place = FLAT_FACTS;
	m->around.table = m->tables++;
	for (i = 0; i < facts.num; i++, m->around.row++) {
		cells = arena_array(m->flat->arena, struct flat_span, 2);
		b = open_block(
		    m, FLAT_ROW, pos_in(m->doc, facts.items[i].value.place));
		b->cells = cells;
		b->num_cells = 2;
		put_cell(m, &cells[0], facts.items[i].label);
		put_cell(m, &cells[1], facts.items[i].value.text);
		close_block(m);
	}
	m->around = kept;
}

void
flat_make(
    struct flat *f, const struct doc *doc, str folder, struct flat_facts facts)
{
	struct flat_words m = { .flat = f,
		.doc = doc,
		.folder = folder,
		.digests = map_make(doc->arena) };

	*f = (struct flat){ .arena = doc->arena, .lang = doc->lang };
	m.around.section = m.around.table = FLAT_NONE;
	put_facts(&m, facts);
	put_blocks(&m, doc->root);
	sink_free(&m.letters);
}
