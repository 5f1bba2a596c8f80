/* SPDX-License-Identifier: ISC */
#include "diff/flat.h"

#include "base/arena.h"
#include "base/digest.h"
#include "base/map.h"
#include "base/path.h"

struct maker {
	struct flat		*flat;
	const struct doc	*doc;
	str			 folder;
	size_t			 cap_words;
	size_t			 cap_blocks;
	size_t			 tables;
	struct flat_block	 around;	/* what the next block is in */
	/* The word that is being read; it may go on in the next node. */
	struct sink		 letters;
	struct flat_word	 word;
	bool			 quoted;	/* after “ */
	struct map		 digests;	/* of pictures, by src */
};

/* --- Words */

static void
add_word(struct maker *m, struct flat_word w)
{
	struct flat *f = m->flat;
	struct flat_word *old = f->words;

	if (f->num_words == m->cap_words) {
		m->cap_words = m->cap_words != 0 ? 2 * m->cap_words : 256;
		f->words = arena_room(f->arena, struct flat_word,
		    m->cap_words);
		if (f->num_words != 0)
			memcpy(f->words, old, f->num_words * sizeof(*old));
	}
	w.hash = flat_word_hash(flat_word_hash(0, w.text), w.note);
	f->words[f->num_words++] = w;
}

static void
end_word(struct maker *m)
{
	struct flat_word w = m->word;

	if (m->letters.len != 0) {
		w.text = str_copy(m->flat->arena, sink_str(&m->letters));
		w.kinds |= flat_word_kinds(w.text);
		if (str_search(w.text, S("“")) != w.text.len)
			m->quoted = true;
		if (m->quoted)
			w.kinds |= WORD_IS_SETTING;
		if (str_search(w.text, S("”")) != w.text.len)
			m->quoted = false;
		add_word(m, w);
		sink_reset(&m->letters);
	}
	m->word = (struct flat_word){ .kinds = 0 };
}

static void
add_text(struct maker *m, str s, unsigned kinds)
{
	size_t space, i;

	while (s.len != 0) {
		space = flat_word_space(s);
		if (space != 0) {
			end_word(m);
			s = str_from(s, space);
			continue;
		}
		for (i = 1; i < s.len && flat_word_space(str_from(s, i)) == 0;
		    i++)
			;
		sink_put(&m->letters, str_upto(s, i));
		m->word.kinds |= kinds;
		s = str_from(s, i);
	}
}

/* The digest of a picture, so that another file of the same name differs. */
static str
picture_digest(struct maker *m, const struct item *i)
{
	struct map_slot *slot = map_slot(&m->digests, i->picture.src);
	struct arena *a = m->flat->arena;
	struct digest d;
	str path = i->picture.src;

	if (slot->value != NULL || !i->picture.is_there)
		return slot->value != NULL ? *(str *)slot->value : S("");
	if (str_starts(path, S("./")))
		path = str_from(path, 2);
	slot->value = arena_new_of(a, str);
	if (digest_file(path_name(a, m->folder, path), &d))
		*(str *)slot->value = digest_hex(a, d);
	return *(str *)slot->value;
}

static void
add_picture(struct maker *m, const struct item *i)
{
	end_word(m);
	add_word(m, (struct flat_word){ .text = str_copy(m->flat->arena,
	    i->picture.alt), .note = picture_digest(m, i),
	    .kinds = WORD_IS_PICTURE, .picture = i });
}

/* A blank or a box: its kind and what it asks for. */
static void
add_field(struct maker *m, const struct field *f)
{
	struct sink k = { 0 };
	size_t i;

	end_word(m);
	sink_puts(&k, "____");
	if (f->required)
		sink_char(&k, '*');
	m->word.text = sink_take(&k, m->flat->arena);
	sink_puts(&k, field_type_name(f->type));
	sink_char(&k, ' ');
	sink_uint(&k, f->length);
	for (i = 0; i < f->num_choices; i++) {
		sink_puts(&k, " / ");
		sink_put(&k, f->choices[i]);
	}
	m->word.note = sink_take(&k, m->flat->arena);
	m->word.kinds = WORD_IS_FIELD;
	add_word(m, m->word);
	m->word = (struct flat_word){ .kinds = 0 };
}

static unsigned
kinds_of(enum kind kind)
{
	switch ((int)kind) {
	case KIND_STRONG:
	case KIND_LITERAL:
	case KIND_KEYSTROKE:
		return WORD_IS_SETTING;
	case KIND_REFERENCE:
		return WORD_IS_COMPUTED;
	default:
		return 0;
	}
}

static void	add_inline(struct maker *, const node *, unsigned kinds);

static void
add_inlines(struct maker *m, const node *n, unsigned kinds)
{
	for (n = dom_first(n); n != NULL; n = dom_next(n))
		add_inline(m, n, kinds);
}

/* The last word of a link has its address. */
static void
add_link(struct maker *m, const node *n, unsigned kinds)
{
	const struct item *i = dom_item(n);
	str words = dom_words(m->flat->arena, n);

	add_inlines(m, n, kinds);
	if (m->letters.len != 0 && !str_eq(words, i->link.href))
		m->word.note = i->link.href;
}

