/* SPDX-License-Identifier: ISC
 *
 * dom: the document's tree. The only file that knows libxml2 (chosen by the
 * users; its tree, its reader and its writer are known to every engineer).
 * A node's _private points to its struct item.
 *
 * Text is cleaned here, once: what XML forbids becomes U+FFFD.
 */
#ifndef MODEL_DOM_H
#define MODEL_DOM_H

#include "model/doc.h"

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

/* --- XML files of our own: templates and the sheet */

struct dom_attr {
	str		name;
	str		value;
	struct pos	pos;		/* of its name */
};

/* Reads an XML file. Faults are told at path; then NULL. dom_drop() it. The
 * nodes of its tree have no item: the functions above are not for them, but
 * dom_parent, dom_first, dom_last, dom_next and dom_prev. */
node	*dom_parse(struct arena *, str bytes, struct diags *, str path);
/* Frees the whole tree that root is the root of; NULL does nothing. */
void	 dom_drop(node *root);
bool	 dom_is_element(const node *);
bool	 dom_is_text(const node *);
/* The name of an element, the characters of a text; borrowed. */
str	 dom_name(const node *);
str	 dom_characters(const node *);
/* Where the element begins. */
struct pos dom_pos(const node *);
/* The element's attributes in their order; in arena. */
struct dom_attr	*dom_attrs(struct arena *, const node *, size_t *num);

#endif
