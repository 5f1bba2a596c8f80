/* SPDX-License-Identifier: ISC
 *
 * site_path: which paths the files of a collection may have, below content/,
 * out/ or a destination. Every path that comes from outside (a listing, a
 * template, .published, out/.matbu, another machine) passes one of these
 * functions before it is used; ident_read() checks those of the register.
 *
 * No component is empty, begins with a dot, or has other characters than
 * A-Z a-z 0-9 “.” “_” “-”.
 */
#ifndef MODEL_SITE_PATH_H
#define MODEL_SITE_PATH_H

#include "base/str.h"

/* What the name of a page as a block to paste ends with. */
#define SITE_PATH_FRAGMENT	".fragment.html"

/* Whether content/ may have the file: an index.md, the source or the record of
 * an edition, a file in its folder, or a picture of the site. */
bool	site_path_is_content(str path);
/* Whether a file with that name may stand in an edition's folder to be linked
 * to: a document of an office, a table, a text. */
bool	site_path_is_linked_file(str name);
/* Whether templates may refer to the file, and the site so have it: its name
 * must not be one of the collection's. */
bool	site_path_is_template(str path);
/* Whether out/ or a destination may have the file. */
bool	site_path_is_site(str path);
/* Whether it is what publishes leave at a destination without a lock:
 * “register/CHAIN.tsv” or “register/CHAIN.site”, CHAIN of 64 hex digits. Then
 * *chain is set, unless it is NULL. */
bool	site_path_is_head(str path, str *chain);

#endif
