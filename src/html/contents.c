/* SPDX-License-Identifier: ISC */
#include "html/contents.h"

#include "html/html.h"
#include "model/division.h"
#include "model/section.h"

enum { MINIMUM = 3 };

static const node *
next_section(const struct doc *doc, const node *n)
{
	do
		n = division_walk(doc->root, n);
	while (n != NULL && section_level(n) < 2);
	return n;
}

static const node *
put_level(struct html *h, const struct doc *doc, const node *n, int level)
{
	html_open(h, ELEM_OL);
	while (n != NULL && section_level(n) >= level) {
		html_open(h, ELEM_LI);
		html_open(h, ELEM_A);
		html_attr(h, "href", str_join(doc->arena, S("#"),
		    dom_item(n)->id));
		html_text(h, section_entry(doc, n));
		html_close(h, ELEM_A);
		n = next_section(doc, n);
		if (n != NULL && section_level(n) > level)
			n = put_level(h, doc, n, level + 1);
		html_close(h, ELEM_LI);
	}
	html_close(h, ELEM_OL);
	return n;
}

void
html_contents(const struct doc *doc, struct sink *k)
{
	struct html h = html_begin(k);
	const node *n, *first = next_section(doc, doc->root);
	int num = 0;

	for (n = first; n != NULL; n = next_section(doc, n))
		num++;
	if (doc->front_matter.contents == ANSWER_NO || num == 0 ||
	    (doc->front_matter.contents == ANSWER_NONE &&
	    num < MINIMUM))
		return;
	put_level(&h, doc, first, 2);
	html_end(&h);
}
