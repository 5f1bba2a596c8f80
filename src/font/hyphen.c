/* SPDX-License-Identifier: ISC */
#include "font/hyphen.h"

#include <dlfcn.h>
#include <hyphen.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/turkish.h"

/* The minimum number of letters before and after a break. */
enum { LEFT_MIN = 2, RIGHT_MIN = 3, LATIN_APOSTROPHE = '\'',
	APOSTROPHE = 0x2019 };

enum { NUMBER_MIN = 20 };		/* [byte] of a long number */

struct hyphenator {
	pthread_mutex_t	 lock;
	char		*path;
	HyphenDict	*english;
	bool		 tried;
};

/* A sequence of letters in a word. */
struct letters {
	size_t	from, to;		/* [byte] */
	size_t	num;
	bool	plain;			/* letters of the language only, and
					 * no capital after the first */
};

/* The word that is examined. */
struct search {
	str			 text;
	enum lang		 lang;
	enum hyphen_mode	 how;
	struct hyphenator	*patterns;
	struct hyphen_breaks	*found;
	bool			 is_number;
};

struct hyphenator *
hyphen_new(const char *english)
{
	struct hyphenator *h = mem_alloc(sizeof(*h));

	pthread_mutex_init(&h->lock, NULL);
	h->path = english != NULL ? mem_strdup(english) : NULL;
	return h;
}

void
hyphen_free(struct hyphenator *h)
{
	if (h == NULL)
		return;
	if (h->english != NULL)
		hnj_hyphen_free(h->english);
	pthread_mutex_destroy(&h->lock);
	mem_free(h->path);
	mem_free(h);
}

static HyphenDict *
english(struct hyphenator *h)
{
	if (h == NULL)
		return NULL;
	pthread_mutex_lock(&h->lock);
	if (!h->tried && h->path != NULL && file_is_readable(h->path))
		h->english = hnj_hyphen_load(h->path);
	h->tried = true;
	pthread_mutex_unlock(&h->lock);
	return h->english;
}

bool
hyphen_has(struct hyphenator *h, enum lang lang)
{
	return lang == LANG_TR || english(h) != NULL;
}

static bool
is_vowel(uint32_t c)
{
	switch (c) {
	case 'a': case 'e': case 0x131: case 'i': case 'o': case 0xF6:
	case 'u': case 0xFC: case 0xE2: case 0xEE: case 0xFB:
		return true;
	default:
		return false;
	}
}

/* c in lower case. q, w and x mark a foreign word. */
static bool
is_turkish(uint32_t c)
{
	return (c >= 'a' && c <= 'z' && c != 'q' && c != 'w' && c != 'x') ||
	    is_vowel(c) || c == 0xE7 || c == 0x11F || c == 0x15F;
}

/* Latin, Greek, Cyrillic and their combining marks: enough to distinguish
 * letters from signs. */
static bool
is_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= 0xC0 && c != 0xD7 && c != 0xF7 && c < 0x2000);
}

static bool
is_apostrophe(uint32_t c)
{
	return c == APOSTROPHE || c == LATIN_APOSTROPHE;
}

static void
put(struct search *w, size_t at, bool hyphen)
{
	w->found->items[w->found->num++] = (struct hyphen_break){ at, hyphen };
}

/* --- Addresses */

static bool
is_separator(char c)
{
	return c != '\0' && strchr("/?&=.-_", c) != NULL;
}

/* A colon separates the parts of numbers only. */
static bool
parts(const struct search *w, size_t i)
{
	return is_separator(w->text.p[i]) ||
	    (w->is_number && w->text.p[i] == ':');
}

static bool
is_part(str s, size_t i)
{
	return i < s.len && (char_is_alnum(s.p[i]) || (s.p[i] & 0x80) != 0);
}

/* A full stop between letters, or a letter and a digit: ktun.edu.tr. */
static bool
is_joined_stop(str s, size_t i)
{
	return s.p[i] == '.' && i > 0 && is_part(s, i - 1) &&
	    is_part(s, i + 1) && !(char_is_digit(s.p[i - 1]) &&
	    char_is_digit(s.p[i + 1]));
}

