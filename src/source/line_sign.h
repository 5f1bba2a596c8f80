/* SPDX-License-Identifier: ISC
 *
 * line_sign: signs at the beginning or end of a line that Markdown takes for
 * its own and does not print, though the author probably meant the sign: “> 65
 * puan”, “- 5 derece”, “## C #”, “______” above a name. For body.
 */
#ifndef SOURCE_LINE_SIGN_H
#define SOURCE_LINE_SIGN_H

#include "source/extract.h"
#include "source/markdown.h"

/* Reports the sign of a block quote, list, heading or rule. */
void	line_sign_check(struct doc *, const struct extract *, markdown *);

#endif
