/* SPDX-License-Identifier: ISC */
#include "source/line_sign.h"

#include "base/arena.h"

/* Of the author's text in a message [byte]. */
enum { SHOWN_LIMIT = 40 };
/* So many dashes or underscores are room to write; “---” is a rule. */
enum { ROOM = 5 };

struct line {
	struct doc		*doc;
	const struct extract	*extract;
	size_t			 number;	/* in the extract */
	size_t			 col;		/* of the block */
	str			 text;		/* from there on */
};

static void
report(const struct line *l, enum diag id, str shown, str sign)
{
	doc_diag(l->doc, id, extract_pos(l->extract, l->number, l->col),
	    str_shorten(l->doc->arena, str_trim(shown), SHOWN_LIMIT), sign);
}

static str
line_below(const struct line *l)
{
	str s = extract_line_text(l->extract, l->number + 1);

	return str_from(s, str_span(s, ' '));
}

/* “> 65 puan”, “>= 70”: one line, no quotation of several. */
static void
check_quote(const struct line *l)
{
	str s = str_trim(str_from(l->text, 1));

	if (str_starts(l->text, S(">")) && s.len != 0 &&
	    (char_is_digit(s.p[0]) || s.p[0] == '=') &&
	    !str_starts(line_below(l), S(">")))
		report(l, DIAG_SIGN_QUOTE, l->text, S(""));
}

/* A list of one entry: “+ KDV”, “* zorunlu”, “- 5 derece”. */
static void
check_list(const struct line *l, markdown *list)
{
	str s = str_trim(str_from(l->text, 1)), sign = str_upto(l->text, 1);

	if (markdown_next(markdown_first(list)) != NULL || s.len == 0)
		return;
	if (str_eq(sign, S("+")) || str_eq(sign, S("*")) ||
	    (str_eq(sign, S("-")) && char_is_digit(s.p[0])))
		report(l, DIAG_SIGN_LIST, l->text, sign);
}

/* “## C #”: the signs at the end are not as many as those before. */
static void
check_heading(const struct line *l)
{
	str s = str_rtrim(l->text), rest;
	size_t level = str_span(s, '#'), end = s.len;

	while (end > level && s.p[end - 1] == '#')
		end--;
	rest = str_trim(str_from(str_upto(s, end), level));
	if (level != 0 && end < s.len && s.p[end - 1] == ' ' &&
	    rest.len != 0 && s.len - end != level)
		report(l, DIAG_SIGN_HEADING, s, str_from(s, end));
}

/* A rule of underscores, or dashes right above a text. */
static void
check_rule(const struct line *l)
{
	str s = str_rtrim(l->text);

	if (s.len >= ROOM && (str_span(s, '_') == s.len ||
	    (str_span(s, '-') == s.len && line_below(l).len != 0)))
		report(l, DIAG_SIGN_RULE, s, S(""));
}

void
line_sign_check(struct doc *doc, const struct extract *e, markdown *n)
{
	struct line l = { .doc = doc, .extract = e,
	    .number = markdown_start(n).line, .col = markdown_start(n).col };

	if (doc->dialect < 2 || doc->diags == NULL)
		return;
	l.text = extract_line_from(e, l.number, l.col - 1);
	switch (markdown_kind(n)) {
	case MARKDOWN_QUOTE:
		check_quote(&l);
		break;
	case MARKDOWN_LIST:
		check_list(&l, n);
		break;
	case MARKDOWN_HEADING:
		check_heading(&l);
		break;
	case MARKDOWN_RULE:
		check_rule(&l);
		break;
	default:
		break;
	}
}
