/* SPDX-License-Identifier: ISC */
#include "site/fold.h"

#include "base/turkish.h"

/* --- Letters */

static bool
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static bool
is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x2018;
}

/* --- Words */

/* The first character of s, most often one of ASCII. */
static uint32_t
rune(str s, size_t *len)
{
	*len = 1;
	return (unsigned char)s.p[0] < 0x80 ? (uint32_t)s.p[0] :
	    str_rune(s, len);
}

/* Skips what is between words; what a hyphen alone joins is noted. */
static bool
skip(str *rest, bool *joined)
{
	size_t len, at;
	str s = *rest;
	bool hyphen = false;
	uint32_t c;

	for (at = 0; s.len != 0; at += len) {
		c = rune(s, &len);
		if (turkish_is_letter(c) || is_digit(c))
			break;
		hyphen = at == 0 && c == '-';
		s = str_from(s, len);
	}
	*joined = hyphen;
	*rest = s;
	return s.len != 0;
}

/* Skips the letters after an apostrophe. */
static void
skip_suffix(str *rest)
{
	size_t len;

	if (rest->len == 0 || !is_apostrophe(str_rune(*rest, &len)))
		return;
	do
		*rest = str_from(*rest, len);
	while (rest->len != 0 && turkish_is_letter(str_rune(*rest, &len)));
}

/* Most letters by far. Adds those that s begins with to the word; returns
 * their number. */
static size_t
add_plain(struct fold *f, str s)
{
	size_t i, num = f->len;

	for (i = 0; i < s.len && ((unsigned char)s.p[i] | 0x20u) - 'a' < 26;
	    i++)
		if (num < FOLD_MAX)
			f->word[num++] = (char)(s.p[i] | 0x20);
	f->len = num;
	return i;
}

bool
fold_word(str *rest, struct fold *f)
{
	size_t len;
	uint32_t c;
	bool number;

	if (!skip(rest, &f->joined))
		return false;
	number = char_is_digit(rest->p[0]);
	for (f->len = 0; rest->len != 0; *rest = str_from(*rest, len)) {
		len = number ? 0 : add_plain(f, *rest);
		if (len != 0)
			continue;
		c = rune(*rest, &len);
		if (number ? !is_digit(c) : !turkish_is_letter(c))
			break;
		if (number && f->len == 1 && f->word[0] == '0')
			f->len = 0;
		if (f->len < FOLD_MAX)
			f->len += str_put_rune(f->word + f->len,
			    turkish_base(turkish_lower(c)));
	}
	skip_suffix(rest);
	return true;
}

/* --- Stems */

static bool
is_vowel(char c)
{
	return c != '\0' && strchr("aeiou", c) != NULL;
}

/* Longer endings first. At least so many letters stay: 3 let “izn-in” meet
 * “izin”, 4 keep “resim” from being “res-im”. */
static const struct {
	str	end;
	size_t	stays;
} endings[] = {
#define E(end, stays) { { end, sizeof(end) - 1 }, stays }
	E("imiz", 3), E("umuz", 3), E("iniz", 3), E("unuz", 3), E("lari", 3),
	E("leri", 3), E("lar", 3), E("ler", 3), E("nin", 3), E("nun", 3),
	E("dan", 3), E("den", 3), E("tan", 3), E("ten", 3), E("da", 3),
	E("de", 3), E("ta", 3), E("te", 3), E("si", 3), E("su", 3), E("yi", 3),
	E("yu", 3), E("ya", 3), E("ye", 3), E("na", 3), E("ne", 3), E("ni", 3),
	E("nu", 3), E("la", 3), E("le", 3), E("li", 4), E("lu", 4), E("in", 3),
	E("un", 3), E("im", 4), E("um", 4), E("m", 5), E("i", 3), E("u", 3),
	E("a", 3), E("e", 3)
#undef E
};

static bool
has_vowel(str s)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if (is_vowel(s.p[i]))
			return true;
	return false;
}

static size_t
without_ending(const char *word, size_t len)
{
	size_t i;
	str rest, end, all = { word, len };

	for (i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		end = endings[i].end;
		if (!str_ends(all, end) || len < end.len + endings[i].stays)
			continue;
		rest = str_upto(all, len - end.len);
		/* A lone consonant is an ending only after a vowel. */
		if (end.len == 1 && !is_vowel(end.p[0]) &&
		    !is_vowel(rest.p[rest.len - 1]))
			continue;
		if (has_vowel(rest))
			return rest.len;
	}
	return len;
}

/* kitab -> kitap, kayd -> kayt: the last letter before an ending is soft. */
static void
harden(char *last)
{
	static const char soft[] = "bdg", hard[] = "ptk";
	const char *at = strchr(soft, *last);

	if (at != NULL && *at != '\0')
		*last = hard[at - soft];
}

size_t
fold_stem(char *word, size_t len)
{
	size_t shorter;

	if (len == 0 || char_is_digit(word[0]))
		return len;
	while ((shorter = without_ending(word, len)) != len)
		len = shorter;
	harden(&word[len - 1]);
	/* kayit -> kayt, izin -> izn: endings let that vowel go. */
	if (len >= 4 && strchr("iu", word[len - 2]) != NULL &&
	    word[len - 2] != '\0' && !is_vowel(word[len - 1]) &&
	    !is_vowel(word[len - 3]) && is_vowel(word[len - 4])) {
		word[len - 2] = word[len - 1];
		len--;
	}
	return len;
}
