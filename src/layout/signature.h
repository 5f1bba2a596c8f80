/* SPDX-License-Identifier: ISC
 *
 * signature: signatories side by side, with room above each for a signature.
 */
#ifndef LAYOUT_SIGNATURE_H
#define LAYOUT_SIGNATURE_H

#include "layout/builder.h"

/* Appends the paragraphs of a signature block below the tag of the area; each
 * row of signatories stays on one sheet. The block stays with what is above
 * it. */
void	signature_put(struct builder *, const struct area *, const node *);

#endif
