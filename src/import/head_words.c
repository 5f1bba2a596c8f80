/* SPDX-License-Identifier: ISC */
#include "import/head_words.h"

#include "base/arena.h"
#include "base/turkish.h"

static const struct label labels[] = {
#define X(text, what) { text, what },
#include "import/labels.def"
#undef X
};

/* Of columns. */
static const struct label heads[] = {
#define X(text, what) { text, what },
#include "import/columns.def"
#undef X
};

static const char *const revisions[] = { "revizyon", "değişiklik",
	"revision" };

static const char *const roles[] = {
#define X(text) text,
#include "import/roles.def"
#undef X
};

static const char *const institutions[] = {
#define X(text) text,
#include "import/institutions.def"
#undef X
};

enum {
	DOTLESS = 0x131,
	HEADS = sizeof(heads) / sizeof(*heads),
	INSTITUTIONS = sizeof(institutions) / sizeof(*institutions),
	LABELS = sizeof(labels) / sizeof(*labels),
	ROLES = sizeof(roles) / sizeof(*roles)
};

/* --- Labels */

/* A small letter; “I” is “i” in English and “ı” in Turkish. */
static uint32_t
fold(uint32_t c)
{
	c = turkish_lower(c);
	return c == DOTLESS ? 'i' : c;
}

/* Whether the words begin with the text, case ignored; its length in them. */
static size_t
match(str words, const char *text)
{
	str wanted = str_of(text);
	size_t len, wanted_len, at = 0;

	while (wanted.len != 0) {
		if (at == words.len || (fold(str_rune(str_from(words,
		    at), &len)) != fold(str_rune(wanted, &wanted_len)) &&
		    !(*wanted.p == ' ' && char_is_space(words.p[at]))))
			return 0;
		at += len;
		wanted = str_from(wanted, wanted_len);
	}
	return at;
}

static bool
is_end(str words, size_t at)
{
	return at >= words.len || !(char_is_letter(words.p[at]) ||
	    char_is_digit(words.p[at]));
}

/* “/ Tarihi” behind “Revizyon No”: the length of it, or 0. */
static size_t
measure_second(str words)
{
	static const char *const joints[] = { "/", "-", "ve" };
	static const char *const days[] = { "tarihi", "tarih" };
	size_t i, n = 0, at;

	while (n < words.len && char_is_space(words.p[n]))
		n++;
	for (i = 0, at = 0; i < sizeof(joints) / sizeof(*joints) && at == 0;
	    i++)
		at = match(str_from(words, n), joints[i]);
	if (at == 0)
		return 0;
	for (n += at; n < words.len && char_is_space(words.p[n]); n++)
		;
	for (i = 0; i < sizeof(days) / sizeof(*days); i++) {
		at = match(str_from(words, n), days[i]);
		if (at != 0 && is_end(words, n + at))
			return n + at;
	}
	return 0;
}

const struct label *
head_words_label(str words, size_t *len, bool *colon)
{
	size_t i, at;

	for (i = 0; i < LABELS; i++) {
		at = match(words, labels[i].text);
		if (at == 0 || !is_end(words, at))
			continue;
		if (labels[i].what == REVISION)
			at += measure_second(str_from(words, at));
		while (at < words.len && char_is_space(words.p[at]))
			at++;
		*colon = at < words.len && words.p[at] == ':';
		*len = at + *colon;
		return &labels[i];
	}
	return NULL;
}

size_t
head_words_next(str words)
{
	size_t i, len;
	bool colon;

	for (i = 1; i < words.len; i++)
		if (char_is_space(words.p[i - 1]) && head_words_label(
		    str_from(words, i), &len, &colon) != NULL && colon)
			break;
	return i < words.len ? i : words.len;
}

str
head_words_one_line(struct arena *a, str lines)
{
	char *to = str_c(a, lines);
	size_t i;

	for (i = 0; i < lines.len; i++)
		if (to[i] == '\n')
			to[i] = ' ';
	return (str){ to, lines.len };
}

enum what
head_words_column(str head)
{
	const struct label *l;
	size_t i, len;
	bool colon;

	for (i = 0; i < HEADS; i++)
		if (match(head, heads[i].text) == head.len && head.len != 0)
			return heads[i].what;
	l = head_words_label(head, &len, &colon);
	return l != NULL ? l->what : WHATS;
}

/* Whether one of the words begins a word of the line. */
static bool
has_one(str line, const char *const list[], size_t num)
{
	size_t i, j;

	for (i = 0; i < line.len; i++)
		for (j = 0; j < num; j++)
			if ((i == 0 || char_is_space(line.p[i - 1])) &&
			    match(str_from(line, i), list[j]) != 0)
				return true;
	return false;
}

bool
head_words_cut_person(str *rest, str *person)
{
	size_t i;

	if (rest->len == 0)
		return false;
	for (i = 0; i < rest->len && rest->p[i] != '\n' &&
	    rest->p[i] != ','; i++)
		;
	*person = str_upto(*rest, i);
	*rest = str_from(*rest, i + (i < rest->len));
	return true;
}

bool
head_words_have_role(str line)
{
	return has_one(line, roles, ROLES);
}

bool
head_words_have_institution(str line)
{
	return has_one(line, institutions, INSTITUTIONS);
}

bool
head_words_have_revision(str line)
{
	return has_one(line, revisions, sizeof(revisions) /
	    sizeof(*revisions));
}

/* --- Values */

/* Returns the length of the day at the start, or 0. */
static size_t
read_day(str s, struct date *day)
{
	int parts[3] = { 0 };
	size_t i, n = 0, digits = 0;

	for (i = 0; i < s.len && n < 3; i++) {
		if (char_is_digit(s.p[i]) && digits < 4) {
			parts[n] = parts[n] * 10 + (s.p[i] - '0');
			digits++;
		} else if ((s.p[i] == '.' || s.p[i] == '/' || s.p[i] == '-') &&
		    digits != 0 && n < 2) {
			n++;
			digits = 0;
		} else
			break;
	}
	*day = (struct date){ parts[2], parts[1], parts[0] };
	return n == 2 && parts[2] > 1900 && date_is_real(*day) ? i : 0;
}

bool
head_words_day(str s, struct date *day, str *rest)
{
	size_t len = read_day(s, day);

	*rest = str_trim(str_from(s, len));
	return len != 0;
}

bool
head_words_is_day(str s, struct date *day)
{
	size_t len = read_day(s, day);

	if (len == 0 || len != s.len)
		*day = (struct date){ 0, 0, 0 };
	return len != 0 && len == s.len;
}

bool
head_words_revision(str s, unsigned *revision, str *rest)
{
	size_t i;

	*revision = 0;
	for (i = 0; i < s.len && i < 4 && char_is_digit(s.p[i]); i++)
		*revision = *revision * 10 + (unsigned)(s.p[i] - '0');
	*rest = str_trim(str_from(s, i));
	return i != 0 && (i == s.len || !char_is_letter(s.p[i]));
}
