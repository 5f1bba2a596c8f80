/* SPDX-License-Identifier: ISC
 *
 * path_check: paths of Windows in a text, whose backslashes Markdown took for
 * escapes. Part of foreign.
 */
#ifndef SOURCE_PATH_CHECK_H
#define SOURCE_PATH_CHECK_H

#include "model/doc.h"

/* Reports paths in a text that have lost a backslash. */
void	path_check(struct doc *, const struct _xmlNode *text);

#endif
