/* SPDX-License-Identifier: ISC */
#include "import/captions.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/turkish.h"
#include "import/dialect.h"

/* What a caption begins with. */
static const struct caption_word {
	const char	*text;
	bool		 table;
} words[] = {
#define X(text, table) { text, table },
#include "import/captions.def"
#undef X
};

enum { WORDS = sizeof(words) / sizeof(*words), CAPTION_LIMIT = 400 };

struct label {
	const struct caption_word *word;
	str		 number;	/* “3”, “2.1” */
	size_t		 len;		/* of both [byte] */
};

/* --- Labels */

/* A caption without a label: a style alone says what it is. */
static const struct caption_word unlabelled = { "", false };

/* What matbu prints before the number, with its “-”. */
static str
printed(const struct caption_word *word)
{
	return dialect_text(word->table ? DIALECT_TABLE_REFERENCE :
	    DIALECT_FIGURE_REFERENCE);
}

static bool
is_printed(const struct caption_word *word)
{
	return str_starts(printed(word), str_of(word->text));
}

static bool
is_digit_at(str s, size_t i)
{
	return i < s.len && char_is_digit(s.p[i]);
}

static bool
read_label(str s, struct label *l)
{
	size_t i, n, start;

	for (i = 0; i < WORDS; i++) {
		n = str_of(words[i].text).len;
		if (!str_starts(s, str_of(words[i].text)) || n + 1 >= s.len)
			continue;
		n += str_starts(str_from(s, n), S("\u00A0")) ? 2 :
		    s.p[n] == ' ' || s.p[n] == '-';
		for (start = n; is_digit_at(s, n) || (n > start && n < s.len &&
		    (s.p[n] == '.' || s.p[n] == '-') && is_digit_at(s, n + 1));
		    n++)
			;
		if (n == start || start == str_of(words[i].text).len)
			continue;
		*l = (struct label){ &words[i], str_upto(str_from(s, start),
		    n - start), n };
		return true;
	}
	return false;
}

/* What stands between label and caption: “. ”, “: ”, “ – ”. */
static size_t
separator(str s, size_t at)
{
	static const char *const signs[] = { ".", ":", "-", "–", "—", " ",
		"\u00A0", ")" };
	size_t i;

	for (i = 0; i < sizeof(signs) / sizeof(*signs); )
		if (str_starts(str_from(s, at), str_of(signs[i]))) {
			at += str_of(signs[i]).len;
			i = 0;
		} else
			i++;
	return at;
}

/* --- Figures and captions */

static void
set_figure(struct block *b)
{
	const struct run *r;
	struct run *picture = NULL;
	size_t num = 0;

	if (b->kind != IS_PARAGRAPH)
		return;
	for (r = b->runs.first; r != NULL; r = r->next)
		if (r->kind == RUN_PICTURE) {
			picture = (struct run *)(uintptr_t)r;
			num++;
		} else if (r->kind == RUN_TEXT && str_trim(r->text).len == 0)
			continue;
		else if (r->kind != RUN_BREAK)
			return;
	if (num != 1)
		return;
	b->kind = IS_FIGURE;
	picture->next = NULL;
	b->runs = (struct runs){ picture, picture };
}

static bool
can_take(const struct block *b, bool table)
{
	return b != NULL && !b->has_caption && b->kind == (table ?
	    IS_TABLE : IS_FIGURE);
}

static const struct block *
skip_empty(const struct block *b)
{
	while (b != NULL && b->kind == IS_PARAGRAPH &&
	    blocks_are_blank(&b->runs))
		b = b->next;
	return b;
}

static void
attach(struct arena *a, struct block *to, struct block *from,
    const struct label *l, str text, struct losses *losses)
{
	to->caption = from->runs;
	blocks_skip(&to->caption, (size_t)(separator(text, l->len)));
	to->has_caption = true;
	to->caption_number = l->number;
	to->bookmarks = str_join(a, to->bookmarks, from->bookmarks);
	losses_moved(losses, str_upto(text, l->len));
	if (!is_printed(l->word))
		losses_add(losses, PHRASE_LOSS_LABEL, str_upto(text, l->len),
		    S(""));
	from->runs = (struct runs){ 0 };
	from->kind = IS_PARAGRAPH;
	from->label = S("");
}

