/* SPDX-License-Identifier: ISC
 *
 * dom: the document's tree. The only file that uses libxml2 (chosen by the
 * users; every engineer knows its tree, its parser and its writer). A node's
 * _private points to its struct item.
 *
 * This file alone cleans text: what XML forbids becomes U+FFFD.
 */
#ifndef MODEL_DOM_H
#define MODEL_DOM_H

#include "model/doc.h"

typedef struct _xmlNode node;

/* Call before the first use, in the first thread. */
void	 dom_start(void);
/* Call at the end, so that tools see no leak. */
void	 dom_stop(void);

/* Gives the document an empty tree and sets doc->root. */
void	 dom_open(struct doc *);
/* Frees the tree; its items end with the document's arena. */
void	 dom_close(struct doc *);

/* Adds a node as the last child of parent. */
node	*dom_add(struct doc *, node *parent, enum kind, struct pos);
/* Adds a text (copied) as the last child of parent, unless it is empty. */
void	 dom_add_text(struct doc *, node *parent, str, struct pos);
/* Moves n and its descendants to the end of parent. */
void	 dom_move(node *n, node *parent);
/* Frees n and its descendants. */
void	 dom_remove(node *n);
/* Replaces the text of a KIND_TEXT (copied). */
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
/* The text of a KIND_TEXT; borrowed. */
str		 dom_text(const node *);
/* The text of n and its descendants; breaks count as a space. In arena. */
str		 dom_words(struct arena *, const node *);

/* --- XML files of the project: templates and the style sheet */

struct dom_attr {
	str		name;
	str		value;
	struct pos	pos;		/* of its name */
};

/* Parses an XML file and returns the root; the caller frees it with dom_drop().
 * Reports a fault at path and returns NULL. Nodes of this tree have no item:
 * of the functions above, only dom_parent, dom_first, dom_last, dom_next and
 * dom_prev accept them. */
node	*dom_parse(struct arena *, str bytes, struct diags *, str path);
/* Frees the tree of root; NULL does nothing. */
void	 dom_drop(node *root);
bool	 dom_is_element(const node *);
bool	 dom_is_text(const node *);
/* The name of an element, the characters of a text; borrowed. */
str	 dom_name(const node *);
str	 dom_characters(const node *);
/* The position of an element's “<”. */
struct pos dom_pos(const node *);
/* The element's attributes in their order; in arena. */
struct dom_attr	*dom_attrs(struct arena *, const node *, size_t *num);

#endif
