/* SPDX-License-Identifier: ISC */
#include "register/pdf_token.h"

void
pdf_token_skip_space(str *s)
{
	while (s->len != 0 && (char_is_space(s->p[0]) || s->p[0] == '\0'))
		*s = str_from(*s, 1);
}

bool
pdf_token_take(str *s, str word)
{
	if (!str_starts(*s, word))
		return false;
	*s = str_from(*s, word.len);
	return true;
}

bool
pdf_token_take_number(str *s, size_t *n)
{
	size_t i;

	*n = 0;
	for (i = 0; i < s->len && i < 10 && char_is_digit(s->p[i]); i++)
		*n = *n * 10 + (size_t)(s->p[i] - '0');
	*s = str_from(*s, i);
	return i != 0;
}

static size_t
string_length(str s)
{
	size_t i, depth = 0;

	for (i = 0; i < s.len; i++)
		if (s.p[i] == '\\')
			i++;
		else if (s.p[i] == '(')
			depth++;
		else if (s.p[i] == ')' && --depth == 0)
			return i + 1;
	return 0;
}

bool
pdf_token_is_regular(char c)
{
	return !char_is_space(c) && c != '\0' && strchr("()<>[]{}/%", c) ==
	    NULL;
}

size_t
pdf_token_length(str s)
{
	size_t i = 1;

	if (s.len == 0 || strchr("%)}{", s.p[0]) != NULL)
		return 0;
	if (s.p[0] == '(')
		return string_length(s);
	if (str_starts(s, S("<<")) || str_starts(s, S(">>")))
		return 2;
	if (s.p[0] == '<')
		return str_find(s, '>') != s.len ? str_find(s, '>') + 1 : 0;
	if (strchr("[]>", s.p[0]) != NULL)
		return s.p[0] != '>';
	while (i < s.len && pdf_token_is_regular(s.p[i]))
		i++;
	return i;
}

bool
pdf_token_opens(str token)
{
	return str_eq(token, S("<<")) || str_eq(token, S("["));
}

bool
pdf_token_closes(str token)
{
	return str_eq(token, S(">>")) || str_eq(token, S("]"));
}
