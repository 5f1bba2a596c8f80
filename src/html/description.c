/* SPDX-License-Identifier: ISC */
#include "html/description.h"

#include "model/dom.h"

enum { LONGEST = 200 };		/* [byte] */

str
html_description(struct arena *a, const struct doc *doc)
{
	const node *n;

	if (doc->front_matter.summary.text.len != 0)
		return str_copy(a, doc->front_matter.summary.text);
	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		if (dom_kind(n) == KIND_PARAGRAPH)
			return str_copy(a, str_shorten(doc->arena,
			    str_trim(dom_words(doc->arena, n)), LONGEST));
	return S("");
}
