/* SPDX-License-Identifier: ISC */
#include "model/owner.h"

static str
checker_of(const struct collection *c, const struct card *card)
{
	size_t row;

	return header_row_find(&c->header_rows, S("checked-by"), &row) ?
	    collection_declared(c, card->declared, card->ident->subject,
	    row).text : S("");
}

str
owner_of(const struct collection *c, const struct card *card)
{
	str names[] = { card->prepared_by, checker_of(c, card),
	    card->approved_by,
	    collection_contact(c, card->ident->subject).text };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_trim(names[i]).len != 0)
			return str_trim(names[i]);
	return S("");
}