/* Styles of Pandoc say of what they are a caption; it prints no label. */
static void
take_unlabelled(struct arena *a, struct block *before, struct block *b,
    str text, struct losses *losses)
{
	struct block *next = (struct block *)(uintptr_t)skip_empty(b->next);
	struct label l = { &unlabelled, S(""), 0 };

	if (b->style != STYLE_CAPTION || str_trim(text).len == 0)
		return;
	if (can_take(next, true))
		attach(a, next, b, &l, text, losses);
	else if (can_take(before, false))
		attach(a, before, b, &l, text, losses);
}

/* A text of the caption begins with its first run. */
static void
take_caption(struct arena *a, struct block *before, struct block *b,
    struct losses *losses)
{
	str text;
	struct block *next;
	struct label l;
	bool table;

	if (b->kind > IS_ITEM)
		return;
	text = blocks_words(a, &b->runs);
	if (text.len > CAPTION_LIMIT)
		return;
	if (!read_label(text, &l)) {
		take_unlabelled(a, before, b, text, losses);
		return;
	}
	if (separator(text, l.len) == text.len)
		return;
	next = (struct block *)(uintptr_t)skip_empty(b->next);
	table = l.word->table;
	/* A sentence may begin with a reference. */
	if (b->style != STYLE_CAPTION && separator(text, l.len) == l.len)
		return;
	if (can_take(table ? next : before, table))
		attach(a, table ? next : before, b, &l, text, losses);
	else if (can_take(table ? before : next, table))
		attach(a, table ? before : next, b, &l, text, losses);
}

void
captions_attach(struct arena *a, struct blocks *blocks, struct losses *losses)
{
	struct block *b, *before = NULL;

	for (b = blocks->first; b != NULL; b = b->next)
		set_figure(b);
	for (b = blocks->first; b != NULL; b = b->next) {
		take_caption(a, before, b, losses);
		if (b->kind != IS_PARAGRAPH || !blocks_are_blank(&b->runs))
			before = b;
	}
}

/* --- References */

struct refer {
	struct arena	*arena;
	struct losses	*losses;
	struct map	 labels;	/* “s3”, “t2” -> struct block */
	struct map	 bookmarks;	/* name -> struct block */
	struct map	 ids;		/* those that are taken */
	size_t		 figures;
	size_t		 tables;
};

static str
label_key(struct arena *a, bool table, str number)
{
	return str_join(a, table ? S("t") : S("s"), number);
}

static str
id_of(struct arena *a, const struct block *b)
{
	str name;

	if (b->kind == IS_HEADING)
		return turkish_slug(a, blocks_words(a, &b->runs));
	if (b->kind == IS_TABLE && b->has_caption)
		return turkish_slug(a, blocks_words(a, &b->caption));
	if (b->kind != IS_FIGURE)
		return S("");
	name = b->runs.first->picture->name;
	return str_upto(name, str_rfind(name, '.'));
}

/* Gives the block its anchor; one that is taken already would get a number. */
static void
take_target(struct refer *r, struct block *b)
{
	str rest = b->bookmarks, name, id = id_of(r->arena, b);
	size_t *num = b->kind == IS_TABLE ? &r->tables : &r->figures;

	if (id.len != 0 && map_slot(&r->ids, id)->number++ == 0)
		b->id = id;
	if (b->has_caption) {
		b->number_printed = ++*num;
		map_slot(&r->labels, label_key(r->arena, b->kind ==
		    IS_TABLE, b->caption_number))->value = b;
	}
	while (b->id.len != 0 && str_cut(&rest, ' ', &name))
		if (name.len != 0)
			map_slot(&r->bookmarks, name)->value = b;
}

static const struct block *
find_label(struct refer *r, const struct label *l)
{
	const struct map_slot *slot = map_find(&r->labels, label_key(r->arena,
	    l->word->table, l->number));
	const struct block *b = slot != NULL ? slot->value : NULL;

	return b != NULL && b->id.len != 0 ? b : NULL;
}

