/* SPDX-License-Identifier: ISC
 *
 * pdf_tag_types: the types of the elements of the structure tree.
 */
#ifndef PDF_TAG_TYPES_H
#define PDF_TAG_TYPES_H

/* X(NAME, "type"): the structure types that matbu uses, all of them
 * standard (ISO 32000-1, 14.8.4), so no role map is needed. */
#define PDF_TAG_TYPES \
	X(DOCUMENT, "Document") \
	X(SECT, "Sect") \
	X(DIV, "Div") \
	X(H1, "H1") X(H2, "H2") X(H3, "H3") \
	X(H4, "H4") X(H5, "H5") X(H6, "H6") \
	X(P, "P") \
	X(TOC, "TOC") X(TOCI, "TOCI") \
	X(QUOTE, "BlockQuote") \
	X(LIST, "L") X(ENTRY, "LI") X(LABEL, "Lbl") X(BODY, "LBody") \
	X(TABLE, "Table") X(CAPTION, "Caption") X(HEAD, "THead") \
	X(ROWS, "TBody") X(ROW, "TR") X(HEADER, "TH") X(CELL, "TD") \
	X(FIGURE, "Figure") \
	X(CODE, "Code") X(SPAN, "Span") \
	X(FORM, "Form") \
	X(LINK, "Link") X(REFERENCE, "Reference") X(NOTE, "Note")

enum pdf_tag_type {
#define X(name, type) PDF_TAG_##name,
	PDF_TAG_TYPES
#undef X
	PDF_TAG_CONTENT			/* not an element: see pdf/tag.h */
};

enum pdf_decoration {
	PDF_DECORATION_NONE, PDF_DECORATION_UNDERLINE, PDF_DECORATION_THROUGH
};

enum pdf_numbering {
	PDF_NUMBERING_NONE, PDF_NUMBERING_DISC, PDF_NUMBERING_CIRCLE,
	PDF_NUMBERING_SQUARE, PDF_NUMBERING_DECIMAL,
	PDF_NUMBERING_LOWER_ALPHA, PDF_NUMBERING_UPPER_ALPHA,
	PDF_NUMBERING_LOWER_ROMAN, PDF_NUMBERING_UPPER_ROMAN
};

#endif
