/* SPDX-License-Identifier: ISC
 *
 * edition_text: the text of one edition made into that of the next: the name
 * of its picture folder, and the change in its front matter.
 */
#ifndef EDITION_EDITION_TEXT_H
#define EDITION_EDITION_TEXT_H

#include "base/lang.h"

struct arena;

/* Returns the text with its picture folder renamed: each “OLD/” whose OLD is a
 * whole name. In arena. */
str	edition_text_rename(struct arena *, str text, str old, str new);
/* Returns the text without the change of the last edition; with the note as
 * its change, in the words of the language, unless the note is NULL. */
str	edition_text_set_change(struct arena *, str text, const char *note,
	    enum lang);

#endif
