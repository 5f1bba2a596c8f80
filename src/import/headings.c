/* SPDX-License-Identifier: ISC */
#include "import/headings.h"

#include "base/arena.h"
#include "base/turkish.h"
#include "model/article.h"

enum { HEADING_LIMIT = 120, TITLE_LIMIT = 200, DEEPEST = 6, FIRST_BLOCKS = 4,
	PARTS = 6 };

struct headings {
	struct arena	*arena;
	struct losses	*losses;
	bool		 styled;	/* some are by their style */
};

/* --- Numbers in front of a text: “1.”, “2.1”, “3)” */

static size_t
number_length(str s, unsigned *parts)
{
	size_t n = 0, digits;

	*parts = 0;
	for (;;) {
		for (digits = n; n < s.len && char_is_digit(s.p[n]); n++)
			;
		if (n == digits || n - digits > 3)
			break;
		++*parts;
		if (n == s.len || (s.p[n] != '.' && s.p[n] != ')'))
			break;
		n++;
	}
	return *parts != 0 && n < s.len && (char_is_space(s.p[n]) ||
	    s.p[n - 1] == '.') ? n : 0;
}

/* The number without its last sign. */
static str
bare(str number)
{
	number = str_trim(number);
	while (number.len != 0 && !char_is_digit(number.p[number.len - 1]))
		number.len--;
	return number;
}

/* --- Which paragraphs are headings */

static bool
is_all(const struct block *b, unsigned look)
{
	const struct run *r;
	bool any = false;

	for (r = b->runs.first; r != NULL; r = r->next) {
		if (r->kind != RUN_TEXT || (str_trim(r->text).len != 0 &&
		    (r->look & look) == 0))
			return false;
		any |= str_trim(r->text).len != 0;
	}
	return any;
}

static bool
is_upper(str s)
{
	size_t i, len, letters = 0;
	uint32_t c;

	for (i = 0; i < s.len; i += len) {
		c = str_rune(str_from(s, i), &len);
		if (!turkish_is_letter(c))
			continue;
		if (turkish_lower(c) == c)
			return false;
		letters++;
	}
	return letters > 1;
}

static bool
ends_as_sentence(str s)
{
	char c = s.len != 0 ? s.p[s.len - 1] : '.';

	return c == '.' || c == ':' || c == ';' || c == ',' || c == '_' ||
	    c == ')' || c == '-' || str_ends(s, S("…"));
}

static unsigned
typed_level(struct headings *h, const struct block *b, unsigned last)
{
	str text = blocks_words(h->arena, &b->runs);
	unsigned parts;
	size_t n = number_length(text, &parts);
	bool bold = is_all(b, LOOK_BOLD);
	struct article article;

	if (b->kind != IS_PARAGRAPH || b->style != STYLE_PLAIN ||
	    b->align == PLACE_RIGHT || text.len > HEADING_LIMIT ||
	    ends_as_sentence(text) || article_read(h->arena, text, &article) ||
	    !(bold || (n != 0 && is_upper(str_from(text, n)))))
		return 0;
	if (b->align == PLACE_CENTER && !is_upper(text) && n == 0)
		return 0;
	if (n != 0)
		return parts;
	return h->styled ? last + 1 : last != 0 ? last : 1;
}

static void
find_typed(struct headings *h, struct blocks *blocks)
{
	struct block *b;
	unsigned level, last = 0, numbered = 0, parts;

	for (b = blocks->first; b != NULL; b = b->next) {
		if (b->kind == IS_HEADING && b->style != STYLE_TITLE) {
			last = b->level;
			continue;
		}
		level = typed_level(h, b, h->styled ? last : numbered != 0 ?
		    numbered + 1 : 1);
		if (level == 0)
			continue;
		b->kind = IS_HEADING;
		b->level = level;
		if (number_length(blocks_words(h->arena, &b->runs),
		    &parts) != 0)
			numbered = level;
		losses_add(h->losses, PHRASE_LOSS_HEADING, blocks_words(
		    h->arena, &b->runs), S(""));
	}
}

/* --- The title */

static void
remove_block(struct blocks *blocks, struct block *gone)
{
	struct block *b, *before = NULL;

	for (b = blocks->first; b != gone; b = b->next)
		before = b;
	*(before != NULL ? &before->next : &blocks->first) = gone->next;
	if (blocks->last == gone)
		blocks->last = before;
}

static void
put_first(struct blocks *blocks, struct block *b)
{
	b->kind = IS_HEADING;
	b->level = 1;
	b->style = STYLE_TITLE;
	b->next = blocks->first;
	blocks->first = b;
	if (blocks->last == NULL)
		blocks->last = b;
}

static struct block *
first_of_style(struct blocks *blocks)
{
	struct block *b;

	for (b = blocks->first; b != NULL; b = b->next)
		if (b->style == STYLE_TITLE && b->table == NULL &&
		    !blocks_are_blank(&b->runs))
			return b;
	return NULL;
}

/* The only heading of the highest level, where the text begins with it. */
static struct block *
only_heading(struct blocks *blocks)
{
	struct block *b, *found = NULL;

	for (b = blocks->first; b != NULL; b = b->next) {
		if (b->kind == IS_HEADING && (found == NULL ||
		    b->level <= found->level)) {
			if (found != NULL)
				return NULL;
			found = b;
		} else if (found == NULL && (b->kind == IS_TABLE ||
		    !blocks_are_blank(&b->runs)) && b->kind != IS_FIGURE)
			return NULL;
	}
	return found;
}

