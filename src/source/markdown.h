/* SPDX-License-Identifier: ISC
 *
 * markdown: Markdown as CommonMark reads it. The only file that uses cmark
 * (chosen by the users; CommonMark's reference parser). Takes a text and
 * returns a tree for callers to walk, whose lines and columns are as cmark
 * counts them: position.h corrects those of inlines. The values of its nodes are
 * borrowed and end with them. Callers drop what they have read, because the
 * document's tree grows meanwhile. Part of body.
 */
#ifndef SOURCE_MARKDOWN_H
#define SOURCE_MARKDOWN_H

#include "base/str.h"

/* Opaque here: cmark.h. */
typedef struct cmark_node markdown;

enum markdown_kind {
	MARKDOWN_OTHER,			/* the root, and node types that cmark
					 * never makes */
	MARKDOWN_QUOTE,
	MARKDOWN_LIST,
	MARKDOWN_ENTRY,
	MARKDOWN_CODE,
	MARKDOWN_PARAGRAPH,
	MARKDOWN_HEADING,
	MARKDOWN_RULE,
	MARKDOWN_TEXT,
	MARKDOWN_SOFT_BREAK,
	MARKDOWN_HARD_BREAK,
	MARKDOWN_LITERAL,
	MARKDOWN_EMPHASIS,
	MARKDOWN_STRONG,
	MARKDOWN_LINK,
	MARKDOWN_PICTURE,
	MARKDOWN_HTML			/* a block or an inline */
};

/* In the text, from 1; columns are bytes. 0: cmark does not know it. */
struct markdown_pos {
	size_t	line;
	size_t	col;
};

/* Parses a text and returns the root; the caller frees it. */
markdown	*markdown_parse(str text);
void		 markdown_free(markdown *root);
/* Takes a node, or all below it, out of the tree that was parsed last in this
 * thread, and frees it. */
void		 markdown_drop(markdown *n);
void		 markdown_drop_children(markdown *n);

enum markdown_kind markdown_kind(markdown *);
markdown	*markdown_first(markdown *);
markdown	*markdown_next(markdown *);
markdown	*markdown_prev(markdown *);
markdown	*markdown_parent(markdown *);
/* The node after n in document order, below top; NULL at the end. */
markdown	*markdown_walk(markdown *top, markdown *n);
/* The first node that is more than limit levels deep, or NULL. */
markdown	*markdown_too_deep(markdown *root, int limit);

struct markdown_pos markdown_start(markdown *);
/* The last byte. */
struct markdown_pos markdown_end(markdown *);

/* The characters of a text, of code, of HTML. */
str	 markdown_literal(markdown *);
/* All text at and below n; breaks count as a space. In arena. */
str	 markdown_words(struct arena *, markdown *);
/* The info string after the fence of a MARKDOWN_CODE. */
str	 markdown_info(markdown *);
/* Of a MARKDOWN_LINK or MARKDOWN_PICTURE. */
str	 markdown_url(markdown *);
str	 markdown_title(markdown *);
/* Of a MARKDOWN_HEADING, 1..6. */
int	 markdown_level(markdown *);
/* Of a MARKDOWN_LIST. */
bool	 markdown_is_ordered(markdown *);
bool	 markdown_is_tight(markdown *);

/* Returns the version of cmark: records depend on it. Static. */
const char	*markdown_library(void);

#endif
