/* SPDX-License-Identifier: ISC
 *
 * packed: the objects that an update keeps in object streams (ISO 32000-1,
 * 7.5.7). Such an object is found by its number or by its index, and ends at
 * the next one or where its tokens end: a stream that says it in two ways
 * shows one reader what another does not see.
 */
#ifndef REGISTER_PACKED_H
#define REGISTER_PACKED_H

#include "register/foreign_pdf.h"

/* Whether each object in an object stream that is elsewhere in theirs, the
 * file, than in ours, the record, is the same one for every reader. False also
 * where qpdf cannot read a stream, or there are too many. */
bool	packed_is_clear(struct arena *, str file, const struct foreign_pdf *ours,
	    const struct foreign_pdf *theirs);

#endif
