/* SPDX-License-Identifier: ISC */
#include "site/letter.h"

#include "base/turkish.h"

static const struct {
	uint32_t	letter;		/* lower case */
	str		label, name;
} letters[] = {
#define L(letter, label, name) { letter, { label, sizeof(label) - 1 }, \
	    { name, sizeof(name) - 1 } }
	L(0, "0–9", "0"), L('a', "A", "a"), L('b', "B", "b"), L('c', "C", "c"),
	L(0xE7, "Ç", "cc"), L('d', "D", "d"), L('e', "E", "e"),
	L('f', "F", "f"), L('g', "G", "g"), L(0x11F, "Ğ", "gg"),
	L('h', "H", "h"), L(0x131, "I", "ii"), L('i', "İ", "i"),
	L('j', "J", "j"), L('k', "K", "k"), L('l', "L", "l"), L('m', "M", "m"),
	L('n', "N", "n"), L('o', "O", "o"), L(0xF6, "Ö", "oo"),
	L('p', "P", "p"), L('q', "Q", "q"), L('r', "R", "r"), L('s', "S", "s"),
	L(0x15F, "Ş", "ss"), L('t', "T", "t"), L('u', "U", "u"),
	L(0xFC, "Ü", "uu"), L('v', "V", "v"), L('w', "W", "w"),
	L('x', "X", "x"), L('y', "Y", "y"), L('z', "Z", "z")
#undef L
};

enum { LETTERS = sizeof(letters) / sizeof(letters[0]) };

/* â î û stand among a i u. */
static uint32_t
without_hat(uint32_t c)
{
	switch (c) {
	case 0xE2:
		return 'a';
	case 0xEE:
		return 'i';
	case 0xFB:
		return 'u';
	default:
		return c;
	}
}

size_t
letter_of(str title)
{
	size_t i, len;
	uint32_t c;

	if (title.len == 0)
		return 0;
	c = without_hat(turkish_lower(str_rune(title, &len)));
	for (i = LETTERS - 1; i != 0; i--)
		if (letters[i].letter == c)
			break;
	return i;
}

str
letter_label(size_t letter)
{
	return letters[letter].label;
}

str
letter_name(size_t letter)
{
	return letters[letter].name;
}
