/* SPDX-License-Identifier: ISC */
#include "source/earlier_editions.h"

#include "base/arena.h"
#include "model/earlier.h"
#include "source/members.h"

enum { DATE, NUMBER, CHANGE };

static void
append(struct doc *doc, const struct sourced *texts, struct date date)
{
	struct earlier **to = &doc->front_matter.earlier;

	while (*to != NULL)
		to = &(*to)->next;
	*to = arena_new_of(doc->arena, struct earlier);
	**to = (struct earlier){ date, texts[NUMBER], texts[CHANGE], NULL };
}

static void
take(struct doc *doc, str key, const struct sourced *texts, struct pos pos)
{
	const struct sourced *typed = &texts[DATE];
	struct date date = { 0, 0, 0 };

	if (typed->text.len == 0 && texts[NUMBER].text.len == 0)
		doc_diag(doc, DIAG_EARLIER_SHAPE, pos, key);
	else if (typed->text.len != 0 && !date_read(typed->text, &date))
		doc_diag(doc, DIAG_EARLIER_DATE, typed->place.pos,
		    typed->text);
	else if (typed->text.len != 0 && doc->ident != NULL &&
	    date_cmp(date, doc->ident->date) > 0)
		doc_diag(doc, DIAG_EARLIER_LATER, typed->place.pos,
		    date_dotted(doc->arena, date), date_dotted(doc->arena,
		    doc->ident->date));
	else
		append(doc, texts, date);
}

void
earlier_editions_read(struct doc *doc, struct scan *scan, str key)
{
	static const struct members members = {
		.names = { [DATE] = { { "tarih", 5 }, { "date", 4 } },
		    [NUMBER] = { { "no", 2 }, { "no", 2 } },
		    [CHANGE] = { { "metin", 5 }, { "text", 4 } } },
		.num = 3,
		.shape = DIAG_EARLIER_SHAPE,
		.unknown = DIAG_EARLIER_MEMBER,
		.take = take,
	};

	members_read(doc, scan, key, &members);
}
