/* SPDX-License-Identifier: ISC
 *
 * front: the front matter of an imported work.
 */
#ifndef IMPORT_FRONT_H
#define IMPORT_FRONT_H

#include "import/head.h"

/* The language of the collection. */
enum lang front_lang(struct arena *, str root);
/* Appends the front matter; nothing where it would be empty. root is the
 * content folder, whose index.md may declare rows of the header table; a value
 * of a row that it does not is a loss. */
void	front_put(struct sink *, struct document *, const struct head *,
	    str root);
/* Shows what was read and asks, unless it was accepted before. Returns whether
 * it is to be taken; *stopped: nobody can be asked. */
bool	front_confirm(struct arena *, const struct head *, str edition,
	    bool accepted, bool *stopped);

#endif
