/* SPDX-License-Identifier: ISC
 *
 * tag: HTML in a source. An author may write a few tags in a line, each
 * closed in the paragraph, emphasis or link in which it is opened, and
 * comments, which are dropped; all else is reported. Before dialect 2 all of
 * it is. Part of inline and body.
 */
#ifndef SOURCE_TAG_H
#define SOURCE_TAG_H

#include "model/tag_fault.h"
#include "source/extract.h"
#include "source/markdown.h"

enum tag_type {
	TAG_NONE,			/* not one that may be written */
	TAG_BREAK,
	TAG_OPEN,
	TAG_CLOSE,
	TAG_COMMENT
};

struct tag {
	enum tag_type	type;
	enum kind	kind;		/* that it opens or closes */
	str		lang;		/* of a span */
	str		html;		/* as written */
};

/* Reads one tag or comment as CommonMark found it; borrows html. Reports at
 * pos what may not be written; a tag with faulty attributes is one all the
 * same, so that its pair is not reported too. */
struct tag	tag_read(struct doc *, struct tag_faults *, str html,
		    struct pos);
/* The same in silence. */
enum tag_type	tag_type(const struct doc *, str html);
/* Opens the tag's element below to, or closes the innermost one, and returns
 * the node to which what follows belongs. base: the node below which the tags
 * of these siblings were opened. Reports a tag that cannot be closed here; the
 * other one of its pair is not told again: *reported. */
struct _xmlNode	*tag_put(struct doc *, const struct tag *, struct pos,
		    struct _xmlNode *base, struct _xmlNode *to,
		    bool *reported);
/* Reports the tags that are open at the end of the siblings. */
void		tag_end(struct doc *, struct _xmlNode *base,
		    struct _xmlNode *to, bool *reported);
/* Reports a block of HTML; a comment leaves nothing else. */
void		tag_block(struct doc *, const struct extract *, markdown *);

#endif
