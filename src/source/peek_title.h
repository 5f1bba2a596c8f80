/* SPDX-License-Identifier: ISC
 *
 * peek_title: reads title and front matter of a source without its tree, for
 * callers that need nothing else of ten thousand documents. The title is the
 * one that source_read and the stages after it would find; if that is not
 * certain, it leaves the title to them.
 */
#ifndef SOURCE_PEEK_TITLE_H
#define SOURCE_PEEK_TITLE_H

#include "source/front_matter.h"

/* Reads doc->path as source_read() does, but sets only doc->text,
 * doc->front_matter, doc->lang and doc->unread, and makes no tree. Returns
 * false if only source_read() can find the title: it is more than plain text
 * or not the first line, or the text may be too deep. The title is borrowed
 * from doc->text; that of an unread document is empty. Reports faults. */
bool	peek_title_read(struct doc *, enum front_matter_kind, str *title);
/* Whether it is certain, without reading the front matter, that doc->path can
 * be read and either has a title or is too deep. Sets doc->text. */
bool	peek_title_exists(struct doc *);

#endif
