/* SPDX-License-Identifier: ISC
 *
 * pdf_form: fields of an interactive form (ISO 32000-1, 12.7): a widget on the
 * open page, in an element Form of its own, and what the catalogue knows of
 * them. Every widget has its appearances and is printed (ISO 19005-3, 6.3); no
 * viewer is asked to make them, and no field has an action. Text is set in one
 * simple font with all letters of the code page 1254: a reader can type them.
 * Units are pdf_page's.
 */
#ifndef PDF_FORM_H
#define PDF_FORM_H

#include "pdf/pdf.h"

struct face;

enum pdf_field_type {
	PDF_FIELD_TEXT, PDF_FIELD_LONG, PDF_FIELD_CHOICE, PDF_FIELD_CHECK,
	PDF_FIELD_RADIO, PDF_FIELD_SIGNATURE
};

/* Strings are borrowed until pdf_form_write(). */
struct pdf_field {
	enum pdf_field_type	 type;
	str			 name;		/* [a-z0-9-]+: without “.” */
	str			 label;		/* what a screen reader says */
	str			 value;		/* of a button: [a-z0-9-]+ */
	str			 question;	/* of a button: its group's */
	unsigned		 length;	/* [character]; 0: any */
	bool			 comb;		/* one place for each of them */
	bool			 required;
	bool			 read_only;
	bool			 ticked;	/* of a box or button */
	const str		*choices;
	size_t			 num_choices;
	double			 size;		/* of its text */
};

/* Adds the field; form is a PDF_TAG_FORM without other children. Buttons of one
 * name are a group. face: of all fields of the file. */
void	pdf_form_add(struct pdf *, struct pdf_tag *form, const struct face *,
	    const struct pdf_field *, double x, double y, double width,
	    double height);

/* --- Called by pdf_catalogue: the form's dictionary, as an object. 0: there is
 * none. --- */
unsigned pdf_form_write(struct pdf *);

#endif
