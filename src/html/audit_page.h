/* SPDX-License-Identifier: ISC
 *
 * html_audit_page: renders the pages of an auditor's folder. For html/ only.
 */
#ifndef HTML_AUDIT_PAGE_H
#define HTML_AUDIT_PAGE_H

#include "html/audit.h"
#include "html/page.h"
#include "html/template.h"

/* Renders a list. Strings are made in its document's arena. */
void	html_audit_page_list(const struct html_template *,
	    const struct html_audit *, const struct html_audit_list *,
	    struct sink *);
/* Renders the page of an edition that was in force on the day: the page of the
 * site without what leads out of the folder. */
void	html_audit_page(const struct html_template *,
	    const struct html_audit *, const struct html_page *,
	    struct sink *);

#endif
