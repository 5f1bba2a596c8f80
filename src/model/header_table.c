/* SPDX-License-Identifier: ISC */
#include "model/header_table.h"

#include "base/arena.h"

static struct sourced
own(str text)
{
	return (struct sourced){ .text = text };
}

static struct sourced
title_of(const struct folder_card *f)
{
	return (struct sourced){ f->title, f->title_place };
}

static struct sourced
value_of(enum header_row row, const struct collection *c,
    const struct card *card, const struct doc *doc)
{
	const struct ident *ident = card->ident;
	const struct ident *first = collection_first(c, card)->ident;

	switch (row) {
	case HEADER_ROW_NUMBER:
		return own(ident->work);
	case HEADER_ROW_PUBLISHED:
		return own(date_dotted(doc->arena, first->date));
	case HEADER_ROW_REVISED:
		return own(first == ident ? S("–") :
		    date_dotted(doc->arena, ident->date));
	case HEADER_ROW_REVISION:
		return own(str_uint(doc->arena, ident->revision));
	case HEADER_ROW_UNIT:
		return title_of(collection_folder(c, ident->unit));
	case HEADER_ROW_PREPARED_BY:
		return doc->front_matter.prepared_by;
	case HEADER_ROW_APPROVED_BY:
		return doc->front_matter.approved_by;
	case HEADER_ROW_SHEET:
		break;
	}
	return own(S(""));
}

void
header_table_make(struct header_table *t, const struct collection *c,
    const struct card *card, const struct doc *doc)
{
	enum header_row row;
	size_t i;
	struct sourced value;

	t->num = 0;
	for (i = 0; i < header_row_num(&c->header_rows); i++) {
		row = header_row_at(&c->header_rows, i);
		value = value_of(row, c, card, doc);
		if (value.text.len == 0 && row != HEADER_ROW_SHEET)
			continue;
		t->rows[t->num++] = (struct header_table_row){ row,
		    header_row_label(&c->header_rows, row, doc->lang),
		    value };
	}
}
