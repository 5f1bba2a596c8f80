/* SPDX-License-Identifier: ISC
 *
 * entry: the words of an entry: where a change is, what it is, why readers must
 * act, and the words that are removed and added. The same on page and terminal.
 */
#ifndef DIFF_ENTRY_H
#define DIFF_ENTRY_H

#include "diff/change.h"

struct entry {
	str	place;			/* “Adım 3 (“Kurulum”)” */
	str	act;			/* “değişti” */
	str	reasons;		/* “sayı, adres”; or empty */
	str	detail;			/* “çıkarıldı: “587”; …”; or empty */
};

/* In the arena of the changes. */
struct entry	entry_make(const struct changes *, const struct change *,
		    enum lang);
/* The word of an act, “değişti”; empty for CHANGE_NONE. */
str		entry_act(enum change_act, enum lang);
/* Where the line is: “Adım 3”. */
str		entry_place(const struct changes *, const struct change_line *,
		    enum lang);
/* A note for the register that says what changes, or empty where nothing
 * does. */
str		entry_note(const struct changes *, enum lang);

#endif
