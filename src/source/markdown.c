/* SPDX-License-Identifier: ISC */
#include "source/markdown.h"

#include <cmark.h>
#include <string.h>

#include "base/arena.h"
#include "base/sink.h"

/* --- Memory: a tree is made at once, and goes at once */

/* Of the tree that this thread makes, or has cmark walk. */
static _Thread_local struct arena *heap;

/* Before each piece stands how much it holds. */
enum { HEAD = 16 };			/* [byte] */

static void *
give(size_t num, size_t size)
{
	char *p;

	if (size != 0 && num > (SIZE_MAX - HEAD) / size)
		return arena_alloc(heap, SIZE_MAX);	/* says so */
	p = arena_calloc(heap, 1, HEAD + num * size);
	*(size_t *)(void *)p = num * size;
	return p + HEAD;
}

static void *
resize(void *old, size_t size)
{
	char *p = arena_raw(heap, size <= SIZE_MAX - HEAD ? HEAD + size :
	    SIZE_MAX);
	size_t had;

	*(size_t *)(void *)p = size;
	if (old != NULL) {
		had = *(size_t *)(void *)((char *)old - HEAD);
		memcpy(p + HEAD, old, had < size ? had : size);
	}
	return p + HEAD;
}

static void
keep(void *p)
{
	(void)p;
}

mark *
mark_parse(str text)
{
	static cmark_mem memory = { give, resize, keep };
	cmark_parser *p;
	mark *root;

	heap = arena_new();
	p = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
	if (text.len != 0)
		cmark_parser_feed(p, text.p, text.len);
	root = cmark_parser_finish(p);
	cmark_node_set_user_data(root, heap);
	return root;
}

void
mark_free(mark *root)
{
	arena_free(cmark_node_get_user_data(root));
	heap = NULL;
}

/* --- The tree */

enum mark_kind
mark_kind(mark *n)
{
	static const enum mark_kind kinds[CMARK_NODE_LAST_INLINE + 1] = {
		[CMARK_NODE_BLOCK_QUOTE] = MARK_QUOTE,
		[CMARK_NODE_LIST] = MARK_LIST,
		[CMARK_NODE_ITEM] = MARK_ENTRY,
		[CMARK_NODE_CODE_BLOCK] = MARK_CODE,
		[CMARK_NODE_HTML_BLOCK] = MARK_HTML,
		[CMARK_NODE_PARAGRAPH] = MARK_PARAGRAPH,
		[CMARK_NODE_HEADING] = MARK_HEADING,
		[CMARK_NODE_THEMATIC_BREAK] = MARK_RULE,
		[CMARK_NODE_TEXT] = MARK_TEXT,
		[CMARK_NODE_SOFTBREAK] = MARK_SOFT_BREAK,
		[CMARK_NODE_LINEBREAK] = MARK_HARD_BREAK,
		[CMARK_NODE_CODE] = MARK_LITERAL,
		[CMARK_NODE_HTML_INLINE] = MARK_HTML,
		[CMARK_NODE_EMPH] = MARK_EMPHASIS,
		[CMARK_NODE_STRONG] = MARK_STRONG,
		[CMARK_NODE_LINK] = MARK_LINK,
		[CMARK_NODE_IMAGE] = MARK_PICTURE,
	};

	return kinds[cmark_node_get_type(n)];
}

mark *
mark_first(mark *n)
{
	return cmark_node_first_child(n);
}

mark *
mark_next(mark *n)
{
	return cmark_node_next(n);
}

mark *
mark_prev(mark *n)
{
	return cmark_node_previous(n);
}

mark *
mark_walk(mark *top, mark *n)
{
	mark *next = cmark_node_first_child(n);

	for (; next == NULL && n != top; n = cmark_node_parent(n))
		next = cmark_node_next(n);
	return next;
}

/* Whether a node makes what it holds one deeper. */
static bool
is_level(mark *n)
{
	switch (mark_kind(n)) {
	case MARK_QUOTE:
	case MARK_ENTRY:
	case MARK_EMPHASIS:
	case MARK_STRONG:
	case MARK_LINK:
	case MARK_PICTURE:
		return mark_first(n) != NULL;
	default:
		return false;
	}
}

mark *
mark_too_deep(mark *root, int limit)
{
	cmark_iter *iter;
	cmark_event_type event;
	mark *n, *deep = NULL;
	int depth = 0;

	heap = cmark_node_get_user_data(root);
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

/* --- Places */

struct mark_place
mark_start(mark *n)
{
	return (struct mark_place){ (size_t)cmark_node_get_start_line(n),
	    (size_t)cmark_node_get_start_column(n) };
}

struct mark_place
mark_end(mark *n)
{
	return (struct mark_place){ (size_t)cmark_node_get_end_line(n),
	    (size_t)cmark_node_get_end_column(n) };
}

/* --- What a node says */

str
mark_literal(mark *n)
{
	return str_of(cmark_node_get_literal(n));
}

str
mark_words(struct arena *a, mark *top)
{
	struct sink k = { 0 };
	mark *n;
	str words;

	for (n = top; n != NULL; n = mark_walk(top, n))
		switch (mark_kind(n)) {
		case MARK_TEXT:
		case MARK_LITERAL:
			sink_put(&k, mark_literal(n));
			break;
		case MARK_SOFT_BREAK:
		case MARK_HARD_BREAK:
			sink_char(&k, ' ');
			break;
		default:
			break;
		}
	words = str_copy(a, sink_str(&k));
	sink_free(&k);
	return words;
}

str
mark_info(mark *n)
{
	return str_of(cmark_node_get_fence_info(n));
}

str
mark_url(mark *n)
{
	return str_of(cmark_node_get_url(n));
}

str
mark_title(mark *n)
{
	return str_of(cmark_node_get_title(n));
}

int
mark_level(mark *n)
{
	return cmark_node_get_heading_level(n);
}

bool
mark_is_ordered(mark *n)
{
	return cmark_node_get_list_type(n) == CMARK_ORDERED_LIST;
}

bool
mark_is_tight(mark *n)
{
	return cmark_node_get_list_tight(n) != 0;
}

unsigned
mark_list_start(mark *n)
{
	return (unsigned)cmark_node_get_list_start(n);
}
