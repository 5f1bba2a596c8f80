/* SPDX-License-Identifier: ISC */
#include "base/language_tag.h"

/* ISO 639-1. */
static const char two_letters[] =
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca "
    "ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi "
    "fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie "
    "ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv "
    "kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na "
    "nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm "
    "rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw "
    "ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa "
    "wo xh yi yo za zh zu ";

static bool
is_letter(char c)
{
	return char_is_alnum(c) && !char_is_digit(c);
}

/* Whether s has from least to most characters, all of them letters, or all of
 * them letters and digits. */
static bool
is_subtag(str s, size_t least, size_t most, bool digits)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if (!is_letter(s.p[i]) && !(digits && char_is_digit(s.p[i])))
			return false;
	return s.len >= least && s.len <= most;
}

static bool
is_region(str s)
{
	return is_subtag(s, 2, 2, false) || (s.len == 3 &&
	    char_is_digit(s.p[0]) && char_is_digit(s.p[1]) &&
	    char_is_digit(s.p[2]));
}

static bool
is_variant(str s)
{
	return is_subtag(s, 5, 8, true) || (is_subtag(s, 4, 4, true) &&
	    char_is_digit(s.p[0]));
}

static bool
is_language(str s)
{
	size_t i;

	if (!is_subtag(s, 2, 3, false))
		return false;
	for (i = 0; s.len == 2 && two_letters[i] != '\0'; i += 3)
		if ((two_letters[i] | 0x20) == (s.p[0] | 0x20) &&
		    (two_letters[i + 1] | 0x20) == (s.p[1] | 0x20))
			return true;
	return s.len == 3;
}

/* 2.1: language, script, region, variants, extensions. */
bool
language_tag_is_valid(str s)
{
	bool script = false, region = false, extension = false;
	str part;

	if (str_ends(s, S("-")) || !str_cut(&s, '-', &part) ||
	    !is_language(part))
		return false;
	while (str_cut(&s, '-', &part)) {
		if (extension && is_subtag(part, 2, 8, true))
			continue;
		if (part.len == 1 && s.len != 0 && is_subtag(part, 1, 1, true))
			extension = true;
		else if (!script && !region && is_subtag(part, 4, 4, false))
			script = true;
		else if (!region && is_region(part))
			region = true;
		else if (!is_variant(part))
			return false;
		else
			script = region = true;
	}
	return true;
}
