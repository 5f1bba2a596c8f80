/* SPDX-License-Identifier: ISC
 *
 * pdf_tag: the structure tree of a file (ISO 32000-1, 14.7 and 14.8;
 * ISO 14289-1, 7). The caller makes all of it in source order before it
 * paints anything; then it marks what it paints as part of a content, in
 * whatever order the pages need.
 *
 * A content, PDF_TAG_CONTENT, is not an element but a place for marked
 * content among the children of its parent. “See [the page](…).” is
 *   P <- CONTENT Link <- CONTENT;  CONTENT
 * A content may be marked many times, on several pages.
 */
#ifndef PDF_TAG_H
#define PDF_TAG_H

#include "base/str.h"
#include "pdf/tag_types.h"

struct pdf_tags;
struct pdf_tag;				/* an element, or a content */

/* lang: BCP 47, of the whole file. The root is a PDF_TAG_DOCUMENT. */
struct pdf_tags	*pdf_tag_start(struct arena *, str lang);
struct pdf_tag	*pdf_tag_root(struct pdf_tags *);
/* A new last child. What 14289-1, 7.2 forbids (a TR outside a table, an LI
 * outside a list …) is a fault of the program. */
struct pdf_tag	*pdf_tag_add(struct pdf_tag *parent, enum pdf_tag_type);
/* Takes an element, no content of which is painted and no note of which is made,
 * out of the tree. */
void		 pdf_tag_drop(struct pdf_tag *);
struct pdf_tag	*pdf_tag_parent(const struct pdf_tag *);
enum pdf_tag_type pdf_tag_type(const struct pdf_tag *);
/* “P”; empty for a content. */
const char	*pdf_tag_name(enum pdf_tag_type);

/* Attributes; texts are copied. */
void	pdf_tag_alt(struct pdf_tag *, str);
/* Of a TH; without a call its scope is the column. */
void	pdf_tag_scope_row(struct pdf_tag *);
/* Of a TH or TD: how many columns and rows it takes, from 1. */
void	pdf_tag_span(struct pdf_tag *, unsigned columns, unsigned rows);
/* Of a TH or TD: the TH that describe it, where their scopes alone do not tell;
 * the array is kept. */
void	pdf_tag_headers(struct pdf_tag *, struct pdf_tag *const *, size_t num);
void	pdf_tag_numbering(struct pdf_tag *, enum pdf_numbering);
/* BCP 47; of what is not in the language around. */
void	pdf_tag_lang(struct pdf_tag *, str);
void	pdf_tag_decoration(struct pdf_tag *, enum pdf_decoration);
/* How far the text is above the base line around [pt]. */
void	pdf_tag_shift(struct pdf_tag *, double);

/* --- Called by pdf_page, pdf_canvas, pdf_pen and pdf_link --- */

/* Begins the next page, numbered from 0. Returns its StructParents, a key of
 * the parent tree (ISO 32000-1, 14.7.4.4). */
unsigned pdf_tag_page(struct pdf_tags *);
/* Adds a mark of the content on the page. Returns its MCID, which counts from 0
 * on every page. */
unsigned pdf_tag_mark(struct pdf_tag *content, unsigned page);
/* The element's box on the page [pt], y upwards; the first call counts. */
void	pdf_tag_box(struct pdf_tag *, const double box[4]);
/* Connects the annotation (its object) with a Link or Form element; returns its
 * StructParent. */
unsigned pdf_tag_annotation(struct pdf_tag *link, unsigned page,
	    unsigned object);
/* A text that the content shows; kept only after pdf_tag_keep_text(). */
void	pdf_tag_add_text(struct pdf_tag *content, str);

/* For pdf_structure_dump(): from now on the texts that are shown are kept. */
void	pdf_tag_keep_text(struct pdf_tags *);

#endif
