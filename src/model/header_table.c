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

/* Whether the row NUMBER says the work. */
static bool
number_is_work(const struct collection *c, const struct card *card,
    const struct doc *doc)
{
	return header_row_has(&c->header_rows, HEADER_ROW_NUMBER) &&
	    collection_number(c, doc->front_matter.declared,
	    card->ident->subject).text.len == 0;
}

static struct sourced
day(const struct doc *doc, struct date date)
{
	return own(date_is_set(date) ? date_dotted(doc->arena, date) :
	    S("–"));
}

static struct sourced
value_of(enum header_row row, const struct collection *c,
    const struct card *card, const struct doc *doc)
{
	const struct ident *ident = card->ident;

	switch (row) {
	case HEADER_ROW_NUMBER:
		return own(ident->work);
	case HEADER_ROW_IDENTITY:
		return own(number_is_work(c, card, doc) ? S("") : ident->work);
	case HEADER_ROW_PUBLISHED:
		return day(doc, collection_published(c, card,
		    doc->front_matter.earlier));
	case HEADER_ROW_REVISED:
		return day(doc, collection_revised(c, card,
		    doc->front_matter.earlier));
	case HEADER_ROW_REVISION:
		return own(str_uint(doc->arena, ident->revision));
	case HEADER_ROW_UNIT:
		return title_of(collection_folder(c, ident->unit));
	case HEADER_ROW_PREPARED_BY:
		return doc->front_matter.prepared_by;
	case HEADER_ROW_APPROVED_BY:
		return doc->front_matter.approved_by;
	case HEADER_ROW_TRANSLATION:
		return doc->front_matter.translation_of;
	case HEADER_ROW_SHEET:
		break;
	}
	return own(S(""));
}

static void
add(struct header_table *t, struct header_row_setting setting,
    struct sourced label, struct sourced value)
{
	if (value.text.len != 0 || setting.row == HEADER_ROW_SHEET)
		t->rows[t->num++] = (struct header_table_row){ setting, label,
		    value };
}

/* The row that says the work, where NUMBER says something else and no row of
 * the collection says it. */
static void
add_identity(struct header_table *t, const struct collection *c,
    const struct card *card, const struct doc *doc)
{
	if (!header_row_has(&c->header_rows, HEADER_ROW_IDENTITY))
		add(t, header_row_known(HEADER_ROW_IDENTITY),
		    own(lang_word(doc->lang, WORD_WORK)),
		    own(card->ident->work));
}

void
header_table_make(struct header_table *t, const struct collection *c,
    const struct card *card, const struct doc *doc)
{
	const struct header_rows *h = &c->header_rows;
	struct header_row_setting s;
	struct sourced label, value;
	size_t i;

	t->num = 0;
	t->rows = arena_array(doc->arena, struct header_table_row,
	    header_row_num(h) + 1);
	for (i = 0; i < header_row_num(h); i++) {
		s = header_row_at(h, i);
		label = header_row_label(h, i, doc->lang);
		value = own(S(""));
		if (s.declared)
			value = collection_declared(c, doc->front_matter.declared,
			    card->ident->subject, i);
		if (s.declared && value.text.len != 0)
			add(t, s, label, value);
		else if (s.row != HEADER_ROW_COUNT)
			add(t, s, label, value_of((enum header_row)s.row, c,
			    card, doc));
		if (s.row == HEADER_ROW_NUMBER && value.text.len != 0)
			add_identity(t, c, card, doc);
	}
}
