/* SPDX-License-Identifier: ISC
 *
 * language_tag: whether a text is the tag of a language as BCP 47 (RFC 5646)
 * defines it: “en”, “de-AT”, “zh-Hant-TW”.
 */
#ifndef BASE_LANGUAGE_TAG_H
#define BASE_LANGUAGE_TAG_H

#include "base/str.h"

/* Well-formed, and a language of two letters is one of ISO 639-1. Private and
 * grandfathered tags are none. */
bool	language_tag_is_valid(str);

#endif
