/* SPDX-License-Identifier: ISC */
#include "html/description.h"

#include "model/dom.h"

enum { LONGEST = 200 };		/* [byte] */

/* What stands around a blank is no sentence. */
static bool
has_field(const node *paragraph)
{
	const node *n;

	for (n = paragraph; n != NULL; n = dom_walk(paragraph, n))
		if (dom_kind(n) == KIND_FIELD)
			return true;
	return false;
}

str
html_description(struct arena *a, const struct doc *doc)
{
	const node *n;
	str words;

	if (doc->front_matter.summary.text.len != 0)
		return str_copy(a, doc->front_matter.summary.text);
	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n)) {
		if (dom_kind(n) != KIND_PARAGRAPH || has_field(n))
			continue;
		words = str_trim(dom_words(doc->arena, n));
		if (words.len != 0 && words.p[words.len - 1] != ':')
			return str_copy(a, str_shorten(doc->arena, words,
			    LONGEST));
	}
	return S("");
}
