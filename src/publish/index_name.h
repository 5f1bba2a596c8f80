/* SPDX-License-Identifier: ISC
 *
 * index_name: the names under which web servers look for the page of a folder.
 */
#ifndef PUBLISH_INDEX_NAME_H
#define PUBLISH_INDEX_NAME_H

#include "base/str.h"

/* Whether a web server may show a file of the name in place of an index.html:
 * index.php, Default.htm, HOME.HTML; not index.html itself. */
bool	index_name_is_other(str name);

#endif