bool
hyphen_is_address(str s)
{
	size_t i;

	if (str_search(s, S("://")) != s.len)
		return true;
	for (i = 0; i < s.len; i++)
		if (s.p[i] == '@' || s.p[i] == '_' || s.p[i] == '\\' ||
		    is_joined_stop(s, i))
			return true;
	return false;
}

/* E-75850160-104.01.02-43218, 2001:0db8:85a3::8a2e:7334: so long that word
 * spaces cannot compensate for them. A shorter one, as 192.168.100.254 or
 * 00:1B:44:11:3A:B7, is never broken. */
bool
hyphen_is_number(str s)
{
	size_t i, digits = 0, signs = 0;

	if (s.len < NUMBER_MIN)
		return false;
	for (i = 0; i < s.len; i++) {
		digits += char_is_digit(s.p[i]);
		signs += s.p[i] != '\0' && strchr("-:", s.p[i]) != NULL;
	}
	return digits >= NUMBER_MIN / 3 && signs >= 2;
}

/* Whether a letter or digit begins there. */
static bool
begins_part(str s, size_t i)
{
	return is_part(s, i) && ((unsigned char)s.p[i] & 0xC0) != 0x80;
}

/* The start of the last but one letter or digit; 0: there is none. */
static size_t
last_but_one(str s)
{
	size_t i, num = 0;

	for (i = s.len; i-- > 1;)
		if (begins_part(s, i) && ++num == 2)
			return i;
	return 0;
}

/* Breaks after the last of several separators, with two letters or digits on
 * either side. */
static void
find_in_address(struct search *w)
{
	str s = w->text;
	size_t i, num = 0, end = last_but_one(s);

	for (i = 0; i < end; i++) {
		if (parts(w, i) && !parts(w, i + 1) && num >= 2) {
			put(w, i + 1, false);
			num = 0;
			continue;
		}
		num += begins_part(s, i);
	}
}

/* --- Sequences of letters */

static void
measure_letters(const struct search *w, size_t from, struct letters *r)
{
	size_t i, len;
	uint32_t c, low;

	*r = (struct letters){ .from = from, .plain = true };
	for (i = from; i < w->text.len; i += len) {
		c = str_rune(str_from(w->text, i), &len);
		if (!is_letter(c))
			break;
		low = turkish_lower(c);
		if (w->lang == LANG_TR ? !is_turkish(low) : c > 0x7F)
			r->plain = false;
		if (c != low && r->num > 0)
			r->plain = false;
		r->num++;
	}
	r->to = i;
}

/* The rule: between two vowels, before the last consonant; between adjacent
 * vowels, before the second. suffix: the number of letters after an apostrophe
 * that follows, which count as letters after the break. */
static void
find_syllables(struct search *w, const struct letters *r, size_t suffix)
{
	size_t i, len, nth, at = r->from;
	bool seen = false, before = false;	/* a vowel; just before */
	uint32_t c;

	for (i = r->from, nth = 0; i < r->to; i += len, nth++) {
		c = turkish_lower(str_rune(str_from(w->text, i), &len));
		if (!is_vowel(c)) {
			at = i;
			before = false;
			continue;
		}
		/* nth letters are before this vowel. */
		size_t left = before ? nth : nth - 1;
		if (seen && left >= LEFT_MIN &&
		    r->num + suffix - left >= RIGHT_MIN)
			put(w, before ? i : at, true);
		seen = before = true;
	}
}

/* libhyphen compares lower case. Plain English letters are ASCII, so bit 5
 * makes them so. */
static void
find_patterns(struct search *w, const struct letters *r)
{
	HyphenDict *d = english(w->patterns);
	char low[100], marks[sizeof(low) + 5];
	char **rep = NULL;
	int *pos = NULL, *cut = NULL;
	size_t i, len = r->to - r->from;

	if (d == NULL || len >= sizeof(low))
		return;
	for (i = 0; i < len; i++)
		low[i] = (char)(w->text.p[r->from + i] | 0x20);
	low[len] = '\0';
	if (hnj_hyphen_hyphenate2(d, low, (int)len, marks, NULL, &rep, &pos,
	    &cut) != 0)
		return;
	for (i = LEFT_MIN; i + RIGHT_MIN <= len; i++)
		if ((marks[i - 1] & 1) != 0)
			put(w, r->from + i, true);
}

