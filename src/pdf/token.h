/* SPDX-License-Identifier: ISC
 *
 * pdf_token: the tokens of PDF (ISO 32000-1, 7.2 and 7.3), written into an
 * object (pdf_object_open) or a content stream. Each function puts the white
 * space that its token needs before it.
 */
#ifndef PDF_TOKEN_H
#define PDF_TOKEN_H

#include "base/date.h"
#include "base/sink.h"

/* “/name”; the name is a literal of regular characters. */
void	pdf_token_name(struct sink *, const char *);
void	pdf_token_int(struct sink *, long long);
/* At most three decimals, never an exponent; the same in every locale. */
void	pdf_token_real(struct sink *, double);
/* value / 10^decimals, without trailing zeros. */
void	pdf_token_fixed(struct sink *, long long value, int decimals);
/* An operator or keyword: “BT”, “true”. */
void	pdf_token_word(struct sink *, const char *);
/* “12 0 R” */
void	pdf_token_ref(struct sink *, unsigned object);
/* UTF-8 as a text string: unchanged where it is ASCII, else UTF-16BE. */
void	pdf_token_text(struct sink *, str);
/* Bytes as they are, in parentheses. */
void	pdf_token_bytes(struct sink *, str);
/* Bytes in hexadecimal. */
void	pdf_token_hex(struct sink *, str);

/* --- Entries of a dictionary: a key, a literal as for pdf_token_name(), and
 * its value. Text that is empty has no entry. --- */
void	pdf_token_put_int(struct sink *, const char *key, long long);
void	pdf_token_put_ref(struct sink *, const char *key, unsigned object);
void	pdf_token_put_text(struct sink *, const char *key, str);
void	pdf_token_put_date(struct sink *, const char *key, struct date);

#endif
