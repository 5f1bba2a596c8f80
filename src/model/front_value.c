/* SPDX-License-Identifier: ISC */
#include "model/front_value.h"

bool
front_value_months(str s, unsigned *months)
{
	unsigned n = 0;
	size_t i;

	for (i = 0; i < s.len && char_is_digit(s.p[i]) && n < 1200; i++)
		n = n * 10 + (unsigned)(s.p[i] - '0');
	s = str_trim(str_from(s, i));
	*months = n;
	return n != 0 && n < 1200 && (str_eq(s, S("months")) ||
	    str_eq(s, S("month")) || str_eq(s, S("ay")));
}

/* Removes up to two digits from *s. */
static bool
take_number(str *s, int *n)
{
	size_t i;

	*n = 0;
	for (i = 0; i < s->len && i < 2 && char_is_digit(s->p[i]); i++)
		*n = *n * 10 + (s->p[i] - '0');
	*s = str_from(*s, i);
	return i != 0;
}

bool
front_value_minutes(str s, int *minutes)
{
	bool west = str_starts(s, S("-"));
	int hours, rest = 0;

	if (west || str_starts(s, S("+")))
		s = str_from(s, 1);
	if (!take_number(&s, &hours))
		return false;
	if (str_starts(s, S(":"))) {
		s = str_from(s, 1);
		if (s.len != 2 || !take_number(&s, &rest) || rest > 59)
			return false;
	}
	*minutes = (west ? -1 : 1) * (60 * hours + rest);
	return s.len == 0 && *minutes >= -12 * 60 && *minutes <= 14 * 60;
}

bool
front_value_answer(str s, enum answer *answer)
{
	bool yes = str_eq(s, S("evet")) || str_eq(s, S("yes")) ||
	    str_eq(s, S("true"));
	bool no = str_eq(s, S("hayır")) || str_eq(s, S("no")) ||
	    str_eq(s, S("false"));

	if (yes || no)
		*answer = yes ? ANSWER_YES : ANSWER_NO;
	return yes || no;
}
