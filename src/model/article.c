/* SPDX-License-Identifier: ISC */
#include "model/article.h"

#include "base/turkish.h"

/* Removes the word from the beginning of *s, in any case of its letters. */
static bool
skip_word(str *s, str w)
{
	str rest = *s;
	size_t len, word_len;
	uint32_t c;

	while (w.len != 0) {
		if (rest.len == 0)
			return false;
		c = turkish_lower(str_rune(rest, &len));
		/* “GEÇICI” is typed on a keyboard without “İ”. */
		if (c == 0x131)
			c = 'i';
		if (c != str_rune(w, &word_len))
			return false;
		rest = str_from(rest, len);
		w = str_from(w, word_len);
	}
	*s = rest;
	return true;
}

static size_t
skip_chars(str *s, str set)
{
	size_t i = 0;

	while (i < s->len && str_find(set, s->p[i]) < set.len)
		i++;
	*s = str_from(*s, i);
	return i;
}

static bool
skip_dash(str *s)
{
	static const str dashes[] = { S("-"), S("."), S(":"),
	    S("–"), S("—") };
	size_t i;

	for (i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++)
		if (str_starts(*s, dashes[i])) {
			*s = str_from(*s, dashes[i].len);
			return true;
		}
	return false;
}

/* The words before “madde”, and what a reference shows of them. */
static const struct {
	str	word;
	str	id;
	str	shown;
} sorts[] = {
	{ S("ek"), S("ek-"), S("Ek ") },
	{ S("geçici"), S("gecici-"), S("Geçici ") },
	{ S("mükerrer"), S("mukerrer-"), S("Mükerrer ") }
};

static void
skip_sort(str *s, str *id, str *shown)
{
	size_t i;
	str rest;

	*id = *shown = S("");
	for (i = 0; i < sizeof(sorts) / sizeof(sorts[0]); i++) {
		rest = *s;
		if (skip_word(&rest, sorts[i].word) &&
		    skip_chars(&rest, S(" \t")) != 0) {
			*s = rest;
			*id = sorts[i].id;
			*shown = sorts[i].shown;
			return;
		}
	}
}

/* The length of “12” or “12/A”, or 0. */
static size_t
number_len(str s)
{
	size_t n = 0;

	while (n < s.len && n < 5 && char_is_digit(s.p[n]))
		n++;
	if (n != 0 && n + 1 < s.len && s.p[n] == '/' && s.p[n + 1] >= 'A' &&
	    s.p[n + 1] <= 'Z')
		n += 2;
	return n;
}

bool
article_read(struct arena *a, str s, struct article *article)
{
	str rest = s, id, shown, start, number;
	size_t n;

	skip_chars(&rest, S("#*_ \t"));
	/* Every paragraph is tried. */
	if (rest.len == 0 || str_find(S("MmEeGg"), rest.p[0]) == 6)
		return false;
	start = rest;
	skip_sort(&rest, &id, &shown);
	if (!skip_word(&rest, S("madde")) || skip_chars(&rest, S(" \t")) == 0)
		return false;
	n = number_len(rest);
	if (n == 0)
		return false;
	number = str_upto(rest, n);
	rest = str_from(rest, n);
	*article = (struct article){
	    .head = { start.p, start.len - rest.len } };
	skip_chars(&rest, S("*_ \t"));
	if (!skip_dash(&rest) && rest.len != 0)
		return false;
	skip_chars(&rest, S("*_ \t"));
	article->number = str_join(a, shown, number);
	article->id = turkish_slug(a, str_join3(a, id, S("madde-"), number));
	article->len = s.len - rest.len;
	return true;
}
