/* SPDX-License-Identifier: ISC
 *
 * item_path: references to list items and articles by a path: “#madde-3/1/ç”,
 * “#kapsam/2/a”. It begins with a scope: the id of a heading, or an article.
 * Then it has a label of each family of items that is open there, without
 * brackets, in lower case. “/” is in no other id: a path and an id cannot be
 * taken for one another. For xref.
 */
#ifndef MODEL_ITEM_PATH_H
#define MODEL_ITEM_PATH_H

#include "model/doc.h"

/* Resolves the reference if its id is a path of the document; its target gets
 * the path as its id. Also reports a path that names two items or none, and
 * what was meant as a path, “#madde-3-b”. False: it is none of these. */
bool	item_path_resolve(struct doc *, struct _xmlNode *ref);
/* Whether other documents can link to an item or article by that path. If not,
 * *nearest is what was probably meant: another path, or the id of a heading. */
bool	item_path_exists(struct doc *, str path, str *nearest);
/* Gives items their paths as ids, and changes the references to them: for
 * pages, to which other documents link. */
void	item_path_expose(struct doc *, const struct strings *paths);

#endif
