/* SPDX-License-Identifier: ISC */
#include "diff/entry.h"

#include "base/arena.h"

enum {
	SHORT = 60,			/* [byte] of a name of a place */
	LONG = 160,			/* [byte] of words that go or come */
	REGIONS = 3,			/* changes that an entry shows */
	NOTED = 3			/* entries that a note names */
};

/* The block that the line is about, and the text that it is of. */
static const struct flat_block *
block_of(const struct changes *c, const struct change_line *l,
    const struct flat **f)
{
	*f = l->new != FLAT_NONE ? c->new : c->old;
	return &(*f)->blocks[l->new != FLAT_NONE ? l->new : l->old];
}

/* A text with quotation marks gets none around it. */
static str
quoted(struct arena *a, str s)
{
	if (str_search(s, S("“")) != s.len)
		return s;
	return str_join(a, S("“"), s, S("”"));
}

static str
named(struct arena *a, const struct flat *f, struct flat_span s)
{
	return quoted(a, str_shorten(a, flat_text(a, f, s), SHORT));
}

/* --- Places */

static str
numbered(struct arena *a, str word, unsigned number)
{
	return number == 0 ? word : str_join(a, word, S("-"), str_uint(a,
	    number));
}

static str
label_of(struct arena *a, enum lang lang, const struct flat_block *b)
{
	str label = b->label;

	if (str_ends(label, S(".")) || str_ends(label, S(")")))
		label.len--;
	return str_join(a, lang_word(lang, WORD_DIFF_STEP), S(" "), label);
}

static str
text_place(struct arena *a, enum lang lang, const struct flat_block *b)
{
	if (b->table != FLAT_NONE)
		return str_join(a, numbered(a, lang_word(lang, WORD_TABLE),
		    b->number), S(", "), lang_word(lang, WORD_DIFF_CAPTION));
	switch (b->place) {
	case FLAT_STEP:
		return label_of(a, lang, b);
	case FLAT_ITEM:
		return lang_word(lang, WORD_DIFF_ITEM);
	case FLAT_QUOTE:
		return lang_word(lang, WORD_DIFF_QUOTE);
	case FLAT_NOTE:
		return lang_word(lang, WORD_NOTE + b->type);
	case FLAT_FOOTNOTE:
		return str_join(a, lang_word(lang, WORD_FOOTNOTE),
		    S(" "), str_uint(a, b->number));
	default:
		return lang_word(lang, WORD_DIFF_PARAGRAPH);
	}
}

static str
row_place(struct arena *a, enum lang lang, const struct flat *f,
    const struct flat_block *b)
{
	str table = b->place == FLAT_FACTS ?
	    lang_word(lang, WORD_HEADER_TABLE) :
	    numbered(a, lang_word(lang, WORD_TABLE), b->number);

	return str_join(a, table, S(", "), lang_word(lang, WORD_DIFF_ROW),
	    S(" "), b->cells[0].start != b->cells[0].end ?
	    named(a, f, b->cells[0]) : str_uint(a, b->row + 1));
}

static str
bare_place(struct arena *a, enum lang lang, const struct flat *f,
    const struct flat_block *b)
{
	switch (b->kind) {
	case FLAT_HEADING:
		return str_join(a, lang_word(lang, WORD_DIFF_HEADING), S(" "),
		    named(a, f, b->words));
	case FLAT_ROW:
		return row_place(a, lang, f, b);
	case FLAT_FIGURE:
		return b->number == 0 ? lang_word(lang, WORD_DIFF_PICTURE) :
		    numbered(a, lang_word(lang, WORD_FIGURE), b->number);
	case FLAT_CODE:
		return lang_word(lang, WORD_DIFF_CODE);
	default:
		return text_place(a, lang, b);
	}
}

str
entry_place(const struct changes *c, const struct change_line *l,
    enum lang lang)
{
	const struct flat *f;
	const struct flat_block *b = block_of(c, l, &f);
	str place = bare_place(c->arena, lang, f, b);

	if (b->section == FLAT_NONE || f->blocks[b->section].level == 1)
		return place;
	return str_join(c->arena, place, S(" ("), named(c->arena, f,
	    f->blocks[b->section].words), S(")"));
}

