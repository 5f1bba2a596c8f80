/* SPDX-License-Identifier: ISC */
#include "publish/audit_links.h"

#include "model/dom.h"

/* The way to a list item of another document is made only where all links of
 * the collection are read: such a link leads to the top of the page. */
static void
lead(struct item *i, const struct card *card)
{
	if (card == NULL) {
		i->link.target = TARGET_NONE;
		return;
	}
	i->link.path = card->ident->edition;
	if (str_find(i->link.anchor, '/') != i->link.anchor.len)
		i->link.anchor = S("");
}

void
audit_links_resolve(const struct audit_state *s, struct doc *doc)
{
	struct item *i;
	const node *n;

	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n)) {
		i = dom_item(n);
		if (i->kind != KIND_LINK)
			continue;
		if (i->link.target == TARGET_WORK)
			lead(i, audit_state_page(s, i->link.path));
		else if (i->link.target == TARGET_FOLDER)
			i->link.target = TARGET_NONE;
	}
}
