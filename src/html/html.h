/* SPDX-License-Identifier: ISC
 *
 * html: writes HTML by elements, not by strings. It escapes text, and asserts
 * that every open element is closed and that no block is inside a line of
 * text. For html/ only.
 */
#ifndef HTML_HTML_H
#define HTML_HTML_H

#include "base/sink.h"

enum elem {
#define X(id, name, model) ELEM_##id,
#include "html/elements.def"
#undef X
	ELEM_COUNT
};

/* The maximum depth: twice that of a document, and what the renderer adds. */
enum { HTML_DEPTH = 256 };

struct html_scope;

struct html {
	struct sink	*sink;
	const struct html_scope *scope;	/* of a pasted block; NULL: a page */
	enum elem	 open[HTML_DEPTH];
	size_t		 depth;
	bool		 in_tag;	/* “>” is not written yet */
};

/* Starts writing to the sink, which is borrowed, a part of a page. */
struct html	html_begin(struct sink *);
/* The same for a block that is pasted into another page; NULL: of a page. The
 * scope is borrowed. */
struct html	html_begin_in(struct sink *, const struct html_scope *);
/* Ends writing; no element may be open. */
void		html_end(struct html *);
/* Opens an element; a void element, too. */
void		html_open(struct html *, enum elem);
/* Adds an attribute; allowed only directly after html_open() or another
 * attribute. Escapes the value. */
void		html_attr(struct html *, const char *name, str value);
void		html_attr_uint(struct html *, const char *name, uintmax_t);
/* Adds an address; characters that a URL cannot contain are percent-encoded
 * (RFC 3986, 2.1). */
void		html_attr_url(struct html *, const char *name, str value);
/* Writes a value of a URI's query: every character but letters, digits and
 * “-._~” is percent-encoded (RFC 3986, 2.3). */
void		html_uri_value(struct sink *, str value);
/* Writes text, escaped. */
void		html_text(struct html *, str);
/* Closes the element, which must be the innermost open one. */
void		html_close(struct html *, enum elem);
/* The element of a heading; level is 1 to 6. */
enum elem	html_heading(int level);

#endif
