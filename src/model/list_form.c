/* SPDX-License-Identifier: ISC */
#include "model/list_form.h"

#include "base/arena.h"
#include "base/turkish.h"

enum form {
	FORM_BULLET,
	FORM_DASH,
	FORM_HYPHEN,
	FORM_LETTER,
	FORM_NUMBER,
	FORM_TIGHT,
	FORM_DOUBLE,
	FORM_APART,
	FORM_NO_BREAK,
	NUM_FORMS
};

struct like {
	enum form	form;
	str		typed;
	str		fix;
};

/* The lines of a form in a paragraph. */
struct found {
	struct like	like;
	struct pos	pos;
	unsigned	num;
	bool		certain;	/* one of them is no prose */
};

static bool
begins_with_letter(str s)
{
	return s.len != 0 && char_is_letter(s.p[0]);
}

static bool
is_blank_at(str s, size_t i)
{
	return i < s.len && char_is_space(s.p[i]);
}

/* The length of “a”, “ç” or “12” at the beginning, or 0. */
static size_t
label_len(str s, bool *digits)
{
	static const str letters[] = { S("ç"), S("ğ"), S("ı"), S("ö"),
	    S("ş"), S("ü") };
	size_t i, n = 0;

	while (n < s.len && n < 4 && char_is_digit(s.p[n]))
		n++;
	*digits = n != 0;
	if (n != 0)
		return n < 4 ? n : 0;
	if (s.len != 0 && char_is_lower(s.p[0]))
		return 1;
	for (i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
		if (str_starts(s, letters[i]))
			return letters[i].len;
	return 0;
}

/* Whether a number and “-” stand before s as a marker: no “3-tier”. */
static bool
may_follow_dash(str s)
{
	size_t len;
	uint32_t c;

	if (is_blank_at(s, 0))
		return begins_with_letter(str_trim(s));
	c = s.len != 0 ? str_rune(s, &len) : 0;
	return turkish_lower(c) != c;
}

/* “1-) x”, “a.) x”, “1.- x”: a label of n bytes with two signs after it. */
static bool
read_double(struct arena *a, str s, size_t n, struct like *like)
{
	static const str signs[] = { S("-)"), S(".)"), S(".-"), S(")-"),
	    S(")."), S(".)-") };
	size_t i;

	for (i = 0; n != 0 && i < sizeof(signs) / sizeof(signs[0]); i++)
		if (str_starts(str_from(s, n), signs[i]) && (is_blank_at(s, n +
		    signs[i].len) || begins_with_letter(str_from(s, n +
		    signs[i].len)))) {
			*like = (struct like){ FORM_DOUBLE, str_upto(s, n +
			    signs[i].len), str_join(a, str_upto(s, n),
			    S(") ")) };
			return true;
		}
	return false;
}

/* The length of “A” or “XII” at the beginning, or 0. */
static size_t
upper_len(str s)
{
	size_t n = 0;

	while (n < s.len && (s.p[n] == 'I' || s.p[n] == 'V' || s.p[n] == 'X'))
		n++;
	return n != 0 ? (n < 6 ? n : 0) : s.len != 0 && s.p[0] >= 'A' &&
	    s.p[0] <= 'Z';
}

/* “II- x”, “A- x”, “1 - x”, “1/ x”. */
static bool
read_apart(struct arena *a, str s, struct like *like)
{
	static const str signs[] = { S("- "), S(" - "), S("/ ") };
	bool digits = false;
	size_t upper = upper_len(s), n = upper != 0 ? upper :
	    label_len(s, &digits), i;

	for (i = upper == 0; n != 0 && i < sizeof(signs) / sizeof(signs[0]);
	    i++)
		if (str_starts(str_from(s, n), signs[i]) &&
		    begins_with_letter(str_from(s, n + signs[i].len))) {
			*like = (struct like){ FORM_APART, str_rtrim(str_upto(
			    s, n + signs[i].len)), str_join(a, str_upto(s, n),
			    digits ? S(". ") : S(") ")) };
			return true;
		}
	return false;
}

/* “a. x”, “a- x”, “1- x”, “1-X”, “a)x”, “1.x”, “1)x”. */
static bool
read_label(struct arena *a, str s, struct like *like)
{
	bool digits;
	size_t n = label_len(s, &digits);
	str label = str_upto(s, n), rest = str_from(s, n + 1);
	char c = n != 0 && n < s.len ? s.p[n] : '\0';

	if (read_double(a, s, n, like) || read_apart(a, s, like))
		return true;
	if (!digits && (c == '.' || c == '-') && is_blank_at(rest, 0))
		*like = (struct like){ FORM_LETTER, str_upto(s, n + 1),
		    str_join(a, label, S(") ")) };
	else if (digits && c == '-' && may_follow_dash(rest))
		*like = (struct like){ FORM_NUMBER, str_upto(s, n + 1),
		    str_join(a, label, S(". ")) };
	else if ((c == ')' || (digits && c == '.')) &&
	    begins_with_letter(rest) && !str_starts(rest, S("\xC2\xA0")))
		*like = (struct like){ FORM_TIGHT, str_upto(s, n + 1),
		    str_join(a, str_upto(s, n + 1), S(" ")) };
	else
		return false;
	return true;
}

/* “x” or “[ ] x”, directly after a hyphen. */
static bool
may_follow_hyphen(str s)
{
	return begins_with_letter(s) || str_starts(s, S("[ ]")) ||
	    str_starts(s, S("[x]"));
}

/* “•”, “–”, “-x”, “-[ ] x”. */
static bool
read_bullet(str s, struct like *like)
{
	static const struct { str sign; enum form form; } signs[] = {
		{ S("•"), FORM_BULLET }, { S("▪"), FORM_BULLET },
		{ S("◦"), FORM_BULLET }, { S("●"), FORM_BULLET },
		{ S("‣"), FORM_BULLET }, { S("·"), FORM_BULLET },
		{ S("➢"), FORM_BULLET }, { S("■"), FORM_BULLET },
		{ S("►"), FORM_BULLET }, { S("❖"), FORM_BULLET },
		{ S("–"), FORM_DASH }, { S("—"), FORM_DASH },
		{ S("-"), FORM_HYPHEN } };
	str sign;
	size_t i;

	for (i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		sign = signs[i].sign;
		if (!str_starts(s, sign))
			continue;
		if ((signs[i].form == FORM_DASH && !is_blank_at(s, sign.len)) ||
		    (signs[i].form == FORM_HYPHEN && !may_follow_hyphen(
		    str_from(s, sign.len))))
			return false;
		*like = (struct like){ signs[i].form, sign, S("- ") };
		return true;
	}
	return false;
}

/* The length of a marker, “a)”, “(1)”, “-”, “1.”, before a no-break space. */
static bool
read_no_break(str s, struct like *like)
{
	size_t at = str_search(str_upto(s, 12), S("\xC2\xA0")), open, n;
	bool digits;

	if (at == 0 || at >= s.len || at >= 12 || at > 10)
		return false;
	open = str_starts(s, S("("));
	n = label_len(str_from(s, open), &digits) + open;
	if (!(n > open && n + 1 == at && (s.p[n] == ')' || (digits && !open &&
	    s.p[n] == '.'))) && !(at == 1 && str_find(S("-+*"), s.p[0]) < 3))
		return false;
	*like = (struct like){ FORM_NO_BREAK, str_upto(s, at), S("") };
	return true;
}

/* Whether the line above, of which the break is the end, introduces a list. */
static bool
is_introduced(const node *line_break)
{
	const node *above = dom_prev(line_break);
	str s;

	if (above == NULL || dom_kind(above) != KIND_TEXT)
		return false;
	s = str_rtrim(dom_text(above));
	return str_ends(s, S(":")) || str_ends(s, S(";"));
}

static void
read_line(struct doc *doc, const node *text, const node *line_break,
    struct found *found)
{
	str s = dom_item(text)->text.source;
	struct found *f;
	struct like like;

	if (!read_no_break(s, &like) && !read_bullet(s, &like) &&
	    !read_label(doc->arena, s, &like))
		return;
	f = &found[like.form];
	if (f->num++ == 0) {
		f->like = like;
		f->pos = dom_item(text)->pos;
	}
	/* “— Yönerge, madde 12” in a quotation says where it is from. */
	if (line_break != NULL ? is_introduced(line_break) :
	    like.form != FORM_DASH || dom_kind(dom_parent(dom_parent(text))) !=
	    KIND_QUOTE)
		f->certain = true;
}

static void
report(struct doc *doc, const struct found *f)
{
	if (f->like.form == FORM_NO_BREAK)
		doc_diag(doc, DIAG_LIST_NO_BREAK, f->pos, f->like.typed);
	else
		doc_diag(doc, DIAG_LIST_FORM, f->pos, f->like.typed,
		    f->like.fix);
}

void
list_form_check(struct doc *doc, const node *paragraph)
{
	struct found found[NUM_FORMS] = { 0 };
	const node *n = dom_first(paragraph), *before = NULL;
	int i;

	for (; n != NULL; before = n, n = dom_next(n))
		if (dom_kind(n) == KIND_TEXT && (before == NULL ||
		    dom_kind(before) == KIND_SOFT_BREAK ||
		    dom_kind(before) == KIND_HARD_BREAK))
			read_line(doc, n, before, found);
	for (i = 0; i < NUM_FORMS; i++)
		if (found[i].certain || found[i].num > 1)
			report(doc, &found[i]);
}