/* A short line at the beginning, bold or in the middle. */
static struct block *
first_line(struct headings *h, struct blocks *blocks)
{
	struct block *b;
	size_t seen = 0;
	struct article article;
	unsigned parts;
	str text;

	for (b = blocks->first; b != NULL && seen < FIRST_BLOCKS; b = b->next) {
		if (b->table != NULL || blocks_are_blank(&b->runs))
			continue;
		seen++;
		text = blocks_words(h->arena, &b->runs);
		if (b->kind == IS_PARAGRAPH && (is_all(b, LOOK_BOLD) ||
		    b->align == PLACE_CENTER) && text.len <= TITLE_LIMIT &&
		    number_length(text, &parts) == 0 && !article_read(h->arena,
		    text, &article))
			return b;
	}
	return NULL;
}

/* Lines of a title that follow one another are one title. */
static void
join_title(struct headings *h, struct blocks *blocks, struct block *title)
{
	struct block *b = title->next;

	while (b != NULL && b->style == STYLE_TITLE && b->table == NULL) {
		if (!blocks_are_blank(&b->runs)) {
			blocks_run(h->arena, &title->runs, RUN_BREAK);
			title->runs.last->next = b->runs.first;
			title->runs.last = b->runs.last;
		}
		if (blocks->last == b)
			blocks->last = title;
		b = title->next = b->next;
	}
}

static void
set_title(struct headings *h, struct blocks *blocks, str wanted, str other)
{
	struct block *title = first_of_style(blocks);

	struct block *line = first_line(h, blocks);

	if (title != NULL)
		join_title(h, blocks, title);
	else if (line != NULL && turkish_equals(blocks_words(h->arena,
	    &line->runs), wanted))
		title = line;
	else if (wanted.len == 0 && (title = only_heading(blocks)) == NULL)
		title = line;
	if (title != NULL)
		remove_block(blocks, title);
	else {
		title = arena_new_of(h->arena, struct block);
		wanted = wanted.len != 0 ? wanted : other;
		blocks_text(h->arena, &title->runs, wanted, 0, S(""));
		losses_added(h->losses, wanted);
	}
	put_first(blocks, title);
}

/* --- Levels and numbers */

static void
set_levels(struct headings *h, struct block *first)
{
	struct block *b;
	unsigned highest = DEEPEST + 3, last = 1, level;

	for (b = first; b != NULL; b = b->next)
		if (b->kind == IS_HEADING && b->level < highest)
			highest = b->level;
	for (b = first; b != NULL; b = b->next) {
		if (b->kind != IS_HEADING)
			continue;
		level = b->level - highest + 2;
		level = level > last + 1 ? last + 1 : level;
		level = level > DEEPEST ? DEEPEST : level;
		if (level != b->level - highest + 2)
			losses_add(h->losses, PHRASE_LOSS_LEVEL, blocks_words(
			    h->arena, &b->runs), S(""));
		last = b->level = level;
	}
}

/* The number of a heading, as Word counts it or as it was typed. */
static str
number_of(struct headings *h, const struct block *b)
{
	str text = blocks_words(h->arena, &b->runs);
	unsigned parts;

	return b->label.len != 0 ? bare(b->label) : bare(str_upto(text,
	    number_length(text, &parts)));
}

/* Whether the headings have the numbers that matbu would give them. */
static bool
are_numbered(struct headings *h, const struct block *first)
{
	unsigned count[PARTS] = { 0 }, i;
	const struct block *b;
	bool any = false;
	str wanted;

	for (b = first; b != NULL; b = b->next) {
		if (b->kind != IS_HEADING)
			continue;
		i = b->level - 2;
		if (i >= PARTS)
			return false;
		count[i]++;
		for (; ++i < PARTS; )
			count[i] = 0;
		wanted = str_uint(h->arena, count[0]);
		for (i = 1; i <= b->level - 2; i++)
			wanted = str_join(h->arena, wanted, S("."),
			    str_uint(h->arena, count[i]));
		if (!str_eq(number_of(h, b), wanted))
			return false;
		any = true;
	}
	return any;
}

static void
drop_number(struct headings *h, struct block *b)
{
	str text = blocks_words(h->arena, &b->runs);
	unsigned parts;
	size_t n = number_length(text, &parts);

	if (b->label.len == 0) {
		losses_moved(h->losses, str_upto(text, n));
		blocks_skip(&b->runs, n);
	}
	b->label = S("");
}

/* The number that Word counts becomes text. */
static void
keep_number(struct headings *h, struct block *b)
{
	struct runs all = { 0 };

	if (b->label.len == 0)
		return;
	losses_added(h->losses, b->label);
	blocks_text(h->arena, &all, str_join(h->arena, b->label, S(" ")), 0,
	    S(""));
	all.first->next = b->runs.first;
	b->runs.first = all.first;
	b->label = S("");
}

bool
headings_find(struct arena *a, struct blocks *blocks, str wanted, str other,
    struct losses *losses)
{
	struct headings h = { a, losses, false };
	struct block *b;
	bool numbered;

	for (b = blocks->first; b != NULL; b = b->next) {
		/* Word has no heading there either. */
		if (b->kind == IS_HEADING && blocks_are_blank(&b->runs))
			b->kind = IS_PARAGRAPH;
		h.styled |= b->kind == IS_HEADING;
	}
	set_title(&h, blocks, wanted, other);
	find_typed(&h, blocks);
	set_levels(&h, blocks->first->next);
	numbered = are_numbered(&h, blocks->first->next);
	for (b = blocks->first; b != NULL; b = b->next) {
		if (b->kind != IS_HEADING)
			continue;
		if (numbered && b != blocks->first)
			drop_number(&h, b);
		else
			keep_number(&h, b);
	}
	return numbered;
}
