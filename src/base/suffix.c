/* SPDX-License-Identifier: ISC */
#include "base/suffix.h"

/* How the last word of a number ends. */
struct ending {
	unsigned char	vowel;		/* in the order of e a, of i ı ü u */
	bool		open;		/* in a vowel */
	bool		hard;		/* in a voiceless consonant */
};

enum { FRONT_FLAT, BACK_FLAT, FRONT_ROUND, BACK_ROUND };

static struct ending
ending_of(unsigned number)
{
	static const struct ending
	    ones[] = { { 0, false, false },
		{ FRONT_FLAT, false, false },	/* bir */
		{ FRONT_FLAT, true, false },	/* iki */
		{ FRONT_ROUND, false, true },	/* üç */
		{ FRONT_ROUND, false, true },	/* dört */
		{ FRONT_FLAT, false, true },	/* beş */
		{ BACK_FLAT, true, false },	/* altı */
		{ FRONT_FLAT, true, false },	/* yedi */
		{ FRONT_FLAT, false, false },	/* sekiz */
		{ BACK_ROUND, false, false } },	/* dokuz */
	    tens[] = { { 0, false, false },
		{ BACK_ROUND, false, false },	/* on */
		{ FRONT_FLAT, true, false },	/* yirmi */
		{ BACK_ROUND, false, false },	/* otuz */
		{ BACK_FLAT, false, true },	/* kırk */
		{ FRONT_FLAT, true, false },	/* elli */
		{ BACK_FLAT, false, true },	/* altmış */
		{ FRONT_FLAT, false, true },	/* yetmiş */
		{ FRONT_FLAT, false, false },	/* seksen */
		{ BACK_FLAT, false, false } },	/* doksan */
	    hundred = { FRONT_ROUND, false, false },	/* yüz */
	    thousand = { FRONT_FLAT, false, false },	/* bin */
	    zero = { BACK_FLAT, false, false };		/* sıfır */

	if (number % 10 != 0)
		return ones[number % 10];
	if (number % 100 != 0)
		return tens[number / 10 % 10];
	if (number == 0)
		return zero;
	return number % 1000 != 0 ? hundred : thousand;
}

/* Each row is one ending: its forms after a consonant, after a voiceless one,
 * after a vowel, each for the four vowels. */
static const char *const endings[][3][4] = {
	{ { "e", "a", "e", "a" }, { "e", "a", "e", "a" },
	    { "ye", "ya", "ye", "ya" } },
	{ { "i", "ı", "ü", "u" }, { "i", "ı", "ü", "u" },
	    { "yi", "yı", "yü", "yu" } },
	{ { "in", "ın", "ün", "un" }, { "in", "ın", "ün", "un" },
	    { "nin", "nın", "nün", "nun" } },
	{ { "de", "da", "de", "da" }, { "te", "ta", "te", "ta" },
	    { "de", "da", "de", "da" } },
	{ { "den", "dan", "den", "dan" }, { "ten", "tan", "ten", "tan" },
	    { "den", "dan", "den", "dan" } },
	{ { "deki", "daki", "deki", "daki" }, { "teki", "taki", "teki",
	    "taki" }, { "deki", "daki", "deki", "daki" } },
	{ { "le", "la", "le", "la" }, { "le", "la", "le", "la" },
	    { "yle", "yla", "yle", "yla" } },
};

enum { ENDINGS = sizeof(endings) / sizeof(endings[0]) };

static bool
is_form(const char *const forms[3][4], str suffix)
{
	size_t i, j;

	for (i = 0; i < 3; i++)
		for (j = 0; j < 4; j++)
			if (str_eq(suffix, str_of(forms[i][j])))
				return true;
	return false;
}

str
suffix_after(unsigned number, str suffix)
{
	struct ending e = ending_of(number);
	size_t i;

	for (i = 0; i < ENDINGS; i++)
		if (is_form(endings[i], suffix))
			return str_of(endings[i][e.open ? 2 : e.hard][e.vowel]);
	return suffix;
}