static void
find_in_letters(struct search *w, const struct letters *r, size_t suffix)
{
	if (w->how != HYPHEN_SYLLABLES || !r->plain)
		return;
	if (w->lang == LANG_TR)
		find_syllables(w, r, suffix);
	else
		find_patterns(w, r);
}

/* --- The word */

/* Whether a line may end after the sign c, which shows no hyphen. */
static bool
breaks_after(const struct search *w, uint32_t c)
{
	return c == '-' || c == '/' || c == 0x2010 || c == 0x2013 ||
	    c == 0x2014 || (is_apostrophe(c) && w->lang == LANG_TR);
}

/* Allows a break after the one sign between two sequences of letters, where it
 * is a sign that breaks and each sequence has at least LEFT_MIN letters. */
static void
find_between(struct search *w, const struct letters *left,
    const struct letters *right)
{
	size_t len;
	uint32_t c;

	if (left->to == right->from || left->num < LEFT_MIN ||
	    right->num < LEFT_MIN)
		return;
	c = str_rune(str_from(w->text, left->to), &len);
	if (left->to + len == right->from && breaks_after(w, c))
		put(w, right->from, false);
}

static bool
follows_apostrophe(const struct search *w, const struct letters *left,
    const struct letters *right)
{
	size_t len;

	return left->num > 0 && left->to < right->from &&
	    is_apostrophe(str_rune(str_from(w->text, left->to), &len)) &&
	    left->to + len == right->from;
}

/* The next sequence of letters at or after from; false at the end. */
static bool
next_letters(const struct search *w, size_t from, struct letters *r)
{
	size_t i, len;

	for (i = from; i < w->text.len; i += len)
		if (is_letter(str_rune(str_from(w->text, i), &len))) {
			measure_letters(w, i, r);
			return true;
		}
	return false;
}

/* Whether the word has a digit: such a word is never broken. */
static bool
is_closed(str s)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if (char_is_digit(s.p[i]))
			return true;
	return false;
}

static bool
has_hyphen(str s)
{
	return str_find(s, '-') != s.len ||
	    str_search(s, S("\u2010")) != s.len ||
	    str_search(s, S("\u2011")) != s.len ||
	    str_search(s, S("\u00AD")) != s.len;
}

/* Visits the sequences of letters: r, the one before it (last) and the one
 * after it (next). tail: r is a suffix after an apostrophe, which takes no
 * hyphen. */
static void
find_in_words(struct search *w)
{
	struct letters last = { 0 }, r, next;
	bool more = next_letters(w, 0, &r), suffix, tail = false;

	while (more) {
		find_between(w, &last, &r);
		more = next_letters(w, r.to, &next);
		suffix = more && follows_apostrophe(w, &r, &next);
		if (!tail)
			find_in_letters(w, &r, suffix ? next.num : 0);
		tail = suffix;
		last = r;
		r = next;
	}
}

struct hyphen_breaks
hyphen_find(struct arena *a, struct hyphenator *h, enum lang lang,
    enum hyphen_mode how, str text)
{
	struct hyphen_breaks found = { 0 };
	struct search w = { text, lang, how, h, &found,
	    hyphen_is_number(text) };

	if (text.len < LEFT_MIN + RIGHT_MIN)
		return found;
	found.items = arena_array(a, struct hyphen_break, text.len);
	if (how == HYPHEN_ADDRESS || hyphen_is_address(text) || w.is_number) {
		find_in_address(&w);
	} else if (!is_closed(text)) {
		if (has_hyphen(text))
			w.how = HYPHEN_NONE;
		find_in_words(&w);
	}
	return found;
}

str
hyphen_library(struct arena *a)
{
	char real[PATH_MAX];
	Dl_info info;
	str path;
	size_t at;

	if (dladdr((void *)hnj_hyphen_load, &info) == 0 ||
	    realpath(info.dli_fname, real) == NULL)
		return S("–");
	path = str_copy(a, str_of(real));
	at = str_search(path, S(".so."));
	return at != path.len ? str_from(path, at + 4) : S("–");
}
