/* SPDX-License-Identifier: ISC */
#include "model/header_table.h"

#include "base/arena.h"

static str
value_of(enum control control, const struct collection *c,
    const struct card *card, const struct doc *doc)
{
	const struct ident *ident = card->ident;
	const struct ident *first = collection_first(c, card)->ident;

	switch (control) {
	case CONTROL_NUMBER:
		return ident->work;
	case CONTROL_PUBLISHED:
		return date_dotted(doc->arena, first->date);
	case CONTROL_REVISED:
		return first == ident ? S("–") :
		    date_dotted(doc->arena, ident->date);
	case CONTROL_REVISION:
		return str_uint(doc->arena, ident->revision);
	case CONTROL_UNIT:
		return collection_place(c, ident->unit)->title;
	case CONTROL_PREPARED_BY:
		return doc->head.prepared_by;
	case CONTROL_APPROVED_BY:
		return doc->head.approved_by;
	default:
		return S("");
	}
}

void
header_table_make(struct header_table *t, const struct collection *c,
    const struct card *card, const struct doc *doc)
{
	enum control control;
	size_t i;
	str value;

	t->num = 0;
	for (i = 0; i < control_num(&c->controls); i++) {
		control = control_at(&c->controls, i);
		value = value_of(control, c, card, doc);
		if (value.len == 0 && control != CONTROL_SHEET)
			continue;
		t->rows[t->num++] = (struct header_row){ control,
		    control_label(&c->controls, control, doc->lang), value };
	}
}
