/* SPDX-License-Identifier: ISC */
#include "source/reliances.h"

#include "base/arena.h"
#include "model/reliance.h"
#include "source/members.h"

enum { ADDRESS, PHRASE };

static void
append(struct doc *doc, const struct sourced *texts)
{
	struct reliance **to = &doc->front_matter.reliances;

	while (*to != NULL)
		to = &(*to)->next;
	*to = arena_new_of(doc->arena, struct reliance);
	**to = (struct reliance){ texts[ADDRESS].text, texts[PHRASE].text,
	    texts[PHRASE].place.pos, NULL };
}

static void
take(struct doc *doc, str key, const struct sourced *texts, struct pos pos)
{
	if (texts[ADDRESS].text.len == 0 || texts[PHRASE].text.len == 0)
		doc_diag(doc, DIAG_RELIES_PAIR, pos, key);
	else if (!reliance_is_address(texts[ADDRESS].text))
		doc_diag(doc, DIAG_RELIES_ADDRESS, texts[ADDRESS].place.pos,
		    texts[ADDRESS].text);
	else if (!reliance_is_phrase(texts[PHRASE].text))
		doc_diag(doc, DIAG_RELIES_PHRASE, texts[PHRASE].place.pos,
		    texts[PHRASE].text);
	else
		append(doc, texts);
}

void
reliances_read(struct doc *doc, struct scan *scan, str key)
{
	static const struct members members = {
		.names = { [ADDRESS] = { { "adres", 5 }, { "url", 3 } },
		    [PHRASE] = { { "söz", 4 }, { "says", 4 } } },
		.num = 2,
		.shape = DIAG_RELIES_PAIR,
		.unknown = DIAG_RELIES_MEMBER,
		.take = take,
	};

	members_read(doc, scan, key, &members);
}
