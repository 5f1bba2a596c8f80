/* SPDX-License-Identifier: ISC
 *
 * str: text as pointer and length. A str never owns its bytes, need not end
 * in a NUL, and is passed by value. An empty str may have p == NULL.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct arena;

typedef struct str {
	const char	*p;
	size_t		 len;		/* [byte] */
} str;

/* A str of a string literal; usable as an initialiser. */
#define S(lit)		((str){ "" lit, sizeof(lit) - 1 })
/* For printf's "%.*s". */
#define STR_FMT(s)	(int)(s).len, (s).p

str	 str_of(const char *);
/* A copy in the arena, with a NUL after it that is not part of it. */
str	 str_copy(struct arena *, str);
/* The same, as a C string. */
char	*str_c(struct arena *, str);
/* str_join(a, part, ...): the parts, one after the other, as str_copy(). */
#define str_join(a, ...) \
	str_join_all((a), (str[]){ __VA_ARGS__ }, \
	    sizeof((str[]){ __VA_ARGS__ }) / sizeof(str))
#define str_join3	str_join
str	 str_join_all(struct arena *, const str *parts, size_t num);
/* s itself, still borrowed, or about max bytes of it and “…” in the arena;
 * no character is divided. */
str	 str_shorten(struct arena *, str s, size_t max);
/* Decimal digits of n, in arena. */
str	 str_uint(struct arena *, uintmax_t n);

/* <0, 0, >0 by bytes. */
int	 str_cmp(str, str);
bool	 str_ends(str, str suffix);
/* Index of the first (last) c, or s.len. */
size_t	 str_find(str, char c);
size_t	 str_rfind(str, char c);
/* The number of c at the start of s. */
size_t	 str_span(str s, char c);
/* The number of c in s. */
size_t	 str_count(str s, char c);
/* Index of the first occurrence of needle, or s.len. */
size_t	 str_search(str, str needle);
/* Without white space (ASCII) at both ends; at the right end. */
str	 str_trim(str);
str	 str_rtrim(str);
/* Takes the first line from *rest, without its LF; false at the end. */
bool	 str_line(str *rest, str *line);
/* Takes the part before c, and c, from *rest; false at the end. */
bool	 str_cut(str *rest, char c, str *part);

/* The code point at s.p and its length in bytes in *len; a byte that is not
 * UTF-8 is returned as 0xFFFD with *len = 1. s must not be empty. */
uint32_t str_rune(str s, size_t *len);
/* The number of code points. */
size_t	 str_count_runes(str);
/* Index of the first byte that is not UTF-8 (RFC 3629), or s.len. */
size_t	 str_utf8_fault(str s);
/* Index of the first byte at or after i that is a C0 control or DEL, or may
 * begin C1 or U+FFFE (0xC2, 0xEF), or s.len: text has few of them. */
size_t	 str_find_odd(str s, size_t i);
/* Writes a code point as UTF-8; returns its length [byte], at most 4. */
size_t	 str_put_rune(char *to, uint32_t c);

/* --- Small functions, inlined */

static inline bool
str_eq(str s, str t)
{
	return s.len == t.len && (s.len == 0 || memcmp(s.p, t.p, s.len) == 0);
}

/* The part of s from at on, or up to at; at beyond the end is the end. */
static inline str
str_from(str s, size_t at)
{
	if (at > s.len)
		at = s.len;
	return at != 0 ? (str){ s.p + at, s.len - at } : s;
}

static inline str
str_upto(str s, size_t at)
{
	return (str){ s.p, at < s.len ? at : s.len };
}

static inline bool
str_starts(str s, str prefix)
{
	return s.len >= prefix.len && str_eq(str_upto(s, prefix.len), prefix);
}

static inline bool
char_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* a-z */
static inline bool
char_is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

/* a-z A-Z 0-9 */
static inline bool
char_is_alnum(char c)
{
	return char_is_digit(c) || char_is_lower(c) || (c >= 'A' && c <= 'Z');
}

/* a-z A-Z, or a byte of a character beyond ASCII: mostly one, in texts. */
static inline bool
char_is_letter(char c)
{
	return (char_is_alnum(c) && !char_is_digit(c)) ||
	    (unsigned char)c >= 0x80;
}

/* A byte of a word: a letter as above, or a digit. */
static inline bool
char_is_word(char c)
{
	return char_is_letter(c) || char_is_digit(c);
}

/* Space, tab, LF, VT, FF, CR. */
static inline bool
char_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* ASCII punctuation, CommonMark 2.1. */
static inline bool
char_is_punct(char c)
{
	return c > ' ' && c < 0x7F && !char_is_alnum(c);
}

#endif
