/* SPDX-License-Identifier: ISC
 *
 * html_scope: what differs where HTML is to be pasted into a page of another
 * system: names that the page may have too (classes, ids) get a prefix, and
 * relative addresses become absolute. For html/ only.
 */
#ifndef HTML_SCOPE_H
#define HTML_SCOPE_H

#include "base/str.h"

struct arena;

struct html_scope {
	struct arena	*arena;		/* of the strings that are made */
	str		 folder;	/* “https://…/frm/bim/e-posta/”, where
					 * the page is */
	str		 ids;		/* the prefix of ids */
};

/* The value of an attribute as a pasted block must have it: each class and each
 * id gets its prefix, “#id” too. Another attribute keeps its value. */
str	html_scope_attr(const struct html_scope *, const char *name, str value);
/* The absolute address of a URL that is relative to the folder. “#id” gets the
 * prefix; a URL with a scheme, and an empty one, stay. */
str	html_scope_url(const struct html_scope *, str url);

#endif
