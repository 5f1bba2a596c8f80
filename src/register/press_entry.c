/* SPDX-License-Identifier: ISC */
#include "register/press_entry.h"

/* The words before the pairs: matbu, its version, the digest. */
enum { HEAD_WORDS = 3 };

static bool
next_pair(str *rest, str *name, str *value)
{
	return str_cut(rest, ' ', name) && str_cut(rest, ' ', value);
}

/* Splits an entry at the end of its head. */
static str
head_of(str press, str *pairs)
{
	str word = press;
	size_t i;

	*pairs = press;
	for (i = 0; i < HEAD_WORDS; i++)
		str_cut(pairs, ' ', &word);
	return str_upto(press, (size_t)(word.p - press.p) + word.len);
}

bool
press_entry_is_ours(str press)
{
	return str_starts(press, S("matbu "));
}

/* Returns the value of a name among the pairs, or an empty string. */
static str
value_of(str pairs, str wanted)
{
	str name, value;

	while (next_pair(&pairs, &name, &value))
		if (str_eq(name, wanted))
			return value;
	return S("");
}

unsigned
press_entry_dialect(str press)
{
	unsigned n = 0;
	str pairs = press, value;
	size_t i;

	if (press_entry_is_ours(press))
		head_of(press, &pairs);
	value = value_of(pairs, S("dialect"));
	for (i = 0; i < value.len && char_is_digit(value.p[i]) && n < 1000; i++)
		n = n * 10 + (unsigned)(value.p[i] - '0');
	return n != 0 ? n : 1;
}

/* --- Comparison */

static bool
is_library(str name)
{
	return !str_eq(name, S("dialect"));
}

/* Counts the libraries of the first that the second has in the same version,
 * and all libraries of the first. */
static size_t
count_same(str pairs, str other, size_t *all)
{
	str name, value;
	size_t same = 0;

	*all = 0;
	while (next_pair(&pairs, &name, &value)) {
		if (!is_library(name))
			continue;
		++*all;
		same += str_eq(value, value_of(other, name));
	}
	return same;
}

enum press_entry_match
press_entry_compare(str press, str today)
{
	str pairs, now;
	size_t num, num_now, same;

	if (!str_eq(head_of(press, &pairs), head_of(today, &now)))
		return PRESS_ENTRY_OTHER;
	count_same(now, pairs, &num_now);
	same = count_same(pairs, now, &num);
	if (num == 0)
		return PRESS_ENTRY_UNKNOWN;
	return same == num && num == num_now ? PRESS_ENTRY_SAME :
	    PRESS_ENTRY_LIBRARIES;
}

str
press_entry_libraries(struct arena *a, str press, str today)
{
	str pairs, now, name, value, other, result = S("");

	head_of(press, &pairs);
	head_of(today, &now);
	while (next_pair(&pairs, &name, &value)) {
		other = value_of(now, name);
		if (!is_library(name) || str_eq(value, other))
			continue;
		if (result.len != 0)
			result = str_join(a, result, S(", "));
		result = str_join(a, result, name, S(" "), value);
		result = str_join(a, result, S(" → "), other.len != 0 ? other :
		    S("–"));
	}
	return result;
}
