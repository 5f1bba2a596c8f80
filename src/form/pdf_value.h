/* SPDX-License-Identifier: ISC
 *
 * pdf_value: what a value of a foreign PDF means to a reader, and how a value
 * is written into an update.
 */
#ifndef FORM_PDF_VALUE_H
#define FORM_PDF_VALUE_H

#include "base/json.h"
#include "base/sink.h"

/* The text of a string or name as qpdf prints it (JSON of version 2), as UTF-8
 * in the arena. Strings may be UTF-16 of either order, UTF-8 with a mark, or
 * PDFDocEncoding (ISO 32000-1, 7.9.2); names may have “#xx”. What is none of
 * them becomes U+FFFD. Empty for NULL and other values. */
str	pdf_value_text(struct arena *, const struct json *);
/* The same for bytes of a string, of a stream for example. */
str	pdf_value_bytes(struct arena *, str bytes);
/* Whether it is a name. */
bool	pdf_value_is_name(const struct json *);
/* The name as it is written in a file, with its “/” and “#xx”, in the arena. */
str	pdf_value_name(struct arena *, const struct json *);
/* Whether it is an integer without a sign; sets *n to at most SIZE_MAX / 10. */
bool	pdf_value_number(const struct json *, size_t *n);
/* Writes the value as a token of PDF, with the space that it needs in front;
 * references as they are. */
void	pdf_value_write(struct sink *, struct arena *, const struct json *);

#endif
