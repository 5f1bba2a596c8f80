/* SPDX-License-Identifier: ISC */
#include "model/picture_width.h"

#include "base/arena.h"

/* Of the author's text in a message [byte]. */
enum { SHOWN_LIMIT = 60 };

/* The limits of a width: of the sheet's [mm], and of the text [%]. */
#define WIDEST_MM	1000.
#define WIDEST_PERCENT	100.

/* Reads digits with a point or comma among them; false if there are none. */
static bool
read_number(str *s, double *value)
{
	double unit = 1;
	bool point = false, digits = false;
	size_t i;

	*value = 0;
	for (i = 0; i < s->len; i++) {
		if (char_is_digit(s->p[i])) {
			digits = true;
			unit *= point ? 0.1 : 1;
			*value = point ? *value + unit * (s->p[i] - '0') :
			    *value * 10 + (s->p[i] - '0');
		} else if (digits && !point && (s->p[i] == '.' ||
		    s->p[i] == ','))
			point = true;
		else
			break;
	}
	*s = str_trim(str_from(*s, i));
	return digits && *value > 0 && *value <= WIDEST_MM;
}

/* Reads “60mm”, “6 cm”, “50%”. */
static bool
read_value(str s, struct item *picture)
{
	double value;

	if (!read_number(&s, &value))
		return false;
	picture->picture.in_percent = str_eq(s, S("%"));
	if (picture->picture.in_percent ? value > WIDEST_PERCENT :
	    !str_eq(s, S("mm")) && !str_eq(s, S("cm")))
		return false;
	picture->picture.wanted = str_eq(s, S("cm")) ? value * 10 : value;
	return true;
}

/* The length of “{key=” at the beginning, without and with blanks; the key. */
static size_t
key_length(str s, str *key)
{
	size_t end = str_find(s, '=');

	if (!str_starts(s, S("{")) || end == s.len)
		return 0;
	*key = str_trim((str){ s.p + 1, end - 1 });
	return end + 1;
}

static bool
is_width(str key)
{
	return str_eq(key, S("width")) ||
	    str_eq(key, S("geni\xC5\x9Flik"));
}

/* Whether an attribute of whatever name is written here. */
static bool
is_attribute(str s)
{
	str key;
	size_t i;

	if (key_length(s, &key) == 0 || key.len == 0)
		return false;
	for (i = 0; i < key.len; i++)
		if (!char_is_alnum(key.p[i]) && key.p[i] != '-' &&
		    (unsigned char)key.p[i] < 0x80)
			return false;
	return str_find(s, '}') != s.len;
}

size_t
picture_width_read(struct doc *doc, str text, str source, struct pos pos,
    struct item *picture)
{
	size_t end = str_find(text, '}'), start;
	str key = S("");

	if (!str_starts(text, S("{")) || !str_starts(source, S("{")) ||
	    end == text.len)
		return 0;
	start = key_length(text, &key);
	if (start == 0 || start > end || !is_width(key) ||
	    !read_value(str_trim((str){ text.p + start, end - start }),
	    picture))
		doc_diag(doc, DIAG_PICTURE_ATTRIBUTE, pos, str_shorten(
		    doc->arena, str_upto(text, end + 1), SHOWN_LIMIT));
	return end + 1;
}

void
picture_width_check(struct doc *doc, str text, str source, struct pos pos)
{
	size_t blanks = 0;

	while (blanks < text.len && text.p[blanks] == ' ')
		blanks++;
	text = str_from(text, blanks);
	pos.col += (unsigned)blanks;
	if (is_attribute(text) && str_starts(str_from(source, blanks), S("{")))
		doc_diag(doc, DIAG_PICTURE_WIDTH, pos, str_shorten(doc->arena,
		    str_upto(text, str_find(text, '}') + 1), SHOWN_LIMIT));
}