/* --- What it is */

str
entry_act(enum change_act act, enum lang lang)
{
	static const enum word words[] = {
		[CHANGE_ADDED] = WORD_DIFF_ADDED,
		[CHANGE_REMOVED] = WORD_DIFF_REMOVED,
		[CHANGE_EDITED] = WORD_DIFF_EDITED,
		[CHANGE_SPLIT] = WORD_DIFF_SPLIT,
		[CHANGE_JOINED] = WORD_DIFF_JOINED,
		[CHANGE_MOVED] = WORD_DIFF_MOVED,
		[CHANGE_MOVED_EDITED] = WORD_DIFF_MOVED_EDITED,
		[CHANGE_REWRITTEN] = WORD_DIFF_REPLACED,
		[CHANGE_COLUMN_ADDED] = WORD_DIFF_COLUMN_ADDED,
		[CHANGE_COLUMN_REMOVED] = WORD_DIFF_COLUMN_REMOVED,
		[CHANGE_GONE] = WORD_DIFF_GONE
	};

	return act == CHANGE_NONE ? S("") : lang_word(lang, words[act]);
}

/* WORD_DIFF_OF_… are in the order of CHANGE_OF_…. */
static str
reasons_of(struct arena *a, unsigned reasons, enum lang lang)
{
	str all = S("");
	unsigned i;

	for (i = 0; reasons >> i != 0; i++)
		if ((reasons >> i & 1) != 0)
			all = str_join(a, all, all.len != 0 ? S(", ") : S(""),
			    lang_word(lang, WORD_DIFF_OF_STEP + i));
	return all;
}

/* --- The words that go and come */

struct excerpt {
	struct arena	*arena;
	enum lang	 lang;
	struct sink	 sink;
	unsigned	 regions;
};

static void
put_words(struct excerpt *e, const struct flat *f, struct flat_span s,
    enum word act)
{
	str text = str_shorten(e->arena, flat_text(e->arena, f, s), LONG);
	str note = f->words[s.end - 1].note;

	sink_puts(&e->sink, e->sink.len != 0 ? "; " : "");
	sink_put(&e->sink, lang_word(e->lang, act));
	sink_puts(&e->sink, ": ");
	sink_put(&e->sink, quoted(e->arena, text));
	if (note.len != 0 && f->words[s.end - 1].kinds == 0) {
		sink_puts(&e->sink, " <");
		sink_put(&e->sink, note);
		sink_char(&e->sink, '>');
	}
}

/* Whether only the file of a picture is another one. */
static bool
is_other_picture(const struct changes *c, const struct script_run *r,
    size_t left)
{
	return left > 1 && r[0].act == SCRIPT_REMOVED &&
	    r[1].act == SCRIPT_ADDED &&
	    r[0].span.end - r[0].span.start == 1 &&
	    r[1].span.end - r[1].span.start == 1 &&
	    c->old->words[r[0].span.start].picture != NULL &&
	    c->new->words[r[1].span.start].picture != NULL &&
	    str_eq(c->old->words[r[0].span.start].text,
	    c->new->words[r[1].span.start].text);
}

static void
put_script(struct excerpt *e, const struct changes *c, const struct script *s)
{
	size_t i;

	for (i = 0; i < s->num; i++) {
		const struct script_run *r = &s->runs[i];

		if (r->act == SCRIPT_SAME)
			continue;
		if (i == 0 || r[-1].act == SCRIPT_SAME)
			e->regions++;
		if (e->regions > REGIONS)
			return;
		if (is_other_picture(c, r, s->num - i)) {
			sink_puts(&e->sink, e->sink.len != 0 ? "; " : "");
			sink_put(&e->sink, lang_word(e->lang,
			    WORD_DIFF_OTHER_PICTURE));
			i++;
		} else if (r->act == SCRIPT_REMOVED)
			put_words(e, c->old, r->span, WORD_DIFF_REMOVED);
		else
			put_words(e, c->new, r->span, WORD_DIFF_ADDED);
	}
}

