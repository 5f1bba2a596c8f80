/* SPDX-License-Identifier: ISC */
#include "diff/flat_facts.h"

#include "base/arena.h"
#include "model/header_table.h"

enum { FILE_FACTS = 3 };

static void
add(struct flat_facts *f, str label, struct sourced value)
{
	if (value.text.len != 0)
		f->items[f->num++] = (struct flat_fact){ label, value };
}

static void
add_summary(struct flat_facts *f, const struct doc *doc)
{
	add(f, lang_word(doc->lang, WORD_SUMMARY), doc->front_matter.summary);
}

static bool
is_written(const struct header_row_setting *s)
{
	return s->declared || s->row == HEADER_ROW_PREPARED_BY ||
	    s->row == HEADER_ROW_APPROVED_BY ||
	    s->row == HEADER_ROW_TRANSLATION;
}

struct flat_facts
flat_facts_make(
    const struct collection *c, const struct card *card, const struct doc *doc)
{
	struct flat_facts f = { .num = 0 };
	struct header_table t;
	size_t i;

	header_table_make(&t, c, card, doc);
	f.items = arena_array(doc->arena, struct flat_fact, t.num + 1);
	for (i = 0; i < t.num; i++)
		if (is_written(&t.rows[i].setting))
			add(&f, t.rows[i].label.text, t.rows[i].value);
	add_summary(&f, doc);
	return f;
}

struct flat_facts
flat_facts_of_file(const struct doc *doc)
{
	struct flat_facts f = { .num = 0 };

	f.items = arena_array(doc->arena, struct flat_fact, FILE_FACTS);
	add(&f, lang_word(doc->lang, WORD_PREPARED_BY),
	    doc->front_matter.prepared_by);
	add(&f, lang_word(doc->lang, WORD_APPROVED_BY),
	    doc->front_matter.approved_by);
	add_summary(&f, doc);
	return f;
}
