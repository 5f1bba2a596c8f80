/* SPDX-License-Identifier: ISC
 *
 * page_text: the words of a foreign page, and whether they have a phrase in
 * them. libxml2's HTML parser reads any bytes; nothing is loaded.
 */
#ifndef LINKS_PAGE_TEXT_H
#define LINKS_PAGE_TEXT_H

#include "base/str.h"

struct arena;

struct page_text {
	str	words;		/* folded, in arena */
	bool	readable;	/* it has words of its own, in a known
				 * encoding: what is not there is not said */
};

/* Reads a page. type: its content type, as the server says, or empty. The words
 * are those of tags, scripts, styles and head removed (the title stays), with
 * entities decoded, folded. */
struct page_text page_text_read(struct arena *, str bytes, str type);
/* Whether the words have the phrase in them; where it begins or ends with a
 * digit, not as a part of a longer number. */
bool		 page_text_says(struct arena *, const struct page_text *,
		    str phrase);
/* Returns a text (UTF-8) in a form in which texts that readers take for equal
 * are equal: NFC, small letters by Turkish rules, ı as i, one space for white
 * space, none at the ends, one kind of quotes, apostrophes and dashes, without
 * soft hyphens and characters of no width. In arena. */
str		 page_text_fold(struct arena *, str);

#endif
