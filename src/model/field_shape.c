/* SPDX-License-Identifier: ISC */
#include "model/field_shape.h"

#include "base/arena.h"

/* So many underscores are a blank. */
enum { UNDERSCORES = 4 };
enum { CHOICES_LIMIT = 200 };

static const struct {
	const char	*word;
	enum field_type	 type;
} words[] = {
#define X(id, turkish, english) { turkish, FIELD_##id }, { english, FIELD_##id },
#include "model/field_types.def"
#undef X
	{ "e-mail", FIELD_MAIL }, { "eposta", FIELD_MAIL },
	{ "sayi", FIELD_NUMBER }, { "choice", FIELD_CHOICE },
	{ "select", FIELD_CHOICE }, { "sec", FIELD_CHOICE },
};

static bool
find_type(str word, enum field_type *type)
{
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (words[i].type < FIELD_CHECK &&
		    str_eq(word, str_of(words[i].word))) {
			*type = words[i].type;
			return true;
		}
	return false;
}

static enum field_shape
read_length(str s, struct field *f)
{
	size_t i;

	if (s.len > 4)
		return FIELD_SHAPE_LENGTH;
	for (i = 0; i < s.len; i++) {
		if (!char_is_digit(s.p[i]))
			return FIELD_SHAPE_KIND;
		f->length = f->length * 10 + (unsigned)(s.p[i] - '0');
	}
	return f->length == 0 || f->length > FIELD_LENGTH_LIMIT ?
	    FIELD_SHAPE_LENGTH : FIELD_SHAPE_OK;
}

/* The end of the choice that s begins with, and how long the mark after it
 * is. */
static size_t
choice_end(str s, size_t *mark)
{
	size_t slash = str_search(s, S(" / ")), pipe = str_find(s, '|');

	*mark = slash <= pipe ? 3 : 1;
	return slash < pipe ? slash : pipe;
}

static enum field_shape
read_choices(struct arena *a, str s, struct field *f)
{
	str *list = arena_array(a, str, CHOICES_LIMIT);
	str choice;
	size_t end, mark;

	for (;; s = str_from(s, end + mark)) {
		end = choice_end(s, &mark);
		choice = str_trim(str_upto(s, end));
		if (choice.len == 0 || f->num_choices == CHOICES_LIMIT)
			return FIELD_SHAPE_CHOICES;
		list[f->num_choices++] = str_copy(a, choice);
		if (end == s.len)
			break;
	}
	f->choices = list;
	return f->num_choices > 1 ? FIELD_SHAPE_OK : FIELD_SHAPE_CHOICES;
}

static enum field_shape
read_kind(struct arena *a, str s, struct field *f)
{
	size_t colon = str_find(s, ':');

	f->type = FIELD_TEXT;
	if (s.len == 0)
		return FIELD_SHAPE_OK;
	if (char_is_digit(s.p[0]))
		return read_length(s, f);
	if (!find_type(str_trim(str_upto(s, colon)), &f->type) ||
	    (colon < s.len) != (f->type == FIELD_CHOICE))
		return f->type == FIELD_CHOICE ? FIELD_SHAPE_CHOICES :
		    FIELD_SHAPE_KIND;
	return f->type != FIELD_CHOICE ? FIELD_SHAPE_OK :
	    read_choices(a, str_trim(str_from(s, colon + 1)), f);
}

enum field_shape
field_shape_inside(struct arena *a, str s, struct field *f, str *kind)
{
	size_t n;

	s = str_trim(s);
	n = str_span(s, '_');
	if (n < UNDERSCORES || (n < s.len && s.p[n] != ' '))
		return FIELD_SHAPE_NONE;
	*kind = str_trim(str_from(s, n));
	return read_kind(a, *kind, f);
}

enum field_shape
field_shape_read(struct arena *a, str s, struct field *f, size_t *len,
    str *kind)
{
	size_t n, end = str_find(s, ']');
	enum field_shape shape;

	if (!str_starts(s, S("[")))
		return FIELD_SHAPE_NONE;
	n = 1 + str_span(str_from(s, 1), ' ');
	n = str_span(str_from(s, n), '_');
	if (n < UNDERSCORES)
		return FIELD_SHAPE_NONE;
	if (end == s.len)
		return FIELD_SHAPE_CUT;
	shape = field_shape_inside(a, str_from(str_upto(s, end), 1), f, kind);
	*len = end + 1;
	if (*len < s.len && s.p[*len] == '*') {
		f->required = true;
		++*len;
	}
	return shape;
}

size_t
field_shape_mark(str s, char open, struct field *f)
{
	size_t len = 3;

	if (s.len < 3 || s.p[0] != open ||
	    s.p[2] != (open == '[' ? ']' : ')') ||
	    str_find(S(" xX"), s.p[1]) == 3)
		return 0;
	f->required = len < s.len && s.p[len] == '*';
	len += f->required;
	f->ticked = s.p[1] != ' ';
	return len < s.len && s.p[len] != ' ' ? 0 : len;
}

bool
field_shape_is_possible(str s)
{
	static const str marks[] = { { "____", 4 }, { "[ ]", 3 }, { "[x]", 3 },
	    { "[X]", 3 }, { "( )", 3 }, { "(x) ", 4 },
	    { "(X) ", 4 }, { "(x)*", 4 }, { "(X)*", 4 } };
	size_t i;

	/* Most texts have none of the bytes that begin a mark. */
	if (str_find(s, '_') == s.len && str_find(s, '[') == s.len &&
	    str_find(s, '(') == s.len)
		return false;
	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (str_search(s, marks[i]) < s.len)
			return true;
	return false;
}
