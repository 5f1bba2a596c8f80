/* SPDX-License-Identifier: ISC
 *
 * lang: the two languages that matbu speaks, and the fixed words that it
 * adds to a page or sheet. Messages are diag's.
 */
#ifndef BASE_LANG_H
#define BASE_LANG_H

#include "base/str.h"

enum lang { LANG_TR, LANG_EN, LANG_COUNT };

enum word {
#define X(id, slot, tr, en) WORD_##id,
#include "base/words.def"
#undef X
	WORD_COUNT
};

/* The word in the language; static. */
str	 lang_word(enum lang, enum word);
/* Its name in templates: “word-contents”. */
str	 lang_word_name(enum word);
/* BCP 47 tag: “tr”. */
str	 lang_tag(enum lang);
/* “tr”, “en”; false for others. */
bool	 lang_read(str tag, enum lang *);
/* The language that the environment asks for, read as text: LC_ALL, else
 * LC_MESSAGES, else LANG. False where that is unset, C or POSIX. A language
 * that matbu does not speak is English. */
bool	 lang_of_environment(enum lang *);

#endif
