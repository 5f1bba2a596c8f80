/* SPDX-License-Identifier: ISC
 *
 * audit_pages: makes the files of an auditor's folder.
 */
#ifndef PUBLISH_AUDIT_PAGES_H
#define PUBLISH_AUDIT_PAGES_H

#include "html/audit.h"
#include "publish/audit_folder.h"
#include "publish/audit_lists.h"

struct audit_pages {
	const struct audit_state *state;
	struct audit_outside	 outside;
	struct html_audit	 html;
	struct audit_folder	*folder;
	size_t			 counts[AUDIT_LISTS];	/* rows of the lists */
};

/* Fills what all pages share, and reads what the lists need besides. */
void	audit_pages_begin(struct audit_pages *, const struct audit_state *);
/* Puts the page of each edition inside, its record and its files. */
void	audit_pages_put_editions(struct audit_pages *);
/* Puts the lists, then the cover, each as page and as PDF. */
void	audit_pages_put_lists(struct audit_pages *);
/* Puts the register up to the day, its checkpoint, and what pages need. */
void	audit_pages_put_files(struct audit_pages *);

#endif
