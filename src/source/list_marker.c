/* SPDX-License-Identifier: ISC */
#include "source/list_marker.h"

#include "base/arena.h"
#include "base/turkish.h"

/* --- Letters */

/* The letters of Turkish and English in one order. */
static const char lower_letters[] = "abcçdefgğhıijklmnoöpqrsştuüvwxyz";
static const char upper_letters[] = "ABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVWXYZ";
/* Some lists leave these out: English ones, and those in the order that
 * official texts had. */
static const char optional_letters[] = "çğıiöşüqwx";

/* The number of a letter in the alphabet, from 1, or 0. */
static unsigned
letter_ordinal(const char *letters, uint32_t c)
{
	str rest = str_of(letters);
	unsigned n = 0;
	size_t len;

	while (rest.len != 0) {
		n++;
		if (str_rune(rest, &len) == c)
			return n;
		rest = str_from(rest, len);
	}
	return 0;
}

/* The n-th letter, from 1; borrowed. */
static str
letter_at(const char *letters, unsigned n)
{
	str rest = str_of(letters);
	size_t len;

	for (; rest.len != 0; n--) {
		str_rune(rest, &len);
		if (n <= 1)
			return str_upto(rest, len);
		rest = str_from(rest, len);
	}
	return rest;
}

static bool
is_optional(unsigned ordinal)
{
	str letter = letter_at(lower_letters, ordinal);

	return str_search(str_of(optional_letters), letter) <
	    sizeof(optional_letters) - 1;
}

bool
list_marker_follows(unsigned family, unsigned a, unsigned b)
{
	enum numbering n = list_marker_numbering(family);

	if (n != NUMBERING_LETTER && n != NUMBERING_UPPER_LETTER)
		return b == a + 1;
	for (a++; a < b && is_optional(a); a++)
		;
	return a == b;
}

/* --- Roman numbers below 40 */

static const char *const roman_digits[2][10] = {
	{ "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix" },
	{ "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX" }
};

static str
roman_text(struct arena *a, unsigned value, bool upper)
{
	str s = str_of(roman_digits[upper][value % 10]);

	for (; value >= 10; value -= 10)
		s = str_join(a, upper ? S("X") : S("x"), s);
	return s;
}

/* The value of all of s, or 0. */
static unsigned
roman_value(str s, bool upper)
{
	unsigned tens, ones;

	for (tens = 0; tens < 3 && str_starts(s, upper ? S("X") : S("x"));
	    tens++)
		s = str_from(s, 1);
	for (ones = 0; ones < 10; ones++)
		if (str_eq(s, str_of(roman_digits[upper][ones])))
			return 10 * tens + ones;
	return 0;
}

/* --- Markers */

enum numbering
list_marker_numbering(unsigned family)
{
	return (enum numbering)(family % LIST_BRACKETS);
}

static void
add_reading(struct list_marker *m, enum numbering n, unsigned ordinal)
{
	if (ordinal != 0)
		m->may[m->num++] = (struct list_reading){ (unsigned)n +
		    (m->bracketed ? LIST_BRACKETS : 0u), ordinal };
}

static unsigned
number_value(str s)
{
	unsigned value = 0;
	size_t i;

	for (i = 0; i < s.len; i++) {
		if (!char_is_digit(s.p[i]))
			return 0;
		value = value * 10 + (unsigned)(s.p[i] - '0');
	}
	return value;
}

/* Reads the label without brackets. */
static void
read_label(struct list_marker *m, str s)
{
	size_t len;
	uint32_t c = str_rune(s, &len);

	/* CommonMark has up to nine digits before “)”. */
	if (s.len <= (m->bracketed ? 3u : 9u))
		add_reading(m, NUMBERING_DECIMAL, number_value(s));
	if (m->num != 0)
		return;
	add_reading(m, NUMBERING_ROMAN, roman_value(s, false));
	add_reading(m, NUMBERING_UPPER_ROMAN, roman_value(s, true));
	if (len != s.len)
		return;
	add_reading(m, NUMBERING_LETTER, letter_ordinal(lower_letters, c));
	add_reading(m, NUMBERING_UPPER_LETTER, letter_ordinal(upper_letters,
	    c));
}

/* Whether s begins with the word, in any case of its letters. */
static bool
begins_with(str s, str word)
{
	size_t len, word_len;

	while (word.len != 0) {
		if (s.len == 0 || turkish_lower(str_rune(s, &len)) !=
		    str_rune(word, &word_len))
			return false;
		s = str_from(s, len);
		word = str_from(word, word_len);
	}
	return true;
}

/* Whether the text after “(b)” makes it a mention: “(b) bendi uyarınca”. */
static bool
is_mention(str rest)
{
	static const char *const words[] = { "sayılı", "numaralı", "bend",
	    "bent", "fıkra", "alt bend", "cetvel", "ve ", "veya ", "ila ",
	    "ilâ " };
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (begins_with(rest, str_of(words[i])))
			return true;
	return false;
}

/* The length of the longest label. */
enum { LABEL_LIMIT = 9 };

bool
list_marker_read(str s, struct list_marker *m)
{
	size_t open = s.len != 0 && s.p[0] == '(', end = open, blanks;

	while (end < s.len && end <= LABEL_LIMIT + open && s.p[end] != ')' &&
	    s.p[end] != ' ')
		end++;
	if (end == open || end >= s.len || s.p[end] != ')')
		return false;
	*m = (struct list_marker){ .label = str_upto(s, end + 1),
	    .bracketed = open };
	read_label(m, str_from(str_upto(s, end), open));
	for (blanks = end + 1; blanks < s.len && (s.p[blanks] == ' ' ||
	    s.p[blanks] == '\t'); blanks++)
		;
	if (m->num == 0 || blanks == end + 1 ||
	    str_trim(str_from(s, blanks)).len == 0)
		return false;
	m->len = blanks;
	m->width = str_count_runes(m->label) + 1;
	return !open || !is_mention(str_from(s, blanks));
}

/* The letter that a Turkish list has next: without q, w and x. */
static str
next_letter(const char *letters, unsigned ordinal)
{
	str letter;

	do
		letter = letter_at(letters, ++ordinal);
	while (letter.len == 1 && str_find(S("qwxQWX"), letter.p[0]) < 6);
	return letter.len != 0 ? letter : S("z");
}

str
list_marker_next(struct arena *a, unsigned family, unsigned ordinal)
{
	str s = S("");

	switch (list_marker_numbering(family)) {
	case NUMBERING_DECIMAL:
		s = str_uint(a, ordinal + 1);
		break;
	case NUMBERING_LETTER:
		s = next_letter(lower_letters, ordinal);
		break;
	case NUMBERING_UPPER_LETTER:
		s = next_letter(upper_letters, ordinal);
		break;
	case NUMBERING_ROMAN:
	case NUMBERING_UPPER_ROMAN:
		s = roman_text(a, ordinal + 1, list_marker_numbering(family) ==
		    NUMBERING_UPPER_ROMAN);
		break;
	}
	return str_join3(a, family >= LIST_BRACKETS ? S("(") : S(""), s,
	    S(")"));
}