/* Names the column before what changes in it, where the table has a head. */
static void
put_column(struct excerpt *e, const struct changes *c,
    const struct flat_block *b, const struct change_part *p)
{
	size_t at = (size_t)(b - c->new->blocks);
	const struct flat_block *head = &c->new->blocks[at >= b->row ? at -
	    b->row : 0];

	if (b->row == 0 || !head->header || head->table != b->table ||
	    head->num_cells != b->num_cells ||
	    head->cells[p->cell].start == head->cells[p->cell].end)
		return;
	sink_puts(&e->sink, e->sink.len != 0 ? "; " : "");
	sink_put(&e->sink, lang_word(e->lang, WORD_DIFF_COLUMN));
	sink_char(&e->sink, ' ');
	sink_put(&e->sink, named(e->arena, c->new,
	    head->cells[p->cell]));
}

static void
put_parts(struct excerpt *e, const struct changes *c,
    const struct change_line *l)
{
	size_t i;

	for (i = 0; i < l->num_parts; i++) {
		if (script_is_same(&l->parts[i].script) ||
		    l->parts[i].column != CHANGE_NONE)
			continue;
		if (l->new != FLAT_NONE &&
		    c->new->blocks[l->new].kind == FLAT_ROW)
			put_column(e, c, &c->new->blocks[l->new],
			    &l->parts[i]);
		put_script(e, c, &l->parts[i].script);
		if (e->regions > REGIONS) {
			sink_puts(&e->sink, "; …");
			return;
		}
	}
}

static str
detail_of(const struct changes *c, const struct change *e, enum lang lang)
{
	const struct change_line *l = &c->lines[e->line];
	struct excerpt x = { .arena = c->arena, .lang = lang };
	const struct flat *f;
	const struct flat_block *b = block_of(c, l, &f);

	switch (e->act) {
	case CHANGE_ADDED:
	case CHANGE_REMOVED:
		return b->kind == FLAT_HEADING ? S("") : quoted(c->arena,
		    str_shorten(c->arena, flat_text(c->arena, f, b->words),
		    LONG));
	case CHANGE_MOVED:
		if (e->num_lines > 1)
			return str_join(c->arena, str_uint(c->arena,
			    e->num_lines), S(" "), lang_word(lang,
			    WORD_DIFF_TOGETHER));
		return b->kind == FLAT_HEADING || b->kind == FLAT_ROW ?
		    S("") : named(c->arena, f, b->words);
	case CHANGE_COLUMN_ADDED:
		return named(c->arena, c->new,
		    c->new->blocks[l->new].cells[e->cell]);
	case CHANGE_COLUMN_REMOVED:
		return named(c->arena, c->old,
		    c->old->blocks[l->old].cells[e->cell]);
	default:
		put_parts(&x, c, l);
		return sink_take(&x.sink, c->arena);
	}
}

struct entry
entry_make(const struct changes *c, const struct change *e, enum lang lang)
{
	const struct change_line *l = &c->lines[e->line];
	struct entry x = { .act = entry_act(e->act, lang),
	    .reasons = reasons_of(c->arena, e->reasons, lang),
	    .detail = detail_of(c, e, lang) };
	const struct flat *f;
	const struct flat_block *b = block_of(c, l, &f);

	if (e->act == CHANGE_COLUMN_ADDED || e->act == CHANGE_COLUMN_REMOVED)
		x.place = numbered(c->arena, lang_word(lang, WORD_TABLE),
		    b->number);
	else
		x.place = entry_place(c, l, lang);
	return x;
}

str
entry_note(const struct changes *c, enum lang lang)
{
	struct sink k = { 0 };
	struct entry x;
	size_t i, num = 0, most = c->num_must != 0 ? c->num_must :
	    c->num_entries;

	for (i = 0; i < c->num_entries && num < NOTED; i++) {
		if (c->num_must != 0 && c->entries[i].reasons == 0)
			continue;
		x = entry_make(c, &c->entries[i], lang);
		sink_puts(&k, num++ != 0 ? "; " : "");
		sink_put(&k, x.place);
		sink_char(&k, ' ');
		sink_put(&k, x.act);
	}
	if (most > num)
		sink_puts(&k, "; …");
	return sink_take(&k, c->arena);
}
