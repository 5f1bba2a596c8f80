/* SPDX-License-Identifier: ISC
 *
 * turkish: letters by Turkish rules, without a locale: I is the capital of
 * ı, İ that of i.
 */
#ifndef BASE_TURKISH_H
#define BASE_TURKISH_H

#include "base/str.h"

/* One code point in lower case: Latin letters, with Turkish I; others are
 * unchanged. */
uint32_t turkish_lower(uint32_t c);
/* A name made of a-z 0-9 and single hyphens: lower case, ç ğ ı ö ş ü â î û
 * as c g i o s u a i u; all characters between them become one hyphen; none at
 * the ends. May be empty. This rule never changes: ids of headings depend on
 * it. In arena. */
str	 turkish_slug(struct arena *, str);
/* Whether it is a letter of Latin writing. */
bool	 turkish_is_letter(uint32_t c);
/* Whether the text begins with a capital. */
bool	 turkish_has_capital(str);
/* Whether two texts are equal, case ignored. */
bool	 turkish_equals(str, str);
/* <0, 0, >0 as in a Turkish list: a b c ç d … ı i …, case ignored; texts that
 * differ only in case are ordered by bytes. */
int	 turkish_cmp(str, str);
/* The base letter of a small letter that Turkish has beside those of ASCII: “c”
 * for “ç”; any other letter as it is. */
uint32_t turkish_base(uint32_t c);

#endif
