/* SPDX-License-Identifier: ISC
 *
 * placeholder: the titles and sentences that matbu new writes for the author
 * to replace. They are never released nor published.
 */
#ifndef BUILD_PLACEHOLDER_H
#define BUILD_PLACEHOLDER_H

#include "base/lang.h"
#include "base/str.h"

struct arena;

/* Folders by their depth: the institution, a class, a unit, a subject. */
enum { PLACEHOLDER_DEPTHS = 4 };

/* What stands under the title of a new work, by enum lang. */
extern const char *const placeholder_texts[];

/* Returns the title of a new folder, in arena; folder is its path. */
str	placeholder_title(struct arena *, enum lang, size_t depth, str folder);
/* Returns whether a title is that of a new folder, in any language. */
bool	placeholder_is_title(struct arena *, str title, size_t depth,
	    str folder);
/* Returns whether a line is one of a new work's text, in any language;
 * headings are allowed. */
bool	placeholder_is_line(str line);

#endif
