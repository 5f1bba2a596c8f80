/* SPDX-License-Identifier: ISC
 *
 * change_json: changes for other programs: the entries, and all lines with the
 * words that are kept, removed and added.
 */
#ifndef DIFF_CHANGE_JSON_H
#define DIFF_CHANGE_JSON_H

#include "diff/change.h"

/* Writes one object; names of the two texts. */
void	change_json_put(const struct changes *, enum lang, str old, str new,
	    struct sink *);

#endif
