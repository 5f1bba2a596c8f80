/* SPDX-License-Identifier: ISC
 *
 * fences: where the front matter of a source is: between its two lines “---”.
 * Part of front_matter.
 */
#ifndef SOURCE_FENCES_H
#define SOURCE_FENCES_H

#include "base/str.h"

/* Returns the number of lines of front matter, including empty lines above
 * it. *yaml is the text between its fences (p is NULL if the closing fence is
 * missing); *lines_before is the number of lines before *yaml. */
unsigned	fences_find(str text, str *yaml, unsigned *lines_before);

#endif
