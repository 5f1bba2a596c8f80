/* SPDX-License-Identifier: ISC */
#include "source/markdown.h"

#include <cmark.h>
#include <string.h>

#include "base/sink.h"
#include "base/slab.h"

/* --- Memory: a slab for each tree, freed with it */

/* The slab of the tree that this thread parses or walks. */
static _Thread_local struct slab *tree_slab;

static void *
allocate(size_t num, size_t size)
{
	return slab_calloc(tree_slab, num, size);
}

static void *
resize(void *old, size_t size)
{
	return slab_resize(tree_slab, old, size);
}

static void
drop(void *p)
{
	slab_drop(tree_slab, p);
}

markdown *
markdown_parse(str text)
{
	static cmark_mem memory = { allocate, resize, drop };
	cmark_parser *p;
	markdown *root;

	tree_slab = slab_new();
	p = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
	if (text.len != 0)
		cmark_parser_feed(p, text.p, text.len);
	root = cmark_parser_finish(p);
	cmark_node_set_user_data(root, tree_slab);
	return root;
}

void
markdown_free(markdown *root)
{
	slab_free(cmark_node_get_user_data(root));
	tree_slab = NULL;
}

void
markdown_drop(markdown *n)
{
	cmark_node_free(n);
}

void
markdown_drop_children(markdown *n)
{
	markdown *child;

	while ((child = cmark_node_first_child(n)) != NULL)
		cmark_node_free(child);
}

/* --- The tree */

enum markdown_kind
markdown_kind(markdown *n)
{
	static const enum markdown_kind kinds[CMARK_NODE_LAST_INLINE + 1] = {
		[CMARK_NODE_BLOCK_QUOTE] = MARKDOWN_QUOTE,
		[CMARK_NODE_LIST] = MARKDOWN_LIST,
		[CMARK_NODE_ITEM] = MARKDOWN_ENTRY,
		[CMARK_NODE_CODE_BLOCK] = MARKDOWN_CODE,
		[CMARK_NODE_HTML_BLOCK] = MARKDOWN_HTML,
		[CMARK_NODE_PARAGRAPH] = MARKDOWN_PARAGRAPH,
		[CMARK_NODE_HEADING] = MARKDOWN_HEADING,
		[CMARK_NODE_THEMATIC_BREAK] = MARKDOWN_RULE,
		[CMARK_NODE_TEXT] = MARKDOWN_TEXT,
		[CMARK_NODE_SOFTBREAK] = MARKDOWN_SOFT_BREAK,
		[CMARK_NODE_LINEBREAK] = MARKDOWN_HARD_BREAK,
		[CMARK_NODE_CODE] = MARKDOWN_LITERAL,
		[CMARK_NODE_HTML_INLINE] = MARKDOWN_HTML,
		[CMARK_NODE_EMPH] = MARKDOWN_EMPHASIS,
		[CMARK_NODE_STRONG] = MARKDOWN_STRONG,
		[CMARK_NODE_LINK] = MARKDOWN_LINK,
		[CMARK_NODE_IMAGE] = MARKDOWN_PICTURE,
	};

	return kinds[cmark_node_get_type(n)];
}

markdown *
markdown_first(markdown *n)
{
	return cmark_node_first_child(n);
}

markdown *
markdown_next(markdown *n)
{
	return cmark_node_next(n);
}

markdown *
markdown_prev(markdown *n)
{
	return cmark_node_previous(n);
}

markdown *
markdown_parent(markdown *n)
{
	return cmark_node_parent(n);
}

markdown *
markdown_walk(markdown *top, markdown *n)
{
	markdown *next = cmark_node_first_child(n);

	for (; next == NULL && n != top; n = cmark_node_parent(n))
		next = cmark_node_next(n);
	return next;
}

/* Whether the children of a node are one level deeper. */
static bool
is_level(markdown *n)
{
	switch (markdown_kind(n)) {
	case MARKDOWN_QUOTE:
	case MARKDOWN_ENTRY:
	case MARKDOWN_EMPHASIS:
	case MARKDOWN_STRONG:
	case MARKDOWN_LINK:
	case MARKDOWN_PICTURE:
		return markdown_first(n) != NULL;
	default:
		return false;
	}
}

markdown *
markdown_too_deep(markdown *root, int limit)
{
	cmark_iter *iter;
	cmark_event_type event;
	markdown *n, *deep = NULL;
	int depth = 0;

	tree_slab = cmark_node_get_user_data(root);
	iter = cmark_iter_new(root);
	while (deep == NULL &&
	    (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		n = cmark_iter_get_node(iter);
		if (!is_level(n))
			continue;
		depth += event == CMARK_EVENT_ENTER ? 1 : -1;
		if (depth > limit)
			deep = n;
	}
	cmark_iter_free(iter);
	return deep;
}

/* --- Positions */

struct markdown_pos
markdown_start(markdown *n)
{
	return (struct markdown_pos){ (size_t)cmark_node_get_start_line(n),
	    (size_t)cmark_node_get_start_column(n) };
}

struct markdown_pos
markdown_end(markdown *n)
{
	return (struct markdown_pos){ (size_t)cmark_node_get_end_line(n),
	    (size_t)cmark_node_get_end_column(n) };
}

/* --- Values of a node */

str
markdown_literal(markdown *n)
{
	return str_of(cmark_node_get_literal(n));
}

str
markdown_words(struct arena *a, markdown *top)
{
	struct sink k = { 0 };
	markdown *n;

	for (n = top; n != NULL; n = markdown_walk(top, n))
		switch (markdown_kind(n)) {
		case MARKDOWN_TEXT:
		case MARKDOWN_LITERAL:
			sink_put(&k, markdown_literal(n));
			break;
		case MARKDOWN_SOFT_BREAK:
		case MARKDOWN_HARD_BREAK:
			sink_char(&k, ' ');
			break;
		default:
			break;
		}
	return sink_take(&k, a);
}

str
markdown_info(markdown *n)
{
	return str_of(cmark_node_get_fence_info(n));
}

str
markdown_url(markdown *n)
{
	return str_of(cmark_node_get_url(n));
}

str
markdown_title(markdown *n)
{
	return str_of(cmark_node_get_title(n));
}

int
markdown_level(markdown *n)
{
	return cmark_node_get_heading_level(n);
}

bool
markdown_is_ordered(markdown *n)
{
	return cmark_node_get_list_type(n) == CMARK_ORDERED_LIST;
}

bool
markdown_is_tight(markdown *n)
{
	return cmark_node_get_list_tight(n) != 0;
}

const char *
markdown_library(void)
{
	return cmark_version_string();
}
