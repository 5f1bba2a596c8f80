/* SPDX-License-Identifier: ISC
 *
 * pdf_tag: the structure tree of a document (ISO 32000-1, 14.7 and 14.8;
 * ISO 14289-1, 7). It is made whole in source order, before anything is
 * painted; painting then marks content as belonging to one of its leaves, in
 * whatever order the sheets need.
 *
 * Content is owned by leaves: PDF_TAG_CONTENT, which is no element but a
 * place among the kids of its parent. “See [the page](…).” is
 *   P <- CONTENT Link <- CONTENT;  CONTENT
 * A leaf may be marked many times, on several sheets.
 */
#ifndef PDF_TAG_H
#define PDF_TAG_H

#include "base/str.h"

struct arena;
struct pdf_file;
struct pdf_tags;
struct pdf_tag;				/* an element, or a place for content */

/* X(NAME, "type"): the structure types that matbu uses, all of them
 * standard (14.8.4), so no role map is needed. */
#define PDF_TAG_TYPES \
	X(DOCUMENT, "Document") \
	X(SECT, "Sect") \
	X(DIV, "Div") \
	X(H1, "H1") X(H2, "H2") X(H3, "H3") X(H4, "H4") X(H5, "H5") X(H6, "H6") \
	X(P, "P") \
	X(QUOTE, "BlockQuote") \
	X(LIST, "L") X(ENTRY, "LI") X(LABEL, "Lbl") X(BODY, "LBody") \
	X(TABLE, "Table") X(CAPTION, "Caption") X(HEAD, "THead") \
	X(ROWS, "TBody") X(ROW, "TR") X(HEADER, "TH") X(CELL, "TD") \
	X(FIGURE, "Figure") \
	X(CODE, "Code") X(SPAN, "Span") \
	X(LINK, "Link") X(REFERENCE, "Reference") X(NOTE, "Note")

enum pdf_tag_type {
#define X(name, type) PDF_TAG_##name,
	PDF_TAG_TYPES
#undef X
	PDF_TAG_CONTENT
};

enum pdf_numbering {
	PDF_NUMBERING_NONE, PDF_NUMBERING_DISC, PDF_NUMBERING_CIRCLE,
	PDF_NUMBERING_SQUARE, PDF_NUMBERING_DECIMAL
};

/* lang: BCP 47, of the whole document. The root is a PDF_TAG_DOCUMENT. */
struct pdf_tags	*pdf_tag_start(struct arena *, str lang);
struct pdf_tag	*pdf_tag_root(struct pdf_tags *);
/* A new last child. What 14289-1, 7.2 forbids (a TR outside a table, an LI
 * outside a list …) is a fault of the program. */
struct pdf_tag	*pdf_tag_add(struct pdf_tag *parent, enum pdf_tag_type);
/* Short for PDF_TAG_CONTENT below a new element. */
struct pdf_tag	*pdf_tag_add_content(struct pdf_tag *parent, enum pdf_tag_type);
struct pdf_tag	*pdf_tag_parent(const struct pdf_tag *);
enum pdf_tag_type pdf_tag_type(const struct pdf_tag *);
/* “P”; empty for a place for content. */
const char	*pdf_tag_name(enum pdf_tag_type);

/* Attributes; texts are copied. */
void	pdf_tag_alt(struct pdf_tag *, str);
void	pdf_tag_actual(struct pdf_tag *, str);
void	pdf_tag_lang(struct pdf_tag *, str);
void	pdf_tag_title(struct pdf_tag *, str);
/* A TH's; without a call its scope is the column. */
void	pdf_tag_scope_row(struct pdf_tag *);
void	pdf_tag_span(struct pdf_tag *, unsigned columns);
void	pdf_tag_numbering(struct pdf_tag *, enum pdf_numbering);

/* --- Called by pdf_page --- */

/* The next page (numbered from 0): its StructParents. */
unsigned pdf_tag_page(struct pdf_tags *);
/* A mark of the leaf on the page: its MCID, counted per page. */
unsigned pdf_tag_mark(struct pdf_tag *leaf, unsigned page);
/* The element's box on the sheet [pt], y upwards; the first call counts. */
void	pdf_tag_box(struct pdf_tag *, const double box[4]);
/* Ties an annotation to a Link element; returns its StructParent. */
unsigned pdf_tag_annotation(struct pdf_tag *link, unsigned page,
	    unsigned object);
/* What was shown of the leaf; kept only after pdf_tag_keep_text(). */
void	pdf_tag_add_text(struct pdf_tag *leaf, str);

/* For pdf_structure_dump(): from now on the texts that are shown are kept. */
void	pdf_tag_keep_text(struct pdf_tags *);

#endif