static void
add_inline(struct maker *m, const node *n, unsigned kinds)
{
	const struct item *i = dom_item(n);

	switch ((int)i->kind) {
	case KIND_TEXT:
		add_text(m, dom_text(n), kinds);
		break;
	case KIND_SOFT_BREAK:
	case KIND_HARD_BREAK:
		end_word(m);
		break;
	case KIND_PICTURE:
		add_picture(m, i);
		break;
	case KIND_FIELD:
		add_field(m, i->field.facts);
		break;
	case KIND_LINK:
		add_link(m, n, kinds);
		break;
	default:
		add_inlines(m, n, kinds | kinds_of(i->kind));
	}
}

/* --- Blocks */

static struct flat_block *
open_block(struct maker *m, enum flat_kind kind, struct pos pos)
{
	struct flat *f = m->flat;
	struct flat_block *old = f->blocks;

	if (f->num_blocks == m->cap_blocks) {
		m->cap_blocks = m->cap_blocks != 0 ? 2 * m->cap_blocks : 64;
		f->blocks = arena_room(f->arena, struct flat_block,
		    m->cap_blocks);
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
close_block(struct maker *m)
{
	struct flat *f = m->flat;
	struct flat_block *b = &f->blocks[f->num_blocks - 1];
	size_t i;

	end_word(m);
	b->words.end = f->num_words;
	b->hash = hash_words(f, b->kind == FLAT_CODE ? FLAT_TEXT + 1 :
	    b->kind + 1, b->words);
	for (i = 0; i < b->num_cells; i++)
		b->hash = b->hash * 31 + (b->cells[i].end - b->cells[i].start);
	if (b->words.start == b->words.end)
		f->num_blocks--;
	else if (m->around.place == FLAT_STEP || m->around.place == FLAT_ITEM)
		m->around.continues = true;
}

static void
put_text(struct maker *m, const node *n)
{
	open_block(m, FLAT_TEXT, dom_item(n)->pos);
	add_inlines(m, n, 0);
	close_block(m);
}

static void
put_heading(struct maker *m, const node *n)
{
	const struct item *i = dom_item(n);
	struct flat_block *b;

	m->around.id = i->id;
	b = open_block(m, FLAT_HEADING, i->pos);
	b->level = (unsigned)i->heading.level;
	b->section = FLAT_NONE;
	b->label = i->heading.number;
	add_inlines(m, n, 0);
	close_block(m);
	m->around.section = m->flat->num_blocks - 1;
}

static void
put_code(struct maker *m, const node *n)
{
	const struct item *i = dom_item(n);
	str line, rest = dom_first(n) != NULL ? dom_text(dom_first(n)) :
	    S("");
	size_t num = 0;

	while (str_line(&rest, &line)) {
		open_block(m, FLAT_CODE, i->code.lines != NULL ?
		    i->code.lines[num++] : i->pos);
		add_text(m, line, WORD_IS_SETTING);
		close_block(m);
	}
}

static void
put_figure(struct maker *m, const node *n)
{
	const struct item *i = dom_item(n);
	struct flat_block *b;

	if (i->id.len != 0)
		m->around.id = i->id;
	b = open_block(m, FLAT_FIGURE, i->pos);
	b->number = i->number;
	add_picture(m, i);
	if (dom_first(n) != NULL)
		add_inlines(m, dom_first(n), 0);
	close_block(m);
}

static void
put_row(struct maker *m, const node *n)
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
		add_inlines(m, c, 0);
		end_word(m);
		cells->end = f->num_words;
	}
	close_block(m);
}

static void
put_table(struct maker *m, const node *n)
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

static void	put_blocks(struct maker *, const node *);

/* Puts what is in a block of blocks, then goes on as before it; ids and
 * sections stay. */
static void
put_inside(struct maker *m, const node *n, struct flat_block inside)
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
put_list(struct maker *m, const node *list)
{
	const struct item *l = dom_item(list);
	struct flat_block inside;
	size_t number = l->list.start;
	const node *n;

	for (n = dom_first(list); n != NULL; n = dom_next(n)) {
		inside = m->around;
		inside.place = l->list.ordered ? FLAT_STEP : FLAT_ITEM;
		inside.level = m->around.place == FLAT_STEP ||
		    m->around.place == FLAT_ITEM ? m->around.level + 1 : 1;
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
put_note(struct maker *m, const node *n)
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
put_footnote(struct maker *m, const node *n)
{
	struct flat_block inside = m->around;

	inside.place = FLAT_FOOTNOTE;
	inside.number = dom_item(n)->number;
	put_inside(m, n, inside);
}

static void
put_quote(struct maker *m, const node *n)
{
	struct flat_block inside = m->around;

	inside.place = FLAT_QUOTE;
	put_inside(m, n, inside);
}

static void
put_block(struct maker *m, const node *n)
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
put_blocks(struct maker *m, const node *n)
{
	for (n = dom_first(n); n != NULL; n = dom_next(n))
		put_block(m, n);
}

void
flat_make(struct flat *f, const struct doc *doc, str folder)
{
	struct maker m = { .flat = f, .doc = doc, .folder = folder,
	    .digests = map_make(doc->arena) };

	*f = (struct flat){ .arena = doc->arena, .lang = doc->lang };
	m.around.section = m.around.table = FLAT_NONE;
	put_blocks(&m, doc->root);
	sink_free(&m.letters);
}

str
flat_text(struct arena *a, const struct flat *f, struct flat_span s)
{
	struct sink k = { 0 };

	for (; s.start < s.end; s.start++) {
		if (k.len != 0)
			sink_char(&k, ' ');
		sink_put(&k, f->words[s.start].text);
	}
	return sink_take(&k, a);
}
