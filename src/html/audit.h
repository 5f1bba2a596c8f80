/* SPDX-License-Identifier: ISC
 *
 * html_audit: the pages of an auditor's folder: its lists, and editions as they
 * were on a day. They lead to nothing outside the folder but to addresses with
 * a scheme.
 */
#ifndef HTML_AUDIT_H
#define HTML_AUDIT_H

#include "html/lists.h"
#include "html/record_facts.h"

struct sink;

/* A row of a list's header table. */
struct html_audit_row {
	str	label;
	str	value;
};

/* What the pages of a folder share. All borrowed. */
struct html_audit {
	const struct collection	*collection;
	const struct html_lists	*lists;		/* of languages, referrers */
	str	name;		/* “Denetim Klasörü, 01.06.2026” */
	str	day;		/* “01.06.2026” */
	str	current;	/* the title of the list of what is in force */
	str	current_url;	/* its page in the folder */
};

/* A list, or the cover of the folder: index.html. */
struct html_audit_list {
	const struct doc	*doc;		/* without an identity */
	bool			 is_cover;
	const struct html_audit_row *rows;
	size_t			 num_rows;
	str			 record;	/* its PDF: “guncel.pdf” */
	struct html_record_facts facts;		/* of that */
};

#endif
