/* SPDX-License-Identifier: ISC */
#include "html/changes_url.h"

str
html_changes_url(struct arena *a, const struct collection *c,
    const struct card *card)
{
	if (collection_compared(c, card) == NULL)
		return S("");
	return str_join(a, str_from(card->ident->edition,
	    card->ident->subject.len + 1), S(".degisiklik.html"));
}
