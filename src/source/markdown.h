/* SPDX-License-Identifier: ISC
 *
 * mark: Markdown as CommonMark reads it. The only file that knows cmark
 * (chosen by the users; CommonMark's reference reader). Takes a text and
 * gives a tree to be walked, whose lines and columns are as cmark counts them:
 * place.h mends those of inlines. Nothing is changed in the tree; what its
 * nodes say is borrowed and goes with it. Part of body.
 */
#ifndef SOURCE_MARKDOWN_H
#define SOURCE_MARKDOWN_H

#include "base/str.h"

/* Opaque here: cmark.h. */
typedef struct cmark_node mark;

enum mark_kind {
	MARK_OTHER,			/* the root; what cmark never makes */
	MARK_QUOTE,
	MARK_LIST,
	MARK_ENTRY,
	MARK_CODE,
	MARK_PARAGRAPH,
	MARK_HEADING,
	MARK_RULE,
	MARK_TEXT,
	MARK_SOFT_BREAK,
	MARK_HARD_BREAK,
	MARK_LITERAL,
	MARK_EMPHASIS,
	MARK_STRONG,
	MARK_LINK,
	MARK_PICTURE,
	MARK_HTML			/* a block or in a line */
};

/* In the text, from 1; columns are bytes. 0: cmark does not tell. */
struct mark_place {
	size_t	line;
	size_t	col;
};

/* Reads a text. mark_free() the root. */
mark	*mark_parse(str text);
void	 mark_free(mark *root);

enum mark_kind	 mark_kind(mark *);
mark		*mark_first(mark *);
mark		*mark_next(mark *);
mark		*mark_prev(mark *);
/* The node after n in the order of the text, below top; NULL at the end. */
mark		*mark_walk(mark *top, mark *n);
/* The first node that lies more than limit levels deep, or NULL. */
mark		*mark_too_deep(mark *root, int limit);

struct mark_place mark_start(mark *);
/* The last byte. */
struct mark_place mark_end(mark *);

/* The characters of a text, of code, of HTML. */
str	 mark_literal(mark *);
/* All text at and below n; breaks count as a space. In arena. */
str	 mark_words(struct arena *, mark *);
/* What follows the fence of a MARK_CODE. */
str	 mark_info(mark *);
/* Of a MARK_LINK or MARK_PICTURE. */
str	 mark_url(mark *);
str	 mark_title(mark *);
/* Of a MARK_HEADING, 1..6. */
int	 mark_level(mark *);
/* Of a MARK_LIST. */
bool	 mark_is_ordered(mark *);
bool	 mark_is_tight(mark *);
unsigned mark_list_start(mark *);

#endif
