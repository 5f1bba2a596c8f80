/* SPDX-License-Identifier: ISC
 *
 * glance: title and front matter of a source without its tree, for those who
 * ask nothing else of ten thousand documents. The title is what source_read
 * and the stages after it would find, or it is left to them.
 */
#ifndef SOURCE_PEEK_TITLE_H
#define SOURCE_PEEK_TITLE_H

#include "source/front_matter.h"

/* Reads doc->path as source_read() does, up to doc->text, doc->front_matter and
 * doc->unread; there is no tree. False where only the whole reading tells
 * the title: it is more than plain text, does not come first, or the text may
 * be refused as too deep. Borrowed from doc->text; of an unread document it
 * is empty. */
bool	peek_title_read(struct doc *, enum front_matter_kind, str *title);
/* Whether it is sure, without front matter being read, that doc->path can be
 * read and has a title, or is too deep; doc->text is there afterwards. */
bool	peek_title_exists(struct doc *);

#endif
