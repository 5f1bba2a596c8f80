/* SPDX-License-Identifier: ISC
 *
 * phrase: the table phrases.def: what commands print on standard output, and
 * parts of messages, in the language of the process.
 */
#ifndef BASE_PHRASE_H
#define BASE_PHRASE_H

#include <stdio.h>

#include "base/lang.h"

struct sink;

enum phrase {
#define X(id, tr, en) PHRASE_##id,
#include "base/phrases.def"
#undef X
};

/* The maximum number of values in a phrase: {1} to {6}. */
enum { PHRASE_VALUES = 6 };

/* A number as a value; lives as long as the block that names it. */
#define PHRASE_UINT(n)	phrase_uint((char[24]){ 0 }, (n))
str	phrase_uint(char digits[24], uintmax_t n);

/* The phrase without values; static. */
str	phrase_in(enum lang, enum phrase);
str	phrase_text(enum phrase);

/* phrase_print(id, value...): prints a line on standard output. */
#define phrase_print(id, ...) \
	phrase_write(stdout, (id), (str[PHRASE_VALUES]){ __VA_ARGS__ })
void	phrase_write(FILE *, enum phrase, const str values[PHRASE_VALUES]);

/* Writes a text with its values in place of {1} {2} …, each as SHOWN()
 * (base/shown.h) gives it. */
void	phrase_put(struct sink *, str text, const str *values);
void	phrase_put_value(struct sink *, str value);

#endif
