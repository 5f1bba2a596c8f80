/* SPDX-License-Identifier: ISC
 *
 * html_element: writes HTML by elements, not by strings: what is opened is
 * closed, text is escaped, and a block inside a line of text is a fault of
 * the program. For html/ only.
 */
#ifndef HTML_H
#define HTML_H

#include "base/sink.h"

enum elem {
#define X(id, name, model) ELEM_##id,
#include "html/elements.def"
#undef X
	ELEM_COUNT
};

/* Twice the depth of a document, and what the press adds. */
enum { HTML_DEPTH = 256 };

struct html {
	struct sink	*sink;
	enum elem	 open[HTML_DEPTH];
	size_t		 depth;
	bool		 in_tag;	/* “>” is not written yet */
};

struct html	html_begin(struct sink *);
/* Nothing may be open any more. */
void		html_end(struct html *);
void		html_open(struct html *, enum elem);
/* Only right after html_open() and other attributes. */
void		html_attr(struct html *, const char *name, str value);
void		html_attr_uint(struct html *, const char *name, uintmax_t);
/* An address: what a URL cannot hold is percent-encoded (RFC 3986, 2.1). */
void		html_attr_url(struct html *, const char *name, str value);
void		html_text(struct html *, str);
/* Closes the element, which must be the one opened last. */
void		html_close(struct html *, enum elem);
/* The level-n heading, 1..6. */
enum elem	html_heading(int level);

#endif
