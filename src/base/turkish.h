/* SPDX-License-Identifier: ISC
 *
 * turkish: letters by Turkish rules, without a locale: I is the capital of
 * ı, İ that of i.
 */
#ifndef BASE_TURKISH_H
#define BASE_TURKISH_H

#include "base/str.h"

/* One code point in lower case: Latin letters with Turkish I; others as
 * they are. */
uint32_t turkish_lower(uint32_t c);
/* A name made of a-z 0-9 and single hyphens: lower case, ç ğ ı ö ş ü â î û
 * as c g i o s u a i u, every other run one hyphen, trimmed. May be empty.
 * This rule never changes: ids of headings are made by it. In arena. */
str	 turkish_slug(struct arena *, str);
/* <0, 0, >0 as in a Turkish list: a b c ç d … ı i …, without regard to
 * case; equal texts that differ in case are ordered by bytes. */
int	 turkish_cmp(str, str);

#endif
