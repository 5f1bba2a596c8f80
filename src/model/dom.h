/* SPDX-License-Identifier: ISC
 *
 * dom: the document's tree. The only file that knows libxml2 (chosen by the
 * users; its tree, its reader and its writer are known to every engineer).
 * A node's _private points to its struct item.
 *
 * Text is cleaned here, once: what XML forbids becomes U+FFFD.
 */
#ifndef DOM_H
#define DOM_H

#include "doc.h"

typedef struct _xmlNode node;

/* Before the first use, in the first thread. */
void	 dom_start(void);
/* At the end, so that tools see no leak. */
void	 dom_stop(void);

/* Gives the document an empty tree; doc->root is there afterwards. */
void	 dom_open(struct doc *);
/* Frees the tree; the items go with the document's arena. */
void	 dom_close(struct doc *);

/* Makes a node as the last child of parent. */
node	*dom_add(struct doc *, node *parent, enum kind, struct pos);
/* Makes a text as the last child of parent; nothing for an empty text. */
void	 dom_add_text(struct doc *, node *parent, str, struct pos);
/* Moves n with all below it: to the end of parent; before sibling. */
void	 dom_move(node *n, node *parent);
void	 dom_move_before(node *n, node *sibling);
/* Frees n with all below it. */
void	 dom_remove(node *n);
/* Replaces the text of a KIND_TEXT. */
void	 dom_set_text(node *n, str);

struct item	*dom_item(const node *);
enum kind	 dom_kind(const node *);
node		*dom_parent(const node *);
node		*dom_first(const node *);
node		*dom_last(const node *);
node		*dom_next(const node *);
node		*dom_prev(const node *);
/* The node after n in document order, below top; NULL at the end. */
node		*dom_walk(const node *top, const node *n);
/* The same, without going below n. */
node		*dom_walk_past(const node *top, const node *n);
/* The text of a KIND_TEXT; borrowed. */
str		 dom_text(const node *);
/* All text at and below n; breaks count as a space. In arena. */
str		 dom_words(struct arena *, const node *);

#endif
