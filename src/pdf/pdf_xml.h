/* SPDX-License-Identifier: ISC
 *
 * pdf_xml: reads a sheet's XML with the place of every element, attribute
 * and text, so that a mistake can be told to the column. Elements,
 * attributes, text, comments, processing instructions, the five entities and
 * character references; no document type, no namespaces.
 */
#ifndef PDF_XML_H
#define PDF_XML_H

#include "../base/diag.h"

struct arena;

struct pdf_xml_attr {
	str		name;		/* borrowed from the text */
	str		value;		/* in arena */
	struct pos	pos;		/* of the name */
	struct pdf_xml_attr *next;
};

struct pdf_xml {
	str		 name;		/* empty: a text */
	str		 text;		/* of a text; in arena */
	struct pos	 pos;
	struct pdf_xml_attr *attrs;
	struct pdf_xml	*first;		/* kids; no text of white space only
					 * at the ends */
	struct pdf_xml	*next;
};

/* The root element, or NULL after a fault has been told (template-xml). */
struct pdf_xml	*pdf_xml_read(struct arena *, str text, struct diags *,
		    str path);

#endif
