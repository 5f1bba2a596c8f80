/* SPDX-License-Identifier: ISC
 *
 * lang: the two languages of matbu, and the fixed words that it adds to a
 * page or sheet. Messages are in message.
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
/* “İngilizce”: what a language is called in a language; static. */
str	 lang_name(enum lang in, enum lang of);
/* BCP 47 tag: “tr”. */
str	 lang_tag(enum lang);
/* “tr”, “en”; false for others. */
bool	 lang_read(str tag, enum lang *);
/* The one whose words are shaped without rules of their own. */
enum lang lang_neutral(void);
/* The language of the environment, read as text: LC_ALL, else LC_MESSAGES,
 * else LANG. False where that is unset, C or POSIX. English where matbu does
 * not have the language. */
bool	 lang_of_environment(enum lang *);

#endif
