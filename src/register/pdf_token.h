/* SPDX-License-Identifier: ISC
 *
 * pdf_token: the tokens of a PDF that anybody may have written (ISO 32000-1,
 * 7.2). For record_prefix.c and packed.c, which must not rely on the way in
 * which one reader understands what the standard does not allow.
 */
#ifndef REGISTER_PDF_TOKEN_H
#define REGISTER_PDF_TOKEN_H

#include "base/str.h"

/* Each of these functions takes what it names from the start of the string. */
void	pdf_token_skip_space(str *);
bool	pdf_token_take(str *, str word);
/* At most ten digits. */
bool	pdf_token_take_number(str *, size_t *);

/* The length of the token at the start, 0 where there is none. A comment is
 * none: no writer of updates has one where these functions are used. */
size_t	pdf_token_length(str);
/* Whether the token begins or ends a dictionary or an array. */
bool	pdf_token_opens(str token);
bool	pdf_token_closes(str token);
/* Whether the character may stand in a number or a word. */
bool	pdf_token_is_regular(char);

#endif
