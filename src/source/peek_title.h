/* SPDX-License-Identifier: ISC
 *
 * peek_title: reads title and front matter of a source without the rest, for
 * callers that need nothing else of ten thousand documents. The title is the
 * one that source_read and the stages after it would find, because the same
 * code reads the first line; if that does not suffice, it leaves the title to
 * them. Only a text that is too deep has a title here and none there.
 */
#ifndef SOURCE_PEEK_TITLE_H
#define SOURCE_PEEK_TITLE_H

#include "source/front_matter.h"

/* Reads doc->path as source_read() does, but sets only doc->text,
 * doc->front_matter, doc->lang and doc->unread; there is no tree afterwards.
 * Returns false if only source_read() can find the title: it is not the first
 * line, or has brackets, which can refer to any other. The title is in arena;
 * that of an unread document is empty. Reports faults of the front matter. */
bool	peek_title_read(struct doc *, enum front_matter_kind, str *title);
/* Whether it is certain, without reading the front matter, that doc->path can
 * be read and either has a title or is too deep. Sets doc->text. */
bool	peek_title_exists(struct doc *);

#endif
