/* SPDX-License-Identifier: ISC
 *
 * html_line: one line of plain text, as a contact is, in which addresses
 * become links. For html/ only.
 */
#ifndef HTML_LINE_H
#define HTML_LINE_H

#include "base/str.h"

struct sink;

void	html_line(str text, struct sink *);

#endif
