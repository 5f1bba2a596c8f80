/* SPDX-License-Identifier: ISC */
#include "diff/reason.h"

#include <stdlib.h>

#include "base/arena.h"

enum {
	SPELLING_LETTERS = 5,		/* shorter words differ in meaning */
	ACTS = WORD_IS_NUMBER | WORD_IS_DATE | WORD_IS_ADDRESS |
	    WORD_IS_SETTING | WORD_IS_FIELD | WORD_IS_PICTURE
};

/* The words that go, or those that come. */
struct words {
	const struct flat_word	**items;
	size_t			 num;
};

static struct words
list_words(const struct changes *c, const struct change_part *parts,
    size_t num, enum script_act act)
{
	const struct flat *f = act == SCRIPT_REMOVED ? c->old : c->new;
	struct words w = { NULL, 0 };
	size_t i, j, k, room = 1;

	for (k = 0; k < 2; k++) {
		for (i = 0; i < num; i++)
			for (j = 0; j < parts[i].script.num; j++) {
				struct script_run *r =
				    &parts[i].script.runs[j];
				size_t at = r->span.start;

				if (r->act != act ||
				    parts[i].column != CHANGE_NONE)
					continue;
				for (; at < r->span.end; at++)
					if (k == 0)
						room++;
					else
						w.items[w.num++] =
						    &f->words[at];
			}
		if (k == 0)
			w.items = arena_array(c->arena,
			    const struct flat_word *, room);
	}
	return w;
}

/* --- Numbers */

static int
cmp_str(const void *x, const void *y)
{
	return str_cmp(*(const str *)x, *(const str *)y);
}

/* The numbers in the words, sorted; references are counted by matbu. */
static struct strings
numbers(struct arena *a, const struct words *w)
{
	struct strings all = { NULL, 0 };
	size_t i, at, end;
	str s;

	for (i = 0; i < w->num; i++) {
		if ((w->items[i]->kinds & WORD_IS_COMPUTED) != 0)
			continue;
		s = w->items[i]->text;
		for (at = 0; at < s.len; at = end + 1) {
			for (end = at; end < s.len && char_is_digit(s.p[end]);
			    end++)
				;
			if (end != at)
				strings_add(&all, a, (str){ s.p + at,
				    end - at });
		}
	}
	if (all.num != 0)
		qsort(all.items, all.num, sizeof(str), cmp_str);
	return all;
}

static bool
differ(const struct strings *a, const struct strings *b)
{
	size_t i;

	if (a->num != b->num)
		return true;
	for (i = 0; i < a->num; i++)
		if (!str_eq(a->items[i], b->items[i]))
			return true;
	return false;
}

/* --- Typing errors */

/* Whether one letter is missing, added or another one, or two have changed
 * places. */
static bool
is_typing_error(str a, str b)
{
	size_t start = 0, end = 0, least = a.len < b.len ? a.len : b.len;

	while (start < least && a.p[start] == b.p[start])
		start++;
	while (end < least - start && a.p[a.len - 1 - end] ==
	    b.p[b.len - 1 - end])
		end++;
	a = str_upto(str_from(a, start), a.len - start - end);
	b = str_upto(str_from(b, start), b.len - start - end);
	if (a.len == 2 && b.len == 2 && a.p[0] == b.p[1] && a.p[1] == b.p[0])
		return true;
	return str_count_runes(a) <= 1 && str_count_runes(b) <= 1 && a.len +
	    b.len != 0;
}

/* Without punctuation around it. */
static str
bare(str s)
{
	while (s.len != 0 && char_is_punct(s.p[0]))
		s = str_from(s, 1);
	while (s.len != 0 && char_is_punct(s.p[s.len - 1]))
		s.len--;
	return s;
}

/* Whether each word that goes comes again with a typing error less, or with
 * other punctuation. Numbers, names of buttons and the like are never that. */
static bool
is_spelling(const struct words *old, const struct words *new)
{
	size_t i;
	str a, b;

	if (old->num != new->num)
		return false;
	for (i = 0; i < old->num; i++) {
		if ((old->items[i]->kinds & new->items[i]->kinds &
		    WORD_IS_COMPUTED) != 0)
			continue;
		if (((old->items[i]->kinds | new->items[i]->kinds) & ACTS) != 0)
			return false;
		a = bare(old->items[i]->text);
		b = bare(new->items[i]->text);
		if (!str_eq(a, b) && (str_count_runes(a) < SPELLING_LETTERS ||
		    str_count_runes(b) < SPELLING_LETTERS ||
		    !is_typing_error(a, b)))
			return false;
	}
	return true;
}

/* --- Reasons */

static unsigned
kinds_of(const struct words *w)
{
	unsigned kinds = 0;
	size_t i;

	for (i = 0; i < w->num; i++)
		kinds |= w->items[i]->kinds;
	return kinds;
}

/* Whether the same notes stand on both sides: the digests of pictures, the
 * addresses of links. */
static bool
notes_differ(const struct words *old, const struct words *new)
{
	size_t i, j = 0;

	for (i = 0; i < old->num; i++) {
		if (old->items[i]->note.len == 0)
			continue;
		while (j < new->num && new->items[j]->note.len == 0)
			j++;
		if (j == new->num || !str_eq(old->items[i]->note,
		    new->items[j]->note))
			return true;
		j++;
	}
	while (j < new->num && new->items[j]->note.len == 0)
		j++;
	return j < new->num;
}

unsigned
reason_of_place(const struct flat_block *b)
{
	return (b->place == FLAT_STEP ? CHANGE_OF_STEP : 0) |
	    (b->warns ? CHANGE_OF_WARNING : 0);
}

unsigned
reason_of_parts(const struct changes *c, const struct flat_block *b,
    const struct change_part *parts, size_t num)
{
	struct words old = list_words(c, parts, num, SCRIPT_REMOVED);
	struct words new = list_words(c, parts, num, SCRIPT_ADDED);
	struct strings before = numbers(c->arena, &old);
	struct strings after = numbers(c->arena, &new);
	unsigned kinds = kinds_of(&old) | kinds_of(&new), reasons = 0;
	bool notes = notes_differ(&old, &new);

	if (old.num + new.num == 0 || is_spelling(&old, &new))
		return notes ? CHANGE_OF_ADDRESS : 0;
	reasons = reason_of_place(b);
	if (differ(&before, &after))
		reasons |= CHANGE_OF_NUMBER;
	if ((kinds & WORD_IS_DATE) != 0)
		reasons |= CHANGE_OF_DATE;
	if ((kinds & WORD_IS_SETTING) != 0)
		reasons |= CHANGE_OF_SETTING;
	if ((kinds & WORD_IS_FIELD) != 0)
		reasons |= CHANGE_OF_FIELD;
	if ((kinds & WORD_IS_PICTURE) != 0 && notes)
		reasons |= CHANGE_OF_PICTURE;
	if ((kinds & WORD_IS_ADDRESS) != 0 || (notes && (kinds &
	    (WORD_IS_PICTURE | WORD_IS_FIELD)) == 0))
		reasons |= CHANGE_OF_ADDRESS;
	return reasons;
}
