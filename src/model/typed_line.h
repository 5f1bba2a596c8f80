/* SPDX-License-Identifier: ISC
 *
 * typed_line: lines that their author ended himself, as in a word processor,
 * where an editor that wraps a paragraph would not have. For source/joined_line.
 */
#ifndef MODEL_TYPED_LINE_H
#define MODEL_TYPED_LINE_H

#include "base/str.h"

/* Whether below, the next line, begins with a number or an article's head
 * that was not meant to run on: “2.1. Tanımlar”, “1- Amaç”, “MADDE 3 –”; or
 * line is such a head with a title: “MADDE 1 – Amaç”. */
bool	typed_line_begins(struct arena *, str line, str below);
/* Whether line is so short that its author ended it, and below begins with a
 * capital, a number or a sign: lines of an address, a name and its office. A
 * sentence may end anywhere, so that after one only a name or “(2) X” counts. */
bool	typed_line_ends_early(str line, str below);
/* Whether both are so short that their author ended the first, and begin with
 * the same sort of number, sign or address (“[1] X”, “10:00 X”, “%20”, two
 * addresses of mail), or are one or two words each (“elma”, “armut”). Also
 * whether below is “: X”, a definition of other dialects. */
bool	typed_line_are_alike(str line, str below);
/* Whether one of the two is written in capitals or drawn with arrows. */
bool	typed_line_is_apart(str line, str below);

#endif
