/* SPDX-License-Identifier: ISC
 *
 * whole: the words that a reader must be able to copy as they are.
 */
#ifndef FONT_WHOLE_H
#define FONT_WHOLE_H

#include "base/str.h"

/* Whether the word has an “@” and is no URL (an e-mail address), or is a
 * document number (KTÜN-FR-012, E-75850160-104.01.02-43218) or the identity of
 * a work or an edition, with the signs and the suffix beside it. A line that
 * has room for it does not break it. */
bool	whole_is_kept(str word);

#endif
