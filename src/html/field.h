/* SPDX-License-Identifier: ISC
 *
 * html_field: fields of a form as elements that a browser fills in. No <form>
 * is around them: nothing is sent. For html/ only.
 */
#ifndef HTML_FIELD_H
#define HTML_FIELD_H

#include "model/doc.h"

struct html;

/* The id of the field's element: “m_f_” and its name; of a radio button, “_”
 * and its value after that. In the document's arena. */
str	html_field_id(const struct doc *, const struct field *);
/* Writes the field's element, before it in words that it is required, and
 * after it its hint. */
void	html_field_put(struct html *, const struct doc *,
	    const struct field *);
/* Says that it is required, and puts a blank. */
void	html_field_put_required(struct html *, const struct doc *);

#endif
