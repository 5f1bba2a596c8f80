/* SPDX-License-Identifier: ISC */
#include "site/search_text.h"

#include "base/arena.h"
#include "model/doc.h"
#include "model/dom.h"
#include "site/script.h"

str
search_text_page(const struct collection *c, const struct card *card)
{
	return collection_at_address(c, card) == card ? card->ident->work :
	    card->ident->edition;
}

str
search_text_file(struct arena *a, const struct collection *c,
    const struct card *card)
{
	return str_join(a, S("ara/"), search_text_page(c, card), S(".js"));
}

/* What stands before a node's text. */
static const char *
separator(const node *n)
{
	switch (dom_kind(n)) {
	case KIND_CELL:
		return dom_kind(dom_parent(n)) == KIND_ROW &&
		    dom_first(dom_parent(n)) != n ? " · " : "\n";
	case KIND_HEADING:
	case KIND_PARAGRAPH:
	case KIND_CODE:
	case KIND_CAPTION:
		return "\n";
	case KIND_SOFT_BREAK:
	case KIND_HARD_BREAK:
		return " ";
	default:
		return "";
	}
}

static str
text_of(struct arena *a, const struct doc *doc)
{
	struct sink k = { 0 };
	const node *n;

	for (n = doc->root; n != NULL && sink_str(&k).len < SEARCH_TEXT_MAX;
	    n = dom_walk(doc->root, n)) {
		if (dom_kind(n) == KIND_TEXT)
			sink_put(&k, dom_text(n));
		else
			sink_puts(&k, separator(n));
	}
	return str_shorten(a, str_trim(sink_take(&k, a)), SEARCH_TEXT_MAX);
}

void
search_text_put(const struct collection *c, const struct card *card,
    const struct doc *doc, struct sink *k)
{
	sink_puts(k, "matbuAra(");
	script_string(k, search_text_page(c, card));
	sink_char(k, ',');
	script_string(k, text_of(doc->arena, doc));
	sink_puts(k, ");\n");
}
