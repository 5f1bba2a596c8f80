/* SPDX-License-Identifier: ISC
 *
 * head_words: the words of header tables: labels, roles, names of institutions,
 * and values as offices write them.
 */
#ifndef IMPORT_HEAD_WORDS_H
#define IMPORT_HEAD_WORDS_H

#include "base/date.h"
#include "base/str.h"

struct arena;

enum what {
	NUMBER, PUBLISHED, REVISED, REVISION, SHEET, PREPARED, APPROVED,
	CHECKED, CHANGE, WHATS
};

struct label {
	const char	*text;
	enum what	 what;
};

/* Returns the label at the start of the words, after which a word ends; NULL:
 * none. “Rev. No / Tarihi” is that of the number. *len is its length [byte] with
 * blanks and the colon. */
const struct label *head_words_label(str words, size_t *len, bool *colon);
/* Returns the lines as one, in arena. */
str	head_words_one_line(struct arena *, str lines);
/* Where the next label with a colon begins, or the end [byte]. */
size_t	head_words_next(str words);
/* What stands in a column of a revision table below that head; WHATS: unknown. */
enum what head_words_column(str head);
/* Cuts the next name or role from the lines, “Ali Veli, Ağ Uzmanı”; false where
 * nothing is left. */
bool	head_words_cut_person(str *rest, str *person);
/* Whether a word of the line begins as a role does, as an institution, as
 * “revizyon” or “değişiklik”. */
bool	head_words_have_role(str line);
bool	head_words_have_institution(str line);
bool	head_words_have_revision(str line);
/* Reads 5.1.2026, 05/01/2026 or 05-01-2026, and what stands behind it. False
 * where it is none. */
bool	head_words_day(str, struct date *, str *rest);
/* The same, with nothing behind it. */
bool	head_words_is_day(str, struct date *);
/* Reads the number at the start, and what stands behind it. False where there
 * is none. */
bool	head_words_revision(str, unsigned *, str *rest);

#endif
