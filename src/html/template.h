/* SPDX-License-Identifier: ISC
 *
 * html_template: natural templates: pages that open in a browser as they
 * are, with sample text where the press puts its own. A template is read
 * once a run and cut into segments; pressing a page walks them.
 * For html/ only. The attributes that a template may bear:
 *
 *   data-slot="NAME"       the content is the slot's value; an element whose
 *                          value is empty is left out
 *   data-slot-ATTR="NAME"  the attribute is; left out where empty
 *   data-if="NAME"         the element is left out where NAME is empty
 *   data-each="LIST"       the element for each row; its fields are the
 *                          slots LIST.FIELD
 *   data-sample=""         the element only shows how it will look
 *
 * A relative href or src names a file of the templates folder; it is copied
 * to the root of the output, and its address is made to fit the page.
 */
#ifndef HTML_TEMPLATE_H
#define HTML_TEMPLATE_H

#include "model/doc.h"

struct sink;
struct html_template;

enum slot {
#define S_(id, name, how) SLOT_##id,
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

enum { SLOT_FIELDS = 8 };

struct slot_row {
	str	fields[SLOT_FIELDS];	/* in the order of slots.def */
};

/* What a page puts into the slots; zeroed: nothing. */
struct slot_values {
	enum lang	 lang;		/* of the words */
	str		 root;		/* “../../../”: from page to root */
	str		 slots[SLOT_COUNT];
	struct {
		const struct slot_row	*rows;
		size_t			 num;
	} lists[SLOT_LIST_COUNT];
};

/* Reads folder/name. Faults are told; then NULL. In the arena. */
struct html_template	*html_template_read(struct arena *, const char *folder,
			    const char *name, struct diags *);
void			 html_template_render(const struct html_template *,
			    const struct slot_values *, struct sink *);
/* The files of the templates folder that it refers to. */
const struct strings	*html_template_files(const struct html_template *);

#endif
