/* SPDX-License-Identifier: ISC
 *
 * html_template: natural templates: pages that a browser can open without the
 * program, with sample text where the renderer writes values. A template is
 * read once and split into segments; rendering a page walks through them. For
 * html/ only. The attributes that a template may have:
 *
 *   data-slot="NAME"       the content is the value of the slot; an element
 *                          whose value is empty is omitted
 *   data-slot-ATTR="NAME"  the value of ATTR is that of the slot; an attribute
 *                          whose value is empty is omitted
 *   data-if="NAME"         the element is omitted where NAME is empty
 *   data-each="LIST"       the element is repeated for each row; its fields
 *                          are the slots LIST.FIELD
 *   data-sample=""         the element is a sample and is omitted
 *
 * A relative href or src names a file of the templates folder. The build
 * copies the file to the root of the output, and each page gets its own
 * relative URL of it.
 */
#ifndef HTML_TEMPLATE_H
#define HTML_TEMPLATE_H

#include "model/doc.h"

struct html_template;

enum slot {
#define S_(id, name, escaping) SLOT_##id,
#include "html/slots.def"
#undef S_
	SLOT_COUNT
};

enum slot_list {
#define L_(id, name, ...) SLOT_LIST_##id,
#include "html/slots.def"
#undef L_
	SLOT_LIST_COUNT
};

enum { SLOT_FIELDS = 12 };

struct slot_row {
	str	fields[SLOT_FIELDS];	/* in the order of slots.def */
};

/* The values of the slots for one page. Zeroed: all are empty. */
struct slot_values {
	enum lang	 lang;		/* of the words */
	str		 root;		/* URL of the root: “../../../” */
	str		 slots[SLOT_COUNT];
	struct {
		struct slot_row		*rows;
		size_t			 num;
	} lists[SLOT_LIST_COUNT];
};

/* Reads folder/name; a template whose root is <html> is a whole page. Reports
 * faults; NULL where the file is no well-formed XML. Ends the program where the
 * file cannot be read. The result is in the arena. */
struct html_template	*html_template_read(struct arena *, const char *folder,
			    const char *name, struct diags *);
/* The files of the templates folder to which the template refers. */
const struct strings	*html_template_files(const struct html_template *);

#endif