static void
put_reference(struct refer *r, struct runs *out, const struct run *from,
    const struct block *to, const struct label *l)
{
	str number = str_uint(r->arena, to->number_printed);
	struct run *run = blocks_run(r->arena, out, RUN_TEXT);

	run->look = from->look;
	run->link = str_join(r->arena, S("#"), to->id);
	run->text = str_join(r->arena, printed(l->word), number);
	if (str_eq(number, l->number) && is_printed(l->word))
		return;
	losses_moved(r->losses, str_join(r->arena, str_of(l->word->text),
	    S(" "), l->number));
	losses_added(r->losses, run->text);
}

static bool
is_word_before(str text, size_t i)
{
	return i != 0 && (char_is_letter(text.p[i - 1]) ||
	    char_is_digit(text.p[i - 1]));
}

/* Splits a text at the labels in it. */
static void
refer_in_text(struct refer *r, const struct run *run, struct runs *out)
{
	const struct block *to;
	struct label l;
	str text = run->text;
	size_t i, begin = 0;

	for (i = 0; i < text.len; i++) {
		if ((unsigned char)text.p[i] < 'A' || is_word_before(text, i) ||
		    !read_label(str_from(text, i), &l) ||
		    (to = find_label(r, &l)) == NULL)
			continue;
		blocks_text(r->arena, out, str_upto(str_from(text, begin),
		    i - begin), run->look, run->link);
		put_reference(r, out, run, to, &l);
		i += l.len - 1;
		begin = i + 1;
	}
	blocks_text(r->arena, out, str_from(text, begin), run->look,
	    run->link);
}

/* A link to a bookmark leads to its block, or is none. */
static str
link_in(struct refer *r, const struct run *run)
{
	const struct map_slot *slot;

	if (!str_starts(run->link, S("#")))
		return run->link;
	slot = map_find(&r->bookmarks, str_from(run->link, 1));
	return slot != NULL ? str_join(r->arena, S("#"),
	    ((const struct block *)slot->value)->id) : S("");
}

static bool
is_address(str link)
{
	return link.len == 0 || str_starts(link, S("#")) ||
	    str_starts(link, S("https://")) || str_starts(link,
	    S("http://")) || str_starts(link, S("mailto:"));
}

static void
refer_in_runs(struct refer *r, struct runs *runs, const struct block *b)
{
	struct runs out = { 0 };
	struct run *run, copy;

	for (run = runs->first; run != NULL; run = run->next) {
		copy = *run;
		if (run->kind != RUN_FIELD)
			copy.link = link_in(r, run);
		if (run->kind != RUN_FIELD && !is_address(copy.link)) {
			losses_add(r->losses, PHRASE_LOSS_LINK, copy.link,
			    str_join(r->arena, S("¶"), str_uint(r->arena,
			    b->number)));
			copy.link = S("");
		}
		copy.next = NULL;
		if (run->kind == RUN_TEXT && b->kind != IS_HEADING)
			refer_in_text(r, &copy, &out);
		else
			*blocks_run(r->arena, &out, run->kind) = copy;
	}
	*runs = out;
}

static void
refer_in_blocks(struct refer *r, struct blocks *blocks)
{
	struct block *b;
	struct table_row *row;
	struct cell *c;

	for (b = blocks->first; b != NULL; b = b->next) {
		if (b->table == NULL && b->kind <= IS_ITEM)
			refer_in_runs(r, &b->runs, b);
		if (b->table == NULL)
			continue;
		for (row = b->table->first; row != NULL; row = row->next)
			for (c = row->first; c != NULL; c = c->next)
				refer_in_blocks(r, &c->blocks);
	}
}

void
captions_refer(struct arena *a, struct blocks *blocks, struct losses *losses)
{
	struct refer r = { a, losses, map_make(a), map_make(a), map_make(a),
	    0, 0 };
	struct block *b;

	for (b = blocks->first; b != NULL; b = b->next)
		take_target(&r, b);
	refer_in_blocks(&r, blocks);
}
