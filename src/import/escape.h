/* SPDX-License-Identifier: ISC
 *
 * escape: text as Markdown that means this text and nothing else.
 */
#ifndef IMPORT_ESCAPE_H
#define IMPORT_ESCAPE_H

#include "base/sink.h"

/* Appends a part of a line; next is what follows it. */
void	escape_text(struct sink *, str text, char next);
/* Appends what protects the beginning of a line, and the text. */
void	escape_line(struct sink *, str text, char next);
/* A picture's text, between [ and ]; a title, between quotation marks. */
void	escape_label(struct sink *, str text);
void	escape_title(struct sink *, str text);
/* An address, between ( and ). */
void	escape_address(struct sink *, str address);
/* A value of front matter, quoted. */
void	escape_value(struct sink *, str value);

#endif
